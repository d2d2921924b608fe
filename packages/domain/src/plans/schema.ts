import { z } from "zod";
import {
	ActorStamp,
	Deadline,
	ExtensionId,
	GoalId,
	Instant,
	IsoDate,
	PlanChangeId,
} from "../kernel/index.ts";
import { Measure } from "./elements.ts";

const words = z.string().trim().min(2).max(5000);
const name = z.string().trim().min(1).max(300);

/** A goal that somebody else can verify (PLAN-03): a figure with its target, or a thing that will be there. */
export const Goal = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("metric"),
		id: GoalId,
		indicator: name,
		unit: z.string().trim().max(40),
		/** The figure at the start; null where none was measured. */
		baseline: z.number().nullable(),
		target: z.number(),
		/** Whether the target is a ceiling or a floor. */
		direction: z.enum(["atMost", "atLeast"]),
		method: name,
	}),
	z.object({ kind: z.literal("deliverable"), id: GoalId, name }),
]);
export type Goal = z.infer<typeof Goal>;

/** What a plan promises and a baseline fixes. */
export const PlanContent = z.object({
	/** The goal in words, as the document has it. */
	goal: z.string().nullable(),
	goals: z.array(Goal).max(40),
	deadline: Deadline.nullable(),
	constraints: z.array(z.string().trim().min(1).max(300)).max(20),
	measures: z.array(Measure).max(300),
});
export type PlanContent = z.infer<typeof PlanContent>;

/** The plan as it was handed in: the `round`th time, by whom. */
export const Submission = z.object({
	round: z.int().min(1),
	at: Instant,
	by: ActorStamp,
	/** Everybody who wrote in it since the last baseline: none of them may review it (SOD-01). */
	authors: z.array(ActorStamp).max(200),
});
export type Submission = z.infer<typeof Submission>;

/** The four questions of a plan's review (PLAN-07, S04): goals reachable, measures feasible, responsibility landed, deadline reasonable. */
export const ReviewCriteria = z.object({
	reachable: z.boolean(),
	feasible: z.boolean(),
	landed: z.boolean(),
	reasonable: z.boolean(),
});
export type ReviewCriteria = z.infer<typeof ReviewCriteria>;

/** The four relations that a reviewer has weighed (M20): point and area, common and individual, form and substance, now and long. */
export const ReviewRelations = z.object({
	pointAndArea: z.boolean(),
	commonAndIndividual: z.boolean(),
	formAndSubstance: z.boolean(),
	nowAndLong: z.boolean(),
});
export type ReviewRelations = z.infer<typeof ReviewRelations>;

/** What the reviewer says of one item of the plan; `measure:<id>` and `goal:<id>` name the parts of lists. */
export const ItemVerdict = z.object({
	item: z.union([
		z.enum(["goal", "deadline", "constraints", "assignments"]),
		z.string().regex(/^(measure|goal):[0-9a-f-]{36}$/),
	]),
	verdict: z.enum(["pass", "return"]),
	reason: words.nullable(),
});
export type ItemVerdict = z.infer<typeof ItemVerdict>;

export const PlanReview = z.object({
	round: z.int().min(1),
	at: Instant,
	by: ActorStamp,
	verdict: z.enum(["approve", "return"]),
	items: z.array(ItemVerdict).max(400),
	criteria: ReviewCriteria,
	/** Left out where nobody went through them. */
	relations: ReviewRelations.optional(),
	opinion: words.nullable(),
});
export type PlanReview = z.infer<typeof PlanReview>;

/** An approved plan. Never changed: a later version stands beside it (BASE-01). */
export const Baseline = z.object({
	version: z.int().min(1),
	content: PlanContent,
	approvedAt: Instant,
	approvedBy: ActorStamp,
	/** Why it replaced the version before; null for the first. */
	reason: words.nullable(),
	/** The change or extension that it came of; null for an approved submission. */
	origin: z
		.discriminatedUnion("kind", [
			z.object({ kind: z.literal("change"), id: PlanChangeId }),
			z.object({ kind: z.literal("extension"), id: ExtensionId }),
		])
		.nullable(),
});
export type Baseline = z.infer<typeof Baseline>;

/** A change of the approved plan that the owner asks for. */
export const PlanChange = z.object({
	id: PlanChangeId,
	at: Instant,
	by: ActorStamp,
	reason: words,
	/** The plan as it would be. */
	content: PlanContent,
	/** The baseline it was written against. */
	against: z.int().min(1),
	decision: z
		.object({ verdict: z.enum(["approve", "refuse"]), at: Instant, by: ActorStamp, reason: words.nullable() })
		.nullable(),
});
export type PlanChange = z.infer<typeof PlanChange>;

/** An extension of the deadline (EXT-01…05): the original date stays with it. */
export const Extension = z.object({
	id: ExtensionId,
	at: Instant,
	by: ActorStamp,
	reasons: words,
	/** What has been done so far. */
	progress: words,
	from: Deadline,
	to: Deadline,
	/** The measures that get other dates, with their milestones as they would be (EXT-02). The others stay as they are. */
	measures: z.array(Measure).max(300),
	/** The baseline it was written against. */
	against: z.int().min(1),
	/** Days between the request and the due date: negative once it has passed. */
	leadDays: z.int(),
	lateReason: words.nullable(),
	decision: z
		.object({
			verdict: z.enum(["grant", "refuse"]),
			at: Instant,
			by: ActorStamp,
			reason: words.nullable(),
		})
		.nullable(),
});
export type Extension = z.infer<typeof Extension>;

/** Where the approved plan was made public (PLAN-12). */
export const PlanPublication = z.object({
	on: IsoDate,
	channels: z
		.array(
			z.object({
				kind: z.enum(["website", "newspaper", "television", "newMedia", "board"]),
				name,
				url: z.url().nullable(),
			}),
		)
		.min(1)
		.max(20),
	/** That the parts which may not be public were taken out (公开版). */
	redacted: z.boolean(),
	by: ActorStamp,
});
export type PlanPublication = z.infer<typeof PlanPublication>;

/** Something a plan leaves out on purpose, with the reason (PLAN-08, PLAN-09). */
export const PlanWaiver = z.object({
	of: z.enum(["immediateFix", "longTermMechanism", "similarScreening"]),
	reason: words,
	at: Instant,
	by: ActorStamp,
});
export type PlanWaiver = z.infer<typeof PlanWaiver>;

/** What an issue knows of its plan beside the seven elements themselves. */
export const PlanState = z.object({
	goals: z.array(Goal),
	waivers: z.array(PlanWaiver),
	submissions: z.array(Submission),
	reviews: z.array(PlanReview),
	baselines: z.array(Baseline),
	changes: z.array(PlanChange),
	extensions: z.array(Extension),
	publications: z.array(PlanPublication),
	/** The deadline of the first baseline: never changed and always shown (EXT-05). */
	originalDeadline: Deadline.nullable(),
	/** Everybody who wrote in the plan since the last baseline. */
	authors: z.array(ActorStamp),
});
export type PlanState = z.infer<typeof PlanState>;

/** A plan that nobody has touched. */
export const NO_PLAN: PlanState = {
	goals: [],
	waivers: [],
	submissions: [],
	reviews: [],
	baselines: [],
	changes: [],
	extensions: [],
	publications: [],
	originalDeadline: null,
	authors: [],
};
