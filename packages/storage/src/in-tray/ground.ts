import { type CoverageGround, canBeHandedDown, type Issue, seatedUnits } from "@zhenggai/domain/issues";
import { type IssueId, Region, type RegionCode, regionPrefix, type UnitId } from "@zhenggai/domain/kernel";
import { STATE_CODE, stateOf } from "../lists/codes.ts";
import type { Reader } from "../tx/tx.ts";

type GroundRow =
	| {
			readonly of: "child";
			readonly id: IssueId;
			readonly parent: IssueId;
			readonly code: number;
			readonly lifecycle: number;
	  }
	| { readonly of: "unit"; readonly id: UnitId; readonly code: number }
	| { readonly of: "region"; readonly code: number; readonly name: string };

/** One journey for all three; each is read by an index of what is asked for. */
const LOOK = `
SELECT 'child' AS of, c.id, c.parent_id AS parent, c.region AS code, c.lifecycle, NULL AS name
	FROM ledger.issue c WHERE c.parent_id = ANY($1::uuid[])
UNION ALL SELECT 'unit', u.id, NULL, u.region, NULL, NULL FROM ledger.unit u WHERE u.id = ANY($2::uuid[])
UNION ALL SELECT 'region', NULL, NULL, r.code, NULL, r.name
	FROM unnest($3::int[], $4::int[]) AS w(low, high) JOIN ledger.region r ON r.code BETWEEN w.low AND w.high`;

const codeOf = (code: number) => Region.shape.code.parse(String(code));

/** The codes of a place and of everything below it. */
const rangeOf = (prefix: string): readonly [number, number] => [
	Number(prefix.padEnd(6, "0")),
	Number(prefix.padEnd(6, "9")),
];

/** A state that was damaged is found out about by whoever judges it, not here where it would hold up others. */
const isWhole = ({ assignments, lifecycle }: Issue): boolean =>
	Array.isArray(assignments) && Object.hasOwn(STATE_CODE, lifecycle);

const NOTHING: ReadonlyMap<IssueId, CoverageGround> = new Map();

/**
 * What the coverage of these issues is judged by (PLAN-05): their children, the seats of their units and the places
 * below them, as this transaction sees them. Of those that cannot be handed down nothing is looked up.
 */
export async function loadCoverageGround(
	reader: Reader,
	issues: readonly Issue[],
): Promise<ReadonlyMap<IssueId, CoverageGround>> {
	const asked = issues.filter((issue) => isWhole(issue) && canBeHandedDown(issue));
	if (asked.length === 0) return NOTHING;
	const seats = new Map(asked.map((issue) => [issue.id, seatedUnits(issue)]));
	const ranges = [...new Set(asked.map(({ region }) => regionPrefix(region)))].map(rangeOf);
	const { rows } = await reader.client.query<GroundRow>({
		name: "in-tray-ground",
		text: LOOK,
		values: [
			asked.map(({ id }) => id),
			[...new Set([...seats.values()].flat())],
			ranges.map(([low]) => low),
			ranges.map(([, high]) => high),
		],
	});
	const children = Map.groupBy(
		rows.filter((row) => row.of === "child"),
		({ parent }) => parent,
	);
	const sits = new Map<UnitId, RegionCode>(
		rows.flatMap((row) => (row.of === "unit" ? [[row.id, codeOf(row.code)] as const] : [])),
	);
	const regions = [
		...new Map(
			rows.flatMap((row) =>
				row.of === "region"
					? [[row.code, Region.parse({ code: String(row.code), name: row.name })] as const]
					: [],
			),
		).values(),
	];
	return new Map(
		asked.map(({ id, region }) => [
			id,
			{
				regions: regions.filter(({ code }) => code.startsWith(regionPrefix(region))),
				unitRegions: (seats.get(id) ?? []).flatMap((unit) => sits.get(unit) ?? []),
				children: (children.get(id) ?? []).map((child) => ({
					id: child.id,
					region: codeOf(child.code),
					lifecycle: stateOf(child.lifecycle),
				})),
			},
		]),
	);
}
