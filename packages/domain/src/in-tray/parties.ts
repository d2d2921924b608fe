import type { Issue } from "../issues/index.ts";
import {
	type IsoDate,
	parentRegion,
	type RegionCode,
	type Role,
	type Tier,
	tierOf,
} from "../kernel/index.ts";
import type { AssignmentRole } from "../responsibilities/index.ts";
import type { InTrayParty } from "./schema.ts";

type Placed = Pick<Issue, "region" | "tier">;
type Held = Pick<Issue, "assignments">;
type UnitParty = Extract<InTrayParty, { readonly kind: "unit" }>;

const LEAD: readonly AssignmentRole[] = ["lead"];

const OFFICE_OF: Readonly<Record<Tier, Role>> = {
	central: "provOffice",
	province: "provOffice",
	city: "cityOffice",
	county: "countyOffice",
};
const RANK: Readonly<Record<Tier, number>> = { central: 0, province: 0, city: 1, county: 2 };
const ABOVE: Readonly<Record<Tier, Tier | null>> = {
	central: null,
	province: null,
	city: "province",
	county: "city",
};

/** More than there are codes in use: what is kept of places never grows without end. */
const MOST_PLACES = 10_000;

/** The place of a tier that a region belongs to: the region itself where it stands no lower. */
export function placeAt(region: RegionCode, tier: Tier): RegionCode {
	let at = region;
	while (RANK[tierOf(at)] > RANK[tier]) {
		const up = parentRegion(at);
		if (up === null) return at;
		at = up;
	}
	return at;
}

const offices = new Map<Role, Map<RegionCode, InTrayParty>>();

/** An office at a place. Kept once made: a country has few of them, and every issue asks for its own. */
function office(role: Role, region: RegionCode): InTrayParty {
	const ofRole = offices.get(role) ?? new Map<RegionCode, InTrayParty>();
	offices.set(role, ofRole);
	let known = ofRole.get(region);
	if (known === undefined) {
		known = { kind: "office", role, region };
		if (ofRole.size >= MOST_PLACES) ofRole.clear();
		ofRole.set(region, known);
	}
	return known;
}

/** The office that keeps the issue's list, or the one of another tier over the same place. */
export const officeOf = ({ region, tier }: Placed, at: Tier = tier): InTrayParty =>
	office(OFFICE_OF[at], placeAt(region, at));

/** Who stands above the issue's list: the office of the next tier up, above the top one the province's leading group. */
export function officeAbove(issue: Placed): InTrayParty {
	const above = ABOVE[issue.tier];
	return above === null ? office("leadingGroup", placeAt(issue.region, "province")) : officeOf(issue, above);
}

/** The leading group beside the office of the issue's list, or of another tier. */
export const groupOf = ({ region, tier }: Placed, at: Tier = tier): InTrayParty =>
	office("leadingGroup", placeAt(region, at));

/** The units that hold one of these roles on a day, each once. Who holds it from a later day on counts as well. */
export function unitsWith(
	{ assignments }: Held,
	roles: readonly AssignmentRole[],
	asOf: IsoDate,
): readonly UnitParty[] {
	const units: UnitParty[] = [];
	for (const { role, until, unitId } of assignments) {
		if (unitId === null || !roles.includes(role) || (until !== null && until <= asOf)) continue;
		if (!units.some((held) => held.unitId === unitId)) units.push({ kind: "unit", unitId });
	}
	return units;
}

/** The units that lead. */
export const leadsOf = (issue: Held, asOf: IsoDate) => unitsWith(issue, LEAD, asOf);

/** Of the units in these roles those that do not do the work themselves (SOD-01). */
export function unitsApart(
	issue: Held,
	roles: readonly AssignmentRole[],
	asOf: IsoDate,
): readonly UnitParty[] {
	// Who decides asks for assignments that nobody has ended, whatever day it is.
	return unitsWith(issue, roles, asOf).filter(
		(party) =>
			!issue.assignments.some(
				(held) =>
					held.unitId === party.unitId &&
					(held.role === "lead" || held.role === "responsible") &&
					held.until === null,
			),
	);
}

/** A side as text: the same side, the same text. */
export function partyKey(party: InTrayParty): string {
	switch (party.kind) {
		case "unit":
			return `unit:${party.unitId}`;
		case "person":
			return `person:${party.personId}`;
		case "office":
			return `${party.role}:${party.region}`;
	}
}
