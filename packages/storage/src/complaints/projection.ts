import { type Complaint, complaintRow, receiptKey } from "@zhenggai/domain/complaints";
import { regionNumbers } from "../lists/codes.ts";
import { cityMark, importMark, inspectionMark, regionMark } from "../lists/marks.ts";
import { foldParts, indexWords } from "../lists/search-text.ts";
import { CHANNEL_CODE, STATUS_CODE, TYPE_BIT, typeBits, VERDICT_CODE } from "./codes.ts";
import {
	batchMark,
	channelMark,
	KEY_MARK,
	statusMark,
	typeMark,
	verdictMark,
	WITHDRAWN_MARK,
} from "./marks.ts";

/** In place of a batch day where a complaint has none: later than every day. */
const NO_DAY = "infinity";
/** Sorts behind every number. */
const LAST = "~";

/** Everything that the tables of a complaint hold, as one record of the bulk statement. */
export interface ComplaintRecord {
	readonly id: string;
	readonly version: number;
	readonly inspection_id: string;
	readonly batch: number;
	readonly receipt_key: string | null;
	readonly province: number;
	readonly city: number;
	readonly region: number;
	readonly withdrawn: boolean;
	readonly batch_key: string;
	readonly receipt_order: string;
	readonly updated_at: string;
	readonly batch_day: string;
	readonly channel: number;
	readonly is_key: boolean;
	readonly types: number;
	readonly verdict: number;
	readonly status: number;
	readonly row: string;
	readonly state: string;
	readonly haystack: string;
	/** Words and marks, each once, parted by a space. */
	readonly words: string;
}

const padded = (number: number | null, width: number): string =>
	number === null ? LAST : String(number).padStart(width, "0");

/** Text whose order by code point is that of batch day, batch and sequence number, unstated ones last. */
const batchKey = ({ batchDay, batch, seq }: Complaint): string =>
	`${batchDay ?? LAST} ${padded(batch, 4)} ${padded(seq, 8)}`;

const textOf = (complaint: Complaint): string =>
	foldParts([
		complaint.receiptNumber ?? "",
		complaint.receiptNumber === null ? "" : receiptKey(complaint.receiptNumber),
		complaint.regionText ?? "",
		complaint.typesText ?? "",
		complaint.summary ?? "",
		complaint.closureTarget ?? "",
		complaint.investigation ?? "",
		complaint.handling ?? "",
		complaint.accountability ?? "",
		complaint.remarks ?? "",
		...complaint.otherFields.map(({ text }) => text),
	]);

function marksOf(complaint: Complaint): string[] {
	const place = regionNumbers(complaint.region);
	const { channel, verdict, status } = complaint;
	return [
		cityMark(place.city),
		regionMark(place.region),
		inspectionMark(complaint.inspectionId),
		batchMark(complaint.batch ?? 0),
		channelMark(channel === null ? 0 : CHANNEL_CODE[channel]),
		verdictMark(verdict === null ? 0 : VERDICT_CODE[verdict]),
		statusMark(status === null ? 0 : STATUS_CODE[status]),
		...complaint.pollutionTypes.map((type) => typeMark(TYPE_BIT[type])),
		...complaint.importIds.map(importMark),
		...(complaint.isKey ? [KEY_MARK] : []),
		...(complaint.state === "withdrawn" ? [WITHDRAWN_MARK] : []),
	];
}

/** The line of the list, its names left out: they are read with it, so that a new name shows at once. */
const rowOf = (complaint: Complaint) =>
	complaintRow(complaint, { regionName: "", inspection: { id: complaint.inspectionId, name: "" } });

/** What the tables hold of a complaint. */
export function recordOf(complaint: Complaint): ComplaintRecord {
	const haystack = textOf(complaint);
	const { channel, verdict, status, receiptNumber } = complaint;
	const key = receiptNumber === null ? null : receiptKey(receiptNumber);
	return {
		id: complaint.id,
		version: complaint.version,
		inspection_id: complaint.inspectionId,
		batch: complaint.batch ?? 0,
		receipt_key: key,
		...regionNumbers(complaint.region),
		withdrawn: complaint.state === "withdrawn",
		batch_key: batchKey(complaint),
		receipt_order: key ?? LAST,
		updated_at: complaint.updatedAt,
		batch_day: complaint.batchDay ?? NO_DAY,
		channel: channel === null ? 0 : CHANNEL_CODE[channel],
		is_key: complaint.isKey,
		types: typeBits(complaint.pollutionTypes),
		verdict: verdict === null ? 0 : VERDICT_CODE[verdict],
		status: status === null ? 0 : STATUS_CODE[status],
		row: JSON.stringify(rowOf(complaint)),
		state: JSON.stringify(complaint),
		haystack,
		words: [...new Set([...indexWords(haystack), ...marksOf(complaint)])].join(" "),
	};
}
