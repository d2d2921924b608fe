import { ENDED_STATES, IssueState } from "@zhenggai/domain/issues";
import { type IssueId, parentRegion, type RegionCode, type UnitId } from "@zhenggai/domain/kernel";
import { STATE_CODE, TIER_CODE } from "../lists/codes.ts";
import { unitMark } from "../lists/marks.ts";
import type { Reader } from "../tx/tx.ts";

const OPEN = IssueState.options
	.filter((state) => !ENDED_STATES.some((ended) => ended === state))
	.map((state) => STATE_CODE[state]);

type IdRow = { readonly id: IssueId };

/** The open issues that name a unit, in the order of their ids. */
export async function issuesNamingUnit(reader: Reader, unitId: UnitId): Promise<readonly IssueId[]> {
	const { rows } = await reader.client.query<IdRow>(
		`SELECT w.issue_id AS id FROM ledger.issue_search w
			WHERE w.words @@ $1::tsquery AND w.lifecycle = ANY($2::smallint[]) ORDER BY w.issue_id`,
		[`'${unitMark(unitId)}'`, OPEN],
	);
	return rows.map(({ id }) => id);
}

/**
 * The open issues whose coverage can depend on these places having a name (PLAN-05): those that lie in them or one tier
 * above them and stand on a list above the counties'. In the order of their ids.
 */
export async function issuesOver(
	reader: Reader,
	regions: readonly RegionCode[],
): Promise<readonly IssueId[]> {
	const places = new Set(regions.flatMap((code) => [code, parentRegion(code) ?? code]));
	const { rows } = await reader.client.query<IdRow>(
		`SELECT id FROM ledger.issue WHERE region = ANY($1::int[]) AND lifecycle = ANY($2::smallint[])
			AND tier <> $3::smallint ORDER BY id`,
		[[...places].map(Number), OPEN, TIER_CODE.county],
	);
	return rows.map(({ id }) => id);
}
