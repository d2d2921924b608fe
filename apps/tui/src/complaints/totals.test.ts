import { expect, test } from "vitest";
import { lineWidth, plainText } from "../terminal/lines.ts";
import { makeLook } from "../terminal/look.ts";
import { complaint, complaintTotals, INSPECTION } from "../testing/complaint-fixtures.ts";
import { complaintSections } from "./sections.ts";
import { totalsLine, totalsPage } from "./totals-lines.ts";
import { EMPTY_TOTALS, reduceTotals, scopeOf, type TotalsState } from "./totals-state.ts";

const look = makeLook({
	language: "zh-CN",
	colour: false,
	ascii: false,
	ambiguousWide: false,
	fullScreen: true,
	screenReader: false,
	columns: 80,
});
const scope = { inspectionId: INSPECTION, batch: null, region: null };
const known: TotalsState = { ...EMPTY_TOTALS, scope, totals: complaintTotals(), name: "第三轮省级督察" };

test("both closure rates stand in the line at every width, each under its name, with what does not agree", () => {
	for (let width = 60; width <= 200; width += 10) {
		const line = totalsLine(known, width, look);
		const text = plainText(line);
		expect(text).toMatch(/只计已办结\S* 60\.0%/);
		expect(text).toMatch(/含阶段性\S* 80\.0%/);
		expect(text).toContain("! 1处不符");
		expect([width, lineWidth(look.cells, line) <= width]).toEqual([width, true]);
	}
});

test("the panel has the rates, the regions, what is not stated, and each finding with what clears it", () => {
	const text = totalsPage(known, 100, look).map(plainText).join("\n");
	expect(text).toMatch(/办结率（只计已办结）\s+60\.0%/);
	expect(text).toMatch(/办结率（含阶段性办结）\s+80\.0%/);
	expect(text).toMatch(/兰江市（跨地区或不明）\s+1 /);
	expect(text).toMatch(/未写明/);
	expect(text).toContain("DATA-05  污染类型合计13项");
	expect(text).toContain("如何解决：公布时注明原因");
});

test("what is counted follows the filter, then the selected row, then stays", () => {
	const row = complaint(1);
	expect(scopeOf({}, row, null)).toEqual(scope);
	expect(scopeOf({ inspectionId: "x", batch: 2, region: "621202" }, row, null)).toEqual({
		inspectionId: "x",
		batch: 2,
		region: "621202",
	});
	expect(scopeOf({ text: "无此词" }, null, scope)).toEqual(scope);
	expect(scopeOf({}, null, null)).toBeNull();
});

test("an answer to another scope is dropped, and an old sum never stands under a new name", () => {
	const other = { ...scope, batch: 2 };
	const asked = reduceTotals(known, { type: "asked", scope: other, name: "第三轮省级督察" });
	expect(asked.totals).toBeNull();
	expect(reduceTotals(asked, { type: "loaded", scope, totals: complaintTotals() }).totals).toBeNull();
});

test("the last batch is a section once it is known", () => {
	const section = (totals: Parameters<typeof complaintSections>[0]) =>
		complaintSections(totals).find(({ number }) => number === 8)?.filter;
	expect(section(null)).toMatchObject({ ok: false });
	expect(section(complaintTotals())).toEqual({ ok: true, filter: { inspectionId: INSPECTION, batch: 2 } });
});
