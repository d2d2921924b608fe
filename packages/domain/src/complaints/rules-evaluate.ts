import {
	type BoundRule,
	bindRules,
	type Finding,
	type ResolvedRules,
	type Rule,
	type RuleContext,
} from "../rules/index.ts";
import { complaintOnlyRules } from "./rules-complaint.ts";
import type { ComplaintSubject, TotalsSubject } from "./rules-subject.ts";
import { totalsRules } from "./rules-totals.ts";
import type { Complaint, ComplaintElements } from "./schema.ts";

/** Every rule on complaints, in the order of the ids. */
export const complaintRules: readonly Rule<ComplaintSubject>[] = [
	...complaintOnlyRules,
	...totalsRules,
].toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1));

const bound = new WeakMap<ResolvedRules, BoundRule<ComplaintSubject>>();

function evaluate(subject: ComplaintSubject, context: RuleContext): Finding[] {
	const { rules } = context;
	const check = bound.get(rules) ?? bindRules(complaintRules, rules);
	bound.set(rules, check);
	const findings: Finding[] = [];
	check(subject, context, findings);
	return findings;
}

/** Everything the rules say about a complaint's contents, in the order of the rules. Pure. */
export const evaluateElements = (complaint: ComplaintElements, context: RuleContext): Finding[] =>
	evaluate({ kind: "complaint", complaint }, context);

/** The same of a complaint of the ledger; nothing of a withdrawn one. */
export const evaluateComplaint = (complaint: Complaint, context: RuleContext): Finding[] =>
	complaint.state === "withdrawn" ? [] : evaluateElements(complaint, context);

/** Everything the rules say about totals (DATA-05, CMP-05, CMP-13). Pure. */
export const evaluateTotals = (totals: TotalsSubject, context: RuleContext): Finding[] =>
	evaluate({ kind: "totals", totals }, context);
