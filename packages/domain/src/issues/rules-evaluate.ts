import { acceptanceRules, lookBackRules, wayOutRules } from "../close-out/index.ts";
import type { Severity } from "../kernel/index.ts";
import { antiPlanRules, baselineRules } from "../plans/index.ts";
import { evidenceRules, progressRules } from "../progress/index.ts";
import {
	type BoundRule,
	bindRules,
	type Finding,
	type ResolvedRules,
	type Rule,
	type RuleContext,
	RuleGroup,
} from "../rules/index.ts";
import { supervisionRules } from "../supervision/index.ts";
import { dataRules } from "./rules-data.ts";
import { deadlineRules } from "./rules-deadline.ts";
import { planRules } from "./rules-plan.ts";
import { planContentRules } from "./rules-plan-content.ts";
import { type IssueSubject, PHASE, type RuleSurroundings } from "./rules-subject.ts";
import { treeRules } from "./rules-tree.ts";
import type { Issue } from "./schema.ts";

const orderOf = ({ entry }: Rule<IssueSubject>) =>
	`${100 + RuleGroup.options.indexOf(entry.group)} ${entry.id}`;

/** Every rule on issues, in the order of the groups and ids. */
export const issueRules: readonly Rule<IssueSubject>[] = [
	...planRules,
	...planContentRules,
	...baselineRules,
	...antiPlanRules,
	...deadlineRules,
	...treeRules,
	...progressRules,
	...evidenceRules,
	...supervisionRules,
	...acceptanceRules,
	...wayOutRules,
	...lookBackRules,
	...dataRules,
].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

/** What is still asked of an issue that is closed out: whether it is published, watched, and back where it belongs. */
const closedRules: readonly Rule<IssueSubject>[] = issueRules.filter(
	({ entry }) => entry.group === "LB" || entry.id === "PUB-04",
);

type Bound = {
	readonly least: Severity;
	readonly open: BoundRule<IssueSubject>;
	readonly closed: BoundRule<IssueSubject>;
};
const bound = new WeakMap<ResolvedRules, Bound[]>();

function boundTo(rules: ResolvedRules, least: Severity): Bound {
	const known = bound.get(rules);
	const same = known?.find((entry) => entry.least === least);
	if (same !== undefined) return same;
	const made = {
		least,
		open: bindRules(issueRules, rules, least),
		closed: bindRules(closedRules, rules, least),
	};
	bound.set(rules, [...(known ?? []), made]);
	return made;
}

/**
 * Everything the rules say about an issue on the day `context.asOf`, in the order of the rules. Empty for issues
 * that have left the ledger; of those that are closed out only what comes after that is asked. Pure: the same arguments give the same findings. Throws `RuleSetError`
 * only for a rule set that is not built on the base.
 */
export function evaluateIssue(issue: Issue, around: RuleSurroundings, context: RuleContext): Finding[] {
	const findings: Finding[] = [];
	const closed = issue.lifecycle === "closed";
	if (PHASE[issue.lifecycle] === "ended" && !closed) return findings;
	const check = boundTo(context.rules, context.least ?? "inform");
	(closed ? check.closed : check.open)({ issue, around }, context, findings);
	return findings;
}
