import {
	type Actor,
	isWithin,
	type PersonId,
	type Refusal,
	type Role,
	regionPrefix,
	say,
	type Tier,
	tierOf,
	type UnitId,
	type Verb,
} from "../kernel/index.ts";
import type { AssignmentRole } from "../responsibilities/index.ts";
import { vocab } from "../vocabulary/index.ts";
import { ACTIONS, type Action, allActions } from "./action.ts";
import type { Grant } from "./grant.ts";
import { POLICY, SYSTEM_ACTIONS } from "./policy.ts";
import {
	grantsTooMuch,
	keyLacksVerb,
	notInvolved,
	notOnPanel,
	notSelfFound,
	notSignedIn,
	notYourList,
	notYourRole,
	notYourTier,
	outOfRegion,
} from "./refusals.ts";
import type { Involvement, Resource } from "./resource.ts";

/** Actors that carry a role and a region. */
export type ScopedActor = Extract<Actor, { role: Role }>;

const TIER_RANK: Readonly<Record<Tier, number>> = { central: 0, province: 1, city: 2, county: 3 };

/** The highest list that an office keeps. The province receives the central list (domain.md §3.1). */
const HIGHEST_LIST: Readonly<Partial<Record<Role, Tier>>> = {
	provOffice: "central",
	cityOffice: "city",
	countyOffice: "county",
};

/** Roles that offices may hand out; the others are named by the server's operator. */
const OFFICE_RANK: Readonly<Partial<Record<Role, number>>> = {
	provOffice: 3,
	cityOffice: 2,
	countyOffice: 1,
	leadUnit: 0,
	respUnit: 0,
	supUnit: 0,
	accUnit: 0,
	expert: 0,
	sector: 0,
	liaison: 0,
	enterprise: 0,
	auditor: 0,
};

/** What a program's key must be allowed to do: an act that belongs to an import needs `import` instead of `write`. */
function verbNeeded(action: Action, resource: Resource): Verb {
	const { verb } = ACTIONS[action];
	return verb === "write" && resource.importing ? "import" : verb;
}

/** The tier that an office of a role decides at; the province's leading group stands above its office. */
const DECIDES_FOR: Readonly<Partial<Record<Role, number>>> = {
	leadingGroup: 0,
	provOffice: 1,
	cityOffice: 2,
	countyOffice: 3,
};

/** Whether a role decides at most so many tiers above a list. The top tier's lists are decided by the leading group. */
function isAbove({ role, region }: ScopedActor, tier: Tier | null, reach: number): boolean {
	if (tier === null) return false;
	if (role === "leadingGroup" && tierOf(region) !== "province") return false;
	if (tier === "central" || tier === "province") return role === "leadingGroup";
	const own = DECIDES_FOR[role];
	const steps = own === undefined ? 0 : TIER_RANK[tier] - own;
	return steps >= 1 && steps <= reach;
}

const keepsList = (role: Role, tier: Tier | null): boolean => {
	const highest = HIGHEST_LIST[role];
	return highest !== undefined && (tier === null || TIER_RANK[tier] >= TIER_RANK[highest]);
};

const mayGrant = (actor: ScopedActor, resource: Resource): boolean => {
	const { grantee } = resource;
	if (grantee === null) return true;
	const own = OFFICE_RANK[actor.role] ?? -1;
	const granted = OFFICE_RANK[grantee.role];
	const verbsHeld = actor.kind !== "program" || grantee.verbs.every((verb) => actor.verbs.includes(verb));
	return granted !== undefined && granted <= own && verbsHeld;
};

const isUnits = (unitId: UnitId | null, part: Involvement): boolean =>
	unitId !== null && part.unitId === unitId;

const isPersons = (actor: ScopedActor, part: Involvement): boolean =>
	actor.kind === "person" && actor.personId !== null && part.personId === actor.personId;

/** Whether an assignment is this actor's own: of its unit, or of the person itself. */
export const isOwnPart = (actor: Actor, part: Involvement): boolean =>
	"role" in actor && (isUnits(actor.unitId, part) || isPersons(actor, part));

const unitHas = (actor: ScopedActor, resource: Resource, roles: readonly AssignmentRole[] | null): boolean =>
	resource.involved.some(
		(part) => isUnits(actor.unitId, part) && (roles === null || roles.includes(part.role)),
	);

const PARTICIPANT = say("承担单位", "assigned unit");
const WORKER = say("牵头或责任单位", "lead or responsible unit");

