import { z } from "zod";
import { Instant, IsoDate, Tier } from "../kernel/index.ts";
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
import { LongTerm, LookBack, Rebound } from "./closing-after.ts";
import { Archive, Filing, PublicNotice, Signature } from "./closing-end.ts";
import { evidenceIds, signed, words } from "./closing-parts.ts";

/** The steps between acceptance and the end; the rule set orders them (CLO-02). */
export const CloseOutStep = z.enum(["acceptance", "publicNotice", "signing", "filing"]);
export type CloseOutStep = z.infer<typeof CloseOutStep>;

/** One attempt at the close-out, from the owner's "done" to the look-backs after it. */
export const CloseOutRound = z.object({
	selfCheck: z.object({ on: IsoDate, report: words, evidenceIds, ...signed }).nullable(),
	application: Application.nullable(),
	/** The tier that looks at it now; null outside of acceptance and once the last tier has passed it. */
	atTier: Tier.nullable(),
	siteChecks: z.array(SiteCheck),
	expertOpinions: z.array(ExpertOpinion),
	discussions: z.array(CollectiveDiscussion),
	rulings: z.array(StandardRuling),
	supervisingOpinion: z.object({ text: words, agrees: z.boolean(), ...signed }).nullable(),
	acceptances: z.array(Acceptance),
	gates: z.array(GateDecision),
	mechanisms: z.array(Mechanism),
	screening: ScreeningResult.nullable(),
	notices: z.array(PublicNotice),
	signatures: z.array(Signature),
	filings: z.array(Filing),
	archive: Archive.nullable(),
	closedOn: IsoDate.nullable(),
	resultPublished: z.object({ on: IsoDate, channel: words, ...signed }).nullable(),
	lookBacks: z.array(LookBack),
});
export type CloseOutRound = z.infer<typeof CloseOutRound>;

/** How an attempt came to nothing in the end. */
export const RoundEnd = z.enum(["acceptanceFailed", "objectionUpheld", "filingReturned", "reopened"]);
export type RoundEnd = z.infer<typeof RoundEnd>;

/** An attempt that is over, as it stood then: nothing of it is lost. */
export const EarlierRound = CloseOutRound.extend({
	round: z.int().min(1),
	ended: z.object({ how: RoundEnd, reason: z.string(), at: Instant }),
});
export type EarlierRound = z.infer<typeof EarlierRound>;

/** What an issue knows of its close-out: the attempt that runs, and those before it. */
export const CloseOutState = CloseOutRound.extend({
	/** Which attempt runs, from 1; 0 while nobody has done anything. */
	round: z.int().min(0),
	earlier: z.array(EarlierRound),
	rebounds: z.array(Rebound),
	/** Under reinforced rectification (LB-06). */
	reinforced: z.object({ reason: words, ...signed }).nullable(),
	longTerm: LongTerm.nullable(),
});
export type CloseOutState = z.infer<typeof CloseOutState>;

/** An attempt that nobody has begun. */
export const NO_ROUND: CloseOutRound = {
	selfCheck: null,
	application: null,
	atTier: null,
	siteChecks: [],
	expertOpinions: [],
	discussions: [],
	rulings: [],
	supervisingOpinion: null,
	acceptances: [],
	gates: [],
	mechanisms: [],
	screening: null,
	notices: [],
	signatures: [],
	filings: [],
	archive: null,
	closedOn: null,
	resultPublished: null,
	lookBacks: [],
};

/** A close-out that nobody has begun. */
export const NO_CLOSE_OUT: CloseOutState = {
	...NO_ROUND,
	round: 0,
	earlier: [],
	rebounds: [],
	reinforced: null,
	longTerm: null,
};
