import type { Place, Reading } from "../kernel/index.ts";
import { printedNumber } from "./import-number.ts";
import type { ProposedIssue } from "./proposal.ts";

/** A statement that nobody read as one: taken from where the issue begins, and to be looked at (`D`). */
const UNSURE = 0.5;

type Fields = Omit<ProposedIssue, "key" | "seq" | "number" | "rowNumber" | "statement" | "lines">;

export type Opening = {
	/** The fields without what became the statement. */
	readonly fields: Fields;
	readonly statement: Reading<string>;
	readonly number: string | null;
	readonly seq: number | null;
};

const placesOf = (fields: Fields): Place[] => [
	...Object.values(fields).flatMap((field) =>
		field === null || Array.isArray(field) || field === fields.offeredDeadline ? [] : [field.place],
	),
	...(fields.measures?.value ?? []).map(({ place }) => place),
	...fields.otherFields.map(({ place }) => place),
];

/**
 * The statement of a part of an issue that had none: what was torn off another text there, else a measure that begins
 * on its first line, else the lines before its first field. Its printed number goes before it where there is one.
 */
export function openingOf(
	fields: Fields,
	[from, to]: readonly [number, number],
	torn: readonly { readonly text: string; readonly place: Place }[],
	lines: readonly string[],
): Opening {
	if (torn.length > 0) {
		const text = torn.map((part) => part.text).join("\n");
		const endLine = Math.max(...torn.map(({ place }) => place.endLine));
		return { fields, ...worded(text, { line: from, endLine, cells: null }) };
	}
	const [measure, ...others] = fields.measures?.value ?? [];
	if (fields.measures !== null && measure !== undefined && measure.place.line === from) {
		const measures = others.length === 0 ? null : { ...fields.measures, value: others };
		const text = `${measure.number ?? ""}${measure.text}`;
		return { fields: { ...fields, measures }, ...worded(text, measure.place) };
	}
	const next = Math.min(to + 1, ...placesOf(fields).map(({ line }) => Math.max(line, from)));
	const text = lines
		.slice(from - 1, next - 1)
		.map((line) => line.trim())
		.join("");
	return { fields, ...worded(text, { line: from, endLine: Math.max(from, next - 1), cells: null }) };
}

function worded(text: string, place: Place): Omit<Opening, "fields"> {
	const { number, seq, rest } = printedNumber(text);
	const statement = { value: rest, raw: text, place, confidence: rest === "" ? 0 : UNSURE };
	return { statement, number, seq };
}
