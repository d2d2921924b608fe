import { issueRules } from "./issues/index.ts";
import type { RuleEntry } from "./rules/index.ts";

/** Every rule that is evaluated, of all rooms, in the order of the groups and ids. */
export const catalogue: readonly RuleEntry[] = issueRules.map((rule) => rule.entry);

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));

/** The rule of an id, or undefined for plain codes such as `NOT_ALLOWED`. */
export const ruleById = (id: string): RuleEntry | undefined => byId.get(id);
