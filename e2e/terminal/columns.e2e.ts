import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LiveServer, startServer } from "../support/server.ts";
import { run } from "../support/terminal.ts";

let server: LiveServer;
const folder = mkdtempSync(join(tmpdir(), "zhenggai-columns-"));
beforeAll(async () => {
	server = await startServer();
}, 60_000);
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await server.stop();
});

/** `parse` needs no server. */
const NOWHERE = { ZHENGGAI_DATA: "/nonexistent" };

const zhenggai = (...args: string[]) =>
	run(args, { ZHENGGAI_SERVER: server.url, ZHENGGAI_TOKEN: server.token });

function sheet(name: string, river: string): string {
	const path = join(folder, name);
	const rows = [
		"市里的台账",
		"序号,反馈问题,哪家来办,啥时候弄完",
		`1,${river}入河排污口整治不彻底，雨季溢流问题突出。,兰江市水务局,2027年6月底前`,
	];
	writeFileSync(path, rows.join("\n"));
	return path;
}

const MAPPED = ["--map", "反馈问题=statement", "--map", "哪家来办=责任单位", "--map", "啥时候弄完=deadline"];

describe("columns on the command line", () => {
	test("parse says which it does not know, and reads them as it is told", async () => {
		const file = sheet("一月.csv", "甲河");
		const plain = await run(["parse", file], NOWHERE);
		expect([plain.code, plain.err]).toEqual([0, expect.stringContaining("--map '")]);
		expect(plain.err).toContain("哪家来办  兰江市水务局");
		const mapped = await run(["parse", file, "--json", ...MAPPED], NOWHERE);
		expect(JSON.parse(mapped.out).issues).toMatchObject([
			{ seq: 1, responsibleUnits: ["兰江市水务局"], deadline: { date: "2027-06-30" } },
		]);
	});

	test.each([
		{
			name: "a column that is not there",
			map: ["没有的列=deadline"],
			says: "没有这一列：没有的列。有：序号",
		},
		{ name: "a field that is not there", map: ["序号=什么"], says: "responsibleUnits" },
		{ name: "two columns for one date", map: ["序号=deadline", "哪家来办=整改时限"], says: "只能对应一列" },
		{ name: "fields of both kinds of tables", map: ["序号=deadline", "哪家来办=verdict"], says: "不能混用" },
		{ name: "half a mapping", map: ["哪家来办"], says: "列名=字段" },
	])("$name is a mistake of the command", async ({ map, says }) => {
		const file = sheet("错.csv", "甲河");
		const { code, err } = await run(["parse", file, ...map.flatMap((one) => ["--map", one])], NOWHERE);
		expect([code, err]).toEqual([2, expect.stringContaining(says)]);
	});

	test("import remembers them, reads the next file so by itself, and forgets them", async () => {
		const first = await zhenggai("import", sheet("一月.csv", "甲河"), "--dry-run", "--remember", ...MAPPED);
		expect(first.err).toContain("已记住这种表头的对应");
		const { items } = JSON.parse((await zhenggai("layouts", "list", "--json")).out);
		expect(items).toMatchObject([
			{ kind: "plan", columns: [{}, {}, { words: "哪家来办", field: "responsibleUnits" }, {}] },
		]);
		const [{ layout }] = items;
		const second = await zhenggai("import", sheet("二月.csv", "乙河"), "--dry-run");
		expect(second.err).toContain("问题 1");
		expect(second.err).toContain(`zhenggai layouts forget ${layout}`);

		expect((await zhenggai("layouts", "forget", "0000")).code).toBe(3);
		expect((await zhenggai("layouts", "forget", layout.slice(0, 6))).code).toBe(0);
		const third = await zhenggai("import", sheet("三月.csv", "丙河"), "--dry-run");
		expect(third.err).toContain("未识别的列");
	});
});
