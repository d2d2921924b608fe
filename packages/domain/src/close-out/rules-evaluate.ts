import {
	type BoundRule,
	bindRules,
	type Finding,
	type ResolvedRules,
	type RuleContext,
} from "../rules/index.ts";
import { noticeRules } from "./rules-notice.ts";
import type { NoticeContent } from "./schema.ts";

const bound = new WeakMap<ResolvedRules, BoundRule<NoticeContent>>();

/** Everything the rules say about a published notice, in the order of the rules. Pure. */
export function evaluateNotice(notice: NoticeContent, context: RuleContext): Finding[] {
	const { rules } = context;
	const check = bound.get(rules) ?? bindRules(noticeRules, rules);
	bound.set(rules, check);
	const findings: Finding[] = [];
	check(notice, context, findings);
	return findings;
}
