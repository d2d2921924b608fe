import { z } from "zod";
import { ActorStamp, ContestId, ExposureId, Instant, IsoDate } from "../kernel/index.ts";
import { Forecast } from "../progress/index.ts";
import { RuleId } from "../rules/index.ts";

const words = z.string().trim().min(2).max(5000);

/** 进度状态 (domain.md §3.1): derived for a day, never stored as a choice. */
export const ScheduleStatus = z.enum([
	"completed",
	"onSchedule",
	"lagging",
	"overdue",
	"notStarted",
	"notDue",
	"longTerm",
]);
export type ScheduleStatus = z.infer<typeof ScheduleStatus>;

/** 预警: what the light says. Which colour `good` has is the palette's matter (blue in Guangyuan, green elsewhere). */
export const Light = z.enum(["good", "yellow", "red", "none"]);
export type Light = z.infer<typeof Light>;

/** A light with what lit it: rule ids with one sentence each. */
export const LightReason = z.object({ rule: RuleId, message: z.object({ zh: z.string(), en: z.string() }) });
export type LightReason = z.infer<typeof LightReason>;

/** One change of the light, as it was shown on a day. */
export const LightChange = z.object({
	from: Light,
	to: Light,
	on: IsoDate,
	/** The cycle it was judged in, null between cycles. */
	cycle: z.string().nullable(),
	reasons: z.array(LightReason).max(20),
	forecast: Forecast.nullable(),
	at: Instant,
	by: ActorStamp,
});
export type LightChange = z.infer<typeof LightChange>;

/** The owner's objection to a light, and what the office said (WRN-05). */
export const LightContest = z.object({
	id: ContestId,
	against: Light,
	reason: words,
	at: Instant,
	by: ActorStamp,
	decision: z
		.object({
			verdict: z.enum(["upheld", "dismissed"]),
			/** The light as it shall be shown, where the objection was upheld. */
			light: Light.nullable(),
			reason: words,
			at: Instant,
			by: ActorStamp,
		})
		.nullable(),
});
export type LightContest = z.infer<typeof LightContest>;

/** Criticised by circular or exposed by media (S30): recorded by an office, a trigger of red. */
export const Exposure = z.object({
	id: ExposureId,
	kind: z.enum(["circular", "media"]),
	level: z.enum(["central", "province", "city", "county"]),
	document: words,
	on: IsoDate,
	at: Instant,
	by: ActorStamp,
	/** When what it is about was put right, in the office's judgement; it lights red until then. */
	settled: z.object({ reason: words, at: Instant, by: ActorStamp }).nullable(),
});
export type Exposure = z.infer<typeof Exposure>;

/** What an issue knows of its supervision; instruments are streams of their own. */
export const SupervisionState = z.object({
	/** As it was last journalled. */
	light: Light,
	changes: z.array(LightChange),
	contests: z.array(LightContest),
	exposures: z.array(Exposure),
});
export type SupervisionState = z.infer<typeof SupervisionState>;

/** An issue that nobody has judged yet. */
export const NO_SUPERVISION: SupervisionState = { light: "none", changes: [], contests: [], exposures: [] };
