import type { Issue } from "../issues/index.ts";
import { dayNumber, type IsoDate } from "../kernel/index.ts";
import { FIRST_FORTNIGHT } from "../progress/index.ts";
import type { BoundSupervision } from "./bound-rules.ts";
import type { Light, LightChange, LightContest } from "./schema.ts";

const FORTNIGHT = 14;

/** The fortnight that a day number lies in, counted from the one in which the reporting cycles' fortnights begin. */
export const fortnightOf = (day: number): number => Math.floor((day - FIRST_FORTNIGHT) / FORTNIGHT);

/** The day number on which a fortnight begins. */
export const fortnightBegins = (nth: number): number => FIRST_FORTNIGHT + nth * FORTNIGHT;

/** The cycle of lights that a day belongs to, as a number that grows with time (`colourCadence`). */
export function periodOf(date: IsoDate, cadence: string): number {
	const year = Number(date.slice(0, 4));
	const month = Number(date.slice(5, 7)) - 1;
	switch (cadence) {
		case "fortnight":
			return fortnightOf(dayNumber(date));
		case "quarter":
			return year * 4 + Math.floor(month / 3);
		case "halfYear":
			return year * 2 + Math.floor(month / 6);
		case "year":
			return year;
		default:
			return year * 12 + month;
	}
}

/** Whether the light of a day's cycle was journalled (WRN-06): what comes back every cycle counts every cycle. */
export const isJudged = (changes: readonly LightChange[], on: IsoDate, bound: BoundSupervision): boolean => {
	const period = periodOf(on, bound.colourCadence);
	return changes.some((change) => periodOf(change.on, bound.colourCadence) === period);
};

/** How bad a light is. */
export const LIGHT_RANK: Readonly<Record<Light, number>> = { none: 0, good: 1, yellow: 2, red: 3 };

/** The change that a contest objected to: the last one to that light before it was filed. */
const contested = (changes: readonly LightChange[], { against, at }: LightContest): LightChange | undefined =>
	changes.findLast((change) => change.to === against && change.at <= at);

/** Changes that an upheld contest took back: they count for nothing. */
function overturned(changes: readonly LightChange[], contests: readonly LightContest[]): Set<LightChange> {
	const found = new Set<LightChange>();
	for (const contest of contests) {
		if (contest.decision?.verdict !== "upheld") continue;
		const change = contested(changes, contest);
		if (change !== undefined) found.add(change);
	}
	return found;
}

/** One cycle with the worst light that was shown in it. */
export type Assessment = { readonly period: number; readonly light: Light; readonly on: IsoDate };

/**
 * The lights of an issue cycle by cycle up to a day, the worst of each cycle, those taken back by a contest left out:
 * what counts as "yellow twice" (WRN-06, SUP-02).
 */
export const assessments = (
	issue: Pick<Issue, "supervision">,
	bound: BoundSupervision,
	asOf: IsoDate,
): readonly Assessment[] => assessmentsUnder(issue, () => bound, asOf);

/** The same under the rules that held on the day of each light. */
export function assessmentsUnder(
	{ supervision }: Pick<Issue, "supervision">,
	boundOn: (day: IsoDate) => BoundSupervision,
	asOf: IsoDate,
): readonly Assessment[] {
	if (supervision === undefined || supervision.changes.length === 0) return [];
	const { changes, contests } = supervision;
	const gone = contests.length === 0 ? null : overturned(changes, contests);
	const found: (Assessment & { readonly cadence: string })[] = [];
	for (const change of changes) {
		if (change.on > asOf || gone?.has(change)) continue;
		const cadence = boundOn(change.on).colourCadence;
		const period = periodOf(change.on, cadence);
		const at = found.findIndex((held) => held.period === period && held.cadence === cadence);
		const held = found[at];
		const judged = { period, cadence, light: change.to, on: change.on };
		if (held === undefined) found.push(judged);
		else if (LIGHT_RANK[change.to] > LIGHT_RANK[held.light]) found[at] = judged;
	}
	return found;
}
