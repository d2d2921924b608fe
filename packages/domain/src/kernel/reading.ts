import { z } from "zod";
import { DatePoint, DeadlineCategory } from "./deadline.ts";

/** Where a reading stands in its source. Lines count from 1 in the normalised text the reader shows. */
export const Place = z.object({
	line: z.int().min(1),
	endLine: z.int().min(1),
	/** Sheet and cells for spreadsheets, `台账!C5:C7`. */
	cells: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;

/** A value as read: where it stands, what stood there, and how sure the reader is (0 to 1). */
export const reading = <T extends z.ZodType>(value: T) =>
	z.object({ value, raw: z.string(), place: Place, confidence: z.number().min(0).max(1) });
export type Reading<T> = { value: T; raw: string; place: Place; confidence: number };

/**
 * A deadline as a document words it. `point` is null where the wording gives no whole date (lost characters, a
 * redacted or implied year, 限期整改 alone): readers never complete it. `category` is null where not even the kind
 * of deadline can be told.
 */
export const ProposedDeadline = z.object({
	text: z.string().min(1),
	category: DeadlineCategory.nullable(),
	point: DatePoint.nullable(),
});
export type ProposedDeadline = z.infer<typeof ProposedDeadline>;

/** A labelled text that has no field of its own (备注, 核查情况), kept under the words that the document used. */
export const OtherField = z.object({ label: z.string(), text: z.string(), place: Place });
export type OtherField = z.infer<typeof OtherField>;

/** What is missing, ambiguous, damaged or refused. Codes are a closed list so that programs can act on them. */
export const ReadingWarningCode = z.enum([
	"missingField",
	"missingDeadline",
	"ambiguousDeadline",
	"conflictingDeadline",
	"damagedDate",
	"redactedDate",
	"definedDeadline",
	"interimDeadline",
	"missingUnit",
	"collectiveUnit",
	"missingMeasures",
	"missingNumber",
	"duplicateNumber",
	"brokenSequence",
	"conflictingNumber",
	"damagedText",
	"truncated",
	"unassignedText",
	"unknownColumn",
	"conflictingVerdict",
	"totalsDisagree",
	"duplicateBody",
	"imageOnly",
	"attachmentOnly",
	"bulletinOnly",
	"noList",
	"unsupportedFormat",
	"tooLarge",
	"unreadableFile",
	"formulaCell",
	/** Present in the reading but left out by a limit on rows, cells or length. */
	"limitReached",
]);
export type ReadingWarningCode = z.infer<typeof ReadingWarningCode>;

export const ReadingWarning = z.object({
	code: ReadingWarningCode,
	/** One sentence per language for the clerk. */
	message: z.object({ zh: z.string(), en: z.string() }),
	/** The line it is about, or null when it is about the whole document. */
	line: z.int().min(1).nullable(),
	/** The key of the proposed issue, complaint or notice it is about, or null. */
	item: z.string().nullable(),
	/** The field it is about, or null. */
	field: z.string().nullable(),
});
export type ReadingWarning = z.infer<typeof ReadingWarning>;

/** Text of the source that no field took. Nothing of a document is lost: fields and these cover it. */
export const UnassignedText = z.object({ place: Place, text: z.string() });
export type UnassignedText = z.infer<typeof UnassignedText>;
