import { hash } from "node:crypto";
import type { IssueId } from "@zhenggai/domain/kernel";
import type { Tx } from "../tx/tx.ts";
import type { InTrayOfIssue } from "./write.ts";

/**
 * Of these issues those whose trays hold anything else than this, by a digest that the database makes of each: a night
 * that judges a million issues anew finds nearly all as they were, and need not read what they hold. An issue may be
 * named though its tray is the same, never left out though it is not.
 */
export async function changedInTrays<T extends InTrayOfIssue & { readonly issueId: IssueId }>(
	tx: Tx,
	after: readonly T[],
): Promise<readonly T[]> {
	const { rows } = await tx.client.query<{ readonly issue_id: IssueId; readonly digest: string }>({
		name: "in-tray-digests",
		text: `SELECT issue_id, encode(sha256(convert_to(string_agg(line, E'\\n' ORDER BY line), 'UTF8')), 'hex') AS digest
			FROM (SELECT issue_id, item::text COLLATE "C" AS line FROM ledger.in_tray
				WHERE issue_id = ANY($1::uuid[])) held
			GROUP BY issue_id`,
		values: [after.map(({ issueId }) => issueId)],
	});
	const digests = new Map(rows.map(({ issue_id: id, digest }) => [id, digest]));
	return after.filter(({ issueId, items }) => digests.get(issueId) !== digestOf(items));
}

/** The digest of what waits, as the database makes it of the rows; undefined where nothing does. */
const digestOf = (items: InTrayOfIssue["items"]): string | undefined =>
	items.length === 0
		? undefined
		: hash(
				"sha256",
				items
					.map((item) => JSON.stringify(item))
					.sort()
					.join("\n"),
			);
