import { type IsoDate, type PersonId, shanghaiDate, type UnitId } from "../kernel/index.ts";
import { isActive } from "./assignment.ts";
import type { Assignment, AssignmentRole, ChainLink, ResponsibilityKind, UnitKind } from "./schema.ts";

/** Names for the ids of a chain. An id without a name shows as the id. */
export type NameLookup = {
	readonly unit: (id: UnitId) => { readonly name: string; readonly kind: UnitKind } | undefined;
	readonly person: (id: PersonId) => { readonly name: string; readonly title: string | null } | undefined;
};

/** The order in which responsibility is walked: 领导责任、行业责任、岗位责任、企业责任 (seed1, M09). */
const KIND_ORDER: readonly ResponsibilityKind[] = ["leadership", "industry", "post", "enterprise"];

/** The order of the roles within one kind. */
const ROLE_ORDER: readonly AssignmentRole[] = [
	"responsibleLeader",
	"lead",
	"supervising",
	"responsible",
	"acceptance",
	"supporting",
	"materials",
	"responsiblePerson",
	"contact",
	"expert",
];

/** The kind that a role stands for where the assignment itself does not say. */
const KIND_OF_ROLE: Readonly<Record<AssignmentRole, ResponsibilityKind>> = {
	responsibleLeader: "leadership",
	lead: "industry",
	supervising: "industry",
	responsible: "industry",
	acceptance: "industry",
	supporting: "industry",
	materials: "industry",
	responsiblePerson: "post",
	contact: "post",
	expert: "post",
};

/** Roles that somebody must hold: the elements of PLAN-01 and the two of 交办 (domain.md §3.1). */
const REQUIRED_ROLES: readonly AssignmentRole[] = [
	"responsibleLeader",
	"lead",
	"supervising",
	"responsible",
	"responsiblePerson",
];

/** The kind of responsibility of an assignment: as recorded, or as its role and its unit say. */
export function kindOf(assignment: Assignment, lookup: NameLookup): ResponsibilityKind {
	if (assignment.kind !== null) return assignment.kind;
	const unit = assignment.unitId === null ? undefined : lookup.unit(assignment.unitId);
	return unit?.kind === "enterprise" ? "enterprise" : KIND_OF_ROLE[assignment.role];
}

function linkOf(assignment: Assignment, lookup: NameLookup, asOf: IsoDate): ChainLink {
	const { unitId, personId, acknowledged } = assignment;
	const person = personId === null ? undefined : lookup.person(personId);
	return {
		kind: kindOf(assignment, lookup),
		role: assignment.role,
		unit: unitId === null ? null : { id: unitId, name: lookup.unit(unitId)?.name ?? unitId },
		person:
			personId === null
				? null
				: { id: personId, name: person?.name ?? personId, title: person?.title ?? null },
		since: assignment.from,
		acknowledged: acknowledged !== null && shanghaiDate(acknowledged.at) <= asOf,
		empty: false,
		assignmentId: assignment.id,
	};
}

/** The day since which nobody holds a role: the end of the last who did, null where nobody ever has. */
function vacantSince(
	assignments: readonly Assignment[],
	role: AssignmentRole,
	asOf: IsoDate,
): IsoDate | null {
	const ends = assignments.flatMap((assignment) =>
		assignment.role === role && assignment.until !== null && assignment.until <= asOf
			? [assignment.until]
			: [],
	);
	return ends.sort().at(-1) ?? null;
}

const gap = (
	kind: ResponsibilityKind,
	role: AssignmentRole,
	since: IsoDate | null,
	empty: boolean,
): ChainLink => ({
	kind,
	role,
	unit: null,
	person: null,
	since,
	acknowledged: false,
	empty,
	assignmentId: null,
});

/**
 * The chain of responsibility of an issue on a day: leadership, industry, post, enterprise. A role that must be
 * held and is not gives an `empty` link (挂空挡) with the day since which it is vacant. Where no enterprise is
 * involved, the last kind is shown by a link that is not empty in this sense and names nobody. An acknowledgement
 * counts from its own day on, so that a past day shows what was true then.
 */
export function responsibilityChain(
	assignments: readonly Assignment[],
	lookup: NameLookup,
	asOf: IsoDate,
): ChainLink[] {
	const held = assignments.filter((assignment) => isActive(assignment, asOf));
	const links = held.map((assignment) => linkOf(assignment, lookup, asOf));
	for (const role of REQUIRED_ROLES) {
		if (held.some((assignment) => assignment.role === role)) continue;
		links.push(gap(KIND_OF_ROLE[role], role, vacantSince(assignments, role, asOf), true));
	}
	if (!links.some(({ kind }) => kind === "enterprise"))
		links.push(gap("enterprise", "responsible", null, false));
	return links.sort(
		(a, b) =>
			KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
			ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) ||
			(a.since ?? "").localeCompare(b.since ?? ""),
	);
}

/** The days on which the chain changed, oldest first: somebody came, left or acknowledged. */
export function chainDays(assignments: readonly Assignment[]): IsoDate[] {
	const days = assignments.flatMap(({ from, until, acknowledged }) => [
		from,
		...(until === null ? [] : [until]),
		...(acknowledged === null ? [] : [shanghaiDate(acknowledged.at)]),
	]);
	return [...new Set(days)].sort();
}

/** The chain on each day on which it changed, for walking back from a failure (RSP-01). */
export const chainHistory = (
	assignments: readonly Assignment[],
	lookup: NameLookup,
): { day: IsoDate; links: ChainLink[] }[] =>
	chainDays(assignments).map((day) => ({ day, links: responsibilityChain(assignments, lookup, day) }));

/** The assignments that one took over from, one after the other, the latest first. */
export function predecessorsOf(assignments: readonly Assignment[], id: Assignment["id"]): Assignment[] {
	const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]));
	const walked: Assignment[] = [];
	let at = byId.get(id)?.takesOverFrom ?? null;
	while (at !== null) {
		const found = byId.get(at);
		if (found === undefined || walked.includes(found)) break;
		walked.push(found);
		at = found.takesOverFrom;
	}
	return walked;
}
