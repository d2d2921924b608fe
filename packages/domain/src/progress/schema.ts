import { z } from "zod";
import {
	ActorStamp,
	DoubtId,
	EvidenceId,
	GoalId,
	Instant,
	IsoDate,
	MeasureId,
	MilestoneId,
	RegionCode,
	ReportId,
	SiteId,
	WorkId,
} from "../kernel/index.ts";

const words = z.string().trim().min(2).max(5000);

/** What the owner expects (S30): an input, never derived. */
export const Forecast = z.enum(["onTime", "likely", "unlikely"]);
export type Forecast = z.infer<typeof Forecast>;

/** Why something lags (S11). */
export const LagReason = z.enum([
	"planPoorlyArgued",
	"deadlineTooTight",
	"wideScope",
	"uncontrollable",
	"weakPush",
	"other",
]);
export type LagReason = z.infer<typeof LagReason>;

/** How often a unit reports (PRG-01); the rule set says which. */
export const Cadence = z.enum(["fortnight", "month", "quarter", "halfYear", "year"]);
export type Cadence = z.infer<typeof Cadence>;

/** One reporting cycle of an issue: its period, both ends included, and the day its entry is due. */
export const ReportingCycle = z.object({
	/** `2026-03`, `2026-Q1`, `2026-H1`, `2026`, or the first day of a fortnight. */
	key: z.string().min(4).max(10),
	cadence: Cadence,
	from: IsoDate,
	to: IsoDate,
	dueOn: IsoDate,
	openedAt: Instant,
});
export type ReportingCycle = z.infer<typeof ReportingCycle>;

/** The six blocks of the central monthly form (S10). */
export const ContentBlock = z.enum([
	"issueProgress",
	"policiesMade",
	"goalCompletion",
	"accountability",
	"qualityChange",
	"publication",
]);
export type ContentBlock = z.infer<typeof ContentBlock>;

/** What a unit types in a period: only what changed. */
export const ReportContent = z.object({
	/** What was done in the period. */
	progress: words,
	blocks: z.partialRecord(ContentBlock, z.string().trim().max(5000)),
	difficulties: z.string().trim().max(5000).nullable(),
	nextSteps: z.string().trim().max(5000).nullable(),
	forecast: Forecast,
	lagReason: LagReason.nullable(),
	/** Shown beside the computed figure, never used (domain.md §3.1). */
	typedPercent: z.number().min(0).max(100).nullable(),
});
export type ReportContent = z.infer<typeof ReportContent>;

/** One entry of progress. A corrected one is a new entry of the same cycle; the earlier one stays. */
export const ProgressReport = z.object({
	id: ReportId,
	/** The cycle it answers; null for one that nobody asked for. */
	cycle: z.string().nullable(),
	content: ReportContent,
	at: Instant,
	by: ActorStamp,
	/** The office's return with its reason: the cycle is unanswered again and its due day stays. */
	returned: z.object({ at: Instant, by: ActorStamp, reason: words }).nullable(),
});
export type ProgressReport = z.infer<typeof ProgressReport>;

/** A piece of work, also before the plan is approved (立行立改, M11). */
export const WorkEntry = z.object({
	id: WorkId,
	on: IsoDate,
	kind: z.enum(["work", "visit"]),
	text: words,
	measureId: MeasureId.nullable(),
	at: Instant,
	by: ActorStamp,
});
export type WorkEntry = z.infer<typeof WorkEntry>;

/** How far a milestone is. */
export const MilestoneReach = z.enum(["verified", "claimed", "rejected", "open"]);
export type MilestoneReach = z.infer<typeof MilestoneReach>;

/** What the form of a cycle shows before anybody types (DATA-06). */
export const PrefilledReport = z.object({
	cycle: ReportingCycle,
	/** Why an entry of this cycle was sent back, where one was. */
	returned: ProgressReport.shape.returned,
	/** What can be handed in as it is once the progress is written. */
	content: ReportContent.extend({
		progress: ReportContent.shape.progress.nullable(),
		forecast: Forecast.nullable(),
	}),
	/** The entry of the period before. */
	previous: ReportContent.nullable(),
	milestones: z.array(
		z.object({
			measureId: MeasureId,
			key: z.string(),
			text: z.string(),
			due: IsoDate,
			reach: MilestoneReach,
		}),
	),
	work: z.array(WorkEntry),
	plannedPercent: z.number().nullable(),
	actualPercent: z.number().nullable(),
});
export type PrefilledReport = z.infer<typeof PrefilledReport>;

