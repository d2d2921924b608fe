import type { Issue, IssueContext } from "../issues/index.ts";
import { isSameParty, type Refusal } from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import type { SupervisionVerb } from "./commands.ts";
import { pendingContest, supervisionOf } from "./content.ts";
import { contestPending, noContest, noExposure, nothingToContest, ownContest } from "./refusals.ts";

/** SOD-01: who objected, and the units that do the work, decide nothing. */
function contestGuard(issue: Issue, { stamp }: IssueContext): readonly Refusal[] {
	const contest = pendingContest(issue);
	if (contest === undefined) return [noContest()];
	const works = issue.assignments.some(
		(held) =>
			isActive(held) && (held.role === "lead" || held.role === "responsible") && held.unitId === stamp.unitId,
	);
	return isSameParty(contest.by, stamp) || (stamp.unitId !== null && works) ? [ownContest()] : [];
}

/** What keeps a verb from being done whatever its particulars are, beside the policy table and the lifecycle. */
export function supervisionGuard(
	issue: Issue,
	verb: SupervisionVerb,
	context: IssueContext,
): readonly Refusal[] {
	switch (verb) {
		case "contestLight": {
			const { light } = supervisionOf(issue);
			if (light !== "yellow" && light !== "red") return [nothingToContest()];
			return pendingContest(issue) === undefined ? [] : [contestPending()];
		}
		case "decideContest":
			return contestGuard(issue, context);
		case "settleExposure":
			return supervisionOf(issue).exposures.some(({ settled }) => settled === null) ? [] : [noExposure()];
		case "recordLight":
		case "recordExposure":
			return [];
	}
}
