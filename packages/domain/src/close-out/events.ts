import { z } from "zod";
import { ActorStamp, EvidenceId, Instant, IsoDate, ObjectionId, Tier } from "../kernel/index.ts";
import {
	Acceptance,
	Application,
	CollectiveDiscussion,
	ExpertOpinion,
	GateDecision,
	Mechanism,
	ScreeningResult,
	SiteCheck,
	StandardRuling,
} from "./closing-acceptance.ts";
import { LookBack, Rebound } from "./closing-after.ts";
import { Archive, Filing, Objection, PublicNotice, Signature } from "./closing-end.ts";

const by = { at: Instant, by: ActorStamp };
const evidenceIds = z.array(EvidenceId);
/** The state that follows by the rule set's sequence of steps (CLO-02). */
const Next = z.enum(["acceptance", "publicNotice", "signing", "filing", "closed"]);

/** What happened on the way out of the ledger, and after it, as journalled. */
export const CloseOutEvent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("selfCheckPassed"), ...by, on: IsoDate, report: z.string(), evidenceIds }),
	z.object({ type: z.literal("acceptanceApplied"), at: Instant, application: Application, tier: Tier }),
	z.object({ type: z.literal("siteCheckRecorded"), at: Instant, check: SiteCheck }),
	z.object({ type: z.literal("expertOpinionRecorded"), at: Instant, opinion: ExpertOpinion }),
	z.object({ type: z.literal("discussionRecorded"), at: Instant, discussion: CollectiveDiscussion }),
	z.object({ type: z.literal("standardRuled"), at: Instant, ruling: StandardRuling }),
	z.object({ type: z.literal("opinionGiven"), ...by, text: z.string(), agrees: z.boolean() }),
	/** Passed at a tier; `nextTier` is null where it was the last one. */
	z.object({
		type: z.literal("acceptancePassed"),
		at: Instant,
		acceptance: Acceptance,
		nextTier: Tier.nullable(),
	}),
	z.object({ type: z.literal("acceptanceConditional"), at: Instant, acceptance: Acceptance }),
	z.object({ type: z.literal("acceptanceFailed"), at: Instant, acceptance: Acceptance }),
	z.object({ type: z.literal("supplementsSubmitted"), ...by, text: z.string(), evidenceIds }),
	z.object({ type: z.literal("gateDecided"), at: Instant, decision: GateDecision }),
	z.object({ type: z.literal("mechanismRecorded"), at: Instant, mechanism: Mechanism }),
	z.object({ type: z.literal("screeningRecorded"), at: Instant, result: ScreeningResult }),
	z.object({ type: z.literal("noticeStarted"), at: Instant, notice: PublicNotice }),
	z.object({ type: z.literal("objectionRegistered"), at: Instant, objection: Objection }),
	z.object({ type: z.literal("objectionDismissed"), ...by, objectionId: ObjectionId, text: z.string() }),
	z.object({
		type: z.literal("objectionUpheld"),
		...by,
		objectionId: ObjectionId,
		text: z.string(),
		/** Those that were still open: the notice that they are about is stopped, and this answers them too. */
		others: z.array(ObjectionId).optional(),
	}),
	z.object({ type: z.literal("noticeEnded"), ...by, next: Next }),
	z.object({ type: z.literal("closeOutSigned"), at: Instant, signature: Signature }),
	/** The last signature of the set. */
	z.object({ type: z.literal("signaturesCompleted"), at: Instant, signature: Signature, next: Next }),
	z.object({ type: z.literal("closeOutFiled"), at: Instant, filing: Filing }),
	z.object({ type: z.literal("filingReturned"), ...by, reason: z.string() }),
	z.object({
		type: z.literal("issueClosed"),
		...by,
		on: IsoDate,
		verdict: z.enum(["accepted", "noted"]),
		archive: Archive,
	}),
	z.object({ type: z.literal("resultPublished"), ...by, on: IsoDate, channel: z.string() }),
	z.object({ type: z.literal("lookBackRecorded"), at: Instant, lookBack: LookBack }),
	/** Back on the ledger under the same number; what was done before stays as lineage. */
	z.object({ type: z.literal("issueReopened"), at: Instant, rebound: Rebound }),
	z.object({ type: z.literal("reinforcementOrdered"), ...by, reason: z.string() }),
	z.object({ type: z.literal("longTermMarked"), ...by, since: IsoDate }),
	z.object({
		type: z.literal("longTermReviewed"),
		...by,
		on: IsoDate,
		result: z.enum(["held", "weakened"]),
		text: z.string(),
	}),
]);
export type CloseOutEvent = z.infer<typeof CloseOutEvent>;
