import { z } from "zod";
import { ProposedNotice } from "../close-out/index.ts";
import { ProposedComplaint } from "../complaints/index.ts";
import {
	IsoDate,
	OtherField,
	Place,
	ProposedDeadline,
	ReadingWarning,
	reading,
	UnassignedText,
} from "../kernel/index.ts";
import { ColumnMapping, ReadTable } from "./columns.ts";

export const ProposedMeasure = z.object({
	/** The number as printed, `（一）`, `1.`, `①`; null where there is none. */
	number: z.string().nullable(),
	text: z.string(),
	/** A date that stands inside the measure and belongs to it alone. */
	deadline: ProposedDeadline.nullable(),
	responsibleUnits: z.array(z.string()),
	supportingUnits: z.array(z.string()),
	place: Place,
});
export type ProposedMeasure = z.infer<typeof ProposedMeasure>;

const names = reading(z.array(z.string())).nullable();
const words = reading(z.string()).nullable();

/** One issue as read from a plan, task list or measure list. Null is "the document does not say". */
export const ProposedIssue = z.object({
	/** Stable within the proposal: `i1`, `i2`, … */
	key: z.string(),
	/** The issue's own number as an integer: 十七 → 17. */
	seq: z.int().min(0).nullable(),
	/** The issue's own number as printed: `十七`, `第12项`, `38-2`. */
	number: z.string().nullable(),
	/** The running number of the table row where it differs from the issue's own number. */
	rowNumber: z.string().nullable(),
	statement: reading(z.string()),
	responsibleUnits: names,
	leadUnits: names,
	supportingUnits: names,
	supervisingUnits: names,
	acceptanceUnits: names,
	accountabilityUnits: names,
	responsibleLeaders: names,
	responsiblePersons: names,
	deadline: reading(ProposedDeadline).nullable(),
	/** A date that the preamble gives to this kind of deadline (立行立改的，2017年6月底前): offered, never applied by itself. */
	offeredDeadline: reading(ProposedDeadline).nullable(),
	goal: words,
	/** The sentence that leads into the measures (某厅督导某市完成整改). */
	measuresLeadIn: words,
	measures: reading(z.array(ProposedMeasure)).nullable(),
	/** Progress or completion text, where the document reports it. */
	progress: words,
	/** The status wording, as printed (已经完成，长期坚持). */
	statusText: words,
	contact: words,
	/** Labelled texts without a field of their own (核查情况, 验收意见, 备注). */
	otherFields: z.array(OtherField),
	/** First and last line of the issue in the source. */
	lines: z.tuple([z.int().min(1), z.int().min(1)]),
});
export type ProposedIssue = z.infer<typeof ProposedIssue>;

export const DocumentKind = z.enum(["plan", "complaints", "notice", "unknown"]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/**
 * What a clerk says about a document that was read wrongly: items begin at a line of the source (from 1) or below, or
 * what kind of document it is, or what the columns of a table hold. Empty says nothing.
 */
export const ReadingHint = z.object({
	issuesStartAtLine: z.int().min(1).optional(),
	kind: DocumentKind.exclude(["unknown"]).optional(),
	/** What columns of its tables hold. Left out: as the office remembers them; an empty list: as the reader knows them. */
	columns: z.array(ColumnMapping).max(100).optional(),
});
export type ReadingHint = z.infer<typeof ReadingHint>;

export const SourceFormat = z.enum(["txt", "md", "html", "docx", "xlsx", "xls", "csv", "pasted", "unknown"]);
export type SourceFormat = z.infer<typeof SourceFormat>;

/** What a reader makes of a document: everything it found, and everything it doubts. Nothing is stored yet. */
export const Proposal = z.object({
	kind: DocumentKind,
	source: z.object({
		name: z.string(),
		format: SourceFormat,
		/** SHA-256 of the bytes, lower-case hex. */
		sha256: z.string().regex(/^[0-9a-f]{64}$/),
		/** The text as the reader shows it, line by line; places count in it. */
		lines: z.array(z.string()),
	}),
	title: z.string().nullable(),
	/** The layout it was read as (`A1`…`A14`), null for other kinds. */
	layout: z.string().nullable(),
	/** The publication or feedback date, only where the document states it outright. */
	documentDate: IsoDate.nullable(),
	issues: z.array(ProposedIssue),
	complaints: z.array(ProposedComplaint),
	notices: z.array(ProposedNotice),
	unassigned: z.array(UnassignedText),
	warnings: z.array(ReadingWarning),
	/** The tables of the document with what their columns hold; empty in drafts of earlier versions. */
	tables: z.array(ReadTable).max(100).default([]),
});
export type Proposal = z.infer<typeof Proposal>;
