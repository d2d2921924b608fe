import { z } from "zod";
import { ComplaintId, ImportId, InspectionId, Instant, IsoDate, RegionCode } from "../kernel/index.ts";
import { ComplaintStatus, PollutionType, Verdict } from "./proposal.ts";

/** How it came in (domain.md §5.4). */
export const ComplaintChannel = z.enum(["phone", "letter", "wechat", "other"]);
export type ComplaintChannel = z.infer<typeof ComplaintChannel>;

/** Whether it stands on the ledger. Its handling (domain.md §3.2) is read from {@link ComplaintStatus} as published. */
export const ComplaintState = z.enum(["registered", "withdrawn"]);
export type ComplaintState = z.infer<typeof ComplaintState>;

/** `cites`: the text names another receipt. `repeats`: somebody found that it is about the same thing (重复件). */
export const RelationKind = z.enum(["cites", "repeats"]);
export type RelationKind = z.infer<typeof RelationKind>;

const text = z.string().trim().min(1).max(20_000).nullable();
const line = z.string().trim().min(1).max(300).nullable();
export const ReceiptNumber = z.string().trim().min(1).max(80);

/** The other complaint: by the receipt number that the text prints, or by its own id where it has none. */
export const RelationTarget = z
	.object({
		kind: RelationKind,
		receiptNumber: ReceiptNumber.nullable(),
		complaintId: ComplaintId.nullable(),
	})
	.refine((to) => (to.receiptNumber === null) !== (to.complaintId === null), "a receipt number or an id");
export type RelationTarget = z.infer<typeof RelationTarget>;

export const Relation = z.object({
	kind: RelationKind,
	receiptNumber: ReceiptNumber.nullable(),
	complaintId: ComplaintId.nullable(),
	since: Instant,
});
export type Relation = z.infer<typeof Relation>;

/** The columns of a published table (domain.md §5.5). Null is "not stated": missing is a state, never an error. */
export const ComplaintElements = z.object({
	seq: z.int().min(0).max(1_000_000).nullable(),
	/** As printed. `parseReceipt` takes it apart. */
	receiptNumber: ReceiptNumber.nullable(),
	channel: ComplaintChannel.nullable(),
	/** 重点关注件, marked with a star. */
	isKey: z.boolean(),
	batch: z.int().min(1).max(999).nullable(),
	/** The day on which the team handed the batch over. */
	batchDay: IsoDate.nullable(),
	/** 行政区域 as printed. */
	regionText: line,
	/** The regions that it means, as far as they are beyond doubt; several for a case that spans them. */
	places: z.array(RegionCode).max(30),
	/** National types and local leaves, see `rootOf`. */
	pollutionTypes: z.array(PollutionType).max(11),
	/** 污染类型 as printed. */
	typesText: line,
	summary: text,
	investigation: text,
	verdict: Verdict.nullable(),
	closureTarget: text,
	handling: text,
	status: ComplaintStatus.nullable(),
	accountability: text,
	remarks: text,
	/** Columns of the table without a field of their own, under the words of its header. */
	otherFields: z.array(z.object({ label: z.string().max(100), text: z.string().max(20_000) })).max(20),
});
export type ComplaintElements = z.infer<typeof ComplaintElements>;
export type ComplaintField = keyof ComplaintElements;

/** An edition in which it was published. */
export const ComplaintSource = z.object({
	document: z.string().min(1).max(300),
	sha256: z.string().nullable(),
	lines: z.tuple([z.int(), z.int()]).nullable(),
	recordedAt: Instant,
});
export type ComplaintSource = z.infer<typeof ComplaintSource>;

/** What an import had brought to a complaint that was there, taken back when the import was undone. */
export const ComplaintTakenBack = z.object({
	importId: ImportId,
	at: Instant,
	reason: z.string(),
	sources: z.array(ComplaintSource),
	relations: z.array(Relation),
});

/** A letter or call that the inspection team handed over, as published. */
export const Complaint = ComplaintElements.extend({
	id: ComplaintId,
	version: z.int().min(1),
	inspectionId: InspectionId,
	/** Whose table it stands in. */
	listRegion: RegionCode,
	/** Who sees and keeps it: its place, the region above all of its places, or the table's own region. */
	region: RegionCode,
	relations: z.array(Relation),
	sources: z.array(ComplaintSource),
	state: ComplaintState,
	withdrawal: z
		.object({
			at: Instant,
			reason: z.string(),
			document: z.string().nullable(),
			/** The import that had registered it, where that was undone (登记作废). */
			importId: ImportId.optional(),
		})
		.nullable(),
	importIds: z.array(ImportId),
	/** What undone imports had brought; left out where there is nothing. */
	takenBack: z.array(ComplaintTakenBack).optional(),
	registeredAt: Instant,
	updatedAt: Instant,
});
export interface Complaint extends z.infer<typeof Complaint> {}

/** Whether its registration is void: the import that made it was undone. It is no complaint that was ever handed over. */
export const isVoided = ({ withdrawal }: Pick<Complaint, "withdrawal">): boolean =>
	withdrawal?.importId !== undefined;
