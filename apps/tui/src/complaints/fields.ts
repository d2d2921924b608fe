import type { Language } from "@zhenggai/domain/kernel";
import { formatDate, formatNames, label, valuesOf, vocab } from "@zhenggai/domain/vocabulary";
import { say, speak } from "../say.ts";
import { typesText } from "./columns.ts";
import type { ComplaintDetail } from "./wire.ts";

type Elements = ComplaintDetail["elements"];
type Field = keyof Elements;

/** The columns of a published table that are texts of several lines. */
export const LONG_FIELDS = [
	"summary",
	"investigation",
	"handling",
	"accountability",
] as const satisfies readonly Field[];

/** What a field says; empty where the table does not state it. */
export function fieldText(
	detail: Pick<ComplaintDetail, "elements" | "places">,
	key: Field,
	language: Language,
): string {
	const { elements } = detail;
	switch (key) {
		case "channel":
			return elements.channel === null ? "" : label(vocab.complaintChannel, elements.channel, language);
		case "verdict":
			return elements.verdict === null ? "" : label(vocab.verdict, elements.verdict, language);
		case "status":
			return elements.status === null ? "" : label(vocab.complaintStatus, elements.status, language);
		case "pollutionTypes":
			return typesText(elements.pollutionTypes, language);
		case "isKey":
			return elements.isKey ? speak(say("是", "yes"), language) : "";
		case "batchDay":
			return elements.batchDay === null ? "" : formatDate(elements.batchDay, language);
		case "places":
			return formatNames(
				detail.places.map(({ name }) => name),
				language,
			);
		case "otherFields":
			return elements.otherFields.map((one) => `${one.label}：${one.text}`).join("\n");
		default:
			return elements[key]?.toString() ?? "";
	}
}

/** The fields of a published table in its order. */
export const ALL_FIELDS: readonly Field[] = valuesOf(vocab.complaintField);
