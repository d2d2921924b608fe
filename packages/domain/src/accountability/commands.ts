import { z } from "zod";
import { ReferralId, RegionCode } from "../kernel/index.ts";
import { Appeal, ReferralConclusion, ReferralContent } from "./schema.ts";

const words = z.string().trim().min(2).max(20_000);
const name = z.string().trim().min(1).max(200);
const decision = Appeal.shape.decision.unwrap();

/** Writes down facts for the leading group (起草线索). `region` is the office's own. */
export const DraftReferral = z.object({
	type: z.literal("draftReferral"),
	referralId: ReferralId,
	region: RegionCode,
	content: ReferralContent,
});

/** Changes the draft. */
export const AmendReferral = z.object({
	type: z.literal("amendReferral"),
	changes: ReferralContent.partial(),
});

/** Hands it to the leading group; complete by RSP-02, with the chain of responsibility frozen. */
export const SubmitReferral = z.object({ type: z.literal("submitReferral") });

/** The leading group wants more facts. */
export const ReturnReferral = z.object({ type: z.literal("returnReferral"), reason: words });

/** The leading group refers it, or does not: a named person (RSP-03). */
export const DecideReferral = z.object({
	type: z.literal("decideReferral"),
	verdict: z.enum(["refer", "doNotRefer"]),
	decidedBy: name,
	on: decision.shape.on,
	reason: words,
	document: z.string().trim().min(2).max(300).nullable(),
});

/** The discipline organ takes it on (受理). */
export const ReceiveReferral = z.object({
	type: z.literal("receiveReferral"),
	organ: name,
	on: decision.shape.on,
});

/** The discipline organ records what it decided. */
export const RecordOutcome = z.object({ type: z.literal("recordOutcome"), conclusion: ReferralConclusion });

/** Records an appeal of somebody concerned. */
export const RecordAppeal = z.object({
	type: z.literal("recordAppeal"),
	subject: Appeal.shape.subject,
	on: Appeal.shape.on,
	grounds: Appeal.shape.grounds,
});

/** Records what came of an appeal. */
export const DecideAppeal = z.object({
	type: z.literal("decideAppeal"),
	number: Appeal.shape.number,
	verdict: decision.shape.verdict,
	reason: words,
	decidedBy: name,
	on: decision.shape.on,
	consequences: decision.shape.consequences,
});

/** The office takes it back before it was decided. It stays in the journal. */
export const WithdrawReferral = z.object({ type: z.literal("withdrawReferral"), reason: words });

/** Everything that can be asked of a referral. None of it can be asked by a program or a job (RSP-03). */
export const ReferralCommand = z.discriminatedUnion("type", [
	DraftReferral,
	AmendReferral,
	SubmitReferral,
	ReturnReferral,
	DecideReferral,
	ReceiveReferral,
	RecordOutcome,
	RecordAppeal,
	DecideAppeal,
	WithdrawReferral,
]);
export type ReferralCommand = z.infer<typeof ReferralCommand>;
export type ReferralVerb = ReferralCommand["type"];
