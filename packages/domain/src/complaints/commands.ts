import { z } from "zod";
import { ComplaintId, ImportId, InspectionId, RegionCode } from "../kernel/index.ts";
import { ComplaintElements, ComplaintSource, ReceiptNumber, RelationTarget } from "./schema.ts";

const reason = z.string().trim().min(2).max(2000);
const source = ComplaintSource.omit({ recordedAt: true }).nullable();

/** Puts a complaint of a table on the ledger (登记). */
export const RegisterComplaint = ComplaintElements.extend({
	type: z.literal("registerComplaint"),
	complaintId: ComplaintId,
	inspectionId: InspectionId,
	listRegion: RegionCode,
	/** Other receipts that its text names: relations, not records. */
	cited: z.array(ReceiptNumber).max(100),
	source,
	importId: ImportId.nullable(),
});

/** Corrects what is recorded, or takes over what a later edition says (未办结 has become 已办结). */
export const AmendComplaint = z.object({
	type: z.literal("amendComplaint"),
	changes: ComplaintElements.partial(),
	/** The edition that says so. */
	source,
	reason,
	importId: ImportId.nullable(),
});

/** Records that it names another one, or repeats it (重复件). Both stay on the ledger. */
export const RelateComplaint = z.object({
	type: z.literal("relateComplaint"),
	relations: z.array(RelationTarget).min(1).max(100),
	importId: ImportId.nullable(),
});

/** Takes back a relation that was recorded by mistake. */
export const UnrelateComplaint = z.object({
	type: z.literal("unrelateComplaint"),
	relation: RelationTarget,
	reason,
});

/** Takes it off the lists and totals: entered by mistake, or taken back by the team. It stays in the journal. */
export const WithdrawComplaint = z.object({
	type: z.literal("withdrawComplaint"),
	reason,
	document: z.string().trim().min(2).max(300).nullable(),
});

/** Everything that can be asked of a complaint. The names are the verbs of every layer. */
export const ComplaintCommand = z.discriminatedUnion("type", [
	RegisterComplaint,
	AmendComplaint,
	RelateComplaint,
	UnrelateComplaint,
	WithdrawComplaint,
]);
export type ComplaintCommand = z.infer<typeof ComplaintCommand>;
export type ComplaintVerb = ComplaintCommand["type"];
