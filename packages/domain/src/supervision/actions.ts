import type { Issue, IssueContext } from "../issues/index.ts";
import type { Refusal } from "../kernel/index.ts";
import type { SupervisionVerb } from "./commands.ts";

/** What keeps a verb from being done whatever its particulars are, beside the policy table and the lifecycle. */
export const supervisionGuard = (
	_issue: Issue,
	_verb: SupervisionVerb,
	_context: IssueContext,
): readonly Refusal[] => [];
