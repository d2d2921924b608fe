import { z } from "zod";
import {
	DoubtId,
	EvidenceId,
	GoalId,
	IsoDate,
	MeasureId,
	ReportId,
	SiteId,
	WorkId,
} from "../kernel/index.ts";
import { Doubt, Evidence, Forecast, ReportContent, ReportingCycle, WorkEntry } from "./schema.ts";

const reason = z.string().trim().min(2).max(5000);
const evidenceIds = z.array(EvidenceId).max(100);

/** Writes down what was done, also before the plan is approved (M11), or what a supervising visit saw. */
export const LogWork = z.object({
	type: z.literal("logWork"),
	workId: WorkId,
	on: IsoDate,
	kind: WorkEntry.shape.kind,
	text: WorkEntry.shape.text,
	measureId: MeasureId.nullable(),
});

/** Opens the reporting cycle of a period (PRG-01). The sweep does it; an office may ask for one of its own. */
export const OpenReportingCycle = z.object({
	type: z.literal("openReportingCycle"),
	cycle: ReportingCycle.omit({ openedAt: true }),
});

/** Reports the progress of a period (调度填报). */
export const ReportProgress = z.object({
	type: z.literal("reportProgress"),
	reportId: ReportId,
	/** The cycle it answers; null for one that nobody asked for. */
	cycle: z.string().nullable(),
	content: ReportContent,
});

/** Sends a report back with the reason; the cycle's due day stays. */
export const ReturnReport = z.object({ type: z.literal("returnReport"), reportId: ReportId, reason });

/** Says how it will end: the owner's or the office's judgement (S30). */
export const SetForecast = z.object({
	type: z.literal("setForecast"),
	forecast: Forecast,
	reason: reason.nullable(),
});

/** Adds a file as evidence. Its bytes are stored already: size, media type, time and place are what the store read. */
export const AttachEvidence = z.object({
	type: z.literal("attachEvidence"),
	evidence: Evidence.omit({
		bytes: true,
		mediaType: true,
		takenAt: true,
		position: true,
		at: true,
		by: true,
		withdrawn: true,
	}),
});

/** Takes a file out of the evidence, with the reason; it stays, marked. */
export const WithdrawEvidence = z.object({
	type: z.literal("withdrawEvidence"),
	evidenceId: EvidenceId,
	reason,
});

/** Says that a milestone is reached, with what shows it. */
export const CompleteMilestone = z.object({
	type: z.literal("completeMilestone"),
	measureId: MeasureId,
	/** `milestoneKey` of the milestone. */
	key: z.string().min(1).max(600),
	doneOn: IsoDate,
	evidenceIds,
});

/** Verifies a milestone that the owner says is reached, or sends it back. Never by the one who said so (SOD-01). */
export const VerifyMilestone = z.object({
	type: z.literal("verifyMilestone"),
	measureId: MeasureId,
	key: z.string().min(1).max(600),
	verdict: z.enum(["verified", "rejected"]),
	reason: reason.nullable(),
});

/** Says that a measure is carried out. */
export const CompleteMeasure = z.object({
	type: z.literal("completeMeasure"),
	measureId: MeasureId,
	evidenceIds,
});

/** Verifies a measure that is said to be carried out, or sends it back. */
export const VerifyMeasure = z.object({
	type: z.literal("verifyMeasure"),
	measureId: MeasureId,
	verdict: z.enum(["verified", "rejected"]),
	reason: reason.nullable(),
});

/** Lets a measure go, by the tier that approved the plan (ACC-01). */
export const WaiveMeasure = z.object({ type: z.literal("waiveMeasure"), measureId: MeasureId, reason });

/** Records a measured figure of a goal. */
export const RecordReading = z.object({
	type: z.literal("recordReading"),
	goalId: GoalId,
	value: z.number(),
	on: IsoDate,
	evidenceIds: z.array(EvidenceId).max(20),
});

/** Records that a deliverable is there. */
export const RecordDelivery = z.object({
	type: z.literal("recordDelivery"),
	goalId: GoalId,
	on: IsoDate,
	evidenceIds: z.array(EvidenceId).min(1).max(20),
});

/** Says that a site is put right (S27). */
export const SelfCheckSite = z.object({ type: z.literal("selfCheckSite"), siteId: SiteId, evidenceIds });

/** Raises a doubt about what was reported. */
export const RaiseDoubt = z.object({
	type: z.literal("raiseDoubt"),
	doubt: Doubt.pick({ id: true, rule: true, about: true, evidenceId: true, message: true }),
});

/** Resolves a doubt: cleared or upheld, by somebody whose work it does not doubt (EV-05). */
export const ResolveDoubt = z.object({
	type: z.literal("resolveDoubt"),
	doubtId: DoubtId,
	outcome: z.enum(["cleared", "upheld"]),
	reason,
});

/** Everything that can be asked of an issue's progress. */
export const ProgressCommand = z.discriminatedUnion("type", [
	LogWork,
	OpenReportingCycle,
	ReportProgress,
	ReturnReport,
	SetForecast,
	AttachEvidence,
	WithdrawEvidence,
	CompleteMilestone,
	VerifyMilestone,
	CompleteMeasure,
	VerifyMeasure,
	WaiveMeasure,
	RecordReading,
	RecordDelivery,
	SelfCheckSite,
	RaiseDoubt,
	ResolveDoubt,
]);
export type ProgressCommand = z.infer<typeof ProgressCommand>;
export type ProgressVerb = ProgressCommand["type"];
