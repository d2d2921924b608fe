import { z } from "zod";
import {
	ActorStamp,
	EvidenceId,
	FailureMode,
	FraudKind,
	Instant,
	InstrumentId,
	IsoDate,
	IssueId,
	ReferralId,
	RegionCode,
	UnitId,
} from "../kernel/index.ts";

const words = z.string().trim().min(2).max(20_000);
const name = z.string().trim().min(1).max(200);
const document = z.string().trim().min(2).max(300);

/**
 * 三个区分开来 (seed0, M74): a slip for want of experience against a knowing breach, a mistake of an exploration that
 * nothing forbade against defiance of a ban, an unintended fault for the common good against private gain.
 */
export const Distinction = z.enum(["inexperience", "exploration", "goodIntent"]);
export type Distinction = z.infer<typeof Distinction>;

/** One distinction, answered in words: whether it speaks for those concerned, and why. */
export const DistinctionAnswer = z.object({ applies: z.enum(["yes", "no", "unclear"]), reason: words });
export type DistinctionAnswer = z.infer<typeof DistinctionAnswer>;

/** The considerations of fault tolerance; a draft may leave answers open, a submission may not (RSP-02). */
export const FaultTolerance = z.object({
	inexperience: DistinctionAnswer.nullable(),
	exploration: DistinctionAnswer.nullable(),
	goodIntent: DistinctionAnswer.nullable(),
	/** What else speaks for those concerned. */
	mitigation: words.nullable(),
});
export type FaultTolerance = z.infer<typeof FaultTolerance>;

/** Whom it is about: a person by name, a unit, or both. Facts, no judgement. */
export const Subject = z
	.object({ name: name.nullable(), unitId: UnitId.nullable(), title: name.nullable() })
	.refine((of) => of.name !== null || of.unitId !== null, "a name or a unit");
export type Subject = z.infer<typeof Subject>;

/** A file of an issue that shows a fact. */
export const EvidenceReference = z.object({ issueId: IssueId, evidenceId: EvidenceId });
export type EvidenceReference = z.infer<typeof EvidenceReference>;

/** What an office writes down for the leading group. */
export const ReferralContent = z.object({
	title: z.string().trim().min(2).max(300),
	issueIds: z.array(IssueId).min(1).max(50),
	/** The day as of which the chain of responsibility is walked: when it failed. */
	failedOn: IsoDate,
	failureMode: FailureMode,
	fraudKind: FraudKind.nullable(),
	facts: z.string().trim().max(20_000),
	evidence: z.array(EvidenceReference).max(200),
	/** Letters, circulars, talks and listings that went before. */
	instrumentIds: z.array(InstrumentId).max(100),
	/** Papers outside of the ledger, by name and number. */
	documents: z.array(document).max(100),
	subjects: z.array(Subject).max(50),
	faultTolerance: FaultTolerance,
});
export type ReferralContent = z.infer<typeof ReferralContent>;

/** What somebody did for an issue, as the chain of responsibility names it (RSP-01, M72). */
export const TracePart = z.enum([
	"answering",
	"planned",
	"submitted",
	"approved",
	"reported",
	"attained",
	"verified",
	"selfChecked",
	"applied",
	"checked",
	"examined",
	"accepted",
	"gate",
	"signed",
	"filed",
	"received",
]);
export type TracePart = z.infer<typeof TracePart>;

/** One link of the walk: who, what part, when. `by` is null for somebody who is named by an assignment only. */
export const TraceLink = z.object({
	part: TracePart,
	on: IsoDate,
	at: Instant.nullable(),
	by: ActorStamp.nullable(),
	/** The name on the paper where it is another than the one who entered it: a checker, a signer. */
	name: z.string().max(200).nullable(),
	unitId: UnitId.nullable(),
	personId: z.uuid().nullable(),
	/** What exactly: the round of a plan, the tier of an acceptance, the role of an assignment. */
	detail: z.string().max(200).nullable(),
});
export type TraceLink = z.infer<typeof TraceLink>;

/** The chain of responsibility of one issue on a day, walked from the failure backwards, and where it has no link. */
export const ResponsibilityTrace = z.object({
	issueId: IssueId,
	asOf: IsoDate,
	links: z.array(TraceLink),
	/** Parts that nobody has taken by then. */
	missing: z.array(TracePart),
});
export type ResponsibilityTrace = z.infer<typeof ResponsibilityTrace>;

