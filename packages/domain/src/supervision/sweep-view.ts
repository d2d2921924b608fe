import { z } from "zod";
import { Instant, IsoDate, IssueId, RegionCode } from "../kernel/index.ts";

/** How the nightly sweep (夜间巡检) of one part of the country stands: a city with its counties, or a province's own. */
export const SweepRow = z.object({
	region: RegionCode,
	regionName: z.string(),
	/** The last day that is finished: all before it are too. */
	sweptThrough: IsoDate,
	/** The day that is being swept now. */
	underWay: z.object({ day: IsoDate, evaluated: z.int() }).nullable(),
	/** How the last day went. */
	last: z
		.object({
			day: IsoDate,
			/** Every issue was looked at, because rules, calendar or program had changed; else those whose day had come. */
			full: z.boolean(),
			startedAt: Instant,
			finishedAt: Instant,
			seconds: z.number(),
			evaluated: z.int(),
			/** Issues of which something was journalled. */
			changed: z.int(),
			failed: z.int(),
		})
		.nullable(),
	/** Issues that could not be evaluated, the first twenty, and why. Each is tried again every night. */
	failures: z.array(z.object({ issueId: IssueId, day: IsoDate, message: z.string() })),
});
export type SweepRow = z.infer<typeof SweepRow>;

/** What a sweep did that somebody started by hand. */
export const SweepResult = z.object({
	/** The day through which it swept. */
	day: IsoDate,
	/** Days that it finished, those of each part counted; none where the night had done all. */
	days: z.int(),
	evaluated: z.int(),
	changed: z.int(),
	failed: z.int(),
	/** Whether every part is swept now: else the time was over, or another node is at one of them. Call again. */
	complete: z.boolean(),
});
export type SweepResult = z.infer<typeof SweepResult>;
