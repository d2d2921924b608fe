export { supervisionOnIssue } from "./on-issue.ts";
export { instrumentFor, isSeen } from "./scope.ts";
