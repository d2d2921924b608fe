import { noticeRules } from "./close-out/index.ts";
import { complaintRules } from "./complaints/index.ts";
import { issueRules } from "./issues/index.ts";
import { type RuleEntry, RuleGroup } from "./rules/index.ts";

const orderOf = ({ group, id }: RuleEntry) => `${100 + RuleGroup.options.indexOf(group)} ${id}`;

/** Every rule that is evaluated, of all rooms, in the order of the groups and ids. */
export const catalogue: readonly RuleEntry[] = [...issueRules, ...complaintRules, ...noticeRules]
	.map((rule) => rule.entry)
	.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));

/** The rule of an id, or undefined for plain codes such as `NOT_ALLOWED`. */
export const ruleById = (id: string): RuleEntry | undefined => byId.get(id);
