import { z } from "zod";

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
