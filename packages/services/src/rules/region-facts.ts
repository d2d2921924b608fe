import { type Actor, type RegionCode, regionPrefix } from "@zhenggai/domain/kernel";
import { builtInRuleSets, RegionRulesId, type RuleSet } from "@zhenggai/domain/rules";
import { ServiceError } from "../errors.ts";
import { authorise, provincePrefix } from "../kit/authorise.ts";
import { derivedUuid } from "./derived-uuid.ts";

/**
 * The id of the stream of a region's rules: made of the region's code (a UUID of version 8, SHA-256), so that two offices
 * that begin it at the same moment begin the same one.
 */
export const regionRulesId = (region: RegionCode): RegionRulesId =>
	RegionRulesId.parse(derivedUuid(`zhenggai region rules ${region}`));

/** Rules are no secret within a province; another province's are nobody's business here. Throws for all others. */
export function authoriseRules(actor: Actor, region: RegionCode): void {
	authorise(actor, "viewRule");
	if (!region.startsWith(provincePrefix(actor))) throw new ServiceError("NOT_FOUND");
}

/** The region whose rules somebody is asked about when none is named: a county works by its city's. */
export function ownRegion(actor: Actor): RegionCode {
	if ("region" in actor) return actor.region;
	throw new ServiceError("BAD_INPUT");
}

/** The latest version of each rule set, for names. */
export function ruleSetNamed(id: string): RuleSet | undefined {
	return builtInRuleSets()
		.filter((set) => set.id === id)
		.toSorted((a, b) => b.version - a.version)[0];
}

/** The digits of a region and all below. */
export const prefixOf = (region: RegionCode): string => regionPrefix(region);
