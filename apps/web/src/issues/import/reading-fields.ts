import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { vocab } from "@zhenggai/domain/vocabulary";
import { type Trust, trustOf } from "../../importing/trust.ts";

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
export const isReadField = (name: string | null): name is ReadField =>
	READ_FIELDS.some((field) => field === name);

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

/** Fields of an issue that its document need not name and that it does not. */
export const unnamedFields = (issue: ProposedIssue): ReadField[] =>
	READ_FIELDS.filter((field) => OPTIONAL.has(field) && issue[field] === null);

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
		const doubtful = (field === "deadline" && undated(issue)) || (field === "statement" && read.value === "");
		return [
			{
				field,
				text: textOf(issue, field),
				lines: [read.place.line, read.place.endLine],
				trust: doubtful ? "doubtful" : trustOf(read.confidence),
				confidence: read.confidence,
				undated: field === "deadline" && undated(issue),
			},
		];
	});
}

/** Whether anything of the issue needs a clerk's eye. */
export const needsEye = (issue: ProposedIssue): boolean =>
	readingsOf(issue).some((reading) => reading.trust === "doubtful" || reading.trust === "check");

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
