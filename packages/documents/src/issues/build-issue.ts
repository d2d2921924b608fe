import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { OtherField, Place, Reading, ReadingWarning } from "@zhenggai/domain/kernel";
import { flow } from "../text/flow.ts";
import type { LabelField } from "../text/labels.ts";
import { readingOf } from "../text/reading-of.ts";
import { type Passage, part, placeOf } from "../text/view.ts";
import { warning } from "../warnings.ts";
import { withoutBrackets } from "./brackets.ts";
import { deadlineWords, readDeadline } from "./deadline.ts";
import { type Definitions, offeredFor } from "./definitions.ts";
import type { Draft, DraftField } from "./draft.ts";
import { explode } from "./explode.ts";
import { numberOfCode } from "./number.ts";
import { readMeasures } from "./read-measures.ts";
import { readStatement } from "./statement.ts";
import { splitPersons, splitUnits } from "./units.ts";

export interface BuiltIssue {
	issue: ProposedIssue;
	warnings: ReadingWarning[];
}

const placeWithLabel = (field: DraftField): Place => readingOf(0, field.passage, 1, field.labelLine).place;

const words = (field: DraftField | undefined): Reading<string> | null =>
	field ? readingOf(flow(field.passage.text), field.passage, field.confidence, field.labelLine) : null;

function names(fields: readonly DraftField[], split: (text: string) => string[]): Reading<string[]> | null {
	const [first] = fields;
	if (!first) return null;
	const value = [...new Set(fields.flatMap((field) => split(field.passage.text)))];
	if (value.length === 0) return null;
	const reading = readingOf(value, first.passage, first.confidence, first.labelLine);
	const last = fields.at(-1);
	if (last && last !== first)
		reading.place = {
			...reading.place,
			endLine: Math.max(reading.place.endLine, placeOf(last.passage).endLine),
		};
	return reading;
}

const STATUS =
	/^[^。;\n]{0,6}(?:已(?:经)?(?:整改|基本)?完成|完成整改|基本完成|达到序时|未达到|未完成|正在(?:推进|整改)|持续(?:推进|整改)|长期坚持|已销号|已验收|按序时|整改到位|未启动|滞后)[^。;\n]{0,24}(?=[。;\n]|$)/;

/**
 * Reads one cut-out issue. What the document does not say stays null; a date that stands only in the goal or in a
 * measure never becomes the deadline, except in brackets that close all measures.
 */
