import type { Inspection } from "@zhenggai/domain/issues";
import { type IsoDate, officialCalendar } from "@zhenggai/domain/kernel";
import { builtInRuleSets, type ResolvedRules, type RuleContext, resolveRules } from "@zhenggai/domain/rules";

const BASE = "base";
const resolved = new Map<string, ResolvedRules>();

function resolve(id: string, on: IsoDate): ResolvedRules | null {
	const key = `${id} ${on}`;
	const known = resolved.get(key);
	if (known !== undefined) return known;
	const result = resolveRules(builtInRuleSets(), id, on);
	if (!result.ok) return null;
	// Days come and go: a new map a thousand days later costs nothing.
	if (resolved.size > 1000) resolved.clear();
	resolved.set(key, result.value);
	return result.value;
}

/** The first day of the base rule set, for days before anybody had rules. */
const FIRST_DAY = builtInRuleSets()
	.filter(({ id }) => id === BASE)
	.map(({ effectiveFrom }) => effectiveFrom)
	.toSorted()[0];

/**
 * The rules that an inspection's issues are under on a day: the set that its office works by, the base rules where
 * it names none or one that does not hold on that day.
 */
export function rulesFor(inspection: Pick<Inspection, "ruleSet"> | undefined, on: IsoDate): ResolvedRules {
	const own = inspection?.ruleSet == null ? null : resolve(inspection.ruleSet, on);
	const rules = own ?? resolve(BASE, on) ?? (FIRST_DAY === undefined ? null : resolve(BASE, FIRST_DAY));
	if (rules === null) throw new Error("The base rule set does not resolve");
	return rules;
}

/** What the rules are asked with on a day. */
export const ruleContext = (
	inspection: Pick<Inspection, "ruleSet"> | undefined,
	asOf: IsoDate,
): RuleContext => ({ rules: rulesFor(inspection, asOf), calendar: officialCalendar(), asOf });
