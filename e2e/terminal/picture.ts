import { writeFileSync } from "node:fs";
import { createZhenggaiClient } from "@zhenggai/client";
import { startServer } from "../support/server.ts";
import { svgOf } from "../support/svg.ts";
import { Session } from "../support/terminal.ts";

// Draws docs/images/terminal*.svg: the real dashboard on the real server with the sample ledger, a colleague at work.
const TITLE = "整改台账终端界面：左为按时限排序的问题，右为所选问题的七要素与规则检查";
const COMPLAINTS = "信访件终端界面：上为两种办结率，左为各批信访件，右为所选一件的公开情况与关联件";
const COLUMNS = 160;
const ROWS = 40;
const OPENED = 3;
const CHANGED = 8;
const server = await startServer();
try {
	const session = new Session([], { ZHENGGAI_DATA: server.dataDir }, COLUMNS, ROWS);
	await session.shows("实时");
	session.type("j".repeat(OPENED - 1));
	await session.shows(`${OPENED} / `);
	const client = createZhenggaiClient({ url: server.url, token: server.token });
	const page = await client.issues.list.query({ limit: CHANGED });
	const [opened, changed] = [page.items[OPENED - 1], page.items[CHANGED - 1]];
	if (opened === undefined || changed === undefined)
		throw new Error("the sample ledger is shorter than expected");
	await client.issues.amendIssue.mutate({
		issueId: changed.id,
		envelope: { expectedVersion: changed.version },
		command: { type: "amendIssue", changes: { remarks: "夜班已核对" }, reason: "值班核对", importId: null },
	});
	await session.shows("更正要素");
	await session.until((text) => text.includes(opened.number) && text.includes("七要素"), "the opened issue");
	await session.until((text) => text.includes("整改台账  待办 "), "the count of what waits");
	const draw = (name: string, title: string) =>
		writeFileSync(new URL(`../../docs/images/${name}.svg`, import.meta.url), svgOf(session.screen, title));
	draw("terminal", TITLE);
	session.type("c");
	await session.shows("含阶段性办结");
	session.type("j".repeat(OPENED - 1));
	await session.shows(`${OPENED} / `);
	const complaints = await client.complaints.list.query({ limit: OPENED });
	const receipt = complaints.items[OPENED - 1]?.receiptNumber ?? "";
	await session.until(
		(text) => text.includes(`│ ${receipt}`) && text.includes("关联件"),
		"the opened complaint",
	);
	draw("terminal-complaints", COMPLAINTS);
	session.type("q");
	await session.ended;
} finally {
	await server.stop();
}
