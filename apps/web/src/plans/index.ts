import { lazy } from "solid-js";

export { planForms } from "./verbs.ts";

/** Part of an issue's page; comes when it is first looked at. */
export const PlanTab = lazy(() => import("./plan-tab.tsx"));
/** The forms of the plan; they come when one is opened. */
export const PlanForms = lazy(() => import("./forms.tsx"));
