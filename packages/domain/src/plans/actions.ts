import type { Issue, IssueContext } from "../issues/index.ts";
import type { Refusal } from "../kernel/index.ts";
import type { PlanVerb } from "./commands.ts";

/** What keeps a verb from being done whatever its particulars are, beside the policy table and the lifecycle. */
export const planGuard = (_issue: Issue, _verb: PlanVerb, _context: IssueContext): readonly Refusal[] => [];
