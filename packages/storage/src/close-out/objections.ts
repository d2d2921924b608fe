import { objectionNumberOf } from "@zhenggai/domain/close-out";
import type { Issue } from "@zhenggai/domain/issues";
import type { IssueId, ObjectionId } from "@zhenggai/domain/kernel";
import type { Reader, Tx } from "../tx/tx.ts";

type Changed = { readonly before: Issue | null; readonly issue: Issue };

const objectionsOf = (closeOut: Issue["closeOut"]): ObjectionId[] =>
	closeOut === undefined
		? []
		: [...closeOut.earlier, closeOut]
				.flatMap(({ notices }) => notices.flatMap(({ objections }) => objections))
				.map(({ id }) => id);

/** Notes the numbers of new objections, in the transaction that writes the issues. Most changes bring none. */
export async function writeObjections(tx: Tx, changed: readonly Changed[]): Promise<void> {
	const fresh = changed.flatMap(({ before, issue }) => {
		if (before?.closeOut === issue.closeOut) return [];
		const known = new Set(objectionsOf(before?.closeOut));
		const added = objectionsOf(issue.closeOut).filter((id) => !known.has(id));
		return added.map((objectionId) => ({ issueId: issue.id, objectionId }));
	});
	if (fresh.length === 0) return;
	await tx.client.query({
		name: "objection-numbers-write",
		text: `INSERT INTO ledger.objection (issue_id, objection_id, number)
			SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) ON CONFLICT DO NOTHING`,
		values: [
			fresh.map(({ issueId }) => issueId),
			fresh.map(({ objectionId }) => objectionId),
			fresh.map(({ objectionId }) => objectionNumberOf(objectionId)),
		],
	});
}

/** Where an objection is kept. */
export interface ObjectionPlace {
	readonly issueId: IssueId;
	readonly objectionId: ObjectionId;
}

/** The objections with a receipt number: one, or none; more only where somebody made his number up. */
export async function findObjections(reader: Reader, number: string): Promise<readonly ObjectionPlace[]> {
	const { rows } = await reader.client.query<ObjectionPlace>({
		name: "objection-numbers-find",
		text: `SELECT issue_id AS "issueId", objection_id AS "objectionId" FROM ledger.objection
			WHERE number = $1 ORDER BY objection_id, issue_id LIMIT 2`,
		values: [number],
	});
	return rows;
}