/** What a file shows (domain.md §5.8, §5.7). */
export const EvidenceKind = z.enum([
	"photoBefore",
	"photoAfter",
	"completionAcceptance",
	"monitoring",
	"decision",
	"execution",
	"issuedDocument",
	"request",
	"reply",
	"legalDecision",
	"screenedUnits",
	"results",
	"record",
	"signIn",
	"contract",
	"selfCheckReport",
	"satisfaction",
	"other",
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** A file that shows something. Stored by the hash of its bytes and never overwritten (EV-02). */
export const Evidence = z.object({
	id: EvidenceId,
	kind: EvidenceKind,
	name: z.string().trim().min(1).max(255),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	bytes: z.int().min(0),
	mediaType: z.string().min(3).max(100),
	measureId: MeasureId.nullable(),
	siteId: SiteId.nullable(),
	goalId: GoalId.nullable(),
	/** The day it speaks of, which is not the day of its upload. */
	effectiveOn: IsoDate.nullable(),
	/** From the photo itself: when and where it was taken. */
	takenAt: Instant.nullable(),
	position: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable(),
	/** Of a monitoring report: who measured, and what came out (EV-07). */
	laboratory: z.string().trim().min(1).max(200).nullable(),
	meetsStandard: z.boolean().nullable(),
	note: z.string().trim().max(1000).nullable(),
	at: Instant,
	by: ActorStamp,
	withdrawn: z.object({ at: Instant, by: ActorStamp, reason: words }).nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What the store knows of a file by reading its bytes: nothing of it is taken from whoever attaches the file. */
export const StoredFile = Evidence.pick({
	sha256: true,
	bytes: true,
	mediaType: true,
	takenAt: true,
	position: true,
});
export type StoredFile = z.infer<typeof StoredFile>;

/** Where the same bytes are used as well: found by hash over the whole ledger (EV-03). */
export const EvidenceUse = z.object({
	sha256: z.string(),
	issueId: z.uuid(),
	issueNumber: z.string(),
	siteId: SiteId.nullable(),
	region: RegionCode,
});
export type EvidenceUse = z.infer<typeof EvidenceUse>;

/** A step that was reached: said by the owner, then verified or sent back by somebody else. */
export const Attainment = z.object({
	/** `milestoneKey` of the milestone. */
	key: z.string().max(600),
	measureId: MeasureId,
	milestoneId: MilestoneId.nullable(),
	doneOn: IsoDate,
	evidenceIds: z.array(EvidenceId).max(100),
	at: Instant,
	by: ActorStamp,
	verified: z
		.object({
			verdict: z.enum(["verified", "rejected"]),
			at: Instant,
			by: ActorStamp,
			reason: words.nullable(),
		})
		.nullable(),
});
export type Attainment = z.infer<typeof Attainment>;

/** A measure that its owner says is carried out, then verified or sent back by somebody else. */
export const MeasureCompletion = z.object({
	measureId: MeasureId,
	evidenceIds: z.array(EvidenceId).max(100),
	at: Instant,
	by: ActorStamp,
	verified: Attainment.shape.verified,
});
export type MeasureCompletion = z.infer<typeof MeasureCompletion>;

/** A measure that was let go by the tier above, with the reason (ACC-01). */
export const MeasureWaiver = z.object({ measureId: MeasureId, reason: words, at: Instant, by: ActorStamp });
export type MeasureWaiver = z.infer<typeof MeasureWaiver>;

/** A measured figure of a goal. */
export const GoalReading = z.object({
	goalId: GoalId,
	value: z.number(),
	on: IsoDate,
	evidenceIds: z.array(EvidenceId).max(20),
	at: Instant,
	by: ActorStamp,
});
export type GoalReading = z.infer<typeof GoalReading>;

/** A deliverable that is there. */
export const Delivery = z.object({
	goalId: GoalId,
	on: IsoDate,
	evidenceIds: z.array(EvidenceId).min(1).max(20),
	at: Instant,
	by: ActorStamp,
});
export type Delivery = z.infer<typeof Delivery>;

/** Rules whose findings are doubts: somebody else has to resolve them (EV-05). */
export const DoubtRule = z.enum([
	"EV-03",
	"EV-04",
	"EV-06",
	"EV-07",
	"EV-08",
	"PRG-03",
	"PRG-04",
	"PRG-05",
	"PRG-06",
	"ANTI-02",
]);
export type DoubtRule = z.infer<typeof DoubtRule>;

/** A doubt about the truth of what was reported. Raised by a rule or by a person, resolved by somebody else. */
export const Doubt = z.object({
	id: DoubtId,
	rule: DoubtRule.nullable(),
	/** What it is about, so that the same doubt is not raised twice. */
	about: z.string().min(1).max(300),
	evidenceId: EvidenceId.nullable(),
	message: z.object({ zh: z.string(), en: z.string() }),
	at: Instant,
	by: ActorStamp,
	/** Whose work it doubts: none of them may resolve it. */
	against: z.array(ActorStamp).max(20),
	resolved: z
		.object({ outcome: z.enum(["cleared", "upheld"]), reason: words, at: Instant, by: ActorStamp })
		.nullable(),
});
export type Doubt = z.infer<typeof Doubt>;

/** What an issue knows of its progress. */
export const ProgressState = z.object({
	cycles: z.array(ReportingCycle),
	reports: z.array(ProgressReport),
	work: z.array(WorkEntry),
	evidence: z.array(Evidence),
	attainments: z.array(Attainment),
	completions: z.array(MeasureCompletion),
	waivers: z.array(MeasureWaiver),
	readings: z.array(GoalReading),
	deliveries: z.array(Delivery),
	doubts: z.array(Doubt),
	/** The latest forecast, whoever gave it. */
	forecast: z
		.object({ value: Forecast, reason: z.string().nullable(), at: Instant, by: ActorStamp })
		.nullable(),
});
export type ProgressState = z.infer<typeof ProgressState>;

/** Progress that nobody has reported. */
export const NO_PROGRESS: ProgressState = {
	cycles: [],
	reports: [],
	work: [],
	evidence: [],
	attainments: [],
	completions: [],
	waivers: [],
	readings: [],
	deliveries: [],
	doubts: [],
	forecast: null,
};
