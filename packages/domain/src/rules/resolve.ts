import { type Bilingual, type IsoDate, ok, type Result, refusal, refuse, say } from "../kernel/index.ts";
import { kindOf } from "./params.ts";
import type { Param, ResolvedRules, RuleSet } from "./schema.ts";

const broken = (code: string, message: Bilingual) =>
	refuse(
		refusal(code, message, say("更正规则集后再用", "Correct the rule set"), {
			field: "ruleSet",
			who: ["provOffice"],
		}),
	);

const inForce = (set: RuleSet, on: IsoDate): boolean =>
	set.effectiveFrom <= on && (set.effectiveTo === null || on <= set.effectiveTo);

/** The version of a rule set that is in force on a day: the highest of those whose dates hold it, both ends counted. */
function versionOn(ruleSets: readonly RuleSet[], id: string, on: IsoDate): Result<RuleSet> {
	const versions = ruleSets.filter((set) => set.id === id);
	if (versions.length === 0) {
		return broken("RULE_SET_UNKNOWN", say(`没有规则集“${id}”`, `There is no rule set "${id}"`));
	}
	let best: RuleSet | undefined;
	for (const set of versions) {
		if (inForce(set, on) && (best === undefined || set.version > best.version)) best = set;
	}
	if (best !== undefined) return ok(best);
	return broken(
		"RULE_SET_NOT_IN_FORCE",
		say(`规则集“${id}”在${on}不生效`, `Rule set "${id}" is not in force on ${on}`),
	);
}

/** The set and everything it is built on, itself first, as they are in force on a day. */
export function ruleSetChain(
	ruleSets: readonly RuleSet[],
	id: string,
	on: IsoDate,
): Result<readonly RuleSet[]> {
	const chain: RuleSet[] = [];
	let next: string | null = id;
	while (next !== null) {
		const wanted: string = next;
		if (chain.some((set) => set.id === wanted)) {
			const path = [...chain.map((set) => set.id), wanted].join(" → ");
			return broken("RULE_SET_CYCLE", say(`规则集相互依赖：${path}`, `Rule sets extend each other: ${path}`));
		}
		const found = versionOn(ruleSets, wanted, on);
		if (!found.ok) return found;
		chain.push(found.value);
		next = found.value.extends;
	}
	return ok(chain);
}

/**
 * The rule set `id` as it is in force on `on`, with everything it inherits filled in. Refused when it or a parent is
 * unknown or not in force, when sets extend each other in a circle, or when a set changes a parameter that its
 * parents do not have or that is of another kind there: a misspelt name would otherwise silently change nothing.
 */
export function resolveRules(ruleSets: readonly RuleSet[], id: string, on: IsoDate): Result<ResolvedRules> {
	const chain = ruleSetChain(ruleSets, id, on);
	if (!chain.ok) return chain;
	const params: Record<string, Param> = {};
	for (const set of chain.value.toReversed()) {
		for (const [name, param] of Object.entries(set.params)) {
			const inherited = Object.hasOwn(params, name) ? params[name] : undefined;
			if (set.extends !== null && inherited === undefined) {
				return broken(
					"RULE_SET_PARAM_UNKNOWN",
					say(
						`规则集“${set.id}”设置了未知参数“${name}”`,
						`Rule set "${set.id}" sets an unknown parameter "${name}"`,
					),
				);
			}
			if (inherited !== undefined && !sameKind(inherited, param)) {
				return broken(
					"RULE_SET_PARAM_KIND",
					say(
						`规则集“${set.id}”的参数“${name}”类型不符`,
						`Parameter "${name}" of rule set "${set.id}" is of another kind than its parent's`,
					),
				);
			}
			params[name] = param;
		}
	}
	const version = chain.value[0]?.version ?? 1;
	return ok({ id, version, params });
}

/** Lists without entries go with lists of either kind. */
function sameKind(a: Param, b: Param): boolean {
	const empty = (param: Param) => Array.isArray(param.v) && param.v.length === 0;
	if (empty(a) || empty(b)) return Array.isArray(a.v) && Array.isArray(b.v);
	return kindOf(a.v) === kindOf(b.v);
}
