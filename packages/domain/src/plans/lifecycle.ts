import { staysIn, type TransitionRow, transitionsFrom } from "../kernel/index.ts";
import type { PlanVerb } from "./commands.ts";
import type { PlanEvent } from "./events.ts";

const WRITTEN = ["registered", "assigned", "planning", "reopened"] as const;
const WORKED = ["inProgress"] as const;
const SINCE_APPROVAL = [
	"inProgress",
	"selfChecked",
	"acceptance",
	"supplementing",
	"publicNotice",
	"signing",
	"filing",
] as const;

/** Where every event of a plan leads in every state (domain.md §3.1). */
export const PLAN_TRANSITIONS: Readonly<Record<PlanEvent["type"], TransitionRow>> = {
	goalsSet: staysIn(...WRITTEN),
	planItemWaived: staysIn(...WRITTEN),
	planSubmitted: transitionsFrom({ planning: "planSubmitted" }),
	planReturned: transitionsFrom({ planSubmitted: "planning" }),
	planApproved: transitionsFrom({ planSubmitted: "inProgress" }),
	planChangeProposed: staysIn(...WORKED),
	planChangeApproved: staysIn(...WORKED),
	planChangeRefused: staysIn(...WORKED),
	extensionRequested: staysIn(...WORKED),
	extensionGranted: staysIn(...WORKED),
	extensionRefused: staysIn(...WORKED),
	planPublished: staysIn(...SINCE_APPROVAL),
};

/** What each verb can make happen. */
export const PLAN_EVENTS_OF: Readonly<Record<PlanVerb, readonly PlanEvent["type"][]>> = {
	setGoals: ["goalsSet"],
	waivePlanItem: ["planItemWaived"],
	submitPlan: ["planSubmitted"],
	reviewPlan: ["planReturned", "planApproved"],
	proposePlanChange: ["planChangeProposed"],
	decidePlanChange: ["planChangeApproved", "planChangeRefused"],
	requestExtension: ["extensionRequested"],
	decideExtension: ["extensionGranted", "extensionRefused"],
	publishPlan: ["planPublished"],
};
