import { type InTrayAt, type InTrayParty, leadsOf, officeOf } from "../in-tray/index.ts";
import type { Issue } from "../issues/index.ts";
import { boundParams, type ResolvedRules } from "../rules/index.ts";

const paramsOf = boundParams(["closeoutBody"]);

/** Whether the lead unit itself takes the steps after acceptance, as some places have it (CLO-02; S20, S22). */
export const isByLead = (rules: ResolvedRules): boolean =>
	paramsOf(rules).string("closeoutBody") === "leadUnit";

/** Who takes the steps after acceptance: the lead units, or the office that keeps the issue's list (CLO-02). */
export const bodyOf = (issue: Issue, { rules, asOf }: InTrayAt): readonly InTrayParty[] =>
	isByLead(rules) ? leadsOf(issue, asOf) : [officeOf(issue)];
