import { RegionCode, type UnitId } from "@zhenggai/domain/kernel";
import type { NewUnit, Unit, UnitKind } from "@zhenggai/domain/responsibilities";
import type { Database } from "../db/database.ts";
import { regionNumbers } from "../lists/codes.ts";
import { type Prefix, scopeCondition } from "../lists/scope.ts";
import { foldText, indexWords, parseSearch, tsqueryOf } from "../lists/search-text.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

interface UnitRecord {
	readonly id: UnitId;
	readonly version: number;
	readonly name: string;
	readonly aliases: string[];
	readonly kind: UnitKind;
	readonly region: number;
	readonly parent_id: UnitId | null;
	readonly active: boolean;
}

const COLUMNS = "u.id, u.version, u.name, u.aliases, u.kind, u.region, u.parent_id, u.active";

/** Region codes of the database are those that were parsed on their way in. */
const codeOf = (region: number): RegionCode => RegionCode.parse(String(region));

const toUnit = (row: UnitRecord): Unit => ({
	id: row.id,
	version: row.version,
	name: row.name,
	aliases: row.aliases,
	kind: row.kind,
	region: codeOf(row.region),
	parentId: row.parent_id,
	active: row.active,
});

/** Units by id. */
export async function loadUnits(
	reader: Reader,
	ids: readonly UnitId[],
	lock: "none" | "update" = "none",
): Promise<ReadonlyMap<UnitId, Unit>> {
	if (ids.length === 0) return new Map();
	const { rows } = await reader.client.query<UnitRecord>(
		`SELECT ${COLUMNS} FROM ledger.unit u WHERE u.id = ANY($1::uuid[]) ORDER BY u.id
		 ${lock === "update" ? "FOR UPDATE" : ""}`,
		[ids],
	);
	return new Map(rows.map((row) => [row.id, toUnit(row)]));
}

/** The words by which a unit is found: of its name and of its other names. */
const wordsOf = ({ name, aliases }: Pick<NewUnit, "name" | "aliases">): string =>
	[...new Set([name, ...aliases].flatMap((text) => indexWords(foldText(text))))].join(" ");

/** Writes units; the caller journals their events in the same transaction. */
export async function saveUnits(tx: Tx, units: readonly Unit[]): Promise<void> {
	if (units.length === 0) return;
	const places = units.map(({ region }) => regionNumbers(region));
	await tx.client.query({
		name: "units-write",
		text: `INSERT INTO ledger.unit (id, version, name, aliases, kind, province, city, region, parent_id, active, words)
			SELECT r.id, r.version, r.name, ARRAY(SELECT json_array_elements_text(r.aliases)), r.kind, r.province, r.city,
				r.region, r.parent_id, r.active, array_to_tsvector(string_to_array(r.words, ' '))
			FROM unnest($1::uuid[], $2::int[], $3::text[], $4::json[], $5::text[], $6::int[], $7::int[], $8::int[],
				$9::uuid[], $10::boolean[], $11::text[])
				AS r(id, version, name, aliases, kind, province, city, region, parent_id, active, words)
			ORDER BY r.id
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, aliases = excluded.aliases,
				kind = excluded.kind, province = excluded.province, city = excluded.city, region = excluded.region,
				parent_id = excluded.parent_id, active = excluded.active, words = excluded.words`,
		values: [
			units.map(({ id }) => id),
			units.map(({ version }) => version),
			units.map(({ name }) => name),
			units.map(({ aliases }) => JSON.stringify(aliases)),
			units.map(({ kind }) => kind),
			places.map(({ province }) => province),
			places.map(({ city }) => city),
			places.map(({ region }) => region),
			units.map(({ parentId }) => parentId),
			units.map(({ active }) => active),
			units.map(wordsOf),
		],
	});
}

/** A place in the list of units. */
export interface UnitPosition {
	readonly region: number;
	readonly name: string;
	readonly id: string;
}

export interface UnitListRequest {
	/** The part of the country whose units the viewer may see. */
	readonly prefix: Prefix;
	readonly text?: string | undefined;
	readonly parentId?: UnitId | undefined;
	readonly kind?: UnitKind | undefined;
	readonly limit: number;
	readonly after: UnitPosition | null;
}

export interface ListedUnit {
	readonly unit: Unit;
	readonly parentName: string | null;
	readonly regionName: string | null;
}

/** Units in the order of region and name. */
export async function listUnits(
	from: Database | Tx,
	request: UnitListRequest,
): Promise<{ readonly units: readonly ListedUnit[]; readonly next: UnitPosition | null }> {
	const values: unknown[] = [];
	const add = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
	const search = request.text === undefined || request.text === "" ? undefined : parseSearch(request.text);
	if (search === null) return { units: [], next: null };
	const { parentId, kind, after, limit } = request;
	const conditions = [
		scopeCondition(request.prefix, "u", (value) => add(value, "int")),
		...(parentId === undefined ? [] : [`u.parent_id = ${add(parentId, "uuid")}`]),
		...(kind === undefined ? [] : [`u.kind = ${add(kind, "text")}`]),
		...(search === undefined ? [] : [`u.words @@ ${add(tsqueryOf(search.matches), "tsquery")}`]),
		...(after === null
			? []
			: [
					`(u.region, u.name, u.id) > (${add(after.region, "int")}, ${add(after.name, "text")}, ${add(after.id, "uuid")})`,
				]),
	];
	const { rows } = await readerOf(from).client.query<
		UnitRecord & { parent_name: string | null; region_name: string | null }
	>(
		`SELECT ${COLUMNS}, p.name AS parent_name, r.name AS region_name
		 FROM ledger.unit u LEFT JOIN ledger.unit p ON p.id = u.parent_id LEFT JOIN ledger.region r ON r.code = u.region
		 WHERE ${conditions.join(" AND ")} ORDER BY u.region, u.name, u.id LIMIT ${add(limit + 1, "int")}`,
		values,
	);
	const units = rows.slice(0, limit).map((row) => ({
		unit: toUnit(row),
		parentName: row.parent_name,
		regionName: row.region_name,
	}));
	const last = units.at(-1)?.unit;
	const next =
		rows.length > limit && last !== undefined
			? { region: Number(last.region), name: last.name, id: last.id }
			: null;
	return { units, next };
}

/** All active units of a part of the country: what names of a document are compared with. */
export async function activeUnits(reader: Reader, prefix: Prefix): Promise<readonly Unit[]> {
	const values: unknown[] = [];
	const place = scopeCondition(prefix, "u", (value) => `$${values.push(value)}::int`);
	const { rows } = await reader.client.query<UnitRecord>(
		`SELECT ${COLUMNS} FROM ledger.unit u WHERE ${place} AND u.active ORDER BY u.region, u.name, u.id`,
		values,
	);
	return rows.map(toUnit);
}
