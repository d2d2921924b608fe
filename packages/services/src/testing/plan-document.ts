import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import type { PlanItem } from "./plan.ts";
import { chinese } from "./plan.ts";

const HEADERS = ["序号", "反馈问题", "责任单位", "整改目标", "整改时限", "整改措施"];

const row = (cells: readonly (readonly string[])[]): TableRow =>
	new TableRow({
		children: cells.map((lines) => new TableCell({ children: lines.map((text) => new Paragraph(text)) })),
	});

/** A plan as a Word document: a preface, then one row of a table for each issue. */
export async function planDocument(preface: readonly string[], items: readonly PlanItem[]): Promise<string> {
	const rows = items.map((item, at) =>
		row([
			[chinese(at + 1)],
			[item.statement],
			item.units,
			[item.goal ?? "问题整改到位。"],
			[item.deadline ?? "2026年12月底前"],
			(item.measures ?? ["全面排查。"]).map((text, index) => `（${chinese(index + 1)}）${text}`),
		]),
	);
	const table = new Table({ rows: [row(HEADERS.map((text) => [text])), ...rows] });
	const children = [...preface.map((text) => new Paragraph(text)), table];
	return (await Packer.toBuffer(new Document({ sections: [{ children }] }))).toString("base64");
}
