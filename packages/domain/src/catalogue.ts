import { accountabilityRules } from "./accountability/index.ts";
import { decidedCloseOutRules, noticeRules } from "./close-out/index.ts";
import { complaintRules } from "./complaints/index.ts";
import { issueRules } from "./issues/index.ts";
import { decidedPlanRules } from "./plans/index.ts";
import { decidedProgressRules } from "./progress/index.ts";
import { type DecidedRule, type RuleEntry, RuleGroup } from "./rules/index.ts";
import { decidedSupervisionRules } from "./supervision/index.ts";

const orderOf = ({ group, id }: RuleEntry) => `${100 + RuleGroup.options.indexOf(group)} ${id}`;

/** Rules without a check of their own: a room's deciders ask them. Each is shown by the test that names it. */
export const decidedRules: readonly DecidedRule[] = [
	...decidedPlanRules,
	...decidedProgressRules,
	...decidedSupervisionRules,
	...decidedCloseOutRules,
	...accountabilityRules,
];

/** Every rule that is evaluated or decided by, of all rooms, in the order of the groups and ids. */
export const catalogue: readonly RuleEntry[] = [
	...issueRules,
	...complaintRules,
	...noticeRules,
	...decidedRules,
]
	.map((rule) => rule.entry)
	.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));

/** The rule of an id, or undefined for plain codes such as `NOT_ALLOWED`. */
export const ruleById = (id: string): RuleEntry | undefined => byId.get(id);
