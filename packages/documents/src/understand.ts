import type { ProposedNotice } from "@zhenggai/domain/close-out";
import type { ProposedComplaint } from "@zhenggai/domain/complaints";
import type { DocumentKind, Proposal, ProposedIssue, ReadingHint, ReadTable } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { isNotice, readNotices } from "./close-out/read-notices.ts";
import { complaintHints, complaintRules } from "./complaints/complaint-columns.ts";
import { complaintNames } from "./complaints/complaint-names.ts";
import { readComplaints } from "./complaints/read-complaints.ts";
import { coverageOf, type Span } from "./coverage.ts";
import { fromLine } from "./from-line.ts";
import { planHints, planRules } from "./issues/plan-columns.ts";
import { planNames } from "./issues/plan-names.ts";
import { readPlan } from "./issues/read-plan.ts";
import { refusalOf } from "./refusals.ts";
import type { Limits } from "./source/limits.ts";
import type { SourceDocument, SourceTable } from "./source/model.ts";
import { drawnTables } from "./tables/drawn-tables.ts";
import { type HeaderRules, hintedHeader } from "./tables/find-header.ts";
import { type ColumnNames, describeSections, unreadTables } from "./tables/read-tables.ts";
import { gridSections } from "./tables/sections.ts";
import { chromeLines } from "./text/chrome.ts";
import type { ComplaintField } from "./text/columns.ts";
import { fold } from "./text/fold.ts";
import { fieldOfLabel, type LabelField } from "./text/labels.ts";
import { type View, viewOf } from "./text/view.ts";
import { documentDate, documentTitle } from "./title.ts";
import { warning } from "./warnings.ts";

/** Makes a proposal of a decoded document. */
export function understand(
	source: SourceDocument,
	file: { name: string; sha256: string },
	hint: ReadingHint,
	limits: Limits,
): Proposal {
	const refused = source.lines.length === 0 && source.warnings.length > 0;
	const folded = source.lines.map(fold);
	const chrome = chromeLines(folded);
	const early = new Set(chrome);
	for (let line = 1; line < (hint.issuesStartAtLine ?? 1); line++) early.add(line);
	const tables = [...source.tables, ...drawnTables(source, folded, limits)].filter(
		(table) => table.endLine >= (hint.issuesStartAtLine ?? 1),
	);
	let made: View | null = null;
	// A workbook that is read cell by cell never needs its text as a whole.
	const view = (): View => {
		made ??= viewOf(withCellBorders(source), early, source.format === "md");
		return made;
	};
	const columns = tableReaders(tables, hint);
	const all = refused ? nothing : readItems(view, tables, folded, columns);
	const read = fromLine(all, hint.issuesStartAtLine);
	const warnings: ReadingWarning[] = [...source.warnings, ...read.warnings, ...damaged(made, read)];
	if (read.kind === "unknown" && !refused) warnings.push(refusalOf(source, folded));
	// An offered deadline stands in the preamble: it covers nothing of the list.
	const issues = read.issues.map((issue) => ({ ...issue, offeredDeadline: null }));
	const places = [...issues, ...read.notices, ...read.complaints].map(placesIn);
	const { unassigned, warnings: lost } = coverageOf(source, places, chrome);
	return {
		kind: read.kind,
		source: { ...file, format: source.format, lines: source.lines },
		title: documentTitle(folded, source.lines, chrome),
		layout: read.layout,
		documentDate: documentDate(folded),
		issues: read.issues,
		complaints: read.complaints,
		notices: read.notices,
		unassigned,
		warnings: [...warnings, ...lost],
		tables:
			read.tables.length > 0 || read.kind !== "unknown"
				? read.tables
				: unreadTables(source, tables, columns.plan, columns.complaints),
	};
}

/** What this document's tables are read with, and what kind the clerk says that it is. */
interface TableReaders {
	plan: ColumnNames<LabelField>;
	complaints: ColumnNames<ComplaintField>;
	kind: ReadingHint["kind"];
}

