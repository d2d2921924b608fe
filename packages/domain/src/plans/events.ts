import { z } from "zod";
import { ActorStamp, ExtensionId, Instant, PlanChangeId } from "../kernel/index.ts";
import {
	Baseline,
	Extension,
	Goal,
	PlanChange,
	PlanPublication,
	PlanReview,
	PlanWaiver,
	Submission,
} from "./schema.ts";

const reason = z.string().nullable();
const refusedBy = { at: Instant, by: ActorStamp, reason };

/** What happened to the plan of an issue, as journalled. Every event carries what is needed to rebuild the state. */
export const PlanEvent = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("goalsSet"),
		at: Instant,
		by: ActorStamp,
		from: z.array(Goal),
		to: z.array(Goal),
	}),
	z.object({ type: z.literal("planItemWaived"), at: Instant, waiver: PlanWaiver }),
	z.object({ type: z.literal("planSubmitted"), at: Instant, submission: Submission }),
	z.object({ type: z.literal("planReturned"), at: Instant, review: PlanReview }),
	/** The review that let it pass, and the baseline that it became. */
	z.object({ type: z.literal("planApproved"), at: Instant, review: PlanReview, baseline: Baseline }),
	z.object({ type: z.literal("planChangeProposed"), at: Instant, change: PlanChange }),
	/** The content becomes the plan. */
	z.object({
		type: z.literal("planChangeApproved"),
		at: Instant,
		changeId: PlanChangeId,
		baseline: Baseline,
		/** What the approver wrote; needed where the new version promises less (BASE-02). */
		reason,
	}),
	z.object({ type: z.literal("planChangeRefused"), changeId: PlanChangeId, ...refusedBy }),
	z.object({ type: z.literal("extensionRequested"), at: Instant, extension: Extension }),
	/** The later deadline and the milestones become the plan; the original deadline stays. */
	z.object({
		type: z.literal("extensionGranted"),
		at: Instant,
		extensionId: ExtensionId,
		baseline: Baseline,
		reason,
	}),
	z.object({ type: z.literal("extensionRefused"), extensionId: ExtensionId, ...refusedBy }),
	z.object({ type: z.literal("planPublished"), at: Instant, publication: PlanPublication }),
]);
export type PlanEvent = z.infer<typeof PlanEvent>;
