import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startReporting } from "../client/reporting.ts";
import { run, Session } from "../support/terminal.ts";

let ledger: Awaited<ReturnType<typeof startReporting>>;
let state: string;
const open: Session[] = [];

beforeAll(async () => {
	ledger = await startReporting();
	state = mkdtempSync(join(tmpdir(), "zhenggai-state-"));
});
afterAll(async () => {
	for (const session of open) session.pty.kill("SIGKILL");
	await ledger.stop();
	rmSync(state, { recursive: true, force: true });
});

/** The dashboard of whoever has the key, at its in-tray. */
async function inTray(key: string): Promise<Session> {
	const env = { ZHENGGAI_SERVER: ledger.url, ZHENGGAI_TOKEN: key, XDG_STATE_HOME: state };
	const session = new Session([], env, 150, 44);
	open.push(session);
	await session.shows("实时");
	session.type("w");
	await session.shows("[1 全部");
	return session;
}

/** Opens the list of what can be done, narrowed down to a word, and chooses what is left. */
async function choose(session: Session, word: string): Promise<void> {
	session.type("a");
	await session.shows("可办事项   Enter");
	session.type(`/${word}`);
	await session.shows(` /${word}`);
	session.type("\r");
}

/** Closes the program and says how it ended. */
async function quit(session: Session): Promise<number> {
	session.type("\u0003");
	return (await session.ended).exitCode;
}

test("a unit takes an assignment on, keeps a draft and reports, and is told by which rule it may not close", async () => {
	const photo = join(state, "封堵后.jpg");
	writeFileSync(photo, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 3)]));
	const about = ["--kind", "photoAfter", "--measure", "1"];
	const keys = { ZHENGGAI_SERVER: ledger.url, ZHENGGAI_TOKEN: ledger.key };
	const sent = await run(["evidence", "upload", ledger.issueId, photo, ...about], keys);
	expect(sent.code).toBe(0);
	const session = await inTray(ledger.key);
	await session.shows("3 待签收 1");
	session.type("3");
	await session.until((text) => />\s+- 无期限\s+待签收/.test(text), "the one to be taken on");
	session.type("\r");
	await session.shows("Enter 办理   a 其他事项");
	session.type("\r");
	await session.shows("签收本问题的责任单位责任");
	session.type("\r");
	await session.shows("已签收认领");
	await session.shows("3 待签收 0");

	session.type("1");
	await session.until((text) => />\s+L 还有5天\s+进展待填报/.test(text), "the report");
	session.type("\r");
	await session.until(
		(text) => text.includes("Enter 办理   a 其他事项") && text.includes("进展待填报  2025年3月25日"),
		"the item",
	);
	session.type("\r");
	await session.shows("调度周期 2025-03");
	session.type("完成两处直排口封堵");
	await session.shows("本期进展 > 完成两处直排口封堵");
	session.type("\u001b");
	await session.shows("草稿保留");
	session.type("\r");
	await session.shows("已取回");
	await session.shows("本期进展 > 完成两处直排口封堵");
	session.type("\u0013");
	await session.shows("! 必须填写");
	session.type("1");
	await session.shows("(*) 能按期完成");
	session.type("\u0013");
	await session.shows("已办理 填报进展");
	await session.until((text) => text.includes("没有待办"), "an empty in-tray");
	const { progress } = await ledger.now();
	expect(progress.unanswered).toEqual([]);
	expect(progress.reports.at(-1)?.content).toMatchObject({
		progress: "完成两处直排口封堵",
		forecast: "onTime",
	});

	session.type("i");
	await session.until((text) => text.includes("整改台账  待办 0"), "the ledger with the count");
	session.type("/污泥\r");
	await session.until((text) => / 1 \/ 1/.test(text) && text.includes("[下一步]"), "the issue alone");
	await choose(session, "报告节点完成");
	await session.shows("直排口封堵完成");
	session.type("1\r\u0015\u00152025-03-19\r");
	await session.shows("封堵后.jpg");
	session.type(" ");
	await session.shows("[x] 整改后照片");
	session.type("\u0013");
	await session.shows("已办理 报告节点完成");
	await choose(session, "自查");
	await session.until(
		(text) =>
			["现在不能自查通过", "EV-01", "如何解决：", "谁能办理："].every((words) => text.includes(words)),
		"the rule, what clears it, and who",
	);
	expect(await quit(session)).toBe(0);
});

test("an office urges with a letter written for it, sees why a program may not issue it, and verifies", async () => {
	const session = await inTray(ledger.officeKey);
	session.type("i");
	await session.shows("整改台账");
	session.type("/污泥\r");
	await session.until((text) => / 1 \/ 1/.test(text) && text.includes("[下一步]"), "the issue alone");
	await choose(session, "拟制提醒函");
	await session.shows("关于加快第二项问题整改的提醒函");
	await session.shows("一、对照整改方案逐项核对措施和节点");
	session.type("\u0013");
	await session.shows("! 必须填写");
	session.type("汛期临近，请加快进度");
	session.type("\u0013");
	await session.shows("RSP-03");
	await session.shows("拟稿已存");
	await session.shows("下一步");
	await choose(session, "提醒函：待制发");
	await session.until((text) => /x 制发\s+督办文书只能由具名人员制发/.test(text), "why it cannot be issued");
	session.type("\u001b");
	await session.until((text) => !text.includes("x 制发"), "the panes again");

	await choose(session, "核实节点");
	await session.shows("直排口封堵完成");
	await session.shows("报告于2025年3月19日完成");
	session.type("\r1");
	await session.shows("(*) 核实属实");
	session.type("\u0013");
	await session.shows("! 编号不符");
	session.type("二");
	session.type("\u0013");
	await session.shows("已办理 核实节点");
	const { progress } = await ledger.now();
	expect(progress.milestones.map(({ reach }) => reach)).toContain("verified");
	expect(await quit(session)).toBe(0);
});

test("without a terminal the same items are lines, and one object for programs", async () => {
	const env = { ZHENGGAI_SERVER: ledger.url, ZHENGGAI_TOKEN: ledger.officeKey };
	const json = await run(["in-tray", "--json"], env);
	const { items, count } = JSON.parse(json.out);
	expect(count.total.count).toBe(items.length);
	const plain = await run(["in-tray"], env);
	expect(plain.out.trim().split("\n")).toHaveLength(items.length + 1);
});
