import { expect, test } from "vitest";
import { readAmendment, readRelation } from "./entries.ts";

test.each([
	{ text: "状态:已办结 县环境局回访核实", changes: { status: "closed" }, reason: "县环境局回访核实" },
	{
		text: "status:closed verdict:untrue confirmed by phone",
		changes: { status: "closed", verdict: "untrue" },
		reason: "confirmed by phone",
	},
	{ text: '目标:"限期 拆除" 按方案', changes: { closureTarget: "限期 拆除" }, reason: "按方案" },
	{ text: "状态:无 误填了状态", changes: { status: null }, reason: "误填了状态" },
	{ text: "重点:否 督察组来函", changes: { isKey: false }, reason: "督察组来函" },
])("“$text” changes $changes", ({ text, changes, reason }) => {
	expect(readAmendment(text)).toMatchObject({ changes, reason });
});

test.each([
	{ text: "状态:乱写 理由在此", problem: "没有“乱写”" },
	{ text: "县环境局回访核实", problem: "要更正的字段" },
	{ text: "状态:已办结", problem: "理由" },
	{ text: "重点:也许 理由在此", problem: "没有“也许”" },
])("“$text” is not taken: $problem", ({ text, problem }) => {
	expect(readAmendment(text)).toMatchObject({ problem: { zh: expect.stringContaining(problem) } });
});

test.each([
	{ text: "D3LJ202605010002", read: { kind: "repeats", receiptNumber: "D3LJ202605010002" } },
	{ text: "文中提及 信访〔2021〕 12 号", read: { kind: "cites", receiptNumber: "信访〔2021〕 12 号" } },
	{ text: "repeats X3LJ202605010001", read: { kind: "repeats", receiptNumber: "X3LJ202605010001" } },
])("“$text” is a relation", ({ text, read }) => {
	expect(readRelation(text)).toEqual(read);
});

test("a relation without a receipt number is none", () => {
	expect(readRelation("重复件")).toHaveProperty("problem");
	expect(readRelation(" ")).toHaveProperty("problem");
});
