export * from "./diff-notice.ts";
export * from "./import.ts";
export * from "./match-notices.ts";
export * from "./notice-content.ts";
export * from "./proposal.ts";
export { evaluateNotice } from "./rules-evaluate.ts";
export { noticeRules } from "./rules-notice.ts";
export * from "./schema.ts";
