import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZhenggaiClient } from "@zhenggai/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";
import { run } from "../support/terminal.ts";

let server: LiveServer;
const here = () => ({ ZHENGGAI_DATA: server.dataDir });
const folder = mkdtempSync(join(tmpdir(), "zhenggai-imports-"));
const file = join(folder, "整改方案.txt");

const plan = (goal: string) => `附件
岚江省整改方案

一、云岭县城区污水管网错接混接，生活污水直排青溪河。
责任单位：云岭县人民政府
督导单位：兰江市生态环境局
整改时限：2027年6月底前
整改目标：${goal}
整改措施：
（一）完成12公里管网改造。

二、青石片区渣库防渗层破损，下游断面镉、锌多次超标。
责任单位：青石矿业公司
督导单位：兰江市生态环境局
整改时限：2027年12月底前
整改目标：渣库渗漏得到控制，断面稳定达标。
整改措施：
（一）重做防渗层并通过检测。
`;
const options = ["--inspection", "第四轮省级督察（样例）", "--region", "680000", "--create-units"];

beforeAll(async () => {
	server = await startServer();
	writeFileSync(file, plan("城区生活污水集中收集率达到70%以上。"));
	const added = await run(["inspections", "add", "第四轮省级督察（样例）", "--kind", "省级督察"], here());
	expect(added.code).toBe(0);
});
afterAll(() => server.stop());

test("an import is listed, undone with a reason, and the same document is new again", async () => {
	const brought = await run(["import", file, "--apply", ...options], here());
	expect([brought.code, brought.err]).toEqual([0, expect.stringContaining("新增 2 条")]);
	const listed = await run(["imports"], here());
	expect(listed.out).toMatch(
		/^文件\t类型\t状态\t新增\t变更\t经办\t时间\t标识\n整改方案\.txt\t整改方案.*\t已入账\t2\t0\t/,
	);
	const { items } = JSON.parse((await run(["imports", "--json"], here())).out);
	const id: string = items[0].id;

	const look = await run(["imports", "undo", id, "--dry-run"], here());
	expect(look.code).toBe(0);
	expect(look.out).toContain("登记作废");
	expect(look.out).toContain("登记作废 2，恢复 0，无需处理 0，受阻 0");
	expect(look.out).toContain("保留");
	const english = await run(["imports", "undo", id, "--dry-run", "--lang", "en"], here());
	expect(english.out).toContain("2 voided, 0 as before, 0 with nothing to do, 0 obstructed");
	const silent = await run(["imports", "undo", "整改方案.txt", "--apply"], here());
	expect([silent.code, silent.err]).toEqual([2, expect.stringContaining("--reason")]);
	expect((await run(["imports", "undo", id], here())).code).toBe(2);
	expect((await run(["imports", "undo", "没有的文件.docx", "--dry-run"], here())).code).toBe(3);

	const undone = await run(["imports", "undo", "整改方案.txt", "--apply", "--reason", "导错了文件"], here());
	expect([undone.code, undone.err]).toEqual([0, expect.stringContaining("登记作废 2 条")]);
	expect((await run(["imports"], here())).out).toContain("\t已撤销\t");
	const again = await run(["imports", "undo", id, "--apply", "--reason", "再来一次"], here());
	expect([again.code, again.err]).toEqual([1, expect.stringContaining("IMPORT_UNDONE")]);
	const anew = await run(["import", file, "--dry-run", "--json", ...options], here());
	expect(JSON.parse(anew.out).summary).toMatchObject({ new: 2, changed: 0, same: 0 });
});

test("what is in the way is told line by line: number, what, who, when, and what clears it", async () => {
	expect((await run(["import", file, "--apply", ...options], here())).code).toBe(0);
	writeFileSync(file, plan("城区生活污水集中收集率达到80%以上。"));
	const later = await run(["import", file, "--apply", ...options], here());
	expect([later.code, later.err]).toEqual([0, expect.stringContaining("更正 1 条")]);
	const { items } = JSON.parse((await run(["imports", "--json"], here())).out);
	const [second, first] = items;

	const client = createZhenggaiClient({ url: server.url, token: server.token });
	const preview = await client.issues.previewUndoImport.query({ importId: first.id });
	expect(preview.items[0]?.obstacles).toMatchObject([{ rule: "LATER_IMPORT", importId: second.id }]);
	const look = await run(["imports", "undo", first.id, "--dry-run"], here());
	expect(look.code).toBe(1);
	expect(look.out).toContain("! 一 LATER_IMPORT");
	expect(look.out).toContain("先撤销导入“整改方案.txt”");
	const back = await run(["imports", "undo", second.id, "--dry-run"], here());
	expect(back.out).toContain(
		"一 整改目标: 城区生活污水集中收集率达到80%以上。 → 城区生活污水集中收集率达到70%以上。",
	);
	const refused = await run(["imports", "undo", first.id, "--apply", "--reason", "导错了文件"], here());
	expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("第一项")]);
	for (const one of [second, first]) {
		const { code } = await run(["imports", "undo", one.id, "--apply", "--reason", "导错了文件"], here());
		expect(code).toBe(0);
	}
});
