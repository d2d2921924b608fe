import type { Issue, IssueContext } from "../issues/index.ts";
import type { Refusal } from "../kernel/index.ts";
import type { CloseOutVerb } from "./commands.ts";

/** What keeps a verb from being done whatever its particulars are, beside the policy table and the lifecycle. */
export const closeOutGuard = (
	_issue: Issue,
	_verb: CloseOutVerb,
	_context: IssueContext,
): readonly Refusal[] => [];
