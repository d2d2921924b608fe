import type { Proposal } from "@zhenggai/domain/issues";
import { inLanguage, type Language } from "@zhenggai/domain/kernel";
import { lastDayOf } from "./issues/deadline.ts";
import { cellsOf, fitCells } from "./text/cells.ts";

interface Column {
	title: { "zh-CN": string; en: string };
	/** Widest that the column may grow, in display cells. */
	most: number;
}

const ISSUE_COLUMNS: readonly Column[] = [
	{ title: { "zh-CN": "序号", en: "No." }, most: 10 },
	{ title: { "zh-CN": "问题", en: "Issue" }, most: 48 },
	{ title: { "zh-CN": "责任单位", en: "Responsible" }, most: 28 },
	{ title: { "zh-CN": "整改时限", en: "Deadline" }, most: 22 },
	{ title: { "zh-CN": "截止日", en: "Last day" }, most: 10 },
	{ title: { "zh-CN": "措施", en: "Measures" }, most: 8 },
	{ title: { "zh-CN": "行", en: "Lines" }, most: 11 },
];
const COMPLAINT_COLUMNS: readonly Column[] = [
	{ title: { "zh-CN": "序号", en: "No." }, most: 6 },
	{ title: { "zh-CN": "受理编号", en: "Receipt" }, most: 22 },
	{ title: { "zh-CN": "行政区域", en: "Region" }, most: 18 },
	{ title: { "zh-CN": "污染类型", en: "Types" }, most: 18 },
	{ title: { "zh-CN": "是否属实", en: "Verdict" }, most: 10 },
	{ title: { "zh-CN": "是否办结", en: "Status" }, most: 12 },
	{ title: { "zh-CN": "举报内容", en: "Summary" }, most: 40 },
];
const NOTICE_COLUMNS: readonly Column[] = [
	{ title: { "zh-CN": "序号", en: "No." }, most: 10 },
	{ title: { "zh-CN": "问题", en: "Issue" }, most: 48 },
	{ title: { "zh-CN": "受理编号", en: "Receipts" }, most: 24 },
	{ title: { "zh-CN": "公示时间", en: "Publicity" }, most: 24 },
];

/** Lines of a table whose columns line up in display cells. */
function tableLines(
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	language: Language,
): string[] {
	const titles = columns.map((column) => column.title[language]);
	const widths = columns.map((column, c) =>
		Math.min(
			column.most,
			Math.max(cellsOf(titles[c] ?? ""), ...rows.slice(0, 5000).map((row) => cellsOf(row[c] ?? ""))),
		),
	);
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, c) => fitCells(cell, widths[c] ?? 8))
			.join("  ")
			.trimEnd();
	return [line(titles), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)];
}

const span = ([from, to]: readonly [number, number]): string => (from === to ? `${from}` : `${from}-${to}`);

/** A proposal as plain text for people: what was read, one line an item, and every warning with its line. */
export function proposalTable(proposal: Proposal, language: Language = "zh-CN"): string[] {
	const out: string[] = [];
	const title = proposal.title ?? proposal.source.name;
	if (title) out.push(title.replace(/\p{Cc}/gu, ""), "");
	if (proposal.issues.length > 0) {
		const rows = proposal.issues.map((issue) => [
			issue.number ?? issue.rowNumber ?? "-",
			issue.statement.value,
			[...(issue.leadUnits?.value ?? []), ...(issue.responsibleUnits?.value ?? [])].join("、"),
			issue.deadline?.value.text ?? "-",
			(issue.deadline && lastDayOf(issue.deadline.value)) ?? "-",
			issue.measures ? String(issue.measures.value.length) : "-",
			span(issue.lines),
		]);
		out.push(...tableLines(ISSUE_COLUMNS, rows, language), "");
	}
	if (proposal.complaints.length > 0) {
		const rows = proposal.complaints.map((item) => [
			item.seq === null ? "-" : String(item.seq),
			item.receiptNumber ?? "-",
			item.region?.value ?? "-",
			item.pollutionTypes?.raw ?? "-",
			item.verdict?.raw ?? "-",
			item.status?.raw ?? "-",
			item.summary?.value ?? "-",
		]);
		out.push(...tableLines(COMPLAINT_COLUMNS, rows, language), "");
	}
	if (proposal.notices.length > 0) {
		const rows = proposal.notices.map((item) => [
			item.number ?? "-",
			item.statement?.value ?? "-",
			item.receiptNumbers.join(" "),
			item.publicity ? `${item.publicity.value.start} - ${item.publicity.value.end}` : "-",
		]);
		out.push(...tableLines(NOTICE_COLUMNS, rows, language), "");
	}
	for (const { code, message, line } of proposal.warnings) {
		out.push(
			`! ${code}${line === null ? "" : ` @${line}`}: ${inLanguage(message, language).replace(/\p{Cc}/gu, "")}`,
		);
	}
	return out;
}
