import { expect, test } from "vitest";
import { readDocument } from "../index.ts";

const table = (title: string) =>
	[
		title,
		"序号 | 受理编号 | 交办问题基本情况 | 行政区域 | 污染类型 | 调查核实情况 | 是否属实 | 处理和整改情况 | 是否办结",
		"1 | D3QL202603070001 | 某料场夜间噪声扰民。 | 松泉县 | 噪声 | 经查属实。 | 属实 | 责令整改。 | 已办结",
		"2 | X3QL202603070002 | 某养殖场粪污外溢。 | 松泉县 | 水 | 经查属实。 | 属实 | 责令整改。 | 未办结",
	].join("\n");

test.each([
	["第三轮第二批省级督察交办群众信访举报件边督边改公开情况一览表（第7批）", 7],
	["第二批中央生态环境保护督察组转办信访件办理情况表（第十一批）", 11],
	["中央督察组向我省交办第八批信访件边督边改情况", 8],
	["第三轮第二批省级督察信访件边督边改公开情况一览表", null],
])("%s: its letters are of batch %j", async (title, batch) => {
	const proposal = await readDocument({ pasted: table(title) });
	expect(proposal.complaints.map((row) => row.batch)).toEqual([batch, batch]);
});
