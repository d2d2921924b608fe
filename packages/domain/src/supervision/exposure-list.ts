import { z } from "zod";
import { IsoDate, IssueId, RegionCode, UnitId } from "../kernel/index.ts";
import { Exposure } from "./schema.ts";

/** Filters of the register of circulars and exposures (通报曝光). All given ones hold together. */
export const ExposureFilter = z.object({
	kinds: z.array(Exposure.shape.kind).max(2).optional(),
	levels: z.array(Exposure.shape.level).max(4).optional(),
	/** `open`: not put right yet; `settled`: the office has said that it is. */
	state: z.enum(["open", "settled"]).optional(),
	/** Only on issues of this region and below. */
	region: RegionCode.optional(),
	issueId: IssueId.optional(),
	/** Only on issues that this unit has a part in. */
	unitId: UnitId.optional(),
	/** The day of the circular or the report, both included. */
	from: IsoDate.optional(),
	to: IsoDate.optional(),
});
export type ExposureFilter = z.infer<typeof ExposureFilter>;

export const ExposureListQuery = z.object({
	filter: ExposureFilter.default({}),
	cursor: z.string().max(600).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type ExposureListQuery = z.infer<typeof ExposureListQuery>;

/** Whether an exposure is one that lights red until it is settled (S30): province level or above. */
export const isGrave = ({ level }: Pick<Exposure, "level">): boolean =>
	level === "central" || level === "province";

/** One line of the register: what was made public where and when, on which issue, and whether it was answered. */
export const ExposureRow = z.object({
	...Exposure.omit({ by: true, at: true, settled: true }).shape,
	issueId: IssueId,
	issueNumber: z.string(),
	region: RegionCode,
	regionName: z.string(),
	statement: z.string(),
	/** The units that answer for the issue today. */
	units: z.array(z.object({ id: UnitId, name: z.string() })),
	/** Whether it lights red today. */
	lightsRed: z.boolean(),
	/** The office's word that what it names was put right; null while it is not. */
	settled: z.object({ on: IsoDate, reason: z.string(), by: z.string() }).nullable(),
	/** Days from the exposure to its settlement, or to today. */
	days: z.int(),
});
export type ExposureRow = z.infer<typeof ExposureRow>;

/** A page of the register, the newest first. */
export const ExposurePage = z.object({
	items: z.array(ExposureRow),
	nextCursor: z.string().nullable(),
	/** How many match: exact up to a bound, "at least" beyond it. */
	total: z.object({ count: z.int(), exact: z.boolean() }),
	asOf: IsoDate,
});
export type ExposurePage = z.infer<typeof ExposurePage>;
