export { supervisionOnIssue } from "./on-issue.ts";