/** A table whose columns a clerk mapped is read as the kind that it was mapped for. */
function tableReaders(tables: readonly SourceTable[], { columns = [], kind }: ReadingHint): TableReaders {
	const plan = planRules(planHints(columns));
	const complaints = complaintRules(complaintHints(columns));
	const mapped = (rules: HeaderRules<LabelField> | HeaderRules<ComplaintField>): boolean =>
		tables.some((table) => hintedHeader<string>(table, rules) !== null);
	return {
		plan: planNames(plan),
		complaints: complaintNames(complaints),
		kind: kind ?? (mapped(plan) ? "plan" : mapped(complaints) ? "complaints" : undefined),
	};
}

interface Items {
	kind: DocumentKind;
	layout: string | null;
	issues: ProposedIssue[];
	complaints: ProposedComplaint[];
	notices: ProposedNotice[];
	warnings: ReadingWarning[];
	tables: ReadTable[];
}

const nothing: Items = {
	kind: "unknown",
	layout: null,
	issues: [],
	complaints: [],
	notices: [],
	warnings: [],
	tables: [],
};

/**
 * Reads the items of a document: a complaint table first, for its header is unmistakable, then issues and notices.
 * Where the clerk says what kind it is, it is read as that kind and no other.
 */
function readItems(
	viewed: () => View,
	tables: readonly SourceTable[],
	folded: readonly string[],
	readers: TableReaders,
): Items {
	const { kind } = readers;
	if (kind === undefined || kind === "complaints") {
		const sections = gridSections(tables, readers.complaints.rules, ["seq"]);
		const found = readComplaints(viewed, folded, sections);
		if (found) {
			const { complaints, warnings, fromTables } = found;
			const described = fromTables ? describeSections(sections, readers.complaints) : [];
			return { ...nothing, complaints, warnings, tables: described, kind: "complaints" };
		}
		if (kind === "complaints") return nothing;
	}
	const view = viewed();
	const sections = gridSections(tables, readers.plan.rules, ["rowNumber", "number"]);
	const plan = readPlan(view, tables, sections);
	if (plan.issues.length === 0) return nothing;
	const closing = readNotices(view, plan.issues);
	const notice =
		kind === undefined ? isNotice(plan.issues, plan.layout, closing.publicity, folded) : kind === "notice";
	return {
		...nothing,
		kind: notice ? "notice" : "plan",
		layout: notice ? null : plan.layout,
		issues: plan.issues,
		notices: notice || closing.publicity.period ? closing.notices : [],
		warnings: [...plan.warnings, ...closing.warnings],
		tables: plan.fromTables ? describeSections(sections, readers.plan) : [],
	};
}

/** Label cells of key-and-value tables get a border behind them, so that they read like `责任单位 | 甲`. */
function withCellBorders(source: SourceDocument): string[] {
	const lines = [...source.lines];
	for (const table of source.tables) {
		if (table.rowPerLine) continue;
		for (const cell of table.rows.flat()) {
			const line = cell ? lines[cell.endLine - 1] : undefined;
			if (!cell || line === undefined || cell.text.length > 40 || line.endsWith("|")) continue;
			if (fieldOfLabel(fold(cell.text).replace(/\s+/g, ""))) lines[cell.endLine - 1] = `${line}|`;
		}
	}
	return lines;
}

function damaged(view: View | null, read: Items): ReadingWarning[] {
	const spans = [...read.issues, ...read.complaints, ...read.notices].map(({ lines }) => lines);
	const inside = (view?.damagedLines ?? []).filter((line) =>
		spans.some(([from, to]) => from <= line && line <= to),
	);
	return inside.slice(0, 50).map((line) => warning("damagedText", { line }));
}

/** Every place that the fields of an item cover, found in the item itself so that no field can be forgotten. */
function placesIn(item: object): Span[] {
	const spans: Span[] = [];
	for (const value of Object.values(item)) {
		for (const field of Array.isArray(value) ? value : [value]) {
			const { success, data } = WithPlace.safeParse(field);
			if (!success) continue;
			const length = (data.raw ?? data.text)?.length ?? Number.POSITIVE_INFINITY;
			spans.push({ from: data.place.line, to: data.place.endLine, length });
		}
	}
	return spans;
}

const WithPlace = z.object({
	place: z.object({ line: z.number(), endLine: z.number() }),
	raw: z.string().optional(),
	text: z.string().optional(),
});
