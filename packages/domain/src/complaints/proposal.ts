import { z } from "zod";
import { OtherField, reading } from "../kernel/index.ts";

/** Pollution types (domain.md §5.2): the national roots and the local leaves that tables print. */
export const PollutionType = z.enum([
	"water",
	"air",
	"soil",
	"noise",
	"solidWaste",
	"ecology",
	"radiation",
	"marine",
	"fume",
	"dust",
	"other",
]);
export type PollutionType = z.infer<typeof PollutionType>;

/** 是否属实 (domain.md §5.4). */
export const Verdict = z.enum(["true", "mostlyTrue", "partlyTrue", "untrue"]);
export type Verdict = z.infer<typeof Verdict>;

/** 是否办结 (domain.md §5.4). */
export const ComplaintStatus = z.enum(["closed", "stageClosed", "open"]);
export type ComplaintStatus = z.infer<typeof ComplaintStatus>;

const words = reading(z.string()).nullable();

/** One row of a 边督边改 table. Null is "the table does not say". */
export const ProposedComplaint = z.object({
	/** Stable within the proposal: `c1`, `c2`, … */
	key: z.string(),
	seq: z.int().min(0).nullable(),
	receiptNumber: z.string().nullable(),
	/** Other receipts that the text cites (重复件): relations, not records. */
	citedReceipts: z.array(z.string()),
	isKey: z.boolean(),
	batch: z.int().min(1).nullable(),
	channel: z.enum(["phone", "letter", "wechat", "other"]).nullable(),
	summary: words,
	region: words,
	pollutionTypes: reading(z.array(PollutionType)).nullable(),
	investigation: words,
	verdict: reading(Verdict).nullable(),
	closureTarget: words,
	handling: words,
	status: reading(ComplaintStatus).nullable(),
	accountability: words,
	remarks: words,
	/** Columns without a field of their own (办案人, 符合办结条件). */
	otherFields: z.array(OtherField),
	lines: z.tuple([z.int().min(1), z.int().min(1)]),
});
export type ProposedComplaint = z.infer<typeof ProposedComplaint>;
