import type { FieldText } from "../journal/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import { asWritten, deadlineWords, listed, measureFieldText } from "../plans/index.ts";
import type { NameLookup } from "../responsibilities/index.ts";
import { isLabelled, type Labels, valuesOf, vocab } from "../vocabulary/index.ts";
import type { IssueElements } from "./commands.ts";
import type { IssueEvent } from "./events.ts";
import { undoneFields } from "./history-undo.ts";
import type { NewMeasure, NumberByTier, Site } from "./schema.ts";
import type { HistoryEntry } from "./view.ts";

export type FieldChange = HistoryEntry["changes"][number];

type MeasureChange = Partial<Omit<NewMeasure, "id">>;
type SiteChange = Partial<Omit<Site, "id" | "state">>;

/** A text of both languages as a field has it: words that are the same in both as they are. */
const fieldText = (text: Bilingual | null): FieldText | null =>
	text === null || text.zh !== text.en ? text : text.zh;

const labelOf = <K extends string>(labels: Labels<K>, value: K | null | undefined): Bilingual | null =>
	value === null || value === undefined ? null : labels[value];

function numbersText(numbers: NumberByTier | undefined): Bilingual | null {
	if (numbers === undefined) return null;
	const named = valuesOf(vocab.tier).flatMap((tier) => {
		const number = numbers[tier];
		const { zh, en } = vocab.tier[tier];
		return number === null ? [] : [say(`${zh}${number}`, `${en} ${number}`)];
	});
	return listed(named, say("、", ", "));
}

function elementText(key: keyof IssueElements, values: Partial<IssueElements>): Bilingual | null {
	switch (key) {
		case "numberByTier":
			return numbersText(values.numberByTier);
		case "field":
			return labelOf(vocab.issueField, values.field);
		case "generality":
			return labelOf(vocab.generality, values.generality);
		case "deadline":
			return deadlineWords(values.deadline);
		case "constraints":
			return listed((values.constraints ?? []).map(asWritten), say("；", "；"));
		case "goal":
		case "remarks": {
			const value = values[key];
			return value === null || value === undefined ? null : asWritten(value);
		}
	}
}

function siteText(key: keyof SiteChange, values: SiteChange): Bilingual | null {
	const value = key === "position" ? values.position?.join(", ") : values[key];
	return value === null || value === undefined ? null : asWritten(value);
}

const changesOf = <T extends object, K extends keyof T & string>(
	labels: Labels<K>,
	changes: { from: T; to: T },
	textOf: (key: K, values: T) => Bilingual | null,
): FieldChange[] =>
	Object.keys(changes.to).flatMap((field) =>
		isLabelled(labels, field)
			? [
					{
						field,
						label: labels[field],
						from: fieldText(textOf(field, changes.from)),
						to: fieldText(textOf(field, changes.to)),
					},
				]
			: [],
	);

/** The fields that an event changed, from → to as text; none for events that change no field. */
export function amendedFields(event: IssueEvent, lookup: NameLookup): FieldChange[] {
	switch (event.type) {
		case "issueAmended":
			return changesOf(vocab.issueElement, event.changes, elementText);
		case "measureAmended": {
			const { id: _, ...labels } = vocab.measureField;
			return changesOf<MeasureChange, keyof MeasureChange>(labels, event.changes, (key, values) =>
				measureFieldText(key, values, lookup),
			);
		}
		case "siteAmended": {
			const { id: _, state: __, ...labels } = vocab.siteField;
			return changesOf<SiteChange, keyof SiteChange>(labels, event.changes, siteText);
		}
		case "importUndone":
			return [
				...changesOf<Partial<IssueElements>, keyof IssueElements>(
					vocab.issueElement,
					event.changes,
					elementText,
				),
				...undoneFields(event, lookup),
			];
		default:
			return [];
	}
}
