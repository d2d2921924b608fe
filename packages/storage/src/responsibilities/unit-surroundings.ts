import { ENDED_STATES } from "@zhenggai/domain/issues";
import type { RegionCode, UnitId } from "@zhenggai/domain/kernel";
import type { UnitSurroundings } from "@zhenggai/domain/responsibilities";
import { STATE_CODE, VOIDED_CODE } from "../lists/codes.ts";
import { unitMark } from "../lists/marks.ts";
import type { Tx } from "../tx/tx.ts";
import { loadUnits } from "./units.ts";

export interface UnitFactsWanted {
	readonly unitId: UnitId;
	/** The parent that the unit has or gets. */
	readonly parentId: UnitId | null;
	readonly name: string;
	readonly region: RegionCode;
	/** Whether the unit is to go out of service: only then is it counted what hangs on it. */
	readonly leaving: boolean;
}

/** The ids above a unit, up to the root; a circle is walked once. */
async function ancestors(tx: Tx, id: UnitId | null): Promise<readonly UnitId[]> {
	if (id === null) return [];
	const { rows } = await tx.client.query<{ id: UnitId }>(
		`WITH RECURSIVE up AS (
			SELECT id, parent_id FROM ledger.unit WHERE id = $1
			UNION SELECT u.id, u.parent_id FROM ledger.unit u JOIN up ON u.id = up.parent_id
		) SELECT id FROM up`,
		[id],
	);
	return rows.map((row) => row.id);
}

const ENDED = [...ENDED_STATES.map((state) => STATE_CODE[state]), VOIDED_CODE];

async function countOpenAssignments(tx: Tx, unitId: UnitId): Promise<number> {
	const { rows } = await tx.client.query<{ count: number }>(
		`SELECT count(*)::int AS count FROM ledger.issue_search w
		 JOIN ledger.issue i ON i.id = w.issue_id
		 CROSS JOIN LATERAL json_array_elements(i.state -> 'assignments') a
		 WHERE w.words @@ $1::tsquery AND w.lifecycle <> ALL($2::smallint[])
		 AND a ->> 'unitId' = $3 AND a ->> 'until' IS NULL`,
		[`'${unitMark(unitId)}'`, ENDED, unitId],
	);
	return rows[0]?.count ?? 0;
}

async function countActiveChildren(tx: Tx, unitId: UnitId): Promise<number> {
	const { rows } = await tx.client.query<{ count: number }>(
		"SELECT count(*)::int AS count FROM ledger.unit WHERE parent_id = $1 AND active",
		[unitId],
	);
	return rows[0]?.count ?? 0;
}

/**
 * What the decision about a unit looks at. The parent and everything above it are locked until the transaction ends,
 * so that two moves cannot close a circle between them.
 */
export async function loadUnitSurroundings(tx: Tx, wanted: UnitFactsWanted): Promise<UnitSurroundings> {
	// Two who register the same name at once would not see each other's unit.
	await tx.client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
		`unit ${wanted.region} ${wanted.name}`,
	]);
	const above = await ancestors(tx, wanted.parentId);
	const locked = await loadUnits(tx, above, "update");
	const { rows } = await tx.client.query<{ id: UnitId }>(
		"SELECT id FROM ledger.unit WHERE region = $1 AND name = $2 AND active AND id <> $3 ORDER BY id",
		[Number(wanted.region), wanted.name, wanted.unitId],
	);
	const namesakes = await loadUnits(
		tx,
		rows.map(({ id }) => id),
	);
	return {
		parent: wanted.parentId === null ? null : (locked.get(wanted.parentId) ?? null),
		ancestorIds: above.filter((id) => id !== wanted.parentId),
		namesakes: [...namesakes.values()],
		openAssignments: wanted.leaving ? await countOpenAssignments(tx, wanted.unitId) : 0,
		activeChildren: wanted.leaving ? await countActiveChildren(tx, wanted.unitId) : 0,
		successor: null,
	};
}
