import { lazily } from "../lazily.ts";

export { supervisionForms } from "./verbs.ts";

/** Part of an issue's page; comes when it is first looked at. */
export const SupervisionTab = lazily(() => import("./supervision-tab.tsx"));
/** The forms of supervision; they come when one is opened. */
export const SupervisionForms = lazily(() => import("./forms.tsx"));