/** How far a referral is. */
export const ReferralState = z.enum([
	"draft",
	"submitted",
	"notReferred",
	"referred",
	"received",
	"concluded",
	"appealed",
	"withdrawn",
]);
export type ReferralState = z.infer<typeof ReferralState>;

/** 谈话提醒、约谈函询、批评教育、诫勉、组织处理、党纪政务处分、移送司法 (domain.md §5.3, RSP-04). */
export const AccountabilityOutcome = z.enum([
	"talkReminder",
	"inquiryByLetter",
	"criticism",
	"admonition",
	"organisational",
	"disciplinary",
	"criminalReferral",
]);
export type AccountabilityOutcome = z.infer<typeof AccountabilityOutcome>;

/** 四种形态, first to fourth (seed2). */
export const FourForm = z.enum(["first", "second", "third", "fourth"]);
export type FourForm = z.infer<typeof FourForm>;

/** What was done about one of those concerned. The discipline organ decides outside of the ledger; this records it. */
export const Consequence = z.object({
	/** Index in the subjects of the referral. */
	subject: z.int().min(0).max(49),
	outcome: AccountabilityOutcome,
	fourForm: FourForm,
	on: IsoDate,
	document: document.nullable(),
});
export type Consequence = z.infer<typeof Consequence>;

/** `heldToAccount` with its consequences; `exempted` by fault tolerance (容错免责); `unfounded` where nothing was found. */
export const ReferralConclusion = z.object({
	result: z.enum(["heldToAccount", "exempted", "unfounded"]),
	consequences: z.array(Consequence).max(100),
	reason: words,
	/** Who decided it: the organ, and the person who speaks for it. */
	organ: name,
	decidedBy: name,
	on: IsoDate,
});
export type ReferralConclusion = z.infer<typeof ReferralConclusion>;

const stamped = { at: Instant, by: ActorStamp };

/** An appeal of somebody concerned (申诉) and what came of it. */
export const Appeal = z.object({
	number: z.int().min(1),
	subject: z.int().min(0).max(49),
	on: IsoDate,
	grounds: words,
	...stamped,
	decision: z
		.object({
			verdict: z.enum(["upheld", "partlyUpheld", "dismissed"]),
			reason: words,
			decidedBy: name,
			on: IsoDate,
			/** The consequences for this subject from now on, where the appeal had success. */
			consequences: z.array(Consequence).max(20),
			...stamped,
		})
		.nullable(),
});
export type Appeal = z.infer<typeof Appeal>;

/** A referral for accountability (移送问责线索). The ledger records and never decides (RSP-03). */
export const Referral = z.object({
	id: ReferralId,
	version: z.int().min(1),
	/** The region whose office wrote it and whose leading group decides. */
	region: RegionCode,
	state: ReferralState,
	content: ReferralContent,
	drafted: z.object(stamped),
	/** Everybody who wrote in it: none of them decides (SOD-01). */
	authors: z.array(ActorStamp).max(100),
	/** Frozen with the submission: who answered for what at that time. */
	submissions: z.array(z.object({ ...stamped, traces: z.array(ResponsibilityTrace) })),
	/** Sent back for more facts, each with its reason. */
	returns: z.array(z.object({ ...stamped, reason: words })),
	decision: z
		.object({
			verdict: z.enum(["refer", "doNotRefer"]),
			/** Who decided, by name (RSP-03). */
			decidedBy: name,
			on: IsoDate,
			reason: words,
			document: document.nullable(),
			...stamped,
		})
		.nullable(),
	receipt: z.object({ organ: name, on: IsoDate, ...stamped }).nullable(),
	conclusion: ReferralConclusion.extend(stamped).nullable(),
	appeals: z.array(Appeal),
	withdrawal: z.object({ reason: words, ...stamped }).nullable(),
	/** The latest event that the office which wrote it may know of: nothing after the decision. */
	known: z.object({ version: z.int().min(1), at: Instant, state: ReferralState }),
});
export interface Referral extends z.infer<typeof Referral> {}
