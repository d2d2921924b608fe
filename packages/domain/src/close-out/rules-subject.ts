import type { Issue } from "../issues/index.ts";
import { defineRule } from "../rules/index.ts";

/** What the rules of a close-out look at: the issue alone. */
export type CloseOutSubject = { readonly issue: Issue };

/** Describes a rule on a close-out. */
export const closeOutRule = defineRule<CloseOutSubject>();

/** Whether the step of a gate lies ahead: rules are silent about steps that are not the next one. */
export const BEFORE = {
	selfCheck: (issue: Issue): boolean => issue.lifecycle === "inProgress",
	application: (issue: Issue): boolean => issue.lifecycle === "selfChecked",
	wayOut: (issue: Issue): boolean => issue.lifecycle === "acceptance",
} as const;
