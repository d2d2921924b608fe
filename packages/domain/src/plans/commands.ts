import { z } from "zod";
import { Deadline, ExtensionId, IsoDate, PlanChangeId } from "../kernel/index.ts";
import { Measure } from "./elements.ts";
import {
	Goal,
	ItemVerdict,
	PlanContent,
	PlanPublication,
	PlanWaiver,
	ReviewCriteria,
	ReviewRelations,
} from "./schema.ts";

const reason = z.string().trim().min(2).max(5000);

/** Writes what will be measured or delivered (PLAN-03). The whole list, as it shall be. */
export const SetGoals = z.object({ type: z.literal("setGoals"), goals: z.array(Goal).max(40) });

/** Leaves a part of the plan out on purpose, with the reason (PLAN-08, PLAN-09). */
export const WaivePlanItem = z.object({ type: z.literal("waivePlanItem"), of: PlanWaiver.shape.of, reason });

/** Hands the plan in for review (报审). */
export const SubmitPlan = z.object({ type: z.literal("submitPlan") });

/** Reviews the plan item by item: returns it with reasons, or approves it, which makes the baseline (BASE-01). */
export const ReviewPlan = z.object({
	type: z.literal("reviewPlan"),
	verdict: z.enum(["approve", "return"]),
	items: z.array(ItemVerdict).max(400),
	criteria: ReviewCriteria,
	relations: ReviewRelations.optional(),
	opinion: reason.nullable(),
});

/** Asks for a change of the approved plan. */
export const ProposePlanChange = z.object({
	type: z.literal("proposePlanChange"),
	changeId: PlanChangeId,
	content: PlanContent,
	reason,
});

/** Decides on a change: an approved one becomes the next version of the baseline. */
export const DecidePlanChange = z.object({
	type: z.literal("decidePlanChange"),
	changeId: PlanChangeId,
	verdict: z.enum(["approve", "refuse"]),
	reason: reason.nullable(),
});

/** Asks for a later deadline (延期), with reasons, what has been done, and the milestones as they would be. */
export const RequestExtension = z.object({
	type: z.literal("requestExtension"),
	extensionId: ExtensionId,
	reasons: reason,
	progress: reason,
	to: Deadline,
	measures: z.array(Measure).max(300),
	/** Why it is asked for so late; needed then (EXT-01). */
	lateReason: reason.nullable(),
});

/** Decides on an extension: never the owner, always the tier that approved the plan or the one above (EXT-03, EXT-04). */
export const DecideExtension = z.object({
	type: z.literal("decideExtension"),
	extensionId: ExtensionId,
	verdict: z.enum(["grant", "refuse"]),
	reason: reason.nullable(),
});

/** Records where the approved plan was made public (PLAN-12). */
export const PublishPlan = z.object({
	type: z.literal("publishPlan"),
	on: IsoDate,
	channels: PlanPublication.shape.channels,
	redacted: z.boolean(),
});

/** Everything that can be asked of an issue's plan beside its elements. */
export const PlanCommand = z.discriminatedUnion("type", [
	SetGoals,
	WaivePlanItem,
	SubmitPlan,
	ReviewPlan,
	ProposePlanChange,
	DecidePlanChange,
	RequestExtension,
	DecideExtension,
	PublishPlan,
]);
export type PlanCommand = z.infer<typeof PlanCommand>;
export type PlanVerb = PlanCommand["type"];
