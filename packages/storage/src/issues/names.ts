import type { Inspection, Issue } from "@zhenggai/domain/issues";
import type { InspectionId, PersonId, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import type { NameLookup, Person, Unit } from "@zhenggai/domain/responsibilities";
import type { Reader } from "../tx/tx.ts";

/** What of an inspection stands in every line of its issues. */
export type InspectionNames = Pick<Inspection, "id" | "name" | "kind" | "round" | "batch">;

/** The names that lines of the ledger show for ids. */
export interface Names {
	readonly regions: ReadonlyMap<string, string>;
	readonly units: ReadonlyMap<string, Pick<Unit, "name" | "kind">>;
	readonly people: ReadonlyMap<string, Pick<Person, "name" | "title">>;
	readonly inspections: ReadonlyMap<string, InspectionNames>;
}

export interface NamesWanted {
	readonly regions?: Iterable<RegionCode>;
	readonly units?: Iterable<UnitId>;
	readonly people?: Iterable<PersonId>;
	readonly inspections?: Iterable<InspectionId>;
}

const present = <T>(items: Iterable<T | null>): T[] => {
	const found = new Set<T>();
	for (const item of items) if (item !== null) found.add(item);
	return [...found];
};

/** Everything that the lines of issues name. */
export function namesWantedBy(issues: readonly Issue[]): NamesWanted {
	const assignments = issues.flatMap((issue) => issue.assignments);
	return {
		regions: issues.map((issue) => issue.region),
		units: present(assignments.map(({ unitId }) => unitId)),
		people: present(assignments.map(({ personId }) => personId)),
		inspections: issues.flatMap((issue) => issue.mandates.map(({ inspectionId }) => inspectionId)),
	};
}

type NameRow =
	| { readonly of: "region" | "inspection"; readonly id: string; readonly name: string }
	| { readonly of: "unit"; readonly id: string; readonly name: string; readonly more: Unit["kind"] }
	| { readonly of: "person"; readonly id: string; readonly name: string; readonly more: string | null };

const LOOK_UP = `
SELECT 'region' AS of, code::text AS id, name, NULL AS more FROM ledger.region WHERE code = ANY($1::int[])
UNION ALL SELECT 'unit', id::text, name, kind FROM ledger.unit WHERE id = ANY($2::uuid[])
UNION ALL SELECT 'person', id::text, name, title FROM ledger.person WHERE id = ANY($3::uuid[])
UNION ALL SELECT 'inspection', id::text, state::text, NULL FROM ledger.inspection WHERE id = ANY($4::uuid[])`;

/** Looks up names in one statement. An id that is not there is not in the answer. */
export async function loadNames(reader: Reader, wanted: NamesWanted): Promise<Names> {
	const { rows } = await reader.client.query<NameRow>({
		name: "names-look-up",
		text: LOOK_UP,
		values: [
			[...new Set(wanted.regions ?? [])].map(Number),
			[...new Set(wanted.units ?? [])],
			[...new Set(wanted.people ?? [])],
			[...new Set(wanted.inspections ?? [])],
		],
	});
	const regions = new Map<string, string>();
	const units = new Map<string, Pick<Unit, "name" | "kind">>();
	const people = new Map<string, Pick<Person, "name" | "title">>();
	const inspections = new Map<string, InspectionNames>();
	for (const row of rows) {
		if (row.of === "region") regions.set(row.id, row.name);
		if (row.of === "unit") units.set(row.id, { name: row.name, kind: row.more });
		if (row.of === "person") people.set(row.id, { name: row.name, title: row.more });
		if (row.of === "inspection") inspections.set(row.id, JSON.parse(row.name));
	}
	return { regions, units, people, inspections };
}

/** The names of units and people in the form that the domain asks for. */
export const lookupOf = (names: Pick<Names, "units" | "people">): NameLookup => ({
	unit: (id) => names.units.get(id),
	person: (id) => names.people.get(id),
});

/** A region's name, or its code where nobody has named it yet. */
export const regionName = (names: Pick<Names, "regions">, code: RegionCode): string =>
	names.regions.get(code) ?? code;
