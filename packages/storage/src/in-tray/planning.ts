import type { InspectionId, IssueId } from "@zhenggai/domain/kernel";
import { STATE_CODE } from "../lists/codes.ts";
import type { Reader } from "../tx/tx.ts";

const PLANNING = [STATE_CODE.assigned, STATE_CODE.planning];

/** The issues on an inspection's lists that still owe their plan, in the order of their ids. */
export async function issuesOwingPlans(
	reader: Reader,
	inspectionId: InspectionId,
): Promise<readonly IssueId[]> {
	const { rows } = await reader.client.query<{ readonly id: IssueId }>(
		`SELECT i.id FROM ledger.issue i WHERE i.lifecycle = ANY($2::smallint[]) AND i.id IN (
			SELECT n.issue_id FROM ledger.issue_number n WHERE n.inspection_id = $1::uuid) ORDER BY i.id`,
		[inspectionId, PLANNING],
	);
	return rows.map(({ id }) => id);
}
