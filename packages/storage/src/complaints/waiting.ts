import type { ComplaintWait } from "@zhenggai/domain/complaints";
import type { InspectionId, IsoDate, RegionCode } from "@zhenggai/domain/kernel";
import { type Prefix, scopeOf } from "../lists/scope.ts";
import type { Reader } from "../tx/tx.ts";

/** Complaints of one batch, inspection and region that wait for the same. */
export interface WaitingComplaints {
	readonly waiting: ComplaintWait;
	readonly inspectionId: InspectionId;
	readonly region: RegionCode;
	/** Null where no batch day is stated. */
	readonly batchDay: IsoDate | null;
	readonly count: number;
}

/** So many are counted of each kind; one more says that there are more. */
export const WAITING_BOUND = 1000;

/** As the indexes of migration `complaints-waiting` have it: 1 to verify, 2 to reply, 3 to finish. */
const WAIT = "(CASE WHEN c.status = 2 THEN 3 WHEN c.verdict = 0 THEN 1 ELSE 2 END)";
const WAITS = ["verify", "reply", "finish"] as const satisfies readonly ComplaintWait[];

/**
 * What waits in a part of the country, the oldest batches first, up to a bound for each kind. Costs what waits there, and
 * never more than the bound. Nothing for the whole country: nobody keeps complaints for all of it.
 */
export async function waitingComplaints(
	reader: Reader,
	prefix: Prefix,
): Promise<readonly WaitingComplaints[]> {
	const scope = scopeOf(prefix);
	if (scope === null) return [];
	const arms = WAITS.map(
		(
			waiting,
			at,
		) => `(SELECT '${waiting}' AS waiting, c.inspection_id, c.region, c.batch_day FROM ledger.complaint c
			WHERE c.${scope.column} = $1::int AND NOT c.withdrawn AND c.status <> 1 AND ${WAIT} = ${at + 1}
			ORDER BY c.batch_day LIMIT ${WAITING_BOUND + 1})`,
	);
	const { rows } = await reader.client.query<WaitingComplaints>({
		name: `complaints-waiting-${scope.column}`,
		text: `SELECT waiting, inspection_id AS "inspectionId", region::text AS region,
				nullif(batch_day, 'infinity')::text AS "batchDay", count(*)::int AS count
			FROM (${arms.join(" UNION ALL ")}) w GROUP BY waiting, inspection_id, region, batch_day`,
		values: [scope.value],
	});
	return rows;
}
