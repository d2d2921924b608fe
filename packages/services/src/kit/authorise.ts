import {
	type Action,
	can,
	type ListScope,
	listScope,
	placeResource,
	type Resource,
} from "@zhenggai/domain/access";
import {
	type Actor,
	type ActorStamp,
	type RegionCode,
	regionPrefix,
	type UnitId,
} from "@zhenggai/domain/kernel";
import { ServiceError } from "../errors.ts";

/** How an actor is written into the journal. Throws NOT_SIGNED_IN for somebody without a name. */
export function stampOf(actor: Actor): ActorStamp {
	switch (actor.kind) {
		case "anonymous":
			throw new ServiceError("NOT_SIGNED_IN");
		case "system":
			return { kind: "system", id: "system", name: actor.name, role: null, region: null, unitId: null };
		default:
			return {
				kind: actor.kind,
				id: actor.kind === "person" ? actor.userId : actor.kind === "program" ? actor.keyId : "operator",
				name: actor.name,
				role: actor.role,
				region: actor.region,
				unitId: actor.unitId,
			};
	}
}

/** Throws unless the actor may do this: for use cases whose answer has no room for a refusal. */
export function authorise(actor: Actor, action: Action, resource: Resource = placeResource(null)): void {
	const refusal = can(actor, action, resource);
	if (refusal === null) return;
	if (actor.kind === "anonymous") throw new ServiceError("NOT_SIGNED_IN");
	throw new ServiceError("NOT_ALLOWED", refusal.message);
}

/** What of the issues or complaints an actor may see. Throws where that is none at all. */
export function scopeOf(
	actor: Actor,
	action: "viewIssue" | "viewJournal" | "viewComplaint" | "viewScreening" | "viewDraw" = "viewIssue",
): ListScope {
	const scope = listScope(actor, action);
	if (scope !== null) return scope;
	throw new ServiceError(actor.kind === "anonymous" ? "NOT_SIGNED_IN" : "NOT_ALLOWED");
}

/**
 * What of the issues an actor may see, for lists of what units did. Throws NOT_ALLOWED also for experts, who see single
 * issues and nothing across them.
 */
export function unitScopeOf(actor: Actor): { readonly regionPrefix: string; readonly unitId: UnitId | null } {
	const { regionPrefix: digits, unitId } = scopeOf(actor);
	if (unitId === null) return { regionPrefix: digits, unitId };
	if (!("role" in actor) || actor.unitId !== unitId) throw new ServiceError("NOT_ALLOWED");
	return { regionPrefix: digits, unitId: actor.unitId };
}

/** The digits of the actor's own part of the country; none for the server's own jobs. */
export function ownPrefix(actor: Actor): string {
	if (actor.kind === "anonymous") throw new ServiceError("NOT_SIGNED_IN");
	return actor.kind === "system" ? "" : regionPrefix(actor.region);
}

/**
 * The digits of the actor's province. Names of units, people and inspections are needed by everybody who works there
 * (the policy grants them `anywhere`), and they end at the province: no other one's are anybody's business here.
 */
export const provincePrefix = (actor: Actor): string => ownPrefix(actor).slice(0, 2);

/** Whether a region lies in the actor's own part of the country. */
export const isOwn = (actor: Actor, region: RegionCode): boolean => region.startsWith(ownPrefix(actor));

/** The part that an actor's scope and a filter's region share; null where they lie apart. */
export function narrowedTo(scope: string, region: RegionCode | undefined): string | null {
	if (region === undefined) return scope;
	const wanted = regionPrefix(region);
	if (wanted.startsWith(scope)) return wanted;
	return scope.startsWith(wanted) ? scope : null;
}
