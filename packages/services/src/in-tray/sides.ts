import { POLICY } from "@zhenggai/domain/access";
import { InTrayKind, partyKey, VERB_OF_ITEM } from "@zhenggai/domain/in-tray";
import type { Actor } from "@zhenggai/domain/kernel";
import type { InTrayRequest } from "@zhenggai/storage/in-tray";
import { scopeOf } from "../kit/authorise.ts";

/** The sides that somebody acts for: the unit, the person, and the office of the role at the region. */
function sidesOf(actor: Actor): readonly string[] {
	if (!("role" in actor)) return [];
	const { role, region, unitId } = actor;
	return [
		partyKey({ kind: "office", role, region }),
		...(unitId === null ? [] : [partyKey({ kind: "unit", unitId })]),
		...(actor.kind === "person" && actor.personId !== null
			? [partyKey({ kind: "person", personId: actor.personId })]
			: []),
	];
}

/** The kinds of items whose verb the policy table gives the actor's role at all: the others are a colleague's. */
const kindsOf = (actor: Actor): readonly InTrayKind[] =>
	"role" in actor
		? InTrayKind.options.filter((kind) => POLICY[VERB_OF_ITEM[kind]][actor.role] !== "none")
		: [];

/**
 * What somebody's in-tray is read through: only its own sides, in its own part of the country, and only what its role may
 * do. Throws where somebody sees no issues at all. The server itself has no tray.
 */
export function inTrayScope(actor: Actor): Pick<InTrayRequest, "sides" | "prefix" | "kinds"> {
	const { regionPrefix } = scopeOf(actor, "viewIssue");
	return { sides: sidesOf(actor), prefix: regionPrefix, kinds: kindsOf(actor) };
}
