import { type Inspection, type Issue, listRegion, type TakenNumber } from "@zhenggai/domain/issues";
import {
	type InspectionId,
	type IssueId,
	type PersonId,
	Region,
	regionPrefix,
	type UnitId,
} from "@zhenggai/domain/kernel";
import type { Person, Unit } from "@zhenggai/domain/responsibilities";
import { stateOf, TIER_CODE } from "../lists/codes.ts";
import type { Reader } from "../tx/tx.ts";
import { listNumber } from "./projection.ts";

export type NearUnit = Pick<Unit, "id" | "name" | "kind" | "region">;
export type NearPerson = Pick<Person, "id" | "name" | "title">;

/** Everything that an issue refers to, and what refers to it. */
export interface Neighbourhood {
	readonly parent: Issue | null;
	/** The issues that name it as their parent, and those that it names as its children, by region and number. */
	readonly children: readonly Issue[];
	readonly inspections: ReadonlyMap<InspectionId, Inspection>;
	readonly units: ReadonlyMap<UnitId, NearUnit>;
	readonly people: ReadonlyMap<PersonId, NearPerson>;
	/** The named places of its region and below, of its parent and of its children. */
	readonly regions: readonly Region[];
	/** Who carries its numbers on the list of its tier, itself among them. */
	readonly numbers: readonly TakenNumber[];
}

type NumberRow = Pick<TakenNumber, "issueId" | "inspectionId" | "number"> & { readonly code: number };

interface Pieces {
	readonly issues: readonly Issue[];
	readonly inspections: readonly Inspection[];
	readonly units: readonly NearUnit[];
	readonly people: readonly NearPerson[];
	readonly regions: readonly { readonly code: string; readonly name: string }[];
	readonly numbers: readonly NumberRow[];
}

const list = (rows: string): string => `(SELECT COALESCE(json_agg(x), '[]'::json) FROM (${rows}) x)`;
const values = (rows: string): string => `(SELECT COALESCE(json_agg(x.v), '[]'::json) FROM (${rows}) x)`;

/** One statement: the page of an issue would take eight journeys to the database otherwise. */
const LOOK_ROUND = `
WITH near AS MATERIALIZED (
	SELECT i.id, i.region, i.number_key FROM ledger.issue i WHERE i.parent_id = $1::uuid
	UNION SELECT i.id, i.region, i.number_key FROM ledger.issue i WHERE i.id = ANY($2::uuid[])
)
SELECT
	${values("SELECT i.state AS v FROM near n JOIN ledger.issue i ON i.id = n.id ORDER BY n.region, n.number_key, n.id")} AS issues,
	${values("SELECT s.state AS v FROM ledger.inspection s WHERE s.id = ANY($3::uuid[])")} AS inspections,
	${list("SELECT u.id, u.name, u.kind, u.region::text AS region FROM ledger.unit u WHERE u.id = ANY($4::uuid[])")} AS units,
	${list("SELECT p.id, p.name, p.title FROM ledger.person p WHERE p.id = ANY($5::uuid[])")} AS people,
	${list(`SELECT r.code::text AS code, r.name FROM ledger.region r
		WHERE r.code BETWEEN $6::int AND $7::int OR r.code IN (SELECT n.region FROM near n) ORDER BY r.code`)} AS regions,
	${list(`SELECT n.issue_id AS "issueId", n.inspection_id AS "inspectionId", n.number, i.lifecycle AS code
		FROM unnest($8::uuid[], $9::text[]) AS w(inspection_id, number)
		JOIN ledger.issue_number n ON n.inspection_id = w.inspection_id AND n.tier = $10::smallint
			AND n.list_region = $11::int AND n.number = w.number
		JOIN ledger.issue i ON i.id = n.issue_id`)} AS numbers`;

const unique = <T>(items: readonly (T | null)[]): T[] => [
	...new Set(items.filter((item): item is T => item !== null)),
];

const unitsOf = (issue: Issue): UnitId[] =>
	unique([
		...issue.assignments.map(({ unitId }) => unitId),
		...issue.measures.flatMap((measure) => [...measure.responsibleUnitIds, ...measure.supportingUnitIds]),
	]);

const numbersOf = (issue: Issue): { inspectionId: InspectionId; number: string }[] =>
	issue.mandates.flatMap(({ inspectionId, number }) =>
		unique([number, issue.numberByTier[issue.tier]]).map((carried) => ({ inspectionId, number: carried })),
	);

function parametersFor(issue: Issue): unknown[] {
	const prefix = regionPrefix(issue.region);
	const numbers = numbersOf(issue);
	return [
		issue.id,
		unique<IssueId>([issue.parentId, ...issue.childIds]),
		unique(issue.mandates.map(({ inspectionId }) => inspectionId)),
		unitsOf(issue),
		unique(issue.assignments.map(({ personId }) => personId)),
		Number(prefix.padEnd(6, "0")),
		Number(prefix.padEnd(6, "9")),
		numbers.map(({ inspectionId }) => inspectionId),
		numbers.map(({ number }) => number),
		TIER_CODE[issue.tier],
		listNumber(issue.tier, issue.region),
	];
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<T["id"], T> =>
	new Map(items.map((item) => [item.id, item]));

/** Looks up everything round an issue, given its state. */
export async function loadNeighbourhood(reader: Reader, issue: Issue): Promise<Neighbourhood> {
	const { rows } = await reader.client.query<Pieces>({
		name: "issue-neighbourhood",
		text: LOOK_ROUND,
		values: parametersFor(issue),
	});
	const [pieces] = rows;
	if (pieces === undefined) throw new Error("A statement without conditions gave no row");
	const place = { tier: issue.tier, listRegion: listRegion(issue.tier, issue.region) };
	return {
		parent: pieces.issues.find(({ id }) => id === issue.parentId) ?? null,
		children: pieces.issues.filter(({ id }) => id !== issue.parentId),
		inspections: byId(pieces.inspections),
		units: byId(pieces.units),
		people: byId(pieces.people),
		regions: pieces.regions.map((region) => Region.parse(region)),
		numbers: pieces.numbers.map(({ code, ...row }) => ({ ...row, ...place, lifecycle: stateOf(code) })),
	};
}
