import { createZhenggaiClient, type ZhenggaiClient } from "@zhenggai/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";
import { run, Session } from "../support/terminal.ts";

let server: LiveServer;
let client: ZhenggaiClient;
const open: Session[] = [];
const here = () => ({ ZHENGGAI_DATA: server.dataDir });

beforeAll(async () => {
	server = await startServer();
	client = createZhenggaiClient({ url: server.url, token: server.token });
});
afterAll(async () => {
	for (const session of open) session.pty.kill("SIGKILL");
	await server.stop();
});

/** The dashboard on its screen of complaints, as somebody on the server's own machine opens it. */
async function complaints(columns = 160, rows = 40): Promise<Session> {
	const session = new Session([], here(), columns, rows);
	open.push(session);
	await session.shows("实时");
	session.type("c");
	await session.until(
		(text) => text.includes("信访件") && text.includes("督察合计"),
		"the complaints and their sum",
	);
	return session;
}

async function quit(session: Session) {
	session.type("q");
	expect((await session.ended).exitCode).toBe(0);
}

/** How many rows the current list has, from the position in the title. */
const countOn = (text: string): number => Number(/\d+ \/ (\d+)/.exec(text)?.[1] ?? "-1");
const totalOf = async (filter: Parameters<typeof client.complaints.list.query>[0]["filter"]) =>
	(await client.complaints.list.query({ filter, limit: 1 })).total.count;
const percent = (share: number | null) => `${((share ?? 0) * 100).toFixed(1)}%`;

/** A complaint whose receipt number no other one mentions, so that it can be filtered for. */
async function lonely(status: "open" | "stageClosed" | "closed") {
	const { items } = await client.complaints.list.query({ filter: { statuses: [status] }, limit: 200 });
	for (const row of items) {
		if (row.receiptNumber !== null && (await totalOf({ text: row.receiptNumber })) === 1)
			return { ...row, receiptNumber: row.receiptNumber };
	}
	throw new Error(`the sample has a complaint that is ${status}`);
}

/** A complaint of the sample that repeats or cites another one which may be opened. */
async function related() {
	const { items } = await client.complaints.list.query({ limit: 200 });
	for (const { id, receiptNumber } of items.filter(({ relationCount }) => relationCount > 0)) {
		if (receiptNumber === null || (await totalOf({ text: receiptNumber })) > 1) continue;
		const { relations, relatedBy } = await client.complaints.get.query({ complaintId: id });
		const other = relations[0]?.complaint;
		if (other?.open === true && other.receiptNumber !== null)
			return { receiptNumber, other: other.receiptNumber, links: relations.length + relatedBy.length };
	}
	throw new Error("the sample has a complaint with a relation");
}

test("shows the list, its sections and both closure rates, each by its name", async () => {
	const session = await complaints();
	const all = await client.complaints.list.query({ limit: 1 });
	await session.shows(`1 / ${all.total.count}`);
	await session.shows(`2 未办结 ${await totalOf({ statuses: ["open"] })}`);
	const [row] = all.items;
	const { rates } = await client.complaints.totals.query({ inspectionId: row?.inspectionId ?? "" });
	await session.shows(`办结率（只计已办结） ${percent(rates.strict)}`);
	await session.shows(`办结率（含阶段性办结） ${percent(rates.broad)}`);
	session.type("t");
	await session.until((text) => text.includes("分地区") && text.includes("核对"), "the panel of totals");
	expect(session.text()).toMatch(/DATA-05/);
	session.type("q2");
	const openOnes = await totalOf({ statuses: ["open"] });
	await session.until((text) => countOn(text) === openOnes, "the open ones");
	session.type("i");
	await session.shows("整改台账");
	await quit(session);
});

