import { z } from "zod";
import { ComplaintId, ImportId, InspectionId, Instant, RegionCode } from "../kernel/index.ts";
import {
	ComplaintElements,
	ComplaintSource,
	ComplaintTakenBack,
	Relation,
	RelationTarget,
} from "./schema.ts";

const changed = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value });

/**
 * What happened to a complaint, as journalled. Every event carries what is needed to rebuild the state by itself,
 * `at` included. No text of it holds a mobile or identity number (CMP-08).
 */
export const ComplaintEvent = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("complaintRegistered"),
		at: Instant,
		complaintId: ComplaintId,
		inspectionId: InspectionId,
		listRegion: RegionCode,
		elements: ComplaintElements,
		relations: z.array(Relation),
		source: ComplaintSource.nullable(),
		importId: ImportId.nullable(),
	}),
	/** `from` keeps only the fields that changed. */
	z.object({
		type: z.literal("complaintAmended"),
		at: Instant,
		changes: changed(ComplaintElements.partial()),
		source: ComplaintSource.nullable(),
		reason: z.string(),
		importId: ImportId.nullable(),
	}),
	z.object({
		type: z.literal("complaintRelated"),
		at: Instant,
		relations: z.array(Relation),
		importId: ImportId.nullable(),
	}),
	z.object({
		type: z.literal("complaintUnrelated"),
		at: Instant,
		relation: RelationTarget,
		reason: z.string(),
	}),
	z.object({
		type: z.literal("complaintWithdrawn"),
		at: Instant,
		reason: z.string(),
		document: z.string().nullable(),
		/** The import that had registered it, where undoing that import took it off. */
		importId: ImportId.optional(),
	}),
	/** An import was undone: what it had brought is taken back, what it had changed is as before. */
	z.object({
		type: z.literal("complaintRestored"),
		at: Instant,
		importId: ImportId,
		reason: z.string(),
		changes: changed(ComplaintElements.partial()),
		takenBack: ComplaintTakenBack.pick({ sources: true, relations: true }),
	}),
]);
export type ComplaintEvent = z.infer<typeof ComplaintEvent>;
