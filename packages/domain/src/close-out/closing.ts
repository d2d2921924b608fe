import { z } from "zod";
import {
	ActorStamp,
	Deadline,
	EvidenceId,
	FailureMode,
	FraudKind,
	Instant,
	IsoDate,
	LookBackId,
	NoticeId,
	ObjectionId,
	SiteCheckId,
	SiteId,
	Tier,
	UnitId,
} from "../kernel/index.ts";

const words = z.string().trim().min(2).max(20_000);
const name = z.string().trim().min(1).max(200);
const evidenceIds = z.array(EvidenceId).max(200);
const signed = { at: Instant, by: ActorStamp };

/** Works need an expert panel, the rest a collective discussion (S64, ACC-11). */
export const CloseOutKind = z.enum(["works", "nonWorks"]);
export type CloseOutKind = z.infer<typeof CloseOutKind>;

/** The steps between acceptance and the end; the rule set orders them (CLO-02). */
export const CloseOutStep = z.enum(["acceptance", "publicNotice", "signing", "filing"]);
export type CloseOutStep = z.infer<typeof CloseOutStep>;

/** What a check on the spot saw (ACC-06, S40). The record is due a few working days after the visit. */
export const SiteCheck = z.object({
	id: SiteCheckId,
	on: IsoDate,
	siteIds: z.array(SiteId).max(500),
	/** At least two people (ACC-06), by name and unit. */
	checkers: z.array(z.object({ name, unitId: UnitId.nullable() })).max(40),
	/** Who of the responsible side was there, where the rule set wants to know (S68). */
	attended: z
		.array(z.enum(["leader", "worker"]))
		.max(2)
		.optional(),
	/** Whether what was reported as done is done. */
	finding: z.enum(["done", "partlyDone", "notDone"]),
	/** How it falls short, where it does (M55). */
	failureModes: z.array(FailureMode).max(7).optional(),
	/** What kind of false rectification it is found to be, where it is one (M53). */
	fraud: FraudKind.nullable().optional(),
	record: words,
	evidenceIds,
	/** It was reported as done and is not: a finding of false rectification (ANTI-02). */
	falseReport: z.boolean(),
	...signed,
});
export type SiteCheck = z.infer<typeof SiteCheck>;

/** An expert of the panel with the declaration of no interest in the matter (M51, ACC-11). */
export const ExpertOpinion = z.object({
	expert: name,
	unit: name,
	/** Whether the expert declares to be free of any interest in it. */
	noConflict: z.boolean(),
	verdict: z.enum(["agree", "disagree"]),
	opinion: words,
	on: IsoDate,
	...signed,
});
export type ExpertOpinion = z.infer<typeof ExpertOpinion>;

/** 集体研究: what a body decided together (S64). */
export const CollectiveDiscussion = z.object({
	body: name,
	on: IsoDate,
	present: z.array(name).min(1).max(60),
	conclusion: words,
	agreed: z.boolean(),
	...signed,
});
export type CollectiveDiscussion = z.infer<typeof CollectiveDiscussion>;

/** What the sector department says where the standard is disputed (ACC-12). */
export const StandardRuling = z.object({
	question: words,
	ruling: words,
	unit: name,
	on: IsoDate,
	...signed,
});
export type StandardRuling = z.infer<typeof StandardRuling>;

/** One line of the criteria form (ACC-07). */
export const CriterionAnswer = z.object({
	criterion: z.string().trim().min(1).max(60),
	answer: z.enum(["yes", "no", "notApplicable"]),
	evidenceIds: z.array(EvidenceId).max(50),
	note: words.nullable(),
});
export type CriterionAnswer = z.infer<typeof CriterionAnswer>;

/** A tier's verdict (ACC-05, ACC-10). */
export const AcceptanceVerdict = z.enum(["pass", "conditional", "fail"]);
export type AcceptanceVerdict = z.infer<typeof AcceptanceVerdict>;
export const Acceptance = z.object({
	tier: Tier,
	verdict: AcceptanceVerdict,
	criteriaSet: z.string().min(1).max(40),
	criteria: z.array(CriterionAnswer).max(60),
	/** The standard that was applied, in words: compared with the baseline's (ANTI-10). */
	standard: words.nullable(),
	opinion: words,
	/** Of a conditional pass: what is to be added, and by when. */
	supplements: z.array(z.object({ text: words, done: z.boolean() })).max(60),
	supplementsDueOn: IsoDate.nullable(),
	/** What was handed in for them. */
	submitted: z.object({ text: words, evidenceIds, ...signed }).nullable(),
	...signed,
});
export type Acceptance = z.infer<typeof Acceptance>;

/** An application for acceptance (ACC-03, ACC-04), with the dossier's items as the owner says they are there. */
export const Application = z.object({
	on: IsoDate,
	kind: CloseOutKind,
	dossier: z.array(z.object({ item: z.string().max(60), evidenceIds, note: words.nullable() })).max(40),
	...signed,
});
export type Application = z.infer<typeof Application>;

