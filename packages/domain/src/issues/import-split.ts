import type { OtherField, Place, Reading } from "../kernel/index.ts";
import { openingOf } from "./import-opening.ts";
import type { StructureChange } from "./import-structure.ts";
import type { ProposedIssue, ProposedMeasure } from "./proposal.ts";

/** As sure as anybody can be of a text that may belong to either side (`D`). */
const UNSURE = 0.5;

/** Where an issue is cut, and the source that its places count in. */
type Cut = { readonly line: number; readonly lines: readonly string[] };

type Sides<T> = { readonly first: T | null; readonly second: T | null };

/** Text that begins the second issue, torn off something that reached across the cut. */
type Torn = { readonly text: string; readonly place: Place };

const isBefore = (place: Place, { line }: Cut): boolean => place.endLine < line;
const isAfter = (place: Place, { line }: Cut): boolean => place.line >= line;

/** Each character of a text that is no white space, with where it stands. */
function solid(text: string): { readonly text: string; readonly at: readonly number[] } {
	const at = [...text.matchAll(/\S/gu)].map(({ index }) => index);
	return { text: text.replace(/\s+/gu, ""), at };
}

/** How much of a line's beginning is looked for in a text that was read across it. */
const PROBE = 16;

/** A text in two at where a line of the source begins in it; null where that cannot be told. */
function tear(text: string, place: Place, { line, lines }: Cut): readonly [string, string] | null {
	const whole = solid(text);
	const rest = solid(lines.slice(line - 1, place.endLine).join("")).text;
	const probe = solid(lines[line - 1] ?? "").text.slice(0, PROBE);
	if (probe === "") return null;
	const only = whole.text.indexOf(probe);
	const start = whole.text.endsWith(rest) ? whole.text.length - rest.length : only;
	if (start <= 0 || (start === only && whole.text.indexOf(probe, only + 1) >= 0)) return null;
	const at = whole.at[start];
	return at === undefined ? null : [text.slice(0, at).trim(), text.slice(at).trim()];
}

const unsure = <T>(read: Reading<T>): Reading<T> => ({
	...read,
	confidence: Math.min(read.confidence, UNSURE),
});

/** A value that cannot be divided: where it stands, and with the first, unsurely, where it reaches across. */
function whole<T>(read: Reading<T> | null, cut: Cut): Sides<Reading<T>> {
	if (read === null) return { first: null, second: null };
	if (isAfter(read.place, cut)) return { first: null, second: read };
	return { first: isBefore(read.place, cut) ? read : unsure(read), second: null };
}

const headOf = (place: Place, { line }: Cut): Place => ({ ...place, endLine: line - 1 });
const tailOf = (place: Place, { line }: Cut): Place => ({ ...place, line });

/** A text: where it stands, and in two where it reaches across. What is torn off begins the second issue. */
function words(read: Reading<string> | null, cut: Cut, torn: Torn[]): Sides<Reading<string>> {
	const sides = whole(read, cut);
	const parts =
		read === null || sides.first === null || isBefore(read.place, cut)
			? null
			: tear(read.value, read.place, cut);
	if (read === null || parts === null) return sides;
	const [value, text] = parts;
	torn.push({ text, place: tailOf(read.place, cut) });
	return { first: { ...unsure(read), value, place: headOf(read.place, cut) }, second: null };
}

/** Labelled texts or measures: each where it stands, and in two where it reaches across. */
function divided<T extends { readonly text: string; readonly place: Place }>(
	items: readonly T[],
	cut: Cut,
	torn: Torn[],
): { readonly first: T[]; readonly second: T[]; readonly across: boolean } {
	const first: T[] = [];
	const second: T[] = [];
	let across = false;
	for (const item of items) {
		if (isAfter(item.place, cut)) second.push(item);
		else if (isBefore(item.place, cut)) first.push(item);
		else {
			const parts = tear(item.text, item.place, cut);
			across = true;
			first.push(parts === null ? item : { ...item, text: parts[0], place: headOf(item.place, cut) });
			if (parts !== null) torn.push({ text: parts[1], place: tailOf(item.place, cut) });
		}
	}
	return { first, second, across };
}

