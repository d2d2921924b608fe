import { z } from "zod";
import { ComplaintId, ImportId, InspectionId, IsoDate, Region, RegionCode } from "../kernel/index.ts";
import { Finding } from "../rules/index.ts";
import { ProposedComplaint } from "./proposal.ts";

/** Under which inspection and for whose table the document speaks, and what it says of all its rows. */
export const ComplaintImportContext = z.object({
	inspectionId: InspectionId,
	/** Whose table it is: every row lies within. */
	listRegion: RegionCode,
	/** The batch and its day, for rows that do not state them themselves. */
	batch: z.int().min(1).max(999).nullable(),
	batchDay: IsoDate.nullable(),
});
export type ComplaintImportContext = z.infer<typeof ComplaintImportContext>;

/** What an import can bring into a complaint. `regionText` brings its places, `pollutionTypes` their printed words. */
export const ComplaintImportField = z.enum([
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
	"investigation",
	"verdict",
	"closureTarget",
	"handling",
	"status",
	"accountability",
	"remarks",
	"otherFields",
	"relations",
]);
export type ComplaintImportField = z.infer<typeof ComplaintImportField>;

export const ComplaintItemChoice = z.object({
	apply: z.boolean(),
	/** For a complaint that differs: which fields to take from the document. All of them when left out. */
	fields: z.array(ComplaintImportField).optional(),
});
export type ComplaintItemChoice = z.infer<typeof ComplaintItemChoice>;

export const ComplaintImportChoices = z.object({
	context: ComplaintImportContext.nullable(),
	/** Which regions a printed region means, where the clerk said so; none for "leave it open". */
	places: z.record(z.string(), z.array(RegionCode).max(30)),
	items: z.record(z.string(), ComplaintItemChoice),
	/** Corrections made in the wizard: whole rows by key. */
	corrections: z.record(z.string(), ProposedComplaint),
});
export type ComplaintImportChoices = z.infer<typeof ComplaintImportChoices>;

/** Texts of both sides; values of enums as their codes, lists parted by 、. */
export const ComplaintDifference = z.object({
	field: ComplaintImportField,
	ledger: z.string().nullable(),
	document: z.string().nullable(),
});
export type ComplaintDifference = z.infer<typeof ComplaintDifference>;

/** What would happen to one row of the table. */
export const ComplaintPreviewItem = z.object({
	key: z.string(),
	kind: z.enum(["new", "same", "changed", "refused"]),
	complaintId: ComplaintId.nullable(),
	receiptNumber: z.string().nullable(),
	/** The beginning of what it is about. */
	summary: z.string(),
	differences: z.array(ComplaintDifference),
	findings: z.array(Finding),
	chosen: z.boolean(),
});
export type ComplaintPreviewItem = z.infer<typeof ComplaintPreviewItem>;

export const ComplaintImportPreview = z.object({
	importId: ImportId,
	items: z.array(ComplaintPreviewItem),
	/**
	 * Every printed region with how many rows have it and what it means; no places where nobody can tell, and then
	 * those that may be meant, likeliest first.
	 */
	regions: z.array(
		z.object({
			text: z.string(),
			count: z.int(),
			places: z.array(RegionCode),
			suggestions: z.array(Region),
		}),
	),
	/** Complaints of the same batches that the document no longer names. Shown, never removed. */
	vanished: z.array(
		z.object({
			complaintId: ComplaintId,
			receiptNumber: z.string().nullable(),
			summary: z.string().nullable(),
		}),
	),
	summary: z.object({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int(), vanished: z.int() }),
	/** What keeps it from being applied, empty when it can be. */
	blocking: z.array(Finding),
});
export type ComplaintImportPreview = z.infer<typeof ComplaintImportPreview>;

export const ComplaintImportResult = z.object({
	importId: ImportId,
	created: z.array(ComplaintId),
	changed: z.array(ComplaintId),
});
export type ComplaintImportResult = z.infer<typeof ComplaintImportResult>;