test("goes there and back by command too, and keeps each list's own filter", async () => {
	const session = await complaints();
	session.type("/属实:不属实\r");
	const untrue = await totalOf({ verdicts: ["untrue"] });
	await session.until((text) => countOn(text) === untrue, "the untrue ones");
	session.type(":issues\r");
	await session.until(
		(text) => text.includes("整改台账") && !text.includes("筛选 /"),
		"the ledger without the filter of the complaints",
	);
	session.type(":complaints\r");
	await session.shows("筛选 /属实:不属实");
	session.type("\u001b");
	const all = await totalOf({});
	await session.until((text) => countOn(text) === all, "all again");
	session.type("/属实:乱写\r");
	await session.shows("“属实”没有“乱写”这个值");
	await quit(session);
});

test("G reads from behind, gg from the start", async () => {
	const session = await complaints();
	const all = await totalOf({});
	session.type("G");
	await session.until((text) => new RegExp(`(${all} / ${all}|倒数 1 / ${all})`).test(text), "the last one");
	session.type("gg");
	await session.shows(`1 / ${all}`);
	await quit(session);
});

test("a relation is followed and left again by the way one came", async () => {
	const { receiptNumber, other, links } = await related();
	const session = await complaints(160, 60);
	const opened = (receipt: string) =>
		session.until((text) => new RegExp(`│ ${receipt}  [A-Z] `).test(text), `${receipt} in the detail`);
	session.type(`/${receiptNumber}\r`);
	await session.shows(`筛选 /${receiptNumber}`);
	await opened(receiptNumber);
	session.type("f");
	if (links > 1) {
		await session.shows("的关联   Enter 打开");
		session.type("\r");
	}
	await opened(other);
	expect(session.text()).toMatch(/│< /);
	session.type("\u001b");
	await opened(receiptNumber);
	expect(session.text()).not.toMatch(/│< /);
	await quit(session);
});

test("shows what somebody else changes: the row, the sum and the history, without a key", async () => {
	const session = await complaints(160, 60);
	const row = await lonely("open");
	session.type(`/${row.receiptNumber}\r`);
	await session.shows(`筛选 /${row.receiptNumber}`);
	session.type("\r");
	await session.shows("未办结");
	const before = await client.complaints.totals.query({ inspectionId: row.inspectionId });
	const outcome = await client.complaints.amendComplaint.mutate({
		complaintId: row.id,
		envelope: { expectedVersion: row.version },
		command: {
			type: "amendComplaint",
			changes: { status: "closed" },
			reason: "夜间回访核实",
			source: null,
			importId: null,
		},
	});
	expect(outcome).toMatchObject({ ok: true });
	await session.shows("C 办结", 5000);
	const after = await client.complaints.totals.query({ inspectionId: row.inspectionId });
	expect(after.rates.strict).toBeGreaterThan(before.rates.strict ?? 1);
	await session.shows(percent(after.rates.strict), 5000);
	session.type("G");
	await session.shows("夜间回访核实");
	await quit(session);
});

test("a correction takes one line and one Enter; what cannot be read is said where it was typed", async () => {
	const session = await complaints();
	const row = await lonely("stageClosed");
	session.type(`/${row.receiptNumber}\r`);
	await session.shows(`筛选 /${row.receiptNumber}`);
	await session.until((text) => countOn(text) === 1, "that one");
	session.type("e");
	await session.shows("写“字段:值”和理由");
	session.type("状态:已办结\r");
	await session.shows("请在后面写上理由");
	session.type(" 县环境局回访核实\r");
	await session.shows("是否办结 → 已办结。理由：县环境局回访核实");
	session.type("\r");
	await session.shows(`已更正信访件：${row.receiptNumber}`);
	const { elements } = await client.complaints.get.query({ complaintId: row.id });
	expect(elements.status).toBe("closed");
	await quit(session);
});