/** Whether a grant reaches the resource, its region already looked at. */
function reaches(grant: Grant, actor: ScopedActor, action: Action, resource: Resource): Refusal | null {
	switch (grant) {
		case "none":
			return notYourRole(action);
		case "anywhere":
		case "region":
			return null;
		case "home":
			return resource.region === actor.region ? null : outOfRegion(action);
		case "unit":
			return unitHas(actor, resource, null) ? null : notInvolved(action, PARTICIPANT);
		case "assigned":
			return resource.involved.some((part) => isOwnPart(actor, part))
				? null
				: notInvolved(action, PARTICIPANT);
		case "lead":
			return unitHas(actor, resource, ["lead"]) ? null : notInvolved(action, vocab.assignmentRole.lead);
		case "supervising":
			return unitHas(actor, resource, ["supervising"])
				? null
				: notInvolved(action, vocab.assignmentRole.supervising);
		case "acceptance":
			return unitHas(actor, resource, ["acceptance"])
				? null
				: notInvolved(action, vocab.assignmentRole.acceptance);
		case "panel":
			return resource.involved.some((part) => part.role === "expert" && isPersons(actor, part))
				? null
				: notOnPanel(action);
		case "above":
			return isAbove(actor, resource.tier, 1) ? null : notYourTier(action);
		case "higher":
			return isAbove(actor, resource.tier, 2) ? null : notYourTier(action);
		case "worker":
			return unitHas(actor, resource, ["lead", "responsible"]) ? null : notInvolved(action, WORKER);
		case "ownList":
			return keepsList(actor.role, resource.tier) ? null : notYourList(action);
		case "selfFound":
			if (!keepsList(actor.role, resource.tier)) return notYourList(action);
			return resource.selfFound ? null : notSelfFound(action);
		case "grantee":
			return mayGrant(actor, resource) ? null : grantsTooMuch(action);
	}
}

/**
 * Whether somebody may do something to a resource: null, or the refusal that says who can. Denies by default.
 * A program needs its verb and its role; the operator of the server's machine also keeps all accounts.
 */
export function can(actor: Actor, action: Action, resource: Resource): Refusal | null {
	if (actor.kind === "anonymous") return notSignedIn(action);
	if (actor.kind === "system") return SYSTEM_ACTIONS.has(action) ? null : notYourRole(action);
	if (actor.kind === "program") {
		const verb = verbNeeded(action, resource);
		if (!actor.verbs.includes(verb)) return keyLacksVerb(action, verb);
	}
	if (actor.kind === "operator" && ACTIONS[action].verb === "administer") return null;
	const grant = POLICY[action][actor.role];
	if (grant === "none") return notYourRole(action);
	const { region } = resource;
	if (grant !== "anywhere" && region !== null && !isWithin(region, actor.region)) return outOfRegion(action);
	return reaches(grant, actor, action, resource);
}

/**
 * What of a list somebody sees, for SQL: codes that start with `regionPrefix`, and only `unitId`'s where given. Of an expert
 * it is the person: ids of units and people never meet, and whoever looks by a person's finds nothing of a unit.
 */
export type ListScope = { readonly regionPrefix: string; readonly unitId: UnitId | PersonId | null };

/**
 * The filter that every list of issues is read through, or null where the actor sees none at all. It lets through
 * exactly the issues for which `can(actor, action, …)` is null.
 */
export function listScope(
	actor: Actor,
	action: "viewIssue" | "viewJournal" | "viewComplaint" | "viewScreening" | "viewDraw" = "viewIssue",
): ListScope | null {
	if (actor.kind === "anonymous") return null;
	if (actor.kind === "system") return { regionPrefix: "", unitId: null };
	if (actor.kind === "program" && !actor.verbs.includes("read")) return null;
	const grant = POLICY[action][actor.role];
	if (grant === "none") return null;
	const prefix = regionPrefix(actor.region);
	if (grant === "panel") {
		const personId = actor.kind === "person" ? actor.personId : null;
		return personId === null ? null : { regionPrefix: prefix, unitId: personId };
	}
	if (grant !== "unit") return { regionPrefix: prefix, unitId: null };
	return actor.unitId === null ? null : { regionPrefix: prefix, unitId: actor.unitId };
}

/** The actions that an actor has at all, in its own scope: what fronts need to build their menus. */
export function actionsOf(actor: Actor): Action[] {
	if (actor.kind === "anonymous") return [];
	if (actor.kind === "system") return allActions.filter((action) => SYSTEM_ACTIONS.has(action));
	return allActions.filter((action) => {
		const { verb } = ACTIONS[action];
		if (actor.kind === "operator" && verb === "administer") return true;
		const held = actor.kind !== "program" || actor.verbs.includes(verb);
		return held && POLICY[action][actor.role] !== "none";
	});
}
