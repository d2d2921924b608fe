import type { FieldText, HistoryEntry } from "../journal/index.ts";
import { type Bilingual, type RegionCode, say } from "../kernel/index.ts";
import { formatDate, formatNames, vocab } from "../vocabulary/index.ts";
import { ELEMENT_KEYS } from "./elements.ts";
import type { ComplaintEvent } from "./events.ts";
import type { ComplaintElements, ComplaintField } from "./schema.ts";

type FieldChange = HistoryEntry["changes"][number];
type RegionName = (code: RegionCode) => string | undefined;

const asIs = (text: string): Bilingual => say(text, text);
const YES = say("是", "yes");
const NO = say("否", "no");

const listText = (items: readonly Bilingual[]): FieldText | null =>
	items.length === 0
		? null
		: say(
				formatNames(
					items.map(({ zh }) => zh),
					"zh-CN",
				),
				formatNames(
					items.map(({ en }) => en),
					"en",
				),
			);

function elementText(
	key: ComplaintField,
	values: Partial<ComplaintElements>,
	regionName: RegionName,
): FieldText | null {
	switch (key) {
		case "channel":
			return values.channel == null ? null : vocab.complaintChannel[values.channel];
		case "verdict":
			return values.verdict == null ? null : vocab.verdict[values.verdict];
		case "status":
			return values.status == null ? null : vocab.complaintStatus[values.status];
		case "isKey":
			return values.isKey === undefined ? null : values.isKey ? YES : NO;
		case "pollutionTypes":
			return listText((values.pollutionTypes ?? []).map((type) => vocab.pollutionType[type]));
		case "places":
			return listText((values.places ?? []).map((code) => asIs(regionName(code) ?? code)));
		case "batchDay":
			return values.batchDay == null
				? null
				: say(formatDate(values.batchDay, "zh-CN"), formatDate(values.batchDay, "en"));
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
