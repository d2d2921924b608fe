import type { PersonId, UnitId } from "@zhenggai/domain/kernel";
import type { Person } from "@zhenggai/domain/responsibilities";
import type { Database } from "../db/database.ts";
import type { Prefix } from "../lists/scope.ts";
import { foldText, indexWords, parseSearch, tsqueryOf } from "../lists/search-text.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

interface PersonRecord {
	readonly id: PersonId;
	readonly version: number;
	readonly name: string;
	readonly unitId: UnitId | null;
	readonly title: string | null;
	readonly phone: string | null;
}

const COLUMNS = `p.id, p.version, p.name, p.unit_id AS "unitId", p.title, p.phone`;

/** People by id. */
export async function loadPeople(
	reader: Reader,
	ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Person>> {
	if (ids.length === 0) return new Map();
	const { rows } = await reader.client.query<PersonRecord>(
		`SELECT ${COLUMNS} FROM ledger.person p WHERE p.id = ANY($1::uuid[])`,
		[ids],
	);
	return new Map(rows.map((row) => [row.id, row]));
}

/** Writes people; the caller journals their events in the same transaction. The province is their unit's. */
export async function savePeople(tx: Tx, people: readonly Person[]): Promise<void> {
	if (people.length === 0) return;
	await tx.client.query({
		name: "people-write",
		text: `INSERT INTO ledger.person (id, version, name, unit_id, title, phone, province, words)
			SELECT r.id, r.version, r.name, r.unit_id, r.title, r.phone, COALESCE(u.province, 0),
				array_to_tsvector(string_to_array(r.words, ' '))
			FROM unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[])
				AS r(id, version, name, unit_id, title, phone, words)
			LEFT JOIN ledger.unit u ON u.id = r.unit_id
			ORDER BY r.id
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, unit_id = excluded.unit_id,
				title = excluded.title, phone = excluded.phone, province = excluded.province, words = excluded.words`,
		values: [
			people.map(({ id }) => id),
			people.map(({ version }) => version),
			people.map(({ name }) => name),
			people.map(({ unitId }) => unitId),
			people.map(({ title }) => title),
			people.map(({ phone }) => phone),
			people.map(({ name, title }) => indexWords(foldText(`${name} ${title ?? ""}`)).join(" ")),
		],
	});
}

export interface PersonPosition {
	readonly name: string;
	readonly id: string;
}

export interface PersonListRequest {
	/** Two digits of the viewer's province, or none for the whole country. */
	readonly prefix: Prefix;
	readonly text?: string | undefined;
	readonly unitId?: UnitId | undefined;
	readonly limit: number;
	readonly after: PersonPosition | null;
}

export interface ListedPerson {
	readonly person: Person;
	readonly unitName: string | null;
	/** The region of the person's unit; 0 without one. */
	readonly region: number;
}

/** People in the order of their names. Those without a unit are seen from everywhere. */
export async function listPeople(
	from: Database | Tx,
	request: PersonListRequest,
): Promise<{ readonly people: readonly ListedPerson[]; readonly next: PersonPosition | null }> {
	const values: unknown[] = [];
	const add = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
	const search = request.text === undefined || request.text === "" ? undefined : parseSearch(request.text);
	if (search === null) return { people: [], next: null };
	const { prefix, unitId, after, limit } = request;
	const conditions = [
		...(prefix === "" ? [] : [`p.province IN (${add(Number(prefix.slice(0, 2)), "int")}, 0)`]),
		...(unitId === undefined ? [] : [`p.unit_id = ${add(unitId, "uuid")}`]),
		...(search === undefined ? [] : [`p.words @@ ${add(tsqueryOf(search.matches), "tsquery")}`]),
		...(after === null ? [] : [`(p.name, p.id) > (${add(after.name, "text")}, ${add(after.id, "uuid")})`]),
	];
	const { rows } = await readerOf(from).client.query<
		PersonRecord & { unit_name: string | null; region: number | null }
	>(
		`SELECT ${COLUMNS}, u.name AS unit_name, u.region FROM ledger.person p LEFT JOIN ledger.unit u ON u.id = p.unit_id
		 WHERE ${conditions.length === 0 ? "true" : conditions.join(" AND ")}
		 ORDER BY p.name, p.id LIMIT ${add(limit + 1, "int")}`,
		values,
	);
	const people = rows.slice(0, limit).map(({ unit_name, region, ...person }) => ({
		person,
		unitName: unit_name,
		region: region ?? 0,
	}));
	const last = people.at(-1)?.person;
	return {
		people,
		next: rows.length > limit && last !== undefined ? { name: last.name, id: last.id } : null,
	};
}

/** Everybody of these units, and everybody of one of these names: what names of a document are compared with. */
export async function peopleNamed(
	reader: Reader,
	names: readonly string[],
	prefix: Prefix,
): Promise<readonly Person[]> {
	if (names.length === 0) return [];
	const { rows } = await reader.client.query<PersonRecord>(
		`SELECT ${COLUMNS} FROM ledger.person p
		 WHERE p.name = ANY($1::text[]) AND ($2::int = 0 OR p.province IN ($2::int, 0)) ORDER BY p.id`,
		[names, prefix === "" ? 0 : Number(prefix.slice(0, 2))],
	);
	return rows;
}
