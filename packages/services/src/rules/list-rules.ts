import { catalogue } from "@zhenggai/domain/catalogue";
import type { Actor } from "@zhenggai/domain/kernel";
import { testsOf } from "@zhenggai/domain/rule-tests";
import { builtInRuleSets, type ListedRule, type Param, type RuleEntry } from "@zhenggai/domain/rules";
import { authorise } from "../kit/authorise.ts";

function valuesOf({ params }: RuleEntry): Record<string, Param> {
	const base = builtInRuleSets().find(({ id }) => id === "base")?.params ?? {};
	return Object.fromEntries(
		params.flatMap((name) => {
			const param = base[name];
			return param === undefined ? [] : [[name, param]];
		}),
	);
}

/** The catalogue of all rules, those that are evaluated and those that deciders ask, each with its parameters. */
export const listRules =
	() =>
	async (
		actor: Actor,
		{ tests = false }: { readonly tests?: boolean | undefined } = {},
	): Promise<ListedRule[]> => {
		authorise(actor, "viewRule");
		return catalogue.map((entry) => ({
			...entry,
			values: valuesOf(entry),
			...(tests ? { tests: [...testsOf(entry.id)] } : {}),
		}));
	};
