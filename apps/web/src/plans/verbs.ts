import type { CommandVerb } from "../types.ts";

/** Verbs of the plan that have a form. The table is on the first page; the forms come when one is opened. */
export const planForms = {
	setGoals: true,
	waivePlanItem: true,
	submitPlan: true,
	reviewPlan: true,
	proposePlanChange: true,
	decidePlanChange: true,
	requestExtension: true,
	decideExtension: true,
	publishPlan: true,
} as const satisfies Partial<Record<CommandVerb, true>>;
