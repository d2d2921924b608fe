import type { Issue } from "@zhenggai/domain/issues";
import {
	type ExposureId,
	ExposureId as ExposureIds,
	type IssueId,
	IssueId as IssueIds,
	type UnitId,
} from "@zhenggai/domain/kernel";
import type { Exposure, ExposureFilter } from "@zhenggai/domain/supervision";
import type { Database } from "../db/database.ts";
import { regionNumbers } from "../lists/codes.ts";
import { unitMark } from "../lists/marks.ts";
import { Parameters } from "../lists/parameters.ts";
import { narrow, type Prefix, scopeOf } from "../lists/scope.ts";
import { readerOf, type Tx } from "../tx/tx.ts";

type Changed = { readonly before: Issue | null; readonly issue: Issue };
type Held = { readonly issue: Issue; readonly exposure: Exposure };

/** What of an issue's exposures the register does not have yet: new ones, and those that were settled. */
function toWrite({ before, issue }: Changed): Held[] {
	const now = issue.supervision?.exposures;
	const was = before?.supervision?.exposures;
	if (now === undefined || now === was) return [];
	// What evolve did not touch is the same object.
	const known = new Set(was);
	return now.filter((one) => !known.has(one)).map((exposure) => ({ issue, exposure }));
}

/** Brings the register up to date, in the transaction that writes the issues. */
export async function writeExposures(tx: Tx, changed: readonly Changed[]): Promise<void> {
	const rows = changed
		.flatMap(toWrite)
		.map(({ issue, exposure }) => ({ ...regionNumbers(issue.region), issueId: issue.id, exposure }));
	if (rows.length === 0) return;
	await tx.client.query({
		name: "exposures-write",
		text: `INSERT INTO ledger.exposure (issue_id, exposure_id, province, city, region, kind, level, on_day, is_open)
			SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::int[], $6::text[], $7::text[],
				$8::date[], $9::bool[])
			ON CONFLICT (issue_id, exposure_id) DO UPDATE SET is_open = excluded.is_open`,
		values: [
			rows.map(({ issueId }) => issueId),
			rows.map(({ exposure }) => exposure.id),
			rows.map(({ province }) => province),
			rows.map(({ city }) => city),
			rows.map(({ region }) => region),
			rows.map(({ exposure }) => exposure.kind),
			rows.map(({ exposure }) => exposure.level),
			rows.map(({ exposure }) => exposure.on),
			rows.map(({ exposure }) => exposure.settled === null),
		],
	});
}

/** A place in the register: its day, and the exposure. */
export interface ExposurePosition {
	readonly key: string;
	readonly id: string;
}

/** What of the register is asked for. */
export interface ExposuresAsked {
	readonly prefix: Prefix;
	/** Only of issues that a unit has a part in, for those who see nothing else. */
	readonly unitId: UnitId | null;
	readonly filter: ExposureFilter;
}

const ofUnit = (id: UnitId, add: Parameters["add"]): string =>
	`EXISTS (SELECT FROM ledger.issue_search w WHERE w.issue_id = e.issue_id AND w.words @@ ${add(`'${unitMark(id)}'`, "tsquery")})`;

function whereOf({ prefix, unitId: own, filter }: ExposuresAsked, add: Parameters["add"]): string[] | null {
	const narrowed = narrow(prefix, filter.region);
	if (narrowed === null) return null;
	const scope = scopeOf(narrowed);
	const { kinds, levels, state, issueId, unitId, from, to } = filter;
	return [
		...(scope === null ? [] : [`e.${scope.column} = ${add(scope.value, "int")}`]),
		...(own === null ? [] : [ofUnit(own, add)]),
		...(unitId === undefined ? [] : [ofUnit(unitId, add)]),
		...(issueId === undefined ? [] : [`e.issue_id = ${add(issueId, "uuid")}`]),
		...(kinds === undefined ? [] : [`e.kind = ANY(${add(kinds, "text[]")})`]),
		...(levels === undefined ? [] : [`e.level = ANY(${add(levels, "text[]")})`]),
		...(state === undefined ? [] : [state === "open" ? "e.is_open" : "NOT e.is_open"]),
		...(from === undefined ? [] : [`e.on_day >= ${add(from, "date")}`]),
		...(to === undefined ? [] : [`e.on_day <= ${add(to, "date")}`]),
	];
}

const clause = (where: readonly string[]): string =>
	where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`;

/** A page of the register, the newest first, and where the next begins. */
export async function listExposureIds(
	from: Database | Tx,
	request: ExposuresAsked & { readonly limit: number; readonly after: ExposurePosition | null },
): Promise<{
	rows: readonly { readonly issueId: IssueId; readonly exposureId: ExposureId }[];
	next: ExposurePosition | null;
}> {
	const { values, add } = new Parameters();
	const asked = whereOf(request, add);
	if (asked === null) return { rows: [], next: null };
	const { after, limit } = request;
	const where = [
		...asked,
		...(after === null
			? []
			: [`(e.on_day, e.exposure_id) < (${add(after.key, "date")}, ${add(after.id, "uuid")})`]),
	];
	const { rows } = await readerOf(from).client.query<{ issueId: string; id: string; key: string }>(
		`SELECT e.issue_id AS "issueId", e.exposure_id AS id, e.on_day::text AS key FROM ledger.exposure e ${clause(where)}
			ORDER BY e.on_day DESC, e.exposure_id DESC LIMIT ${add(limit + 1, "int")}`,
		values,
	);
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	return {
		rows: shown.map(({ issueId, id }) => ({
			issueId: IssueIds.parse(issueId),
			exposureId: ExposureIds.parse(id),
		})),
		next: rows.length > limit && last !== undefined ? { key: last.key, id: last.id } : null,
	};
}

/** How far lists count: beyond it the number is "at least". */
const COUNT_BOUND = 10_000;

/** How many match, counted up to a bound. */
export async function countExposures(
	from: Database | Tx,
	asked: ExposuresAsked,
): Promise<{ count: number; exact: boolean }> {
	const { values, add } = new Parameters();
	const where = whereOf(asked, add);
	if (where === null) return { count: 0, exact: true };
	const { rows } = await readerOf(from).client.query<{ readonly found: number }>(
		`SELECT count(*)::int AS found FROM (SELECT 1 FROM ledger.exposure e ${clause(where)}
			LIMIT ${COUNT_BOUND + 1}) n`,
		values,
	);
	const found = rows[0]?.found ?? 0;
	return { count: Math.min(found, COUNT_BOUND), exact: found <= COUNT_BOUND };
}
