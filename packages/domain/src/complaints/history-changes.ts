import type { HistoryEntry } from "../journal/index.ts";
import type { RegionCode } from "../kernel/index.ts";
import { formatDate, formatNames, vocab } from "../vocabulary/index.ts";
import { ELEMENT_KEYS } from "./elements.ts";
import type { ComplaintEvent } from "./events.ts";
import type { ComplaintElements, ComplaintField } from "./schema.ts";

type FieldChange = HistoryEntry["changes"][number];
type RegionName = (code: RegionCode) => string | undefined;

// Values are the ledger's own words; what is a choice from a list is written in Chinese, as documents have it.

const listText = (items: readonly string[]): string | null =>
	items.length === 0 ? null : formatNames(items, "zh-CN");

function elementText(
	key: ComplaintField,
	values: Partial<ComplaintElements>,
	regionName: RegionName,
): string | null {
	switch (key) {
		case "channel":
			return values.channel == null ? null : vocab.complaintChannel[values.channel].zh;
		case "verdict":
			return values.verdict == null ? null : vocab.verdict[values.verdict].zh;
		case "status":
			return values.status == null ? null : vocab.complaintStatus[values.status].zh;
		case "isKey":
			return values.isKey === undefined ? null : values.isKey ? "是" : "否";
		case "pollutionTypes":
			return listText((values.pollutionTypes ?? []).map((type) => vocab.pollutionType[type].zh));
		case "places":
			return listText((values.places ?? []).map((code) => regionName(code) ?? code));
		case "batchDay":
			return values.batchDay == null ? null : formatDate(values.batchDay, "zh-CN");
		case "otherFields":
			return (values.otherFields ?? []).map(({ label, text }) => `${label}：${text}`).join("；") || null;
		default: {
			const value = values[key];
			return value == null ? null : String(value);
		}
	}
}

/** The fields that an event changed, from → to as text; none for events that change no field. */
export function amendedComplaintFields(event: ComplaintEvent, regionName: RegionName): FieldChange[] {
	if (event.type !== "complaintAmended" && event.type !== "complaintRestored") return [];
	const { from, to } = event.changes;
	return ELEMENT_KEYS.filter((key) => to[key] !== undefined).map((field) => ({
		field,
		label: vocab.complaintField[field],
		from: elementText(field, from, regionName),
		to: elementText(field, to, regionName),
	}));
}
