import type { InspectionId } from "../kernel/index.ts";
import { parseReceipt } from "./receipt.ts";
import type { Complaint } from "./schema.ts";
import type { ComplaintDetail, ComplaintLink, ComplaintRow } from "./view.ts";

/** How many characters of a long text a line shows. */
const ROW_TEXT_LENGTH = 200;

/** The beginning of a text, cut between characters, never within one. */
function beginning(text: string | null): string | null {
	if (text === null) return null;
	const characters = [...text];
	return characters.length <= ROW_TEXT_LENGTH
		? text
		: `${characters.slice(0, ROW_TEXT_LENGTH - 1).join("")}…`;
}

export type ComplaintRowContext = {
	readonly regionName: string;
	readonly inspection: { readonly id: InspectionId; readonly name: string };
};

/** The line of the list for a complaint. */
export const complaintRow = (complaint: Complaint, context: ComplaintRowContext): ComplaintRow => ({
	id: complaint.id,
	version: complaint.version,
	state: complaint.state,
	inspectionId: context.inspection.id,
	inspectionName: context.inspection.name,
	region: complaint.region,
	regionName: context.regionName,
	regionText: complaint.regionText,
	placeCount: complaint.places.length,
	batch: complaint.batch,
	batchDay: complaint.batchDay,
	seq: complaint.seq,
	receiptNumber: complaint.receiptNumber,
	channel: complaint.channel,
	isKey: complaint.isKey,
	pollutionTypes: complaint.pollutionTypes,
	summary: beginning(complaint.summary),
	verdict: complaint.verdict,
	closureTarget: beginning(complaint.closureTarget),
	status: complaint.status,
	relationCount: complaint.relations.length,
	updatedAt: complaint.updatedAt,
});

/** What may be shown of a related complaint; of one that may not be opened only that it is there, and where. */
export const complaintLink = (complaint: Complaint, regionName: string, open: boolean): ComplaintLink => ({
	id: complaint.id,
	receiptNumber: complaint.receiptNumber,
	regionName,
	summary: open ? beginning(complaint.summary) : null,
	verdict: open ? complaint.verdict : null,
	status: open ? complaint.status : null,
	open,
});

/** The receipt number taken apart, for the page of a complaint. */
export function receiptView({ receiptNumber }: Pick<Complaint, "receiptNumber">): ComplaintDetail["receipt"] {
	if (receiptNumber === null) return null;
	const { form, channel, round, letters, day, serial } = parseReceipt(receiptNumber);
	return { form, channel, round, letters, day, serial };
}
