import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZhenggaiClient } from "@zhenggai/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";
import { run } from "../support/terminal.ts";

let server: LiveServer;
const here = () => ({ ZHENGGAI_DATA: server.dataDir });

beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.stop());

const plan = `附件
兰江市整改方案

一、云岭县城区污水管网错接混接，生活污水直排青溪河。
责任单位：云岭县人民政府
督导单位：兰江市生态环境局
整改时限：2027年6月底前
整改目标：城区生活污水集中收集率达到70%以上。
整改措施：
（一）完成12公里管网改造。
（二）建立日常巡查制度。
`;

test("into a pipe the program without a command prints a plain report and ends with 0", async () => {
	const { code, out } = await run([], here());
	expect(code).toBe(0);
	expect(out).toContain("整改台账");
	expect(out).toMatch(/逾期\t\d+/);
	expect(out).not.toContain("\u001b");
});

test("issues list --json is one JSON object with the rows of the API", async () => {
	const { code, out } = await run(["issues", "list", "--json", "--limit", "5", "--sort", "number"], here());
	const client = createZhenggaiClient({ url: server.url, token: server.token });
	const page = await client.issues.list.query({ limit: 5, sort: "number" });
	expect(code).toBe(0);
	expect(JSON.parse(out)).toMatchObject({ items: page.items, total: page.total });
});

test("in-tray tells what waits for whoever asks, and why", async () => {
	const client = createZhenggaiClient({ url: server.url, token: server.token });
	const { rows } = await client.inTray.list.query({ limit: 200 });
	const { code, out } = await run(["in-tray", "--json", "--limit", "all"], here());
	expect(code).toBe(0);
	const { items, count } = JSON.parse(out);
	expect(items).toEqual(rows);
	expect(count.total).toEqual({ count: rows.length, exact: true });
	const late = JSON.parse((await run(["in-tray", "--overdue", "--json"], here())).out).items;
	expect(late).toEqual(rows.filter(({ lateness }) => lateness === "overdue").slice(0, 50));
	expect((await run(["in-tray", "--lang", "en"], here())).out.split("\n")[0]).toMatch(/^Due\t/);
	const wrong = await run(["in-tray", "--kind", "nonsense"], here());
	expect(wrong.code).not.toBe(0);
	expect(wrong.err).toContain("reviewPlan");
});

test("every listing is also plain, CSV and without headings", async () => {
	const plain = await run(["issues", "list", "--limit", "3"], here());
	expect(plain.out.split("\n")[0]).toMatch(/^编号\t/);
	const csv = await run(["issues", "list", "--csv", "--columns", "number,反馈问题", "--limit", "3"], here());
	expect(csv.out.split("\r\n")[0]).toBe("编号,反馈问题");
	const bare = await run(["units", "list", "--no-headers", "--lang", "en"], here());
	expect(bare.out).not.toContain("Name\t");
	const rules = JSON.parse((await run(["rules", "--json"], here())).out);
	expect(rules.items.map((rule: { id: string }) => rule.id)).toContain("PLAN-01");
});

test("issues show and history find an issue by its number and by its id", async () => {
	const { out } = await run(["issues", "list", "--json", "--limit", "1"], here());
	const [item] = JSON.parse(out).items;
	const shown = await run(["issues", "show", item.id], here());
	expect(shown.code).toBe(0);
	expect(shown.out).toContain("七要素");
	const byId = await run(["issues", "show", item.id, "--json"], here());
	expect(JSON.parse(byId.out).row.id).toBe(item.id);
	const history = await run(["issues", "history", item.id, "--json"], here());
	expect(JSON.parse(history.out).items.length).toBeGreaterThan(0);
});

