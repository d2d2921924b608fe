import type { ProposedNotice } from "@zhenggai/domain/close-out";
import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { splitItems } from "../text/enumeration.ts";
import { findReceipts } from "../text/receipts.ts";
import { cellPassage, type Passage } from "../text/view.ts";
import { warning } from "../warnings.ts";
import { type Publicity, readPublicity } from "./publicity.ts";

export interface NoticeReading {
	notices: ProposedNotice[];
	warnings: ReadingWarning[];
	publicity: Publicity;
}

/** Receipts in a text that name letters (six digits or more). */
const receiptsIn = (norm: string): { number: string; start: number }[] =>
	findReceipts(norm).filter(({ number }) => /\d{6}/.test(number));

/** What a document says about publicity, and one notice for each issue that it is about. */
export function readNotices(view: Passage, issues: readonly ProposedIssue[]): NoticeReading {
	const publicity = readPublicity(view);
	const receipts = receiptsIn(view.norm).map(({ number, start }) => ({ number, line: view.lineAt(start) }));
	const notices = issues.map((issue, i) =>
		noticeOf(issue, `n${i + 1}`, publicity, receiptsOf(issue, issues, receipts)),
	);
	const warnings = publicity.incomplete
		? [
				warning("ambiguousDeadline", {
					line: publicity.incomplete.lineAt(0),
					field: "publicity",
					words: publicity.incomplete.text,
				}),
			]
		: [];
	return { notices, warnings, publicity };
}

/** Receipts inside the issue's own lines; those outside any issue belong to the only one. */
function receiptsOf(
	issue: ProposedIssue,
	all: readonly ProposedIssue[],
	receipts: readonly { number: string; line: number }[],
): string[] {
	const inside = receipts.filter(({ line }) => issue.lines[0] <= line && line <= issue.lines[1]);
	const chosen = all.length === 1 ? receipts : inside;
	return [...new Set(chosen.map(({ number }) => number))];
}

function noticeOf(
	issue: ProposedIssue,
	key: string,
	publicity: Publicity,
	receiptNumbers: string[],
): ProposedNotice {
	return {
		key,
		seq: issue.seq,
		number: issue.number,
		statement: issue.statement,
		receiptNumbers,
		responsibleUnits: issue.responsibleUnits,
		supervisingUnits: issue.supervisingUnits,
		acceptanceUnits: issue.acceptanceUnits,
		deadline: issue.deadline,
		goal: issue.goal,
		measures: issue.measures && {
			...issue.measures,
			value: issue.measures.value.map(({ number, text }) => ({ number, text })),
		},
		completion: issue.progress,
		completionItems: issue.progress ? itemsOf(issue.progress.value) : [],
		publicity: publicity.period,
		publicityLength: publicity.length,
		contact: issue.contact,
		otherFields: issue.otherFields,
		lines: issue.lines,
	};
}

function itemsOf(text: string): { number: string | null; text: string }[] {
	const { items } = splitItems(cellPassage(text, 1, null, false));
	return items.map(({ number, passage }) => ({ number, text: passage.text }));
}

const CLOSE_OUT = /公示|销号|验收|完成情况|整改完成/;

/**
 * Whether a document is a completion or close-out notice: issues with a result or a publicity period (each with a
 * result where there are more than four), in words of close-out. Tables and single-task notices in plan form (A5–A9, A11, A14) stay plans.
 */
export function isNotice(
	issues: readonly ProposedIssue[],
	layout: string | null,
	publicity: Publicity,
	folded: readonly string[],
): boolean {
	if (issues.length === 0) return false;
	if (["A5", "A6", "A7", "A8", "A11"].includes(layout ?? "")) return false;
	const stated = publicity.period !== null || publicity.length !== null || publicity.incomplete !== null;
	if (issues.length > 4 && ["A9", "A10", "A14"].includes(layout ?? "")) return false;
	if (layout === "A9" || layout === "A14") return stated;
	const results = issues.some((issue) => issue.progress !== null);
	const acceptance = issues.some((issue) => issue.acceptanceUnits !== null);
	if (layout === "A10") return (acceptance && results) || stated;
	if (layout === "A4" && !stated) return false;
	// A whole batch that is closed out at once: each issue has its result, and the period is stated.
	if (issues.length > 4 && !(stated && issues.every((issue) => issue.progress !== null))) return false;
	const around = folded.filter((_, i) => !issues.some(({ lines }) => lines[0] <= i + 1 && i + 1 <= lines[1]));
	return stated || (acceptance && results) || (results && CLOSE_OUT.test(around.join("\n")));
}
