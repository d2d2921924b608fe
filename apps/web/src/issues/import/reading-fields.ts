import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { Reading } from "@zhenggai/domain/kernel";
import type { vocab } from "@zhenggai/domain/vocabulary";

/** The fields of a reading that the wizard shows and lets a clerk correct, in the order of the ledger. */
export const READ_FIELDS = [
	"statement",
	"goal",
	"deadline",
	"leadUnits",
	"responsibleUnits",
	"supportingUnits",
	"supervisingUnits",
	"acceptanceUnits",
	"responsibleLeaders",
	"responsiblePersons",
	"measures",
] as const satisfies readonly (keyof ProposedIssue & keyof typeof vocab.importField)[];

export type ReadField = (typeof READ_FIELDS)[number];

/** How sure the reader is: below these a field is doubtful or at least worth a look. */
const DOUBTFUL_BELOW = 0.6;
const CHECK_BELOW = 0.85;

export type Trust = "sure" | "check" | "doubtful" | "missing";

/** One field of a proposed issue as the wizard shows it. */
export type FieldReading = {
	readonly field: ReadField;
	/** As text: names with 、, measures one a line. Empty where the document says nothing. */
	readonly text: string;
	readonly lines: readonly [number, number] | null;
	readonly trust: Trust;
	readonly confidence: number | null;
	/** A deadline that was read and gives no date. */
	readonly undated: boolean;
};

const trustOf = (confidence: number): Trust =>
	confidence < DOUBTFUL_BELOW ? "doubtful" : confidence < CHECK_BELOW ? "check" : "sure";

type Measures = NonNullable<ProposedIssue["measures"]>["value"];

const measureLines = (measures: Measures): string =>
	measures.map((measure) => `${measure.number ?? ""}${measure.text}`).join("\n");

function textOf(issue: ProposedIssue, field: ReadField): string {
	switch (field) {
		case "statement":
			return issue.statement.value;
		case "goal":
			return issue.goal?.value ?? "";
		case "deadline":
			return issue.deadline?.value.text ?? "";
		case "measures":
			return issue.measures === null ? "" : measureLines(issue.measures.value);
		default:
			return issue[field]?.value.join("、") ?? "";
	}
}

/** Fields that a plan need not name at all: their absence is no doubt. */
const OPTIONAL: ReadonlySet<ReadField> = new Set(["leadUnits", "supportingUnits", "acceptanceUnits"]);

/** Kinds of deadline that need no date to be clear. */
const DATELESS: ReadonlySet<string> = new Set(["immediate", "longTerm"]);

/** Whether a deadline was read that gives no date although its kind asks for one (限期整改 alone). */
function undated(issue: ProposedIssue): boolean {
	const deadline = issue.deadline?.value;
	return deadline !== undefined && deadline.point === null && !DATELESS.has(deadline.category ?? "");
}

/** Every field of a proposed issue with its place and how far it is to be trusted. */
export function readingsOf(issue: ProposedIssue): FieldReading[] {
	return READ_FIELDS.flatMap((field): FieldReading[] => {
		const read = issue[field];
		if (read === null) {
			if (OPTIONAL.has(field)) return [];
			return [{ field, text: "", lines: null, trust: "missing", confidence: null, undated: false }];
		}
		return [
			{
				field,
				text: textOf(issue, field),
				lines: [read.place.line, read.place.endLine],
				trust: field === "deadline" && undated(issue) ? "doubtful" : trustOf(read.confidence),
				confidence: read.confidence,
				undated: field === "deadline" && undated(issue),
			},
		];
	});
}

/** Whether anything of the issue needs a clerk's eye. */
export const needsEye = (issue: ProposedIssue): boolean =>
	readingsOf(issue).some((reading) => reading.trust === "doubtful" || reading.trust === "check");

/** A value that a clerk has set: certain, and in the place where the old one stood or the issue stands. */
function corrected<T>(issue: ProposedIssue, old: Reading<unknown> | null, value: T): Reading<T> {
	const place = old?.place ?? { line: issue.lines[0], endLine: issue.lines[1], cells: null };
	return { value, raw: old?.raw ?? "", place, confidence: 1 };
}

const NAME_SEPARATORS = /[、，,;；\n]+/;

const splitNames = (text: string): string[] =>
	text
		.split(NAME_SEPARATORS)
		.map((name) => name.trim())
		.filter((name) => name !== "");

const NUMBERED = /^\s*((?:[（(][一二三四五六七八九十\d]+[）)])|(?:\d+[.．、])|[①-⑳])\s*(.+)$/;

/** Measures of an edited text, one a line. A line that is unchanged keeps what was read of it. */
function splitMeasures(issue: ProposedIssue, text: string): Measures {
	const before = issue.measures?.value ?? [];
	const place = issue.measures?.place ?? { line: issue.lines[0], endLine: issue.lines[1], cells: null };
	return text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "")
		.map((line) => {
			const same = before.find((measure) => `${measure.number ?? ""}${measure.text}` === line);
			if (same !== undefined) return same;
			const match = NUMBERED.exec(line);
			return {
				number: match?.[1] ?? null,
				text: match?.[2] ?? line,
				deadline: null,
				responsibleUnits: [],
				supportingUnits: [],
				place,
			};
		});
}

/** The issue with one field set by a clerk. Empty text means that the document does not say it. */
export function correctText(
	issue: ProposedIssue,
	field: Exclude<ReadField, "deadline">,
	text: string,
): ProposedIssue {
	if (field === "statement") {
		return text.trim() === ""
			? issue
			: { ...issue, statement: corrected(issue, issue.statement, text.trim()) };
	}
	if (text.trim() === "") return { ...issue, [field]: null };
	if (field === "goal") return { ...issue, goal: corrected(issue, issue.goal, text.trim()) };
	if (field === "measures") {
		return { ...issue, measures: corrected(issue, issue.measures, splitMeasures(issue, text)) };
	}
	return { ...issue, [field]: corrected(issue, issue[field], splitNames(text)) };
}

type ProposedDeadline = NonNullable<ProposedIssue["deadline"]>["value"];

/** The issue with its deadline set by a clerk; null takes it away. */
export const correctDeadline = (issue: ProposedIssue, deadline: ProposedDeadline | null): ProposedIssue => ({
	...issue,
	deadline: deadline === null ? null : corrected(issue, issue.deadline, deadline),
});

/** The issue that a line of the source belongs to. */
export const issueAtLine = (issues: readonly ProposedIssue[], line: number): ProposedIssue | undefined =>
	issues.find((issue) => issue.lines[0] <= line && line <= issue.lines[1]);

/** The narrowest field of an issue that covers a line. */
export function fieldAtLine(issue: ProposedIssue, line: number): ReadField | null {
	const covering = readingsOf(issue)
		.filter((reading) => reading.lines !== null && reading.lines[0] <= line && line <= reading.lines[1])
		.sort((a, b) => span(a) - span(b));
	return covering[0]?.field ?? null;
}

const span = (reading: FieldReading): number =>
	reading.lines === null ? 0 : reading.lines[1] - reading.lines[0];
