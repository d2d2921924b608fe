import { z } from "zod";
import { ContestId, ExposureId, IsoDate } from "../kernel/index.ts";
import { Forecast } from "../progress/index.ts";
import { Exposure, Light, LightReason } from "./schema.ts";

const reason = z.string().trim().min(2).max(5000);

/** Journals that the light has changed, with its cause (WRN-05). The sweep and every report do it. */
export const RecordLight = z.object({
	type: z.literal("recordLight"),
	to: Light,
	on: IsoDate,
	cycle: z.string().nullable(),
	reasons: z.array(LightReason).max(20),
	forecast: Forecast.nullable(),
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
