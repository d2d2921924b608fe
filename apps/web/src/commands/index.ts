export { type Action, ActionBar } from "./action-bar.tsx";
export { CommandForm, type Envelope, type FormErrors } from "./command-form.tsx";
