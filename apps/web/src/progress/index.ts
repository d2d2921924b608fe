import { lazily } from "../lazily.ts";

export { progressForms } from "./verbs.ts";

/** Part of an issue's page; comes when it is first looked at. */
export const ProgressTab = lazily(() => import("./progress-tab.tsx"));
/** The forms of progress; they come when one is opened. */
export const ProgressForms = lazily(() => import("./forms.tsx"));

export type { AttachedFiles } from "./upload/attachments.tsx";
/** Evidence for a form of another room. */
export const Attachments = lazily(() => import("./upload/attachments.tsx"));
