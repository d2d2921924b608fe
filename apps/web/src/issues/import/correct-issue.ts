import { numeral, type ProposedIssue, type ProposedMeasure } from "@zhenggai/domain/issues";
import type { Place, Reading } from "@zhenggai/domain/kernel";
import type { MeasureDraft } from "../../importing/measure-drafts.ts";
import { withOther } from "../../importing/other-texts.ts";
import type { ReadField } from "./reading-fields.ts";

/** A value that a clerk has set: certain, and in the place where the old one stood or the issue stands. */
function corrected<T>(
	issue: ProposedIssue,
	old: Reading<unknown> | null,
	value: T,
	at: Place | null = null,
): Reading<T> {
	const place = at ?? old?.place ?? { line: issue.lines[0], endLine: issue.lines[1], cells: null };
	return { value, raw: old?.raw ?? "", place, confidence: 1 };
}

const NAME_SEPARATORS = /[、，,;；\n]+/;

export const splitNames = (text: string): string[] => [
	...new Set(
		text
			.split(NAME_SEPARATORS)
			.map((name) => name.trim())
			.filter((name) => name !== ""),
	),
];

type TextField = Exclude<ReadField, "deadline" | "measures">;

/** The issue with one field set by a clerk. Empty text means that the document does not say it. */
export function correctText(
	issue: ProposedIssue,
	field: TextField,
	text: string,
	at: Place | null = null,
): ProposedIssue {
	const value = text.trim();
	if (field === "statement") {
		return value === "" ? issue : { ...issue, statement: corrected(issue, issue.statement, value, at) };
	}
	if (value === "") return { ...issue, [field]: null };
	if (field === "goal") return { ...issue, goal: corrected(issue, issue.goal, value, at) };
	return { ...issue, [field]: corrected(issue, issue[field], splitNames(value), at) };
}

/** The issue with another number, as printed; empty where the document gives none. */
export function correctNumber(issue: ProposedIssue, text: string): ProposedIssue {
	const number = text.trim();
	return { ...issue, number: number === "" ? null : number, seq: number === "" ? null : numeral(number) };
}

type ProposedDeadline = NonNullable<ProposedIssue["deadline"]>["value"];

/** The issue with its deadline set by a clerk; null takes it away. */
export const correctDeadline = (
	issue: ProposedIssue,
	deadline: ProposedDeadline | null,
	at: Place | null = null,
): ProposedIssue => ({
	...issue,
	deadline: deadline === null ? null : corrected(issue, issue.deadline, deadline, at),
});

const newMeasure = (place: Place): ProposedMeasure => ({
	number: null,
	text: "",
	deadline: null,
	responsibleUnits: [],
	supportingUnits: [],
	place,
});

/** The issue with other measures; one that was there keeps its deadline and its units. Empty ones are left out. */
export function correctMeasures(issue: ProposedIssue, drafts: readonly MeasureDraft[]): ProposedIssue {
	const before = issue.measures?.value ?? [];
	const place = issue.measures?.place ?? { line: issue.lines[0], endLine: issue.lines[1], cells: null };
	const value = drafts.flatMap(({ from, number, text }) => {
		if (text.trim() === "") return [];
		const old = (from === null ? undefined : before[from]) ?? newMeasure(place);
		return [{ ...old, number: number.trim() || null, text: text.trim() }];
	});
	return { ...issue, measures: value.length === 0 ? null : corrected(issue, issue.measures, value) };
}

/** What a text of the source can be made: a field of the issue, its number aside, or one of its remarks. */
export type AssignableField = ReadField | "remarks";

const NUMBERED = /^\s*([（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|[①-⑳])\s*(.+)$/u;
/** 整改目标： and the like in front of what it announces. */
const LABEL = /^\s*[^\s：:，。；、]{2,10}[：:]\s*/u;

const overlaps = (a: Place | undefined, b: Place): boolean =>
	a !== undefined && a.line <= b.endLine && b.line <= a.endLine;

const joined = (place: Place, other: Place | undefined): Place => ({
	line: Math.min(place.line, other?.line ?? place.line),
	endLine: Math.max(place.endLine, other?.endLine ?? place.endLine),
	cells: null,
});

/**
 * The issue with text of the source in a field. Text from where the field was read takes its place; other text is
 * added to it. The label that announces it is left away.
 */
export function assignText(
	issue: ProposedIssue,
	field: AssignableField,
	lines: readonly string[],
	place: Place,
): ProposedIssue {
	const [first = "", ...rest] = lines.map((line) => line.trim()).filter((line) => line !== "");
	const bare = [field === "statement" ? first : first.replace(LABEL, ""), ...rest].filter(
		(one) => one !== "",
	);
	if (bare.length === 0) return issue;
	switch (field) {
		case "remarks": {
			const other = { label: "备注", text: bare.join("\n"), place };
			return { ...issue, otherFields: [...issue.otherFields, other] };
		}
		case "deadline":
			return correctDeadline(issue, { text: bare.join(""), category: null, point: null }, place);
		case "measures":
			return addMeasures(issue, bare, place);
		case "statement":
		case "goal": {
			const old = issue[field];
			if (old === null || overlaps(old.place, place)) return correctText(issue, field, bare.join(""), place);
			return correctText(issue, field, `${old.value}\n${bare.join("")}`, joined(place, old.place));
		}
		default: {
			const old = issue[field];
			const before = old === null || overlaps(old.place, place) ? [] : old.value;
			const names = [...before, ...bare].join("、");
			return correctText(issue, field, names, before.length === 0 ? place : joined(place, old?.place));
		}
	}
}

function addMeasures(issue: ProposedIssue, lines: readonly string[], place: Place): ProposedIssue {
	const added = lines.map((line) => {
		const match = NUMBERED.exec(line);
		return { ...newMeasure(place), number: match?.[1] ?? null, text: match?.[2] ?? line };
	});
	const before = (issue.measures?.value ?? []).filter((measure) => !overlaps(measure.place, place));
	const value = [...before, ...added].sort((a, b) => a.place.line - b.place.line);
	return {
		...issue,
		measures: corrected(issue, issue.measures, value, joined(place, issue.measures?.place)),
	};
}

/** The issue with one of its labelled texts in other words; an empty text takes it away. */
export const correctOther = (issue: ProposedIssue, index: number, text: string): ProposedIssue => ({
	...issue,
	otherFields: withOther(issue.otherFields, index, text),
});

/** The issue with one of its labelled texts in a field; null takes it away. */
export function assignOther(issue: ProposedIssue, index: number, field: ReadField | null): ProposedIssue {
	const other = issue.otherFields[index];
	if (other === undefined) return issue;
	const without = { ...issue, otherFields: issue.otherFields.filter((_, at) => at !== index) };
	return field === null ? without : assignText(without, field, other.text.split("\n"), other.place);
}
