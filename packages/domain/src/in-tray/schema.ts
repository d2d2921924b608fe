import { z } from "zod";
import type { IssueVerb } from "../issues/index.ts";
import {
	type Bilingual,
	type IsoDate,
	type IssueId,
	PersonId,
	RegionCode,
	Role,
	UnitId,
} from "../kernel/index.ts";
import type { RuleId } from "../rules/index.ts";
import type { InstrumentVerb } from "../supervision/index.ts";

/** Everything that can wait in an in-tray (待办), in the order in which items without a date come. */
export const InTrayKind = z.enum([
	"reopen",
	"answerObjection",
	"endNotice",
	"receiveFiling",
	"fileCloseOut",
	"sign",
	"startNotice",
	"siteCheck",
	"accept",
	"expertOpinion",
	"ownOpinion",
	"discussion",
	"gate",
	"opinion",
	"supplements",
	"mechanism",
	"screening",
	"applyAcceptance",
	"selfCheck",
	"evidence",
	"reading",
	"delivery",
	"decideContest",
	"settleExposure",
	"decideExtension",
	"decidePlanChange",
	"reviewPlan",
	"resolveDoubt",
	"verifyMilestone",
	"verifyMeasure",
	"verifyReply",
	"replyInstrument",
	"acknowledgeInstrument",
	"issueInstrument",
	"approveInstrument",
	"holdTalk",
	"minuteTalk",
	"preAcceptListing",
	"unlist",
	"listed",
	"liftInstrument",
	"proposal",
	"exposure",
	"light",
	"mendPlan",
	"mendReport",
	"report",
	"milestone",
	"assignOwners",
	"handDown",
	"acknowledge",
	"startPlan",
	"submitPlan",
	"publishPlan",
	"publishResult",
	"lookBack",
	"markLongTerm",
	"reviewLongTerm",
]);
export type InTrayKind = z.infer<typeof InTrayKind>;

/** Whose an item is: a unit's, a person's, or an office's at a place, known by its role there. */
export const InTrayParty = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("unit"), unitId: UnitId }),
	z.object({ kind: z.literal("person"), personId: PersonId }),
	z.object({ kind: z.literal("office"), role: Role, region: RegionCode }),
]);
export type InTrayParty = z.infer<typeof InTrayParty>;

/** What an item asks to be done: a verb of the issue, or of an instrument on it. */
export type InTrayVerb = IssueVerb | InstrumentVerb;

/** The one verb that takes an item out of the tray, kind by kind. */
export const VERB_OF_ITEM = {
	reopen: "reopenIssue",
	answerObjection: "answerObjection",
	endNotice: "endNotice",
	receiveFiling: "receiveFiling",
	fileCloseOut: "fileCloseOut",
	sign: "signCloseOut",
	startNotice: "startNotice",
	siteCheck: "recordSiteCheck",
	accept: "decideAcceptance",
	expertOpinion: "recordExpertOpinion",
	ownOpinion: "giveExpertOpinion",
	discussion: "recordDiscussion",
	gate: "decideGate",
	opinion: "giveOpinion",
	supplements: "submitSupplements",
	mechanism: "recordMechanism",
	screening: "recordScreening",
	applyAcceptance: "applyAcceptance",
	selfCheck: "selfCheck",
	evidence: "attachEvidence",
	reading: "recordReading",
	delivery: "recordDelivery",
	decideContest: "decideContest",
	settleExposure: "settleExposure",
	decideExtension: "decideExtension",
	decidePlanChange: "decidePlanChange",
	reviewPlan: "reviewPlan",
	resolveDoubt: "resolveDoubt",
	verifyMilestone: "verifyMilestone",
	verifyMeasure: "verifyMeasure",
	verifyReply: "verifyReply",
	replyInstrument: "replyInstrument",
	acknowledgeInstrument: "acknowledgeInstrument",
	issueInstrument: "issueInstrument",
	approveInstrument: "approveInstrument",
	holdTalk: "holdTalk",
	minuteTalk: "minuteTalk",
	preAcceptListing: "preAcceptListing",
	unlist: "unlist",
	listed: "reportProgress",
	liftInstrument: "liftInstrument",
	proposal: "draftInstrument",
	exposure: "logWork",
	light: "reportProgress",
	mendPlan: "submitPlan",
	mendReport: "reportProgress",
	report: "reportProgress",
	milestone: "completeMilestone",
	assignOwners: "assignIssue",
	handDown: "decomposeIssue",
	acknowledge: "acknowledgeAssignment",
	startPlan: "startPlanning",
	submitPlan: "submitPlan",
	publishPlan: "publishPlan",
	publishResult: "publishResult",
	lookBack: "recordLookBack",
	markLongTerm: "markLongTerm",
	reviewLongTerm: "reviewLongTerm",
} as const satisfies Readonly<Record<InTrayKind, InTrayVerb>>;

/** What a room puts into a tray. */
export type InTrayDraft = {
	readonly kind: InTrayKind;
	/** The part of the issue, or the instrument on it, that the verb is about; left out where it needs none. */
	readonly part?: string;
	readonly whose: InTrayParty;
	/** The last day on which it is in time; left out where no day is set. */
	readonly due?: IsoDate | null;
	/** Why it is there. Says days, never how many are left: it stays true while the days go by. */
	readonly reason: Bilingual;
	/** The rule that stands behind it. */
	readonly rule?: RuleId | null;
};

/** One thing that somebody has to do next with an issue. */
export type InTrayItem = {
	/** The same as long as it is the same thing to do for the same side. */
	readonly key: string;
	readonly issueId: z.infer<typeof IssueId>;
	readonly kind: InTrayKind;
	readonly verb: InTrayVerb;
	readonly part: string | null;
	readonly whose: InTrayParty;
	readonly due: IsoDate | null;
	readonly reason: Bilingual;
	readonly rule: RuleId | null;
};
