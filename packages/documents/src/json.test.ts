import { expect, test } from "vitest";
import { proposalJson } from "./json.ts";
import { readDocument } from "./reading.ts";
import { proposalTable } from "./table.ts";
import { cellsOf } from "./text/cells.ts";

const PLAN = `甲市整改任务清单
十七、某河水质长期超标，没有得到治理。
牵头单位：市生态环境局
责任单位：甲县委、县政府
整改时限：立行立改，2021年6月底前
整改目标：水质达标。
整改措施：（一）截污。（二）清淤。`;

test("the JSON object has exactly the fixed shape", async () => {
	const json = proposalJson(await readDocument({ pasted: PLAN }));
	expect(json).toEqual({
		kind: "plan",
		issues: [
			{
				number: "十七",
				seq: 17,
				statement: "某河水质长期超标，没有得到治理。",
				responsibleUnits: ["甲县委、县政府"],
				leadUnits: ["市生态环境局"],
				supportingUnits: [],
				supervisingUnits: [],
				deadline: { text: "立行立改，2021年6月底前", date: "2021-06-30", category: "fixed" },
				goal: "水质达标。",
				measures: [
					{ number: "（一）", text: "截污。" },
					{ number: "（二）", text: "清淤。" },
				],
				lines: [2, 7],
			},
		],
		complaints: [],
		notices: [],
		warnings: [],
	});
	expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});

test("complaints, notices and warnings keep to their shape too", async () => {
	const table =
		"序号|受理编号|交办问题基本情况|行政区域|污染类型|调查核实情况|是否属实|是否办结\n1|D3JX202405240001|某厂冒烟|清河县|大气|经查属实|属实|阶段性办结\n";
	const complaints = proposalJson(await readDocument({ pasted: table }));
	expect(complaints.complaints).toEqual([
		{
			seq: 1,
			receiptNumber: "D3JX202405240001",
			region: "清河县",
			pollutionTypes: ["air"],
			verdict: "true",
			status: "stageClosed",
			lines: [2, 2],
		},
	]);
	const notice = proposalJson(
		await readDocument({ pasted: `${PLAN}\n整改完成情况：已完成。\n公示时间：2021年7月1日至7月7日` }),
	);
	expect(notice.kind).toBe("notice");
	expect(notice.notices).toEqual([
		{
			statement: "某河水质长期超标，没有得到治理。",
			receiptNumbers: [],
			publicity: { start: "2021-07-01", end: "2021-07-07" },
		},
	]);
	const refused = proposalJson(await readDocument({ pasted: "没有清单。" }), "en");
	expect(refused.warnings).toEqual([{ code: "noList", message: "No list of issues was found.", line: null }]);
});

test("the table lines up in display cells and holds no control characters", async () => {
	const lines = proposalTable(await readDocument({ pasted: PLAN.replace("某河", "某\u001b[31m河") }));
	const rule = lines.findIndex((line) => line.startsWith("----"));
	const starts = [...(lines[rule] ?? "").matchAll(/-+/g)].map((match) => match.index);
	const row = lines[rule + 1] ?? "";
	const cellBefore = (text: string) => cellsOf(row.slice(0, row.indexOf(text)));
	expect(cellBefore("2021-06-30")).toBe(starts[4]);
	expect(lines.join("")).not.toContain("\u001b");
});
