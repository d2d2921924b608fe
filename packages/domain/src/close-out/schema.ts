import { z } from "zod";
import { ImportId, Instant, IsoDate, NoticeId, Tier } from "../kernel/index.ts";

/**
 * What a published notice says has happened: the rectification is complete (整改完成公示), or the issue is closed out
 * (销号公示). `unknown` where its words do not tell.
 */
export const NoticeKind = z.enum(["completion", "closeOut", "unknown"]);
export type NoticeKind = z.infer<typeof NoticeKind>;

const longText = z.string().trim().min(1).max(20_000);
const name = z.string().trim().min(1).max(300);
const numbered = z.object({ number: z.string().trim().min(1).max(40).nullable(), text: longText });

/** From the first to the last day of a publicity, both counted. */
export const PublicityPeriod = z
	.object({ start: IsoDate, end: IsoDate })
	.refine(({ start, end }) => start <= end, "the end does not lie before the start");
export type PublicityPeriod = z.infer<typeof PublicityPeriod>;

/** A length of publicity as printed (公示10个工作日). */
export const PublicityLength = z.object({
	days: z.int().min(1).max(400),
	unit: z.enum(["workingDay", "calendarDay"]),
});
export type PublicityLength = z.infer<typeof PublicityLength>;

/** What one notice says about one issue, as printed. Null or empty is "the notice does not say". */
export const NoticeContent = z.object({
	kind: NoticeKind,
	number: z.string().trim().min(1).max(40).nullable(),
	/** Whose list the number stands on. A notice does not print it: whoever attaches the notice says it. */
	tier: Tier.nullable(),
	statement: longText.nullable(),
	receiptNumbers: z.array(z.string().trim().min(1).max(80)).max(100),
	responsibleUnits: z.array(name).max(60),
	supervisingUnits: z.array(name).max(60),
	acceptanceUnits: z.array(name).max(60),
	deadline: z.string().trim().min(1).max(500).nullable(),
	goal: longText.nullable(),
	measures: z.array(numbered).max(300),
	completion: longText.nullable(),
	completionItems: z.array(numbered).max(300),
	publicity: PublicityPeriod.nullable(),
	publicityLength: PublicityLength.nullable(),
	contact: z.string().trim().min(1).max(2000).nullable(),
	otherFields: z
		.array(z.object({ label: z.string().trim().min(1).max(100), text: z.string().trim().max(20_000) }))
		.max(20),
});
export type NoticeContent = z.infer<typeof NoticeContent>;

/** Which document printed it, and where. */
export const NoticeSource = z.object({
	document: z.string().trim().min(1).max(300),
	/** SHA-256 of the document, null where the text was typed. */
	sha256: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.nullable(),
	lines: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
});
export type NoticeSource = z.infer<typeof NoticeSource>;

/** A notice as commands name it. */
export const NewNotice = NoticeContent.extend({
	id: NoticeId,
	source: NoticeSource,
	/** The attached notice that this one is the corrected edition of. */
	replaces: NoticeId.nullable(),
});
export type NewNotice = z.infer<typeof NewNotice>;

/**
 * A published notice attached to its issue as evidence. Nothing of it is ever deleted: a mistaken one is marked as
 * detached, an earlier edition as replaced.
 */
export const AttachedNotice = NewNotice.extend({
	/** The import that brought it, null where it was attached by hand. */
	importId: ImportId.nullable(),
	attachedAt: Instant,
	attachedBy: z.string(),
	/** It came after the issue was closed: it stands beside the frozen archive, not in it (CLO-06). */
	afterClose: z.boolean(),
	replacedBy: NoticeId.nullable(),
	detached: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
});
export type AttachedNotice = z.infer<typeof AttachedNotice>;

/** Whether a notice counts: neither taken off again nor replaced by a later edition. */
export const isCurrentNotice = ({ replacedBy, detached }: AttachedNotice): boolean =>
	replacedBy === null && detached === null;

/** Every notice that was ever attached to an issue, also those that no longer count. */
export const noticesOf = ({
	notices,
}: {
	readonly notices?: readonly AttachedNotice[] | undefined;
}): readonly AttachedNotice[] => notices ?? [];

/** What a notice says, without who attached it when and from where. */
export const contentOf = (notice: NoticeContent): NoticeContent => ({
	kind: notice.kind,
	number: notice.number,
	tier: notice.tier,
	statement: notice.statement,
	receiptNumbers: notice.receiptNumbers,
	responsibleUnits: notice.responsibleUnits,
	supervisingUnits: notice.supervisingUnits,
	acceptanceUnits: notice.acceptanceUnits,
	deadline: notice.deadline,
	goal: notice.goal,
	measures: notice.measures,
	completion: notice.completion,
	completionItems: notice.completionItems,
	publicity: notice.publicity,
	publicityLength: notice.publicityLength,
	contact: notice.contact,
	otherFields: notice.otherFields,
});
