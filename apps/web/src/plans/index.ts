import { lazily } from "../lazily.ts";

export { planForms } from "./verbs.ts";

/** Part of an issue's page; comes when it is first looked at. */
export const PlanTab = lazily(() => import("./plan-tab.tsx"));
/** The forms of the plan; they come when one is opened. */
export const PlanForms = lazily(() => import("./forms.tsx"));
