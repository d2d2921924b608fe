import { can, type Resource } from "../access/index.ts";
import {
	type Actor,
	type ActorStamp,
	type InspectionId,
	isWithin,
	type PersonId,
	type Refusal,
	type RegionCode,
	refusal,
	say,
	type Tier,
	type UnitId,
} from "../kernel/index.ts";
import type { Assignment } from "../responsibilities/index.ts";
import { isActive, isPersonRole, isUnitRole } from "../responsibilities/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { IssueVerb, NewAssignment } from "./commands.ts";
import { type IssueContext, issueResource, todayOf } from "./context.ts";
import { eventsOfVerb, transitionOf } from "./lifecycle.ts";
import { duplicateId, numberTaken, reasonMissing, unitInactive, unknown, wrongState } from "./refusals.ts";
import type { Issue, SourceKind } from "./schema.ts";
import { fitsTier, isLower, listRegion } from "./tier.ts";

/** Every guard gives the refusals it has, none when all is well, so that a clerk sees all of them at once. */
export type Refusals = readonly Refusal[];

/** The issue as the policy table sees it in a context. `kind` is given where its first mandate is yet to be written. */
export function resourceIn(issue: Issue, context: IssueContext, kind?: SourceKind): Resource {
	const first = issue.mandates[0];
	const inspection =
		first === undefined ? undefined : context.surroundings.inspections.get(first.inspectionId);
	return issueResource(issue, todayOf(context), {
		kind: kind ?? inspection?.kind,
		importing: context.importing,
	});
}

/** Who may, and whether the state lets it through: what holds for a verb before its particulars are known. */
export function gate(
	issue: Issue,
	verb: IssueVerb,
	context: IssueContext,
	resource: Resource = resourceIn(issue, context),
): Refusals {
	const denied = can(context.actor, verb, resource);
	if (denied !== null) return [denied];
	const possible = eventsOfVerb(verb).some((event) => transitionOf(issue.lifecycle, event) !== "refused");
	return possible ? [] : [wrongState(issue, verb)];
}

/** Who writes in the plan, as its events keep it: nobody while a document is imported, for its authors are not here. */
export const authorOf = ({ importing, stamp }: IssueContext): { by?: ActorStamp } =>
	importing === true ? {} : { by: stamp };

export const reasonGuard = (reason: string, verb: IssueVerb): Refusals =>
	reason.trim().length < 2 ? [reasonMissing(verb)] : [];

export function unitGuard(ids: readonly UnitId[], context: IssueContext, field: string): Refusals {
	return ids.flatMap((id, index) => {
		const unit = context.surroundings.units.get(id);
		if (unit === undefined) return [unknown("unit", `${field}.${index}`)];
		return unit.active ? [] : [unitInactive(unit.name, `${field}.${index}`)];
	});
}

const personGuard = (id: PersonId | null, context: IssueContext, field: string): Refusals =>
	id === null || context.surroundings.people.has(id) ? [] : [unknown("person", field)];

/** Ids of `added` that occur twice or are in use. */
export function idGuard(
	part: "assignment" | "measure" | "site" | "notice",
	existing: readonly { id: string }[],
	added: readonly { id: string }[],
	field: string,
): Refusals {
	const seen = new Set(existing.map(({ id }) => id));
	return added.flatMap(({ id }, index) => {
		if (seen.has(id)) return [duplicateId(part, `${field}.${index}.id`)];
		seen.add(id);
		return [];
	});
}

/** Whether the parties of an assignment suit its role and exist. */
export function partyGuard(assignment: NewAssignment, context: IssueContext, field: string): Refusals {
	const { role, unitId, personId } = assignment;
	const label = vocab.assignmentRole[role];
	const misfit =
		(isUnitRole(role) && unitId === null) || (isPersonRole(role) && personId === null)
			? [
					refusal(
						"ROLE_NEEDS_PARTY",
						say(
							`“${label.zh}”须指定${isUnitRole(role) ? "单位" : "人员"}`,
							`“${label.en}” needs a ${isUnitRole(role) ? "unit" : "person"}`,
						),
						say("补充后再交办", "Name one"),
						{ field, who: ["provOffice", "cityOffice", "countyOffice"] },
					),
				]
			: [];
	return [
		...misfit,
		...unitGuard(unitId === null ? [] : [unitId], context, `${field}.unitId`),
		...personGuard(personId, context, `${field}.personId`),
	];
}

const sameParty = (a: NewAssignment | Assignment, b: NewAssignment | Assignment): boolean =>
	a.role === b.role && a.unitId === b.unitId && a.personId === b.personId;

/** New assignments: fresh ids, fitting parties, and nobody named twice for the same thing. */
export function assignmentsGuard(
	existing: readonly Assignment[],
	added: readonly NewAssignment[],
	context: IssueContext,
): Refusals {
	const held = existing.filter((assignment) => isActive(assignment));
	const twice = added.flatMap((assignment, index) => {
		const before: readonly (NewAssignment | Assignment)[] = [...held, ...added.slice(0, index)];
		if (!before.some((other) => sameParty(other, assignment))) return [];
		const label = vocab.assignmentRole[assignment.role];
		return [
			refusal(
				"DUPLICATE_ASSIGNMENT",
				say(`已是该问题的${label.zh}`, `Is the ${label.en.toLowerCase()} of this issue already`),
				say("去掉重复的一项", "Leave out the repeated one"),
				{ field: `assignments.${index}`, who: ["provOffice", "cityOffice", "countyOffice"] },
			),
		];
	});
	return [
		...idGuard("assignment", existing, added, "assignments"),
		...added.flatMap((assignment, index) => partyGuard(assignment, context, `assignments.${index}`)),
		...twice,
	];
}

/** DATA-01: the number is free on the list of the inspection, the tier and the list's region. */
export function numberGuard(
	issue: Pick<Issue, "id" | "region" | "tier">,
	inspectionIds: readonly InspectionId[],
	number: string,
	context: Pick<IssueContext, "surroundings">,
	field: string,
): Refusals {
	const list = listRegion(issue.tier, issue.region);
	const taken = context.surroundings.takenNumbers.some(
		(other) =>
			other.issueId !== issue.id &&
			other.lifecycle !== "merged" &&
			inspectionIds.includes(other.inspectionId) &&
			other.tier === issue.tier &&
			other.listRegion === list &&
			other.number === number,
	);
	return taken ? [numberTaken(number, field)] : [];
}

type Placed = { readonly region: RegionCode; readonly tier: Tier };

/** Whether `child` can hang below `parent`: inside its region and on a lower list. */
export const canHangBelow = (child: Placed, parent: Placed): boolean =>
	isWithin(child.region, parent.region) &&
	fitsTier(child.region, child.tier) &&
	isLower(child.tier, parent.tier);

/** Whether somebody acts for a rectification office, or for the server itself. */
export const actsAsOffice = (actor: Actor): boolean =>
	actor.kind === "system" ||
	("role" in actor && ["provOffice", "cityOffice", "countyOffice"].includes(actor.role));
