import { withoutPersonalData } from "./personal-data.ts";
import type { ComplaintElements, ComplaintField } from "./schema.ts";

/** The fields that may be corrected, in the order of a published table. */
export const ELEMENT_KEYS = [
	"seq",
	"receiptNumber",
	"channel",
	"isKey",
	"batch",
	"batchDay",
	"summary",
	"regionText",
	"places",
	"pollutionTypes",
	"typesText",
	"investigation",
	"verdict",
	"closureTarget",
	"handling",
	"status",
	"accountability",
	"remarks",
	"otherFields",
] as const satisfies readonly ComplaintField[];

/** The elements alone. */
export const elementsOf = (from: ComplaintElements): ComplaintElements => ({
	seq: from.seq,
	receiptNumber: from.receiptNumber,
	channel: from.channel,
	isKey: from.isKey,
	batch: from.batch,
	batchDay: from.batchDay,
	regionText: from.regionText,
	places: from.places,
	pollutionTypes: from.pollutionTypes,
	typesText: from.typesText,
	summary: from.summary,
	investigation: from.investigation,
	verdict: from.verdict,
	closureTarget: from.closureTarget,
	handling: from.handling,
	status: from.status,
	accountability: from.accountability,
	remarks: from.remarks,
	otherFields: from.otherFields,
});

/** The fields whose texts are written by people. */
export const TEXT_KEYS = [
	"summary",
	"investigation",
	"closureTarget",
	"handling",
	"accountability",
	"remarks",
] as const satisfies readonly ComplaintField[];

/** The same without mobile and identity numbers: no complainant can be reached through the ledger (CMP-08). */
export function masked<T extends Partial<ComplaintElements>>(elements: T): T {
	const clean: T = { ...elements };
	for (const key of TEXT_KEYS) {
		const text = elements[key];
		if (typeof text === "string") Object.assign(clean, { [key]: withoutPersonalData(text) });
	}
	if (elements.otherFields !== undefined) {
		const otherFields = elements.otherFields.map(({ label, text }) => ({
			label,
			text: withoutPersonalData(text),
		}));
		Object.assign(clean, { otherFields });
	}
	return clean;
}
