import { lazily } from "../lazily.ts";

export { NoticesSection } from "./notices-section.tsx";
export { closeOutForms } from "./verbs.ts";

/** Part of an issue's page; comes when it is first looked at. */
export const CloseOutTab = lazily(() => import("./close-out-tab.tsx"));
/** The forms of acceptance and close-out; they come when one is opened. */
export const CloseOutForms = lazily(() => import("./forms.tsx"));