export function buildIssue(draft: Draft, key: string, definitions: Definitions): BuiltIssue | null {
	// What brackets behind the statement say counts after what labels say.
	const parts = draft.fields.map(withoutBrackets);
	const fields = [
		...parts.flatMap((part) => part.slice(0, 1)),
		...parts.flatMap((part) => part.slice(1)),
	].flatMap(explode);
	const of = (field: LabelField) => fields.filter((item) => item.field === field);
	const stated = of("statement").find((field) => field.passage.text.length > 0);
	if (!stated) return null;
	const warnings: ReadingWarning[] = [];
	const statements = of("statement").map((field) => ({ field, read: readStatement(field.passage) }));
	const real = statements.find(({ read }) => read.passage.text.length >= 6) ?? statements[0];
	if (!real) return null;
	const mark = draft.mark ?? statements.map(({ read }) => read.mark).find((found) => found !== null) ?? null;
	const numberField = of("number")[0] ?? of("rowNumber")[0];
	const row = draft.rowNumber === null ? null : numberOfCode(draft.rowNumber);
	const number = mark?.label ?? (numberField ? flow(numberField.passage.text) : (row?.label ?? null));
	const measures = readMeasures(of("measures")[0]);
	const deadline = readDeadlineField(of("deadline"), measures.closing, key, warnings);
	const progress = of("progress");
	const progressText = progress[0]?.passage;
	const statusField = of("status")[0];
	const status = progressText ? STATUS.exec(progressText.norm) : null;
	const statusPassage = status && progressText ? part(progressText, 0, status[0].length) : null;
	const issue: ProposedIssue = {
		key,
		seq:
			mark?.value ??
			(numberField ? (numberOfCode(numberField.passage.text)?.value ?? null) : (row?.value ?? null)),
		number,
		rowNumber: draft.rowNumber,
		statement: readingOf(
			flow(real.read.passage.text).replace(/\n/g, ""),
			real.read.passage,
			real.field.confidence,
			draft.lines[0],
		),
		responsibleUnits: names([...of("responsible"), ...measures.units.responsible], splitUnits),
		leadUnits: names([...of("lead"), ...measures.units.lead], splitUnits),
		supportingUnits: names([...of("support"), ...measures.units.support], splitUnits),
		supervisingUnits: names([...of("supervise"), ...measures.units.supervise], splitUnits),
		acceptanceUnits: names(of("acceptance"), splitUnits),
		accountabilityUnits: names(of("accountability"), splitUnits),
		responsibleLeaders: names(of("leader"), splitPersons),
		responsiblePersons: names(of("person"), splitPersons),
		deadline,
		offeredDeadline: offeredFor(deadline?.value ?? null, definitions),
		goal: words(of("goal")[0]),
		measuresLeadIn: measures.leadIn,
		measures: measures.reading,
		progress: progressText && progress[0] ? mergedWords(progress) : null,
		statusText: statusField
			? words(statusField)
			: statusPassage
				? readingOf(statusPassage.text, statusPassage, 0.8, progress[0]?.labelLine)
				: null,
		contact: of("contact")[0] ? mergedWords(of("contact")) : null,
		otherFields: [
			...others(fields),
			...statements.filter((s) => s !== real).map(({ field }) => other(field)),
		],
		lines: draft.lines,
	};
	return { issue, warnings };
}

function mergedWords(fields: readonly DraftField[]): Reading<string> | null {
	const [first] = fields;
	if (!first) return null;
	const value = fields.map((field) => flow(field.passage.text)).join("\n");
	const reading = readingOf(value, first.passage, first.confidence, first.labelLine);
	const endLine = Math.max(...fields.map((field) => placeOf(field.passage).endLine));
	return {
		...reading,
		raw: fields.map((f) => f.passage.rawBetween(0, f.passage.text.length)).join("\n"),
		place: { ...reading.place, endLine },
	};
}

const OTHER: ReadonlySet<LabelField> = new Set([
	"remarks",
	"verification",
	"opinion",
	"region",
	"verdict",
	"publicity",
	"other",
]);

/** Labelled texts with no field of their own, and repetitions of fields that hold one value. */
function others(fields: readonly DraftField[]): OtherField[] {
	const seen = new Set<LabelField>();
	const out: OtherField[] = [];
	for (const field of fields) {
		const single =
			field.field === "goal" ||
			field.field === "measures" ||
			field.field === "status" ||
			field.field === "number";
		if (OTHER.has(field.field) || (single && seen.has(field.field))) out.push(other(field));
		seen.add(field.field);
	}
	return out;
}

const other = (field: DraftField): OtherField => ({
	label: field.word,
	text: flow(field.passage.text),
	place: placeWithLabel(field),
});

function readDeadlineField(
	fields: readonly DraftField[],
	closing: Passage | null,
	key: string,
	warnings: ReadingWarning[],
): ProposedIssue["deadline"] {
	const field = fields.find((item) => deadlineWords(item.passage.text).length > 0);
	const passage = field?.passage ?? closing;
	const read = passage && passage.text.length <= 400 ? readDeadline(passage.text) : null;
	if (!passage || !read) return null;
	for (const code of read.doubts) {
		warnings.push(
			warning(code, { line: passage.lineAt(0), item: key, field: "deadline", words: read.deadline.text }),
		);
	}
	const confidence = Math.min(read.confidence, field?.confidence ?? 0.75);
	return readingOf(read.deadline, passage, confidence, field?.labelLine);
}
