import type { Issue, IssueContext } from "../issues/index.ts";
import type { Refusal } from "../kernel/index.ts";
import type { PlanVerb } from "./commands.ts";
import { currentBaseline } from "./content.ts";
import { changeGuard, proposeGuard } from "./decide-change.ts";
import { extensionGuard, requestGuard } from "./decide-extension.ts";
import { reviewerGuard } from "./decide-review.ts";
import { noBaseline } from "./refusals.ts";

/** What keeps a verb from being done whatever its particulars are, beside the policy table and the lifecycle. */
export function planGuard(issue: Issue, verb: PlanVerb, context: IssueContext): readonly Refusal[] {
	switch (verb) {
		case "reviewPlan":
			return reviewerGuard(issue, context);
		case "proposePlanChange":
			return proposeGuard(issue);
		case "decidePlanChange":
			return changeGuard(issue, context);
		case "requestExtension":
			return requestGuard(issue, context);
		case "decideExtension":
			return extensionGuard(issue, context);
		case "publishPlan":
			return currentBaseline(issue) === null ? [noBaseline()] : [];
		case "setGoals":
		case "waivePlanItem":
		case "submitPlan":
			return [];
	}
}
