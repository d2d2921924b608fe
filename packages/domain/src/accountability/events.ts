import { z } from "zod";
import { ActorStamp, Instant, ReferralId, RegionCode } from "../kernel/index.ts";
import { Appeal, Referral, ReferralConclusion, ReferralContent, ResponsibilityTrace } from "./schema.ts";

const words = z.string();
const stamped = { at: Instant, by: ActorStamp };
const decision = Referral.shape.decision.unwrap();

/** What happened to a referral, as journalled. Every event is enough to rebuild the state by itself. */
export const ReferralEvent = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("referralDrafted"),
		...stamped,
		referralId: ReferralId,
		region: RegionCode,
		content: ReferralContent,
	}),
	z.object({
		type: z.literal("referralAmended"),
		...stamped,
		from: ReferralContent.partial(),
		to: ReferralContent.partial(),
	}),
	z.object({
		type: z.literal("referralSubmitted"),
		...stamped,
		traces: z.array(ResponsibilityTrace),
	}),
	z.object({ type: z.literal("referralReturned"), ...stamped, reason: words }),
	z.object({ type: z.literal("referralReferred"), ...stamped, decision }),
	z.object({ type: z.literal("referralDeclined"), ...stamped, decision }),
	z.object({ type: z.literal("referralReceived"), ...stamped, receipt: Referral.shape.receipt.unwrap() }),
	z.object({
		type: z.literal("outcomeRecorded"),
		...stamped,
		conclusion: ReferralConclusion.extend(stamped),
	}),
	z.object({ type: z.literal("appealRecorded"), ...stamped, appeal: Appeal }),
	z.object({
		type: z.literal("appealDecided"),
		...stamped,
		number: z.int().min(1),
		decision: Appeal.shape.decision.unwrap(),
	}),
	z.object({ type: z.literal("referralWithdrawn"), ...stamped, reason: words }),
]);
export type ReferralEvent = z.infer<typeof ReferralEvent>;
