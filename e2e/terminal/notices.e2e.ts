import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZhenggaiClient, type IssueRow } from "@zhenggai/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";
import { run } from "../support/terminal.ts";

let server: LiveServer;
let issue: IssueRow;
let statement: string;
let other: IssueRow;
let options: string[];
const here = () => ({ ZHENGGAI_DATA: server.dataDir });
const folder = mkdtempSync(join(tmpdir(), "zhenggai-notice-"));

beforeAll(async () => {
	server = await startServer();
	const client = createZhenggaiClient({ url: server.url, token: server.token });
	const { items } = await client.issues.list.query({ filter: { tier: "city" }, sort: "number", limit: 50 });
	const [first] = items;
	const second = items.find(
		(row) => row.region === first?.region && row.inspectionId === first.inspectionId && row.id !== first.id,
	);
	if (first === undefined || second === undefined)
		throw new Error("the sample has no two issues on one list");
	[issue, other] = [first, second];
	({ statement } = await client.issues.get.query({ issueId: issue.id }));
	options = ["--inspection", issue.inspectionId, "--region", issue.region, "--tier", "city"];
});
afterAll(() => server.stop());

const notice = (number: string, text: string, completion = "整改任务已全部完成，并通过验收。"): string =>
	[
		`关于生态环境保护督察反馈问题（第${number}项）整改完成情况的公示`,
		`整改任务：${text}`,
		"责任单位：云岭县人民政府",
		"整改时限：2026年12月底前",
		"整改目标：问题整改到位。",
		"整改措施：1.开展排查。2.完成治理。",
		`整改完成情况：${completion}`,
		"公示时间：2026年3月2日至2026年3月6日。公示期间如有异议，请与整改办联系。",
		"联系电话：0000-5000000",
	].join("\n");

const write = (name: string, text: string): string => {
	const file = join(folder, name);
	writeFileSync(file, text);
	return file;
};

describe("import of a notice", () => {
	test("shows the issue it goes to and changes nothing, then attaches it; again it proposes nothing", async () => {
		const file = write("公示.txt", notice(issue.number, statement));
		const look = await run(["import", file, "--dry-run", "--json", ...options], here());
		expect(look.code).toBe(0);
		expect(JSON.parse(look.out)).toMatchObject({
			summary: { new: 1, changed: 0, same: 0, refused: 0 },
			items: [{ key: "n1", issueId: issue.id, match: { by: "number", doubtful: false }, chosen: true }],
		});
		const table = await run(["import", file, "--dry-run", ...options], here());
		expect(table.out).toContain("按编号（表述100%）");
		expect(table.out).toContain("2026年3月2日至2026年3月6日");
		expect(table.out).toContain("公示5个工作日，不足10个工作日");
		const before = await run(["issues", "show", issue.id, "--json"], here());
		expect(JSON.parse(before.out).notices).toEqual([]);
		const done = await run(["import", file, "--apply", ...options], here());
		expect([done.code, done.err]).toEqual([0, expect.stringContaining("已附上：新增 1 份")]);
		const shown = await run(["issues", "show", issue.id], here());
		expect(shown.out).toContain("公示材料");
		expect(shown.out).toContain("整改任务已全部完成，并通过验收。");
		const english = await run(["issues", "show", issue.id, "--lang", "en"], here());
		expect(english.out).toContain("Published notices");
		const again = await run(["import", file, "--dry-run", "--json", ...options], here());
		expect(JSON.parse(again.out).summary).toEqual({ new: 0, changed: 0, same: 1, refused: 0 });
	});

	test("a corrected edition shows old and new", async () => {
		const file = write(
			"更正公示.txt",
			notice(issue.number, statement, "整改任务已全部完成，并通过市级验收。"),
		);
		const { out, code } = await run(["import", file, "--dry-run", ...options], here());
		expect(code).toBe(0);
		expect(out).toContain(
			"整改完成情况: 整改任务已全部完成，并通过验收。 → 整改任务已全部完成，并通过市级验收。",
		);
	});

	test("a number under another wording is doubted, and goes where --issue says", async () => {
		const file = write(
			"存疑公示.txt",
			notice(other.number, "某园区集中供热管线老化，沿途居民多次反映夜间蒸汽放空。"),
		);
		const look = await run(["import", file, "--dry-run", ...options], here());
		expect(look.code).toBe(1);
		expect(look.out).toContain("存疑");
		expect(look.out).toContain("NOTICE_DOUBTFUL");
		expect(look.out).toContain("某园区集中供热管线老化");
		const refused = await run(["import", file, "--apply", ...options], here());
		expect(refused.code).toBe(1);
		const sure = await run(["import", file, "--apply", ...options, "--issue", `n1=${other.id}`], here());
		expect([sure.code, sure.err]).toEqual([0, expect.stringContaining("新增 1 份")]);
		const shown = await run(["issues", "show", other.id, "--json"], here());
		expect(JSON.parse(shown.out).notices).toHaveLength(1);
	});

	test("an item that the document has not is a usage error that names those it has", async () => {
		const file = write("公示二.txt", notice(issue.number, statement));
		const { code, err } = await run(["import", file, "--dry-run", ...options, "--issue", "n7=1"], here());
		expect(code).toBe(2);
		expect(err).toContain("n1");
	});
});

describe("notices", () => {
	test("are listed with their ids and taken off again with a reason; the history keeps them", async () => {
		const text = notice(other.number, "又一处表述不同的问题，附错了。");
		const file = write("附错的公示.txt", text.replace("整改完成情况的公示", "整改销号公示"));
		const put = await run(["import", file, "--apply", ...options, "--issue", `n1=${other.id}`], here());
		expect(put.code).toBe(0);
		const listed = await run(["notices", "list", other.id, "--plain", "--no-headers"], here());
		expect(listed.out).toContain("附错的公示.txt");
		const detach = ["notices", "detach", other.id];
		const silent = await run([...detach, "附错的公示.txt"], here());
		expect([silent.code, silent.err]).toEqual([2, expect.stringContaining("--reason")]);
		const unsure = await run([...detach, "--reason", "附错了问题"], here());
		expect([unsure.code, unsure.err]).toEqual([2, expect.stringContaining("存疑公示.txt")]);
		const off = await run([...detach, "附错的公示.txt", "--reason", "附错了问题"], here());
		expect([off.code, off.err]).toEqual([0, expect.stringContaining("已取下")]);
		const after = await run(["notices", "list", other.id, "--plain"], here());
		expect(after.out).toContain("已取下：附错了问题");
		const gone = await run([...detach, "附错的公示.txt", "--reason", "再次取下"], here());
		expect(gone.code).toBe(3);
		const last = await run([...detach, "--reason", "只剩这一份", "--lang", "en"], here());
		expect([last.code, last.err]).toEqual([0, expect.stringContaining("Taken off")]);
	});
});