describe("exit codes", () => {
	test("2: an unknown option, with the right one named", async () => {
		const { code, out, err } = await run(["issues", "list", "--fliter", "x"], here());
		expect([code, out]).toEqual([2, ""]);
		expect(err).toContain("--filter");
	});

	test("2: a filter that means nothing", async () => {
		expect((await run(["issues", "list", "--filter", "状态:不存在"], here())).code).toBe(2);
	});

	test("3: no such issue", async () => {
		expect((await run(["issues", "show", "没有这个编号"], here())).code).toBe(3);
		expect((await run(["issues", "show", "01980000-0000-7000-8000-000000000000"], here())).code).toBe(3);
	});

	test("4: a wrong token, with the way out", async () => {
		const { code, err } = await run(["issues", "list", "--server", server.url, "--token", "wrong"], {
			ZHENGGAI_DATA: mkdtempSync(join(tmpdir(), "zhenggai-none-")),
		});
		expect(code).toBe(4);
		expect(err).toContain("--token");
	});

	test("4: a token file that others can read", async () => {
		const folder = mkdtempSync(join(tmpdir(), "zhenggai-open-"));
		const path = join(folder, "local.json");
		writeFileSync(path, JSON.stringify({ url: server.url, token: server.token, pid: 1 }));
		chmodSync(path, 0o644);
		const { code, err } = await run(["issues", "list"], { ZHENGGAI_DATA: folder });
		expect(code).toBe(4);
		expect(err).toContain(path);
	});

	test("5: no server, with the way out", async () => {
		const none = await run(["issues", "list"], {
			ZHENGGAI_DATA: mkdtempSync(join(tmpdir(), "zhenggai-none-")),
		});
		expect(none.code).toBe(5);
		expect(none.err).toContain("pnpm start");
		const refused = await run(["issues", "list", "--server", "http://127.0.0.1:9"], here());
		expect(refused.code).toBe(5);
	});
});

test("the operator of this machine makes sign-in links and keys; a key reads and cannot do more than it may", async () => {
	const [user] = await createZhenggaiClient({
		url: server.url,
		token: server.token,
	}).access.listUsers.query();
	const link = await run(["sign-in-link", user?.username ?? ""], here());
	expect(link.code).toBe(0);
	expect(link.out.trim()).toMatch(/^http\S+token=\S+$/);
	const made = await run(["keys", "create", "值班大屏", "--verbs", "read", "--days", "7", "--json"], here());
	const { key, row } = JSON.parse(made.out);
	const env = { ZHENGGAI_SERVER: server.url, ZHENGGAI_TOKEN: key, ZHENGGAI_DATA: "/nonexistent" };
	expect((await run(["issues", "list", "--json"], env)).code).toBe(0);
	expect((await run(["keys", "list"], env)).code).toBe(4);
	expect((await run(["keys", "revoke", row.id], here())).code).toBe(0);
	expect((await run(["issues", "list"], env)).code).toBe(4);
});

test("parse needs neither server nor database", async () => {
	const file = join(mkdtempSync(join(tmpdir(), "zhenggai-plan-")), "方案.txt");
	writeFileSync(file, plan);
	const { code, out } = await run(["parse", file, "--json"], { ZHENGGAI_DATA: "/nonexistent" });
	expect(code).toBe(0);
	const read = JSON.parse(out);
	expect(read.kind).toBe("plan");
	expect(read.issues).toHaveLength(1);
	expect(read.issues[0]).toMatchObject({ seq: 1, deadline: { date: "2027-06-30" } });
	expect((await run(["parse", "/no/such/file"], here())).code).toBe(3);
});

test("import shows first and changes nothing, then applies; again it proposes nothing", async () => {
	const file = join(mkdtempSync(join(tmpdir(), "zhenggai-plan-")), "方案.txt");
	writeFileSync(file, plan);
	const client = createZhenggaiClient({ url: server.url, token: server.token });
	const [inspection] = await client.issues.listInspections.query();
	const before = (await client.issues.list.query({ limit: 1 })).total.count;
	const options = ["--inspection", inspection?.id ?? "", "--create-units"];
	const look = await run(["import", file, "--dry-run", "--json", ...options], here());
	expect(JSON.parse(look.out).summary).toMatchObject({ new: 1 });
	expect((await client.issues.list.query({ limit: 1 })).total.count).toBe(before);
	const done = await run(["import", file, "--apply", ...options], here());
	expect([done.code, done.err]).toEqual([0, expect.stringContaining("新增 1")]);
	expect((await client.issues.list.query({ limit: 1 })).total.count).toBe(before + 1);
	const again = await run(["import", file, "--dry-run", "--json", ...options], here());
	expect(JSON.parse(again.out).summary).toMatchObject({ new: 0, changed: 0, same: 1 });
});

test("doctor finds everything in order", async () => {
	const { code, out } = await run(["doctor", "--json"], here());
	expect(JSON.parse(out)).toMatchObject({ ok: true });
	expect(code).toBe(0);
});

test.each(["bash", "zsh", "fish"])("completion for %s names every command", async (shell) => {
	const { out } = await run(["completion", shell], here());
	for (const word of ["issues", "parse", "import", "sign-in-link", "--filter".replace("--", "")])
		expect(out).toContain(word);
});
