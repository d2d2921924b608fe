export { type Action, ActionBar } from "./action-bar.tsx";
export { CommandForm, type Envelope, type FormDraft, type FormErrors } from "./command-form.tsx";
export { createKeptDraft, type KeptDraft } from "./kept-draft.ts";
