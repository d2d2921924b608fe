import { Region } from "@zhenggai/domain/kernel";
import { regionNumbers } from "../lists/codes.ts";
import type { Prefix } from "../lists/scope.ts";
import type { Reader, Tx } from "../tx/tx.ts";

const toRegion = ({ code, name }: { code: number; name: string }): Region =>
	Region.parse({ code: String(code), name });

/** The first and last code of a part of the country. */
const rangeOf = (prefix: Prefix): [number, number] => [
	Number(prefix.padEnd(6, "0")),
	Number(prefix.padEnd(6, "9")),
];

/** The named places of a part of the country, by code. */
export async function listRegions(reader: Reader, prefix: Prefix): Promise<readonly Region[]> {
	const { rows } = await reader.client.query<{ code: number; name: string }>({
		name: "regions-list",
		text: "SELECT code, name FROM ledger.region WHERE code BETWEEN $1 AND $2 ORDER BY code",
		values: rangeOf(prefix),
	});
	return rows.map(toRegion);
}

/** The names of these places, where they have one. */
export async function findRegions(reader: Reader, codes: readonly string[]): Promise<readonly Region[]> {
	const { rows } = await reader.client.query<{ code: number; name: string }>({
		name: "regions-find",
		text: "SELECT code, name FROM ledger.region WHERE code = ANY($1::int[]) ORDER BY code",
		values: [codes.map(Number)],
	});
	return rows.map(toRegion);
}

/** Names places, or names them anew. Gives the codes whose name was another one before. */
export async function saveRegions(tx: Tx, regions: readonly Region[]): Promise<readonly number[]> {
	const { rows } = await tx.client.query<{ code: number }>(
		`WITH given AS (SELECT * FROM unnest($1::int[], $2::text[]) AS r(code, name)),
		before AS (SELECT r.code, r.name FROM ledger.region r JOIN given USING (code)),
		written AS (
			INSERT INTO ledger.region (code, name) SELECT code, name FROM given ORDER BY code
			ON CONFLICT (code) DO UPDATE SET name = excluded.name
		)
		SELECT given.code FROM given LEFT JOIN before USING (code) WHERE before.name IS DISTINCT FROM given.name`,
		[regions.map(({ code }) => regionNumbers(code).region), regions.map(({ name }) => name)],
	);
	return rows.map(({ code }) => code);
}
