export { CommandForm, type Envelope, type FormErrors } from "./command-form.tsx";
