export { supervisionOnIssue } from "./on-issue.ts";
export { instrumentFor } from "./scope.ts";
