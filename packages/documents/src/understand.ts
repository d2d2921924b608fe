import type { DocumentKind, Proposal, ProposedIssue } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { coverageOf } from "./coverage.ts";
import { readPlan } from "./issues/read-plan.ts";
import { refusalOf } from "./refusals.ts";
import type { SourceDocument } from "./source/model.ts";
import { pipeTables } from "./source/pipes.ts";
import { isChrome } from "./text/chrome.ts";
import { fold } from "./text/fold.ts";
import { fieldOfLabel } from "./text/labels.ts";
import { type View, viewOf } from "./text/view.ts";
import { documentDate, documentTitle } from "./title.ts";
import { warning } from "./warnings.ts";

interface Hint {
	issuesStartAtLine?: number;
}

/** Makes a proposal of a decoded document. */
export function understand(
	source: SourceDocument,
	file: { name: string; sha256: string },
	hint: Hint,
): Proposal {
	const refused = source.lines.length === 0 && source.warnings.length > 0;
	const folded = source.lines.map(fold);
	const chrome = new Set(folded.flatMap((line, i) => (isChrome(line) ? [i + 1] : [])));
	const early = new Set(chrome);
	for (let line = 1; line < (hint.issuesStartAtLine ?? 1); line++) early.add(line);
	const tables = [...source.tables, ...pipeTables(source, folded)].filter(
		(table) => table.endLine >= (hint.issuesStartAtLine ?? 1),
	);
	const view = viewOf(withCellBorders(source), early);
	const plan = refused ? { issues: [], warnings: [], layout: null, segmented: null } : readPlan(view, tables);
	const kind: DocumentKind = plan.issues.length > 0 ? "plan" : "unknown";
	const warnings: ReadingWarning[] = [...source.warnings, ...plan.warnings, ...damaged(view, plan.issues)];
	if (kind === "unknown" && !refused) warnings.push(refusalOf(source, folded));
	const { unassigned, warnings: lost } = coverageOf(source, plan.issues.map(issuePlaces), chrome);
	return {
		kind,
		source: { ...file, format: source.format, lines: source.lines },
		title: documentTitle(folded, source.lines, chrome),
		layout: plan.layout,
		documentDate: documentDate(folded),
		issues: plan.issues,
		complaints: [],
		notices: [],
		unassigned,
		warnings: [...warnings, ...lost],
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

function damaged(view: View, issues: readonly ProposedIssue[]): ReadingWarning[] {
	const inside = view.damagedLines.filter((line) =>
		issues.some((issue) => issue.lines[0] <= line && line <= issue.lines[1]),
	);
	return inside.slice(0, 50).map((line) => warning("damagedText", { line }));
}

/** Every place that a field of an issue covers. */
function issuePlaces(issue: ProposedIssue): { from: number; to: number }[] {
	const readings = [
		issue.statement,
		issue.responsibleUnits,
		issue.leadUnits,
		issue.supportingUnits,
		issue.supervisingUnits,
		issue.acceptanceUnits,
		issue.accountabilityUnits,
		issue.responsibleLeaders,
		issue.responsiblePersons,
		issue.deadline,
		issue.goal,
		issue.measuresLeadIn,
		issue.measures,
		issue.progress,
		issue.statusText,
		issue.contact,
	];
	const places = [
		...readings.flatMap((reading) => (reading ? [reading.place] : [])),
		...issue.otherFields.map((field) => field.place),
	];
	return places.map(({ line, endLine }) => ({ from: line, to: endLine }));
}
