import { z } from "zod";
import {
	ActorStamp,
	FindId,
	Instant,
	IsoDate,
	IssueId,
	RegionCode,
	ScreeningId,
	Tier,
	UnitId,
} from "../kernel/index.ts";
import { Found, Institution, ProblemClass, Screening, ScreeningRecord, ScreeningTarget } from "./schema.ts";

const stamped = { at: Instant, by: ActorStamp };
/** A target with the region in which it lies on the day it was named. */
const placed = z.object({ target: ScreeningTarget, region: RegionCode });

/** What happened to a sweep, as journalled. Every event is enough to rebuild the state by itself. */
export const ScreeningEvent = z.discriminatedUnion("type", [
	z.object({
		type: z.literal("screeningStarted"),
		...stamped,
		screeningId: ScreeningId,
		issueId: IssueId,
		region: RegionCode,
		tier: Tier,
		problem: ProblemClass,
		targets: z.array(placed),
		dueOn: IsoDate,
		leadUnitId: UnitId,
	}),
	z.object({
		type: z.literal("screeningAmended"),
		...stamped,
		targets: z.array(placed),
		dueFrom: IsoDate,
		dueTo: IsoDate,
		leadUnitId: UnitId,
		reason: z.string(),
	}),
	z.object({
		type: z.literal("targetScreened"),
		...stamped,
		target: ScreeningTarget,
		record: ScreeningRecord,
		found: z.array(Found),
	}),
	z.object({ type: z.literal("targetWaived"), ...stamped, target: ScreeningTarget, reason: z.string() }),
	z.object({ type: z.literal("foundOpened"), ...stamped, findId: FindId, issueId: IssueId }),
	z.object({ type: z.literal("foundDismissed"), ...stamped, findId: FindId, reason: z.string() }),
	z.object({ type: z.literal("institutionProduced"), ...stamped, institution: Institution }),
	z.object({
		type: z.literal("screeningEnded"),
		...stamped,
		closing: Screening.shape.closing.unwrap(),
		/** Targets that were left, waived with the end. */
		waivedRest: z.object({ targets: z.array(ScreeningTarget), reason: z.string() }).nullable(),
	}),
	z.object({ type: z.literal("screeningCancelled"), ...stamped, reason: z.string() }),
]);
export type ScreeningEvent = z.infer<typeof ScreeningEvent>;
