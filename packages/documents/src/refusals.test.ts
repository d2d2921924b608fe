import { expect, test } from "vitest";
import { readDocument } from "./reading.ts";
import { Dice, preamble } from "./testing/render.ts";

const cases: { name: string; text: string; code: string }[] = [
	{
		name: "the front chapters of a plan whose list is in an attachment",
		text: `${preamble(new Dice(5), 3000)}\n1.整改措施清单.xlsx`,
		code: "attachmentOnly",
	},
	{
		name: "a news item that names labels in a sentence",
		text: "省厅召开督察整改推进会\n会议强调，各责任单位要对照整改目标、整改措施，按照整改时限要求加快推进。一是提高站位；二是压实责任。",
		code: "noList",
	},
	{
		name: "a visit with problems found",
		text: "3月5日，副市长带队督导。\n一、督导情况。检查了污水处理厂。\n二、存在问题：个别项目滞后。\n三、下一步工作：加快整改措施落实。",
		code: "noList",
	},
	{
		name: "a bulletin with counts only",
		text: "督察组转办我省第八批群众信访举报件152件\n其中来电88件，来信64件。大气61件、水45件。截至目前，已办结96件，责令整改45家，约谈8人。",
		code: "bulletinOnly",
	},
	{
		name: "a narrative notice with counts under the headings of a complaint table",
		text: "松江市公布省督察组交办信访件（第六批）办理情况\n一、是否属实\n本批交办我市信访件13件，经查，属实5件、部分属实6件、不属实2件。\n二、区域分布\n东山区5件，西河县4件，经开区4件。\n三、调查核实情况\n各地接件后立即组织核查，责令整改9家，立案处罚4家。\n四、下一步工作\n持续跟踪督办，确保按期办结。",
		code: "bulletinOnly",
	},
	{
		name: "a regulation",
		text: "第一条 为了规范整改工作，制定本办法。\n第二条 整改责任单位应当制定方案，明确整改目标、整改措施、整改时限。\n第三条 督导单位应当加强督导。",
		code: "noList",
	},
	{
		name: "a table of contents",
		text: "目录\n一、总体要求………1\n二、整改目标………2\n三、整改措施………5\n四、责任单位………9\n",
		code: "noList",
	},
	{
		name: "a circular that sets a deadline for reports",
		text: "关于报送材料的通知\n现将有关事项通知如下：\n一、整改时限：2021年12月底前完成。\n二、责任单位：各县区人民政府。\n",
		code: "noList",
	},
	{ name: "a page with a code to scan", text: "整改任务清单\n请扫描下方二维码查看", code: "attachmentOnly" },
];

test.each(cases)("$name holds no list and says so", async ({ text, code }) => {
	const proposal = await readDocument({ pasted: text });
	expect(proposal.kind).toBe("unknown");
	expect(proposal.issues).toEqual([]);
	expect(proposal.warnings.map((warning) => warning.code)).toContain(code);
});

test("a last issue that breaks off before its labels is still read, and a closing chapter is not", async () => {
	const block = (n: string) =>
		`${n}、某河第${n}段长期超标没有治理。\n责任单位：甲县政府\n整改目标：达标\n整改措施：截污清淤。\n`;
	const broken = await readDocument({
		pasted: `${block("一")}${block("二")}三、某湖水质下降，部分岸线没有恢`,
	});
	expect(broken.issues.map((issue) => issue.seq)).toEqual([1, 2, 3]);
	expect(broken.warnings.map(({ code }) => code)).toContain("truncated");
	const closed = await readDocument({
		pasted: `${block("一")}${block("二")}三、保障措施\n加强组织领导，落实各项责任。\n`,
	});
	expect(closed.issues.map((issue) => issue.seq)).toEqual([1, 2]);
	expect(closed.issues[1]?.measures?.value.map(({ text }) => text)).toEqual(["截污清淤。"]);
	expect(closed.unassigned.map(({ text }) => text)).toEqual(["三、保障措施\n加强组织领导，落实各项责任。"]);
});
