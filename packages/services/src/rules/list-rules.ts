import { issueRules } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import type { RuleEntry } from "@zhenggai/domain/rules";
import { authorise } from "../kit/authorise.ts";

/** The catalogue of the rules that are enforced. */
export const listRules =
	() =>
	async (actor: Actor): Promise<RuleEntry[]> => {
		authorise(actor, "viewRule");
		return issueRules.map(({ entry }) => entry);
	};
