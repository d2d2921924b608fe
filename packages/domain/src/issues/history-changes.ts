import type { UnitId } from "../kernel/index.ts";
import type { NameLookup } from "../responsibilities/index.ts";
import { formatDate, formatDeadline, isLabelled, type Labels, valuesOf, vocab } from "../vocabulary/index.ts";
import type { IssueElements } from "./commands.ts";
import type { IssueEvent } from "./events.ts";
import { undoneFields } from "./history-undo.ts";
import type { NewMeasure, NumberByTier, Site } from "./schema.ts";
import type { HistoryEntry } from "./view.ts";

export type FieldChange = HistoryEntry["changes"][number];

type MeasureChange = Partial<Omit<NewMeasure, "id">>;
type SiteChange = Partial<Omit<Site, "id" | "state">>;

// Values are the ledger's own words; what is a choice from a list is written in Chinese, as documents have it.

const labelOf = <K extends string>(labels: Labels<K>, value: K | null | undefined): string | null =>
	value === null || value === undefined ? null : labels[value].zh;

const numbersText = (numbers: NumberByTier | undefined): string | null => {
	if (numbers === undefined) return null;
	const named = valuesOf(vocab.tier).flatMap((tier) =>
		numbers[tier] === null ? [] : [`${vocab.tier[tier].zh}${numbers[tier]}`],
	);
	return named.length === 0 ? null : named.join("、");
};

const listText = (items: readonly string[] | undefined): string | null =>
	items === undefined || items.length === 0 ? null : items.join("；");

const deadlineText = (deadline: IssueElements["deadline"] | undefined): string | null => {
	if (deadline === null || deadline === undefined) return null;
	const read = formatDeadline(deadline, "zh-CN");
	return read === deadline.text ? read : `${deadline.text}（${read}）`;
};

function elementText(key: keyof IssueElements, values: Partial<IssueElements>): string | null {
	switch (key) {
		case "numberByTier":
			return numbersText(values.numberByTier);
		case "field":
			return labelOf(vocab.issueField, values.field);
		case "generality":
			return labelOf(vocab.generality, values.generality);
		case "deadline":
			return deadlineText(values.deadline);
		case "constraints":
			return listText(values.constraints);
		case "goal":
		case "remarks":
			return values[key] ?? null;
	}
}

const unitNames = (ids: readonly UnitId[] | undefined, lookup: NameLookup): string | null =>
	listText(ids?.map((id) => lookup.unit(id)?.name ?? id))?.replaceAll("；", "、") ?? null;

function measureText(key: keyof MeasureChange, values: MeasureChange, lookup: NameLookup): string | null {
	switch (key) {
		case "number":
		case "text":
			return values[key] ?? null;
		case "type":
			return labelOf(vocab.measureType, values.type);
		case "term":
			return labelOf(vocab.measureTerm, values.term);
		case "deadline":
			return deadlineText(values.deadline);
		case "responsibleUnitIds":
		case "supportingUnitIds":
			return unitNames(values[key], lookup);
		case "milestones":
			return listText(values.milestones?.map(({ text, due }) => `${formatDate(due, "zh-CN")} ${text}`));
		case "provisional":
			return values.provisional
				? `${formatDate(values.provisional.determinationOn, "zh-CN")}前确定；${values.provisional.exitCondition}`
				: null;
		case "entity":
			return values.entity
				? [
						values.entity.name,
						labelOf(vocab.entityCategory, values.entity.category) ?? "",
						values.entity.legalBasis ?? "",
					]
						.filter((part) => part !== "")
						.join("，")
				: null;
		case "options":
			return values.options ? `${values.options.alternatives.join("、")}；${values.options.reason}` : null;
		case "similarScreening":
			return values.similarScreening === undefined ? null : values.similarScreening ? "是" : "否";
	}
}

function siteText(key: keyof SiteChange, values: SiteChange): string | null {
	if (key === "position") return values.position?.join(", ") ?? null;
	return values[key] ?? null;
}

const changesOf = <T extends object, K extends keyof T & string>(
	labels: Labels<K>,
	changes: { from: T; to: T },
	textOf: (key: K, values: T) => string | null,
): FieldChange[] =>
	Object.keys(changes.to).flatMap((field) =>
		isLabelled(labels, field)
			? [{ field, label: labels[field], from: textOf(field, changes.from), to: textOf(field, changes.to) }]
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
				measureText(key, values, lookup),
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
