import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { FlatHeader } from "../tables/header.ts";
import type { Label } from "../text/find-labels.ts";
import type { LabelField } from "../text/labels.ts";
import type { Passage } from "../text/view.ts";
import type { Segmented } from "./segment.ts";

export type Shape =
	| { kind: "grid" }
	| { kind: "flat"; header: FlatHeader<LabelField> }
	| { kind: "text"; segmented: Segmented };

/**
 * Names the published layout that a plan follows (A1–A14), for showing and for remembering column maps. Nothing is
 * read differently because of it.
 */
export function layoutOf(view: Passage, issues: readonly ProposedIssue[], shape: Shape): string | null {
	if (issues.length === 0) return null;
	if (shape.kind === "grid") return "A5";
	if (shape.kind === "flat") return flatLayout(shape.header, view);
	return textLayout(view, issues, shape.segmented);
}

function flatLayout(header: FlatHeader<LabelField>, view: Passage): string {
	const names = header.columns.map((column) => column.name);
	if (/\|\s*(?:\n|$)/.test(view.norm)) return "A11";
	if (names.includes("measures") || names.includes("progress")) return "A5";
	return header.to - header.from > header.columns.length ? "A7" : "A6";
}

function textLayout(view: Passage, issues: readonly ProposedIssue[], { labels, starts }: Segmented): string {
	const forms = (form: string) => labels.filter((label) => label.form === form).length;
	const half = labels.length / 2;
	if (forms("pipe") >= half)
		return /\|\s*\n/.test(view.norm) && !/\|[^\n|]+\|/.test(view.norm) ? "A14" : "A9";
	if (labels.some((label) => label.word.endsWith("指出"))) return "A13";
	if (issues.some((issue) => /^(?:序号|问题|任务)/.test(issue.number ?? "")) && starts.length > 1)
		return "A3";
	if (forms("alone") > half && !labels.some((label) => label.mark)) return "A10";
	if (issues.length === 1 && isTwoPart(view.norm, labels)) return "A8";
	if (/(?:^|\n|\s)\d{1,3}、关于/.test(view.norm)) return "A12";
	if (forms("glued") >= half || labels.filter((label) => !label.lineStart).length > half) {
		return labels.every((label) => label.field === "progress") ? "A4" : "A2";
	}
	return "A1";
}

/** Labels that say nothing about how the task part is numbered. */
const OF_THE_PAGE: ReadonlySet<LabelField> = new Set([
	"progress",
	"statement",
	"publicity",
	"contact",
	"opinion",
]);

/** A task part and a result part, each with its own numbering: the fields stand one rank below 一、整改任务. */
function isTwoPart(norm: string, labels: readonly Label[]): boolean {
	const styles = labels.flatMap(({ mark, field }) => (mark && !OF_THE_PAGE.has(field) ? [mark.style] : []));
	const below = styles.length >= 2 && styles.every((style) => style !== "cnDun");
	const parts = /(?:^|\n)\s*一、\s*(?:整改任务|反馈问题|任务|基本情况|整改)[^\n:]{0,12}\n/.test(norm);
	return (
		below && (parts || labels.some(({ mark, field }) => field === "progress" && mark?.style === "cnDun"))
	);
}
