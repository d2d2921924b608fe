export { IssuePicker } from "./actions/issue-picker.tsx";
export { ledgerHref } from "./url.ts";
