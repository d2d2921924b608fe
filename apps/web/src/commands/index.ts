import "../i18n/form-words.ts";

export { type Action, ActionBar } from "./action-bar.tsx";
export { CommandForm, type Envelope, type FormDraft, type FormErrors } from "./command-form.tsx";
export { ConflictNotice } from "./conflict-notice.tsx";
export { DraftNote } from "./draft-note.tsx";
export { createKeptDraft, createTabDraft, type KeptDraft } from "./kept-draft.ts";
