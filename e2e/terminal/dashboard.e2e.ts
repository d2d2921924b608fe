import { randomUUID } from "node:crypto";
import { createZhenggaiClient, type ZhenggaiClient } from "@zhenggai/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";
import { Session } from "../support/terminal.ts";

let server: LiveServer;
let client: ZhenggaiClient;
const open: Session[] = [];

beforeAll(async () => {
	server = await startServer();
	client = createZhenggaiClient({ url: server.url, token: server.token });
});
afterAll(async () => {
	for (const session of open) session.pty.kill("SIGKILL");
	await server.stop();
});

/** The dashboard as somebody on the server's own machine starts it: no address, no token, only the data folder. */
async function dashboard(columns = 140, rows = 32): Promise<Session> {
	const session = new Session([], { ZHENGGAI_DATA: server.dataDir }, columns, rows);
	open.push(session);
	await session.shows("实时");
	return session;
}

async function quit(session: Session) {
	session.type("q");
	return session.ended;
}

/** How many issues the current list has, from the position in the title. */
const countOn = (text: string): number => Number(/\d+ \/ (\d+)/.exec(text)?.[1] ?? "0");

test("opens signed in by itself, with the sample ledger and its urgent sections", async () => {
	const session = await dashboard();
	const { total } = await client.issues.list.query({ limit: 1 });
	await session.shows(`1 / ${total.count}`);
	const overdue = await client.issues.list.query({ filter: { standing: "overdue" }, limit: 1 });
	await session.shows(`2 逾期 ${overdue.total.count}`);
	session.type("2");
	await session.until((text) => countOn(text) === overdue.total.count, "the overdue ones");
	expect((await quit(session)).exitCode).toBe(0);
});

test("filters live with Chinese, and Esc gives the whole list back", async () => {
	const session = await dashboard();
	const all = await client.issues.list.query({ limit: 1 });
	const some = await client.issues.list.query({ filter: { text: "污水" }, limit: 1 });
	expect(some.total.count).toBeGreaterThan(0);
	expect(some.total.count).toBeLessThan(all.total.count);
	await session.shows(`/ ${all.total.count}`);
	session.type("/");
	await session.shows(" /");
	session.type("污水");
	await session.until((text) => countOn(text) === some.total.count, "the matching ones, before Enter");
	session.type("\r");
	await session.shows("筛选 /污水");
	session.type("\u001b");
	await session.until((text) => countOn(text) === all.total.count, "all again");
	session.type("/!污水\r");
	const others = all.total.count - some.total.count;
	await session.until((text) => countOn(text) === others, "those without the word");
	await quit(session);
});

test("opens the detail with the seven elements, the chain and the timeline", async () => {
	const session = await dashboard(160, 50);
	session.type("\r");
	await session.shows("七要素");
	await session.shows("责任链");
	session.type("G");
	await session.shows("依据规则集");
	session.type("\u001b");
	session.type("p");
	await session.until((text) => !text.includes("七要素"), "no preview");
	session.type("p");
	await session.shows("依据规则集");
	await quit(session);
});

test("shows what another client changes, without a key", async () => {
	const session = await dashboard(160, 40);
	const [row] = (
		await client.issues.list.query({ limit: 1, filter: { states: ["registered", "assigned", "planning"] } })
	).items;
	if (row === undefined) throw new Error("the sample has such an issue");
	session.type(`/${row.number}\r`);
	await session.shows(`筛选 /${row.number}`);
	session.type("\r");
	await session.shows("七要素");
	const remark = `夜班核对 ${randomUUID().slice(0, 8)}`;
	const outcome = await client.issues.amendIssue.mutate({
		issueId: row.id,
		envelope: { expectedVersion: row.version },
		command: { type: "amendIssue", changes: { remarks: remark }, reason: "值班核对", importId: null },
	});
	expect(outcome).toMatchObject({ ok: true });
	const began = Date.now();
	await session.shows(remark, 5000);
	expect(Date.now() - began).toBeLessThan(3000);
	await quit(session);
});

test("says what cannot be done, by which rule, what clears it and who can", async () => {
	const session = await dashboard(160, 40);
	session.type("a");
	await session.shows("可办事项   Enter");
	session.type("G");
	session.type("\r");
	await session.until(
		(text) => ["现在不能", "如何解决：", "谁能办理："].every((words) => text.includes(words)),
		"the reason, what clears it, who can",
	);
	session.type("\u0003");
	await session.ended;
});

test("follows the size of the window and keeps the selection", async () => {
	const session = await dashboard(140, 32);
	session.type("jjj");
	await session.shows("4 / ");
	for (const [columns, rows] of [
		[80, 24],
		[50, 20],
		[200, 50],
		[100, 30],
	] as const) {
		session.resize(columns, rows);
		await session.until(
			(text) => text.includes("4 / ") && text.includes("整改台账"),
			`the ledger at ${columns} columns`,
		);
		await session.until(
			() => session.lines().filter((line) => line.includes("整改台账")).length === 1,
			"one title",
		);
	}
	await quit(session);
});

test("help is there, narrowed by what is typed", async () => {
	const session = await dashboard();
	session.type("?");
	await session.shows("按键说明");
	session.type("/");
	session.type("签收");
	await session.until((text) => text.includes("签收认领") && !text.includes("下翻半屏"), "only what matches");
	session.type("\r");
	session.type("q");
	await session.until((text) => !text.includes("按键说明"), "no help");
	await quit(session);
});

test.each(["q", "\u0003"])("%j gives the terminal back as it was", async (key) => {
	const session = await dashboard();
	expect(session.alternate).toBe(true);
	session.type(key);
	expect((await session.ended).exitCode).toBe(0);
	await session.until(() => !session.alternate, "the first screen");
	expect(session.written.lastIndexOf("\u001b[?25h")).toBeGreaterThan(
		session.written.lastIndexOf("\u001b[?25l"),
	);
});

test.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)(
	"%s gives the terminal back as it was",
	async (signal) => {
		const session = await dashboard();
		process.kill(session.pty.pid, signal);
		await session.ended;
		await session.until(() => !session.alternate, "the first screen");
		expect(session.written.lastIndexOf("\u001b[?25h")).toBeGreaterThan(
			session.written.lastIndexOf("\u001b[?25l"),
		);
	},
);

test("outlives a restart of the server: says so, and shows what happens afterwards", async () => {
	const session = await dashboard(160, 40);
	session.type("\r");
	await session.shows("七要素");
	await server.restart();
	const again = createZhenggaiClient({ url: server.url, token: server.token });
	const [row] = (await again.issues.list.query({ limit: 1 })).items;
	if (row === undefined) throw new Error("the sample has issues");
	const remark = `重启后核对 ${randomUUID().slice(0, 8)}`;
	const outcome = await again.issues.amendIssue.mutate({
		issueId: row.id,
		envelope: { expectedVersion: row.version },
		command: { type: "amendIssue", changes: { remarks: remark }, reason: "值班核对", importId: null },
	});
	expect(outcome).toMatchObject({ ok: true });
	await session.shows(remark, 60_000);
	await session.shows("实时", 60_000);
	await quit(session);
});