/** 四个不放过 (ACC-08): found out, put right, answered for, the public satisfied. */
export const GateKind = z.enum(["foundOut", "putRight", "answeredFor", "publicSatisfied"]);
export type GateKind = z.infer<typeof GateKind>;

/** One of the four gates: its own decision, with its own evidence and its own signer. */
export const GateDecision = z.object({
	gate: GateKind,
	verdict: z.enum(["yes", "no"]),
	reason: words,
	evidenceIds,
	...signed,
});
export type GateDecision = z.infer<typeof GateDecision>;

/** The long-term mechanism that stays (CLO-04, M59). */
export const Mechanism = z.object({
	document: words,
	issuer: name,
	on: IsoDate,
	inForce: z.boolean(),
	evidenceIds,
	...signed,
});
export type Mechanism = z.infer<typeof Mechanism>;

/** The result of the screening for similar problems (CLO-05). */
export const ScreeningResult = z.object({
	screened: z.int().min(0),
	found: z.int().min(0),
	opened: z.int().min(0),
	summary: words,
	evidenceIds,
	...signed,
});
export type ScreeningResult = z.infer<typeof ScreeningResult>;

/** An objection to a notice: blocks until it is answered (PUB-03). */
export const Objection = z.object({
	id: ObjectionId,
	from: z.string().trim().min(1).max(200),
	text: words,
	on: IsoDate,
	/** The day by which it has to be answered. */
	answerDueOn: IsoDate,
	...signed,
	answer: z.object({ verdict: z.enum(["upheld", "dismissed"]), text: words, ...signed }).nullable(),
});
export type Objection = z.infer<typeof Objection>;

/** The public notice before close-out (PUB-01, PUB-02). */
export const PublicNotice = z.object({
	id: NoticeId,
	start: IsoDate,
	/** Computed by the rule set: length, unit, and whether the first day counts. The period is over after this day. */
	end: IsoDate,
	channel: words,
	contact: words,
	completion: words,
	...signed,
	objections: z.array(Objection).max(500),
	ended: z.object({ at: Instant, by: ActorStamp }).nullable(),
	/** Taken down because an objection was upheld. */
	stopped: z.object({ at: Instant, by: ActorStamp, reason: words }).nullable(),
});
export type PublicNotice = z.infer<typeof PublicNotice>;

/** Who signs a close-out, in the rule set's order (CLO-01). */
export const SignerRole = z.string().trim().min(1).max(60);
export const Signature = z.object({ signer: SignerRole, name, opinion: words.nullable(), ...signed });
export type Signature = z.infer<typeof Signature>;

/** The filing upward and what came of it (CLO-03). */
export const Filing = z.object({
	documentNumber: z.string().trim().min(1).max(80),
	on: IsoDate,
	/** The tier it goes to. */
	to: Tier,
	...signed,
	receipt: z
		.object({ verdict: z.enum(["accepted", "returned", "noted"]), reason: words.nullable(), ...signed })
		.nullable(),
});
export type Filing = z.infer<typeof Filing>;

/** The frozen archive (CLO-06): what was there at the end, by hash. */
export const Archive = z.object({
	at: Instant,
	/** Number of the journal entries up to and including the close-out. */
	version: z.int().min(1),
	files: z.array(z.object({ evidenceId: EvidenceId, name: z.string(), sha256: z.string() })).max(5000),
	/** SHA-256 over the canonical index. */
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Archive = z.infer<typeof Archive>;

/** What a look-back found (LB-05). */
export const LookBackResult = z.enum(["held", "weakened", "rebounded", "neverDone"]);
export type LookBackResult = z.infer<typeof LookBackResult>;
export const LookBack = z.object({
	id: LookBackId,
	on: IsoDate,
	/** The watch point it belongs to (LB-01), or the draw (LB-02), or neither. */
	occasion: z.enum(["watchPoint", "draw", "complaint", "unannounced"]),
	result: LookBackResult,
	record: words,
	evidenceIds,
	...signed,
});
export type LookBack = z.infer<typeof LookBack>;

/** A rebound that put the issue back on the ledger (LB-04). */
export const Rebound = z.object({
	count: z.int().min(1),
	lookBackId: LookBackId,
	dueOn: IsoDate,
	/** The deadline that held until then: it is kept, as every deadline is (EXT-05). */
	deadlineBefore: Deadline.nullable(),
	reason: words,
	/** Those who accepted it, listed for review of their responsibility (LB-07). */
	acceptors: z.array(ActorStamp).max(40),
	...signed,
});
export type Rebound = z.infer<typeof Rebound>;

/** Long-term persistence (长期坚持): reviewed every so often, never closed by a date. */
export const LongTerm = z.object({
	since: IsoDate,
	...signed,
	reviews: z
		.array(z.object({ on: IsoDate, result: z.enum(["held", "weakened"]), text: words, ...signed }))
		.max(200),
});
export type LongTerm = z.infer<typeof LongTerm>;

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
