import { type Actor, RegionCode, type Role, type UnitId } from "@zhenggai/domain/kernel";
import { SAMPLE_ACCOUNTS } from "./data/accounts.ts";
import type { SampleIssue } from "./data/kinds.ts";
import { PROVINCE } from "./data/places.ts";
import { SAMPLE_UNITS } from "./data/units.ts";
import type { Directory } from "./people.ts";

const OFFICE_ROLE = { province: "provOffice", city: "cityOffice", county: "countyOffice" } as const;

/** The region whose office keeps a list: an item of the city's list that lies in a county is the city's. */
function listRegion(issue: SampleIssue): RegionCode {
	if (issue.tier === "county") return RegionCode.parse(issue.region);
	return RegionCode.parse(
		issue.tier === "city" ? `${issue.region.slice(0, 4)}00` : `${issue.region.slice(0, 2)}0000`,
	);
}

const person = (
	name: string,
	role: Extract<Actor, { kind: "person" }>["role"],
	region: RegionCode,
	unitId: UnitId | null,
): Actor => ({
	kind: "person",
	userId: `sample:${name}`,
	personId: null,
	name,
	role,
	region,
	unitId,
});

/** Whoever has the sample's account of a role in a region. */
export function personOf(role: Role, region: string): Actor {
	const account = SAMPLE_ACCOUNTS.find((one) => one.role === role && one.region === region);
	return person(account?.name ?? "整改办值班员", role, RegionCode.parse(region), null);
}

/** Whoever keeps the list that an item stands in. */
export const officeOf = (issue: SampleIssue): Actor => personOf(OFFICE_ROLE[issue.tier], listRegion(issue));

/** Whoever acts for the unit of that key, which leads unless another part is named. */
export function unitActor(
	key: string,
	name: string,
	directory: Directory,
	role: "leadUnit" | "supUnit" | "accUnit" = "leadUnit",
): Actor {
	const region = SAMPLE_UNITS.find((unit) => unit.key === key)?.region ?? PROVINCE;
	return person(name, role, RegionCode.parse(region), directory.units.get(key) ?? null);
}

/** The operator of the machine, who fills the empty ledger. */
export const OPERATOR: Actor = {
	kind: "operator",
	name: "示例数据",
	role: "provOffice",
	region: RegionCode.parse(PROVINCE),
	unitId: null,
};
