import type { Issue } from "../issues/index.ts";
import type { IsoDate } from "../kernel/index.ts";
import { isLive, milestoneKey, plannedPercent } from "../plans/index.ts";
import { actualPercent, progressOf, reachOf } from "./content.ts";
import type { PrefilledReport, ReportingCycle } from "./schema.ts";

/** The last entry before a cycle that stands: what is still so need not be typed again (DATA-06). */
function previousReport(issue: Pick<Issue, "progress">, cycle: ReportingCycle) {
	const { cycles, reports } = progressOf(issue);
	const before = new Set(cycles.filter(({ to }) => to < cycle.from).map(({ key }) => key));
	return reports.findLast(
		({ cycle: key, returned }) => returned === null && (key === null || before.has(key)),
	);
}

/** The steps that a period is about: due in it, or due before and not verified yet. */
function milestonesOf(issue: Pick<Issue, "measures" | "progress">, { from, to }: ReportingCycle) {
	return issue.measures.filter(isLive).flatMap((measure) =>
		measure.milestones.flatMap((milestone) => {
			const { text, due } = milestone;
			const reach = reachOf(issue.progress, measure, milestone);
			if (due > to || (due < from && reach === "verified")) return [];
			return [{ measureId: measure.id, key: milestoneKey(milestone), text, due, reach }];
		}),
	);
}

/**
 * What the form of a cycle shows already, so that a unit types only what changed: what was typed last and may still
 * hold, an entry of this cycle that was returned or is corrected, the steps of the period and whether they are reached,
 * the work that was written down in it, the computed percentages and the forecast.
 */
export function prefilledReport(
	issue: Pick<Issue, "measures" | "progress">,
	cycle: ReportingCycle,
	asOf: IsoDate,
): PrefilledReport {
	const progress = progressOf(issue);
	const own = progress.reports.findLast(({ cycle: key }) => key === cycle.key);
	const previous = previousReport(issue, cycle);
	const source = own ?? previous;
	return {
		cycle,
		returned: own?.returned ?? null,
		content: {
			// What was done in this period is what only the unit knows: the text of the last one is shown beside it.
			progress: own?.content.progress ?? null,
			blocks: source?.content.blocks ?? {},
			difficulties: source?.content.difficulties ?? null,
			nextSteps: source?.content.nextSteps ?? null,
			forecast: progress.forecast?.value ?? source?.content.forecast ?? null,
			lagReason: source?.content.lagReason ?? null,
			typedPercent: source?.content.typedPercent ?? null,
		},
		previous: previous?.content ?? null,
		milestones: milestonesOf(issue, cycle),
		work: progress.work.filter(({ on }) => on >= cycle.from && on <= cycle.to),
		plannedPercent: plannedPercent(issue, asOf),
		actualPercent: actualPercent(issue),
	};
}
