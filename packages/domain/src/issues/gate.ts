import type { Finding, RuleGate } from "../rules/index.ts";
import type { IssueVerb } from "./commands.ts";
import type { Issue } from "./schema.ts";

/**
 * The step of the rules that a verb takes on an issue: everything that stands in front of it is asked, whether it was
 * there before or not. Null for verbs that are only asked what they bring (`save`). The way out of acceptance is one
 * step whichever of notice, signature and filing the rule set puts first (CLO-02).
 */
export function gateOf(verb: IssueVerb, issue: Pick<Issue, "lifecycle">): RuleGate | null {
	switch (verb) {
		case "submitPlan":
		case "selfCheck":
		case "applyAcceptance":
			return verb;
		case "startNotice":
		case "signCloseOut":
			return issue.lifecycle === "acceptance" ? "closeOut" : null;
		default:
			return null;
	}
}

/**
 * The step whose rules a verb has to stand up to with what it brings, although it does not take the step: a new version
 * of the plan is asked what a plan is asked when it is handed in. Null for the others.
 */
export function bringsGateOf(verb: IssueVerb | null): RuleGate | null {
	switch (verb) {
		case "proposePlanChange":
		case "decidePlanChange":
		case "requestExtension":
		case "decideExtension":
			return "submitPlan";
		default:
			return null;
	}
}

/** Of these findings the ones that stand in front of a verb: blocks, and warnings that ask for a justification. */
export function findingsBefore(
	findings: readonly Finding[],
	verb: IssueVerb,
	issue: Pick<Issue, "lifecycle">,
): Finding[] {
	const gate = gateOf(verb, issue);
	if (gate === null) return [];
	return findings.filter((finding) => finding.gate === gate && finding.severity !== "inform");
}
