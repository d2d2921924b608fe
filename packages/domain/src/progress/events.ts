import { z } from "zod";
import { ActorStamp, DoubtId, EvidenceId, Instant, MeasureId, ReportId, SiteId } from "../kernel/index.ts";
import {
	Attainment,
	Delivery,
	Doubt,
	Evidence,
	Forecast,
	GoalReading,
	ProgressReport,
	ReportingCycle,
	WorkEntry,
} from "./schema.ts";

const by = { at: Instant, by: ActorStamp };
const evidenceIds = z.array(EvidenceId);

/** What happened in the progress of an issue, as journalled. */
export const ProgressEvent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("workLogged"), at: Instant, work: WorkEntry }),
	z.object({ type: z.literal("reportingCycleOpened"), at: Instant, cycle: ReportingCycle }),
	/** The forecast of the report becomes the issue's. */
	z.object({ type: z.literal("progressReported"), at: Instant, report: ProgressReport }),
	z.object({ type: z.literal("reportReturned"), ...by, reportId: ReportId, reason: z.string() }),
	z.object({ type: z.literal("forecastSet"), ...by, forecast: Forecast, reason: z.string().nullable() }),
	z.object({ type: z.literal("evidenceAttached"), at: Instant, evidence: Evidence }),
	z.object({ type: z.literal("evidenceWithdrawn"), ...by, evidenceId: EvidenceId, reason: z.string() }),
	z.object({ type: z.literal("milestoneCompleted"), at: Instant, attainment: Attainment }),
	z.object({
		type: z.literal("milestoneVerified"),
		...by,
		measureId: MeasureId,
		key: z.string(),
		verdict: z.enum(["verified", "rejected"]),
		reason: z.string().nullable(),
	}),
	z.object({ type: z.literal("measureCompleted"), ...by, measureId: MeasureId, evidenceIds }),
	z.object({
		type: z.literal("measureVerified"),
		...by,
		measureId: MeasureId,
		reason: z.string().nullable(),
	}),
	/** Sent back: the measure is being carried out again. */
	z.object({ type: z.literal("measureRejected"), ...by, measureId: MeasureId, reason: z.string() }),
	z.object({ type: z.literal("measureWaived"), ...by, measureId: MeasureId, reason: z.string() }),
	z.object({ type: z.literal("readingRecorded"), at: Instant, reading: GoalReading }),
	z.object({ type: z.literal("deliveryRecorded"), at: Instant, delivery: Delivery }),
	z.object({ type: z.literal("siteSelfChecked"), ...by, siteId: SiteId, evidenceIds }),
	z.object({ type: z.literal("doubtRaised"), at: Instant, doubt: Doubt }),
	z.object({
		type: z.literal("doubtResolved"),
		...by,
		doubtId: DoubtId,
		outcome: z.enum(["cleared", "upheld"]),
		reason: z.string(),
	}),
]);
export type ProgressEvent = z.infer<typeof ProgressEvent>;
