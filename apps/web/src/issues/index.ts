export { IssuePicker } from "./actions/issue-picker.tsx";
export { InspectionChoice } from "./inspections/inspection-choice.tsx";
export { ledgerHref } from "./url.ts";
