import { ALONE, evaluateIssue, type Issue, inTrayOf, nextChangeOn } from "@zhenggai/domain/issues";
import { InspectionId, Instant, IsoDate, officialCalendar, UnitId } from "@zhenggai/domain/kernel";
import { builtInRuleSets, type ResolvedRules, resolveRules } from "@zhenggai/domain/rules";
import { superviseIssue } from "@zhenggai/domain/supervision";
import type { BenchCase } from "../case.ts";
import { idOf } from "../ledger/issue.ts";
import { workingIssue } from "../ledger/working.ts";
import { absolute } from "../result.ts";

/** Enough that they do not fit into the processor's caches, few enough to be made in a moment. */
const ISSUES = 20_000;
const DAY = IsoDate.parse("2026-06-30");
/** When the plan's clock of all of them started. */
const FEEDBACK = IsoDate.parse("2026-01-05");
const ROUNDS = 5;

const setting = {
	inspections: [InspectionId.parse(idOf(7, 1))],
	units: Array.from({ length: 50 }, (_, index) => UnitId.parse(idOf(8, index))),
	moment: Instant.parse("2026-01-05T02:00:00.000Z"),
};

function baseRules(): ResolvedRules {
	const rules = resolveRules(builtInRuleSets(), "base", DAY);
	if (!rules.ok) throw new Error("the base rule set does not resolve");
	return rules.value;
}

/**
 * Issues a second that `judge` gets through on one core: the best of some rounds after one that warms up. Counted in
 * time of the processor, so that what else the machine does is not taken for ours.
 */
function perSecond(issues: readonly Issue[], judge: (issue: Issue) => void): number {
	let best = Number.POSITIVE_INFINITY;
	for (let round = 0; round <= ROUNDS; round++) {
		const start = process.cpuUsage();
		for (const issue of issues) judge(issue);
		const { user, system } = process.cpuUsage(start);
		if (round > 0) best = Math.min(best, user + system);
	}
	return (issues.length / best) * 1e6;
}

/** Evaluation of open issues on one core (design.md §8): lights, schedule and ladder; and every rule of the catalogue; what they ask of whom. */
export const rules: BenchCase = {
	name: "rules",
	run(note) {
		const law = baseRules();
		const calendar = officialCalendar();
		const issues = Array.from({ length: ISSUES }, (_, n) => workingIssue(n, setting, DAY));
		const lit = issues.filter((issue) => {
			const { light } = superviseIssue(issue, [], law, calendar, DAY).light;
			return light === "yellow" || light === "red";
		}).length;
		note(`${lit} of ${ISSUES} issues are lit`);
		const supervised = perSecond(issues, (issue) => superviseIssue(issue, [], law, calendar, DAY));
		const context = { rules: law, calendar, asOf: DAY };
		const judged = perSecond(issues, (issue) => evaluateIssue(issue, ALONE, context));
		const tray = { ...context, feedbackDate: FEEDBACK, uncovered: [] };
		const asked = perSecond(issues, (issue) => inTrayOf(issue, [], tray));
		const watched = perSecond(issues, (issue) => nextChangeOn(issue, [], law, calendar, DAY));
		return Promise.resolve([
			absolute("lights, schedule and ladder (one core)", supervised, "issues/s", { atLeast: 300_000 }),
			absolute("every rule of the catalogue (one core)", judged, "issues/s", { atLeast: 100_000 }),
			absolute("in-tray (one core)", asked, "issues/s", { atLeast: 60_000 }),
			absolute("next day to look (one core)", watched, "issues/s", { atLeast: 60_000 }),
		]);
	},
};
