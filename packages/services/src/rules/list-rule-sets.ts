import type { Actor } from "@zhenggai/domain/kernel";
import { builtInRuleSets, type RuleSet } from "@zhenggai/domain/rules";
import { authorise } from "../kit/authorise.ts";

/** The rule sets: the base and the presets built on it. */
export const listRuleSets =
	() =>
	async (actor: Actor): Promise<RuleSet[]> => {
		authorise(actor, "viewRule");
		return [...builtInRuleSets()];
	};
