export { CommandForm } from "./actions/command-form.tsx";
export type { FormProps } from "./actions/form-props.ts";
export { IssuePicker } from "./actions/issue-picker.tsx";
export type { DetailProps } from "./detail/detail-props.ts";
export { InspectionChoice } from "./inspections/inspection-choice.tsx";
export { ledgerHref } from "./url.ts";