test("withdrawing needs the receipt number, and takes it off the list and the sum", async () => {
	const session = await complaints();
	const row = await lonely("closed");
	const before = await totalOf({});
	session.type(`/${row.receiptNumber}\r`);
	await session.until((text) => countOn(text) === 1, "that one");
	session.type("a");
	await session.shows("可办事项");
	session.type("jj\r");
	await session.shows("写撤销的理由");
	session.type("重复登记\r");
	await session.shows(`输入编号 ${row.receiptNumber} 确认`);
	session.type("不对\r");
	await session.shows("编号不符");
	session.type(`\u0015${row.receiptNumber}\r`);
	await session.shows(`已撤销信访件：${row.receiptNumber}`);
	session.type("\u001b\u001b");
	await session.until((text) => countOn(text) === before - 1, "one less");
	await session.shows(`督察合计 ${before - 1}件`);
	await quit(session);
});

test("follows the window down to 60 columns and keeps both rates in sight", async () => {
	const session = await complaints(140, 32);
	session.type("jjj");
	await session.shows("4 / ");
	for (const [columns, rows] of [
		[80, 24],
		[60, 24],
		[200, 50],
	] as const) {
		session.resize(columns, rows);
		await session.until(
			(text) => text.includes("4 / ") && /只计已办结\S* \d/.test(text) && /含阶段性\S* \d/.test(text),
			`the complaints at ${columns} columns`,
		);
		await session.until(
			() => session.lines().filter((line) => line.includes("信访件")).length === 1,
			"one title",
		);
	}
	await quit(session);
});

test("a role that may not see complaints gets no screen of them", async () => {
	const [region] = await client.responsibilities.listRegions.query({});
	const { items: units } = await client.responsibilities.listUnits.query({ limit: 1 });
	const made = await run(
		[
			"keys",
			"create",
			"牵头单位",
			"--verbs",
			"read",
			"--role",
			"leadUnit",
			"--unit",
			units[0]?.name ?? "",
			"--region",
			units[0]?.region ?? region?.code ?? "",
			"--json",
		],
		here(),
	);
	expect([made.code, made.err]).toEqual([0, expect.stringContaining("密钥")]);
	const { key } = JSON.parse(made.out);
	const env = { ZHENGGAI_SERVER: server.url, ZHENGGAI_TOKEN: key, ZHENGGAI_DATA: "/nonexistent" };
	const session = new Session([], env, 140, 32);
	open.push(session);
	await session.shows("实时");
	expect(session.text()).not.toContain("c 举报");
	session.type("c");
	session.type(":complaints\r");
	await session.shows("当前角色不能查看信访件");
	expect(session.text()).toContain("整改台账");
	await quit(session);
	const listed = await run(["complaints", "list"], env);
	expect(listed.code).toBe(4);
});

test("on the command line: filtered, ordered, by chosen columns, with its journal; a mistake ends with 2", async () => {
	const asked = [
		"complaints",
		"list",
		"--filter",
		"!属实:不属实",
		"--sort",
		"-receipt",
		"--columns",
		"受理编号,status",
		"--csv",
		"--limit",
		"all",
	];
	const { code, out } = await run(asked, here());
	const { items } = await client.complaints.list.query({
		filter: { verdicts: ["true", "mostlyTrue", "partlyTrue"] },
		sort: "receipt",
		descending: true,
		limit: 200,
	});
	expect(code).toBe(0);
	expect(
		out
			.trim()
			.split("\r\n")
			.slice(1)
			.map((line) => line.split(",")[0]),
	).toEqual(items.map(({ receiptNumber }) => receiptNumber));
	const { receiptNumber } = await related();
	const shown = JSON.parse((await run(["complaints", "show", receiptNumber, "--json"], here())).out);
	expect(shown.history.length).toBeGreaterThan(0);
	expect((await run(["complaints", "history", receiptNumber], here())).out).toContain("登记");
	expect((await run(["complaints", "list", "--filter", "状态:乱写"], here())).code).toBe(2);
	expect((await run(["complaints", "list", "--columns", "乱写"], here())).code).toBe(2);
	const report = await run([], here());
	expect(report.out).toMatch(/信访件[\s\S]*未办结\t\d+/);
});
