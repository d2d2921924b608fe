import { describe, expect, test } from "vitest";
import { CommandError } from "./exit.ts";
import { type ListColumn, listRows, type RowProblem, rowsError } from "./list-file.ts";

const COLUMNS: readonly ListColumn<"code" | "name" | "note">[] = [
	{ key: "code", names: ["代码", "code", "区划代码"], required: true },
	{ key: "name", names: ["名称", "name"], required: true },
	{ key: "note", names: ["备注", "note"], required: false },
];
const table = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));
const read = (...rows: string[][]) => {
	const problems: RowProblem[] = [];
	return { rows: listRows(table(...rows), COLUMNS, problems), problems };
};

describe("the rows of a list", () => {
	test.each([
		{ name: "without a heading, in the order of the columns", rows: [["680000", "岚江省", ""]], line: 1 },
		{
			name: "with one, in any order",
			rows: [
				["名称", "代码"],
				["岚江省", "680000"],
			],
			line: 2,
		},
		{
			name: "with unknown columns between",
			rows: [
				["序号", "区划代码 *", "人口", "NAME"],
				["1", "680000", "9", "岚江省"],
			],
			line: 2,
		},
	])("$name", ({ rows, line }) => {
		expect(read(...rows)).toEqual({
			rows: [{ line, values: { code: "680000", name: "岚江省" } }],
			problems: [],
		});
	});

	test("a required value that is missing and a cell too many are told with their row", () => {
		const { problems } = read(["680000", ""], ["680100", "青屏市", "", "多余"]);
		expect(problems.map(({ line, column }) => [line, column.en])).toEqual([
			[1, "name"],
			[2, "多余"],
		]);
		const error = rowsError(problems);
		expect(error.text.zh).toBe("第 1 行“名称”：为空\n第 2 行“多余”：多出的一列\n未登记任何内容");
		expect(error.text.en).toContain('row 1, "name": is empty');
	});

	test.each([
		{
			name: "a heading without a required column",
			rows: [
				["代码", "备注"],
				["680000", "x"],
			],
			zh: "表头缺少列：名称",
		},
		{ name: "a heading and nothing else", rows: [["代码", "名称"]], zh: "文件里只有表头" },
	])("$name ends the command", ({ rows, zh }) => {
		const ended = (() => {
			try {
				return read(...rows);
			} catch (error) {
				return error;
			}
		})();
		expect(ended instanceof CommandError ? [ended.code, ended.text.zh] : ended).toEqual([1, zh]);
	});

	test("of many faults the first twenty are told, and how many more there are", () => {
		const { problems } = read(...Array.from({ length: 25 }, () => ["680000", ""]));
		expect(rowsError(problems).text.en.split("\n").slice(-2)).toEqual([
			"and 5 more",
			"Nothing was registered",
		]);
	});
});
