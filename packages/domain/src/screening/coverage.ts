import { z } from "zod";
import { type IsoDate, isWithin, RegionCode } from "../kernel/index.ts";
import { type Coverage, type Found, type Screening, targetKey } from "./schema.ts";

/** `waived` counts as settled, never as screened. */
export type TargetStanding = "pending" | "screened" | "waived";

/** How far one target is. */
export const standingOf = ({ records, waived }: Pick<Coverage, "records" | "waived">): TargetStanding =>
	records.length > 0 ? "screened" : waived === null ? "pending" : "waived";

/** How far a number of targets are. `total` = `screened` + `waived` + `pending`. */
export const Counters = z.object({
	total: z.int(),
	screened: z.int(),
	waived: z.int(),
	pending: z.int(),
});
export type Counters = z.infer<typeof Counters>;

/** The counters of a sweep: of all targets, of the areas, of the units, and what came out. */
export const ScreeningTotals = z.object({
	all: Counters,
	areas: Counters,
	units: Counters,
	/** By the region in which targets lie, in the order of the codes. */
	regions: z.array(z.object({ region: RegionCode, counters: Counters, found: z.int(), opened: z.int() })),
	found: z.int(),
	opened: z.int(),
	dismissed: z.int(),
	/** Found and neither opened nor dismissed. */
	undecided: z.int(),
});
export type ScreeningTotals = z.infer<typeof ScreeningTotals>;

const count = (coverage: readonly Coverage[]): Counters => {
	const counters = { total: coverage.length, screened: 0, waived: 0, pending: 0 };
	for (const held of coverage) counters[standingOf(held)] += 1;
	return counters;
};

/** Whether something that was found still waits for what becomes of it. */
export const isUndecided = ({ opened, dismissed }: Pick<Found, "opened" | "dismissed">): boolean =>
	opened === null && dismissed === null;

/** Counts a sweep. Everything is counted once: a target under its kind and its region, a find under its target. */
export function screeningTotals({ coverage, found }: Pick<Screening, "coverage" | "found">): ScreeningTotals {
	const places = new Map(coverage.map(({ target, region }) => [targetKey(target), region]));
	const regions = [...new Set(coverage.map(({ region }) => region))].toSorted();
	return {
		all: count(coverage),
		areas: count(coverage.filter(({ target }) => target.kind === "area")),
		units: count(coverage.filter(({ target }) => target.kind === "unit")),
		regions: regions.map((region) => {
			const here = found.filter(({ target }) => places.get(target) === region);
			return {
				region,
				counters: count(coverage.filter((held) => held.region === region)),
				found: here.length,
				opened: here.filter(({ opened }) => opened !== null).length,
			};
		}),
		found: found.length,
		opened: found.filter(({ opened }) => opened !== null).length,
		dismissed: found.filter(({ dismissed }) => dismissed !== null).length,
		undecided: found.filter(isUndecided).length,
	};
}

/** What a sweep says to the issue that it started from (CLO-05). */
export const resultOf = (screening: Pick<Screening, "coverage" | "found">, summary: string) => {
	const { all, found, opened } = screeningTotals(screening);
	return { screened: all.screened, found, opened, summary, evidenceIds: [] };
};

/** Whether a sweep is late on a day: it runs, and its day has passed. */
export const isLate = ({ state, dueOn }: Pick<Screening, "state" | "dueOn">, asOf: IsoDate): boolean =>
	state === "running" && dueOn < asOf;

/** The part of a sweep that lies within a region: what somebody of that region may look at. */
export function withinRegion(screening: Screening, region: RegionCode): Screening {
	if (isWithin(screening.region, region)) return screening;
	const coverage = screening.coverage.filter((held) => isWithin(held.region, region));
	const keys = new Set(coverage.map(({ target }) => targetKey(target)));
	return { ...screening, coverage, found: screening.found.filter(({ target }) => keys.has(target)) };
}
