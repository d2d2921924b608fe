import { z } from "zod";
import { ContestId, ExposureId, IsoDate } from "../kernel/index.ts";
import { Exposure, Light } from "./schema.ts";

const reason = z.string().trim().min(2).max(5000);

/**
 * Journals the light of today with its cause (WRN-05): where it has changed, and once in every cycle. The sweep and
 * every report do it. What the light is follows from the facts, so nobody says it.
 */
export const RecordLight = z.object({
	type: z.literal("recordLight"),
	/** The cycle it is judged in, null between cycles. */
	cycle: z.string().min(4).max(10).nullable(),
	/** The day that is judged, where the ledger itself makes up for one that it missed: today where it is left out. */
	on: IsoDate.optional(),
});

/** Objects to a light (申诉). */
export const ContestLight = z.object({ type: z.literal("contestLight"), contestId: ContestId, reason });

/** Decides on an objection to a light. */
export const DecideContest = z.object({
	type: z.literal("decideContest"),
	contestId: ContestId,
	verdict: z.enum(["upheld", "dismissed"]),
	light: Light.nullable(),
	reason,
});

/** Records a circular or an exposure by media. */
export const RecordExposure = z.object({
	type: z.literal("recordExposure"),
	exposureId: ExposureId,
	kind: Exposure.shape.kind,
	level: Exposure.shape.level,
	document: reason,
	on: IsoDate,
});

/** Records that what was exposed has been put right. */
export const SettleExposure = z.object({ type: z.literal("settleExposure"), exposureId: ExposureId, reason });

/** Everything that can be asked of an issue's supervision. */
export const SupervisionCommand = z.discriminatedUnion("type", [
	RecordLight,
	ContestLight,
	DecideContest,
	RecordExposure,
	SettleExposure,
]);
export type SupervisionCommand = z.infer<typeof SupervisionCommand>;
export type SupervisionVerb = SupervisionCommand["type"];
