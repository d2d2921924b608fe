import type { Issue, IssueVerb } from "../issues/index.ts";
import { planOf } from "./content.ts";
import { measuresUnder, pendingChange } from "./decide-change.ts";
import { pendingExtension, rescheduled } from "./decide-extension.ts";

/**
 * The issue as it would be if what a verb has just asked for were granted: rules are asked about that, and not only when
 * it is decided. The issue itself for every other verb.
 */
export function asProposed(issue: Issue, verb: IssueVerb): Issue {
	if (verb === "proposePlanChange") {
		const content = pendingChange(issue)?.content;
		if (content === undefined) return issue;
		const { goals, measures, ...rest } = content;
		return {
			...issue,
			...rest,
			measures: measuresUnder(issue, measures),
			plan: { ...planOf(issue), goals },
		};
	}
	const extension = verb === "requestExtension" ? pendingExtension(issue) : undefined;
	if (extension === undefined) return issue;
	return { ...issue, deadline: extension.to, measures: rescheduled(issue, extension.measures) };
}
