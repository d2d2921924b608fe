import { lazy } from "solid-js";

export { progressForms } from "./verbs.ts";

/** Part of an issue's page; comes when it is first looked at. */
export const ProgressTab = lazy(() => import("./progress-tab.tsx"));
/** The forms of progress; they come when one is opened. */
export const ProgressForms = lazy(() => import("./forms.tsx"));
