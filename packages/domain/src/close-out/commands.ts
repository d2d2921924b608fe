import { z } from "zod";
import { EvidenceId, IsoDate, LookBackId, NoticeId, ObjectionId, Tier } from "../kernel/index.ts";
import {
	AcceptanceVerdict,
	Application,
	CloseOutKind,
	CollectiveDiscussion,
	CriterionAnswer,
	ExpertOpinion,
	GateKind,
	Mechanism,
	ScreeningResult,
	SiteCheck,
	StandardRuling,
} from "./closing-acceptance.ts";
import { LookBack } from "./closing-after.ts";
import { SignerRole } from "./closing-end.ts";

const words = z.string().trim().min(2).max(20_000);
const evidenceIds = z.array(EvidenceId).max(200);

/** The owner says: done (自查通过). */
export const SelfCheck = z.object({ type: z.literal("selfCheck"), on: IsoDate, report: words, evidenceIds });

/** Applies for acceptance with the dossier (申请验收). */
export const ApplyAcceptance = z.object({
	type: z.literal("applyAcceptance"),
	kind: CloseOutKind,
	dossier: Application.shape.dossier,
});

/** Records a check on the spot (现场核查). */
export const RecordSiteCheck = z.object({
	type: z.literal("recordSiteCheck"),
	check: SiteCheck.omit({ at: true, by: true, falseReport: true }),
});

/** Records an expert's opinion with the declaration of interest. */
export const RecordExpertOpinion = z.object({
	type: z.literal("recordExpertOpinion"),
	opinion: ExpertOpinion.omit({ at: true, by: true, personId: true }),
});

/** An expert of the panel gives his own opinion, with his declaration of interest. */
export const GiveExpertOpinion = z.object({
	type: z.literal("giveExpertOpinion"),
	...ExpertOpinion.pick({ unit: true, noConflict: true, verdict: true, opinion: true }).shape,
});

/** Records what a body decided together (集体研究). */
export const RecordDiscussion = z.object({
	type: z.literal("recordDiscussion"),
	discussion: CollectiveDiscussion.omit({ at: true, by: true }),
});

/** The sector department rules on a disputed standard. */
export const RuleStandard = z.object({
	type: z.literal("ruleStandard"),
	ruling: StandardRuling.omit({ at: true, by: true }),
});

/** The supervising unit's opinion before acceptance by the city (SOD-02). */
export const GiveOpinion = z.object({ type: z.literal("giveOpinion"), text: words, agrees: z.boolean() });

/** A tier's verdict: pass, conditional with a list and a day, or fail. */
export const DecideAcceptance = z.object({
	type: z.literal("decideAcceptance"),
	tier: Tier,
	verdict: AcceptanceVerdict,
	criteriaSet: z.string().min(1).max(40),
	criteria: z.array(CriterionAnswer).max(60),
	standard: words.nullable(),
	opinion: words,
	supplements: z.array(words).max(60),
	supplementsDueOn: IsoDate.nullable(),
});

/** Hands in what a conditional pass asked for. */
export const SubmitSupplements = z.object({ type: z.literal("submitSupplements"), text: words, evidenceIds });

/** Decides one of the four gates (四个不放过). */
export const DecideGate = z.object({
	type: z.literal("decideGate"),
	gate: GateKind,
	verdict: z.enum(["yes", "no"]),
	reason: words,
	evidenceIds,
});

/** Records the long-term mechanism (CLO-04). */
export const RecordMechanism = z.object({
	type: z.literal("recordMechanism"),
	mechanism: Mechanism.omit({ at: true, by: true }),
});

/** Records the result of the screening for similar problems (CLO-05). */
export const RecordScreening = z.object({
	type: z.literal("recordScreening"),
	result: ScreeningResult.omit({ at: true, by: true }),
});

/** Publishes the notice (公示); its last day follows from the rule set. */
export const StartNotice = z.object({
	type: z.literal("startNotice"),
	noticeId: NoticeId,
	start: IsoDate,
	channel: words,
	contact: words,
	completion: words,
});

/** Registers an objection to the notice. */
export const RegisterObjection = z.object({
	type: z.literal("registerObjection"),
	objectionId: ObjectionId,
	from: z.string().trim().min(1).max(200),
	text: words,
	on: IsoDate,
});

/** Answers an objection; an upheld one takes the issue back to acceptance. */
export const AnswerObjection = z.object({
	type: z.literal("answerObjection"),
	objectionId: ObjectionId,
	verdict: z.enum(["upheld", "dismissed"]),
	text: words,
});

/** Ends the notice once its period is over and no objection is open. */
export const EndNotice = z.object({ type: z.literal("endNotice") });

/** Signs the close-out, in the rule set's order. */
export const SignCloseOut = z.object({
	type: z.literal("signCloseOut"),
	signer: SignerRole,
	name: z.string().trim().min(1).max(200),
	opinion: words.nullable(),
});

/** Files it upward (备案). */
export const FileCloseOut = z.object({
	type: z.literal("fileCloseOut"),
	documentNumber: z.string().trim().min(1).max(80),
	on: IsoDate,
});

/** The receiving tier accepts the filing, which closes the issue, or returns it. */
export const ReceiveFiling = z.object({
	type: z.literal("receiveFiling"),
	verdict: z.enum(["accepted", "returned", "noted"]),
	reason: words.nullable(),
});

/** Publishes that it is closed, with who accepted it (PUB-04). */
export const PublishResult = z.object({ type: z.literal("publishResult"), on: IsoDate, channel: words });

/** Records what a look-back found. */
export const RecordLookBack = z.object({
	type: z.literal("recordLookBack"),
	lookBack: LookBack.omit({ at: true, by: true }),
});

/** Puts a rebounded issue back on the ledger, under the same number (LB-04). */
export const ReopenIssue = z.object({
	type: z.literal("reopenIssue"),
	lookBackId: LookBackId,
	reason: words,
});

/** Puts an issue that was found incompletely rectified under reinforced rectification (LB-06). */
export const ReinforceIssue = z.object({ type: z.literal("reinforceIssue"), reason: words });

/** Marks that the one-off measures are accepted and the rest goes on for good (长期坚持). */
export const MarkLongTerm = z.object({ type: z.literal("markLongTerm"), since: IsoDate });

/** The periodic review of a long-term issue (DL-04). */
export const ReviewLongTerm = z.object({
	type: z.literal("reviewLongTerm"),
	on: IsoDate,
	result: z.enum(["held", "weakened"]),
	text: words,
});

/** Everything that can be asked of an issue's close-out. */
export const CloseOutCommand = z.discriminatedUnion("type", [
	SelfCheck,
	ApplyAcceptance,
	RecordSiteCheck,
	RecordExpertOpinion,
	GiveExpertOpinion,
	RecordDiscussion,
	RuleStandard,
	GiveOpinion,
	DecideAcceptance,
	SubmitSupplements,
	DecideGate,
	RecordMechanism,
	RecordScreening,
	StartNotice,
	RegisterObjection,
	AnswerObjection,
	EndNotice,
	SignCloseOut,
	FileCloseOut,
	ReceiveFiling,
	PublishResult,
	RecordLookBack,
	ReopenIssue,
	ReinforceIssue,
	MarkLongTerm,
	ReviewLongTerm,
]);
export type CloseOutCommand = z.infer<typeof CloseOutCommand>;
export type CloseOutVerb = CloseOutCommand["type"];
