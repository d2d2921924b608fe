import { z } from "zod";
import { JournalCursor } from "../journal/index.ts";
import {
	Bilingual,
	ComplaintId,
	ImportId,
	InspectionId,
	Instant,
	IsoDate,
	Refusal,
	RegionCode,
} from "../kernel/index.ts";
import { Finding } from "../rules/index.ts";
import { ComplaintStatus, PollutionType, Verdict } from "./proposal.ts";
import {
	Complaint,
	ComplaintChannel,
	ComplaintElements,
	ComplaintSource,
	ComplaintState,
	RelationKind,
} from "./schema.ts";
import { ClosureRates, PublishedTotals, Tally } from "./totals.ts";
import { ComplaintWait } from "./waiting.ts";

/** Filters of the list. All given ones hold together; lists are alternatives. */
export const ComplaintFilter = z.object({
	/** Words of the texts and receipt numbers. Two Chinese characters are enough. */
	text: z.string().trim().min(1).max(100).optional(),
	region: RegionCode.optional(),
	inspectionId: InspectionId.optional(),
	batch: z.int().min(1).max(999).optional(),
	batchFrom: IsoDate.optional(),
	batchTo: IsoDate.optional(),
	channels: z.array(ComplaintChannel).min(1).max(4).optional(),
	isKey: z.boolean().optional(),
	/** A national type finds its local leaves too. */
	pollutionTypes: z.array(PollutionType).min(1).max(11).optional(),
	verdicts: z.array(Verdict).min(1).max(4).optional(),
	statuses: z.array(ComplaintStatus).min(1).max(3).optional(),
	importId: ImportId.optional(),
	/** Those that wait for something. */
	waiting: ComplaintWait.optional(),
	/** Those that were withdrawn instead of those that stand. */
	withdrawn: z.boolean().optional(),
});
export type ComplaintFilter = z.infer<typeof ComplaintFilter>;

export const ComplaintSort = z.enum(["batch", "receipt", "updated", "region"]);
export type ComplaintSort = z.infer<typeof ComplaintSort>;

export const ComplaintListQuery = z.object({
	filter: ComplaintFilter.default({}),
	sort: ComplaintSort.default("batch"),
	descending: z.boolean().default(false),
	cursor: z.string().max(600).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type ComplaintListQuery = z.infer<typeof ComplaintListQuery>;

/** One line of the list (domain.md §5.5). Long texts are cut to their beginning. */
export const ComplaintRow = z.object({
	id: ComplaintId,
	version: z.int(),
	state: ComplaintState,
	inspectionId: InspectionId,
	inspectionName: z.string(),
	region: RegionCode,
	regionName: z.string(),
	regionText: z.string().nullable(),
	/** In how many regions it lies; more than one stands under the region above them. */
	placeCount: z.int(),
	batch: z.int().nullable(),
	batchDay: IsoDate.nullable(),
	seq: z.int().nullable(),
	receiptNumber: z.string().nullable(),
	channel: ComplaintChannel.nullable(),
	isKey: z.boolean(),
	pollutionTypes: z.array(PollutionType),
	summary: z.string().nullable(),
	verdict: Verdict.nullable(),
	closureTarget: z.string().nullable(),
	status: ComplaintStatus.nullable(),
	relationCount: z.int(),
	updatedAt: Instant,
});
export type ComplaintRow = z.infer<typeof ComplaintRow>;

export const ComplaintPage = z.object({
	items: z.array(ComplaintRow),
	nextCursor: z.string().nullable(),
	/** How many match: exact up to a bound, "at least" beyond it. */
	total: z.object({ count: z.int(), exact: z.boolean() }),
	asOf: IsoDate,
	/** Where the live stream continues from this page without a gap. */
	liveFrom: JournalCursor,
});
export type ComplaintPage = z.infer<typeof ComplaintPage>;

/** What may be known of a related complaint, also when it lies outside of the viewer's region. */
export const ComplaintLink = z.object({
	id: ComplaintId,
	receiptNumber: z.string().nullable(),
	regionName: z.string(),
	summary: z.string().nullable(),
	verdict: Verdict.nullable(),
	status: ComplaintStatus.nullable(),
	/** False where the viewer may not open it; its summary, verdict and status are null then. */
	open: z.boolean(),
});
export type ComplaintLink = z.infer<typeof ComplaintLink>;

/** A receipt number as far as its form is known. */
export const ReceiptView = z.object({
	form: z.enum(["national", "regionCode", "dated", "other"]),
	channel: z.enum(["phone", "letter"]).nullable(),
	round: z.int().nullable(),
	letters: z.string().nullable(),
	day: IsoDate.nullable(),
	serial: z.string().nullable(),
});

export const ComplaintDetail = z.object({
	row: ComplaintRow,
	elements: ComplaintElements,
	receipt: ReceiptView.nullable(),
	listRegion: z.object({ code: RegionCode, name: z.string() }),
	places: z.array(z.object({ code: RegionCode, name: z.string() })),
	/** What it names or repeats; `complaint` is null where no such receipt is on the ledger. */
	relations: z.array(
		z.object({
			kind: RelationKind,
			receiptNumber: z.string().nullable(),
			complaint: ComplaintLink.nullable(),
			since: Instant,
		}),
	),
	/** Those that name or repeat it. */
	relatedBy: z.array(z.object({ kind: RelationKind, complaint: ComplaintLink })),
	sources: z.array(ComplaintSource),
	withdrawal: Complaint.shape.withdrawal,
	findings: z.array(Finding),
	actions: z.array(
		z.object({ verb: z.string(), label: Bilingual, allowed: z.boolean(), refusals: z.array(Refusal) }),
	),
	ruleSet: z.object({ id: z.string(), version: z.int() }),
	asOf: IsoDate,
});
export interface ComplaintDetail extends z.infer<typeof ComplaintDetail> {}

export const ComplaintTotalsQuery = z.object({
	inspectionId: InspectionId,
	batch: z.int().min(1).max(999).optional(),
	region: RegionCode.optional(),
	/** The figures of a bulletin, to be held against the ledger (DATA-05, CMP-13). */
	published: PublishedTotals.optional(),
});
export type ComplaintTotalsQuery = z.infer<typeof ComplaintTotalsQuery>;

/** What the tables add up to, for what the viewer may see. */
export const ComplaintTotals = z.object({
	inspectionId: InspectionId,
	batch: z.int().nullable(),
	/** The region that is counted; null for the whole of what is on the ledger. */
	region: RegionCode.nullable(),
	tally: Tally,
	/** Both 办结率, each under its own name. */
	rates: ClosureRates,
	/** By the regions next below; `own` holds cases of several regions, or of none that is known. */
	regions: z.array(
		z.object({ region: RegionCode, name: z.string(), own: z.boolean(), tally: Tally, rates: ClosureRates }),
	),
	/** Cases by batch, all batches of the inspection; `batch` is null where none is stated. */
	batches: z.array(z.object({ batch: z.int().nullable(), cases: z.int() })),
	findings: z.array(Finding),
	asOf: IsoDate,
});
export interface ComplaintTotals extends z.infer<typeof ComplaintTotals> {}

/** A live change: fronts replace the row, or drop it when `row` is null (not in the list now). */
export const ComplaintChange = z.object({
	cursor: JournalCursor,
	complaintId: ComplaintId,
	version: z.int(),
	types: z.array(z.string()),
	by: z.string(),
	at: Instant,
	row: ComplaintRow.nullable(),
});
export type ComplaintChange = z.infer<typeof ComplaintChange>;
