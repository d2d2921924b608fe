import { z } from "zod";
import type { IssueState } from "../issues/index.ts";
import { ComplaintId, ImportId, InspectionId, IssueId, NoticeId, RegionCode, Tier } from "../kernel/index.ts";
import { Finding } from "../rules/index.ts";
import { ProposedNotice } from "./proposal.ts";
import { NoticeKind, PublicityLength, PublicityPeriod } from "./schema.ts";

/** Under which inspection, for which region and by whose numbers the notices of a document speak. */
export const NoticeImportContext = z.object({
	inspectionId: InspectionId,
	/** The issues lie in it or below. */
	region: RegionCode,
	/** Whose list the printed numbers stand on. */
	tier: Tier,
});
export type NoticeImportContext = z.infer<typeof NoticeImportContext>;

/** What a later edition of a notice can change. `completion` brings its items, `publicity` its printed length. */
export const NoticeField = z.enum([
	"kind",
	"number",
	"statement",
	"receiptNumbers",
	"responsibleUnits",
	"supervisingUnits",
	"acceptanceUnits",
	"deadline",
	"goal",
	"measures",
	"completion",
	"publicity",
	"contact",
	"otherFields",
]);
export type NoticeField = z.infer<typeof NoticeField>;

/** What the clerk decided about one notice. */
export const NoticeItemChoice = z.object({
	apply: z.boolean(),
	/** The issue that it is about, where the clerk said so. */
	issueId: IssueId.optional(),
	/** For a corrected edition: which fields to take from the document. All of them when left out. */
	fields: z.array(NoticeField).optional(),
});
export type NoticeItemChoice = z.infer<typeof NoticeItemChoice>;

export const NoticeImportChoices = z.object({
	context: NoticeImportContext.nullable(),
	items: z.record(z.string(), NoticeItemChoice),
	/** Corrections made in the wizard: whole notices by key. */
	corrections: z.record(z.string(), ProposedNotice),
});
export type NoticeImportChoices = z.infer<typeof NoticeImportChoices>;

/** Texts of both sides; lists parted by 、, items by line breaks, the kind as its code. */
export const NoticeDifference = z.object({
	field: NoticeField,
	ledger: z.string().nullable(),
	document: z.string().nullable(),
});
export type NoticeDifference = z.infer<typeof NoticeDifference>;

/** What spoke for an issue: its number on the list, its wording, or the clerk. */
export const NoticeMatchedBy = z.enum(["number", "text", "clerk"]);
export type NoticeMatchedBy = z.infer<typeof NoticeMatchedBy>;

/** An issue that a notice may be about. */
export const NoticeCandidate = z.object({
	issueId: IssueId,
	number: z.string(),
	tier: Tier,
	region: RegionCode,
	regionName: z.string(),
	/** Not the schema itself: the room of issues is built on this one. */
	lifecycle: z.custom<IssueState>((value) => typeof value === "string"),
	/** The wording that is most like the notice's, in full. */
	statement: z.string(),
	by: z.enum(["number", "text"]),
	/** How alike the wordings are, from 0 to 1. */
	score: z.number().min(0).max(1),
});
export type NoticeCandidate = z.infer<typeof NoticeCandidate>;

/** What a notice says, short enough for a line of a list. */
export const NoticeSummary = z.object({
	kind: NoticeKind,
	number: z.string().nullable(),
	/** In full: it is compared with the issue's. */
	statement: z.string().nullable(),
	receiptNumbers: z.array(z.string()),
	publicity: PublicityPeriod.nullable(),
	publicityLength: PublicityLength.nullable(),
	/** The beginning of what was done. */
	completion: z.string().nullable(),
	lines: z.tuple([z.int(), z.int()]),
});
export type NoticeSummary = z.infer<typeof NoticeSummary>;

/** What would happen to one notice of the document. */
export const NoticePreviewItem = z.object({
	key: z.string(),
	/** `new`: it is attached; `changed`: it replaces an earlier edition; `same`: the issue has it already. */
	kind: z.enum(["new", "same", "changed", "refused"]),
	/** The issue that it is taken to be about; null where nothing tells. */
	issueId: IssueId.nullable(),
	match: z
		.object({
			by: NoticeMatchedBy,
			score: z.number().min(0).max(1),
			/** The number fits and the wording does not, or several issues fit as well: not applied by itself. */
			doubtful: z.boolean(),
		})
		.nullable(),
	/** Up to five issues that it may be about, the likeliest first. */
	candidates: z.array(NoticeCandidate),
	/** Complaints of the inspection that its receipts name. A hint: none is needed. */
	complaints: z.array(
		z.object({ complaintId: ComplaintId, receiptNumber: z.string(), summary: z.string().nullable() }),
	),
	notice: NoticeSummary,
	/** Against the earlier edition, where there is one. */
	differences: z.array(NoticeDifference),
	findings: z.array(Finding),
	chosen: z.boolean(),
});
export type NoticePreviewItem = z.infer<typeof NoticePreviewItem>;

export const NoticeImportPreview = z.object({
	importId: ImportId,
	items: z.array(NoticePreviewItem),
	summary: z.object({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int() }),
	/** What keeps it from being applied, empty when it can be. */
	blocking: z.array(Finding),
});
export type NoticeImportPreview = z.infer<typeof NoticeImportPreview>;

const attached = z.object({ issueId: IssueId, noticeId: NoticeId });

export const NoticeImportResult = z.object({
	importId: ImportId,
	/** Notices that are new on their issues. */
	attached: z.array(attached),
	/** Corrected editions that took the place of an earlier one. */
	replaced: z.array(attached),
});
export type NoticeImportResult = z.infer<typeof NoticeImportResult>;
