import { z } from "zod";
import { ActorStamp, ContestId, ExposureId, Instant } from "../kernel/index.ts";
import { Exposure, Light, LightChange, LightContest } from "./schema.ts";

const by = { at: Instant, by: ActorStamp };

/** What happened in the supervision of an issue, as journalled. */
export const SupervisionEvent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("lightChanged"), at: Instant, change: LightChange }),
	z.object({ type: z.literal("lightContested"), at: Instant, contest: LightContest }),
	z.object({
		type: z.literal("contestDecided"),
		...by,
		contestId: ContestId,
		verdict: z.enum(["upheld", "dismissed"]),
		light: Light.nullable(),
		reason: z.string(),
	}),
	z.object({ type: z.literal("exposureRecorded"), at: Instant, exposure: Exposure }),
	z.object({ type: z.literal("exposureSettled"), ...by, exposureId: ExposureId, reason: z.string() }),
]);
export type SupervisionEvent = z.infer<typeof SupervisionEvent>;