function measures(
	read: ProposedIssue["measures"],
	cut: Cut,
	torn: Torn[],
): Sides<NonNullable<ProposedIssue["measures"]>> {
	if (read === null) return { first: null, second: null };
	const { first, second, across } = divided<ProposedMeasure>(read.value, cut, torn);
	const side = (value: ProposedMeasure[], place: Place) =>
		value.length === 0 ? null : { ...(across ? unsure(read) : read), value, place };
	if (!isAfter(read.place, cut) && !isBefore(read.place, cut)) {
		return { first: side(first, headOf(read.place, cut)), second: side(second, tailOf(read.place, cut)) };
	}
	return { first: side(first, read.place), second: side(second, read.place) };
}

type Fields = Omit<ProposedIssue, "key" | "seq" | "number" | "rowNumber" | "statement" | "lines">;
type Halves = { readonly first: Fields; readonly second: Fields };

/** Every field but the statement, each on the side where it stands. */
function halves(issue: ProposedIssue, cut: Cut, torn: Torn[]): Halves {
	const sides = {
		responsibleUnits: whole(issue.responsibleUnits, cut),
		leadUnits: whole(issue.leadUnits, cut),
		supportingUnits: whole(issue.supportingUnits, cut),
		supervisingUnits: whole(issue.supervisingUnits, cut),
		acceptanceUnits: whole(issue.acceptanceUnits, cut),
		accountabilityUnits: whole(issue.accountabilityUnits, cut),
		responsibleLeaders: whole(issue.responsibleLeaders, cut),
		responsiblePersons: whole(issue.responsiblePersons, cut),
		deadline: whole(issue.deadline, cut),
		// Offered by the preamble, so it stands above both.
		offeredDeadline: { first: issue.offeredDeadline, second: issue.offeredDeadline },
		goal: words(issue.goal, cut, torn),
		measuresLeadIn: words(issue.measuresLeadIn, cut, torn),
		measures: measures(issue.measures, cut, torn),
		progress: words(issue.progress, cut, torn),
		statusText: words(issue.statusText, cut, torn),
		contact: words(issue.contact, cut, torn),
	};
	const other = divided<OtherField>(issue.otherFields, cut, torn);
	const half = (side: "first" | "second"): Fields => ({
		responsibleUnits: sides.responsibleUnits[side],
		leadUnits: sides.leadUnits[side],
		supportingUnits: sides.supportingUnits[side],
		supervisingUnits: sides.supervisingUnits[side],
		acceptanceUnits: sides.acceptanceUnits[side],
		accountabilityUnits: sides.accountabilityUnits[side],
		responsibleLeaders: sides.responsibleLeaders[side],
		responsiblePersons: sides.responsiblePersons[side],
		deadline: sides.deadline[side],
		offeredDeadline: sides.offeredDeadline[side],
		goal: sides.goal[side],
		measuresLeadIn: sides.measuresLeadIn[side],
		measures: sides.measures[side],
		progress: sides.progress[side],
		statusText: sides.statusText[side],
		contact: sides.contact[side],
		otherFields: other[side],
	});
	return { first: half("first"), second: half("second") };
}

/**
 * Splits an issue of a reading at a line of its source (from 1): what stands above the line stays with the first, what
 * stands below goes to the second, and the line begins the second's statement. A text that reaches across is cut where
 * the line begins in it; what cannot be divided or told apart stays with the first, marked as unsure. No text of the
 * reading is lost. Null where the line does not divide the issue.
 */
export function splitIssue(
	issue: ProposedIssue,
	line: number,
	lines: readonly string[],
): StructureChange | null {
	const [from, to] = issue.lines;
	if (line <= from || line > to) return null;
	const cut = { line, lines };
	const torn: Torn[] = [];
	const statement = words(issue.statement, cut, torn);
	const { first, second } = halves(issue, cut, torn);
	const { key } = issue;
	// A printed number stands before the statement and goes where it goes.
	const own = { seq: issue.seq, number: issue.number, rowNumber: issue.rowNumber };
	const upper =
		statement.first === null
			? { ...openingOf(first, [from, line - 1], [], lines), rowNumber: null }
			: { fields: first, statement: statement.first, ...own };
	const lower =
		statement.second === null
			? { ...openingOf(second, [line, to], torn, lines), rowNumber: null }
			: { fields: second, statement: statement.second, ...own };
	const part = ({ fields, ...rest }: typeof upper, name: string, span: [number, number]): ProposedIssue => ({
		...fields,
		...rest,
		key: `${key}s${line}${name}`,
		lines: span,
	});
	return {
		kind: "split",
		dropped: [key],
		added: [part(upper, "a", [from, line - 1]), part(lower, "b", [line, to])],
		otherDeadline: null,
	};
}
