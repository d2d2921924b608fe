import { type Issue, OPEN_STATES } from "@zhenggai/domain/issues";
import { STATE_CODE } from "../lists/codes.ts";
import { Parameters } from "../lists/parameters.ts";
import { type Prefix, scopeCondition } from "../lists/scope.ts";
import type { Tx } from "../tx/tx.ts";

const OPEN_CODES = OPEN_STATES.map((state) => STATE_CODE[state]);

function openWithin(prefix: Prefix): { readonly where: string; readonly parameters: Parameters } {
	const parameters = new Parameters();
	const place = scopeCondition(prefix, "i", (value) => parameters.add(value, "int"));
	return { where: `${place} AND i.lifecycle = ANY(${parameters.add(OPEN_CODES, "smallint[]")})`, parameters };
}

/** How many issues of a part of the country are open. */
export async function countOpenIssues(tx: Tx, prefix: Prefix): Promise<number> {
	const { where, parameters } = openWithin(prefix);
	const { rows } = await tx.client.query<{ count: number }>(
		`SELECT count(*)::int AS count FROM ledger.issue i WHERE ${where}`,
		parameters.values,
	);
	return rows[0]?.count ?? 0;
}

/**
 * The open issues of a part of the country in batches, in no particular order, through a cursor of the transaction: one
 * walk over the index however many there are, and no batch is read before it is asked for.
 */
export async function* openIssues(
	tx: Tx,
	prefix: Prefix,
	size: number,
): AsyncGenerator<readonly Issue[], void, undefined> {
	const { where, parameters } = openWithin(prefix);
	await tx.client.query(
		`DECLARE open_issues NO SCROLL CURSOR FOR SELECT i.state FROM ledger.issue i WHERE ${where}`,
		parameters.values,
	);
	try {
		for (;;) {
			const { rows } = await tx.client.query<{ state: Issue }>(`FETCH ${Math.trunc(size)} FROM open_issues`);
			if (rows.length > 0) yield rows.map(({ state }) => state);
			if (rows.length < size) return;
		}
	} finally {
		await tx.client.query("CLOSE open_issues");
	}
}
