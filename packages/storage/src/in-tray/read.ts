import type { InTrayItem, InTrayKind } from "@zhenggai/domain/in-tray";
import type { IssueRow } from "@zhenggai/domain/issues";
import type { IsoDate, RegionCode } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { Parameters } from "../lists/parameters.ts";
import type { Prefix } from "../lists/scope.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

/** Whose items are asked for, and which of them. */
export interface InTrayRequest {
	/** Sides as `partyKey` writes them. */
	readonly sides: readonly string[];
	/** Only what lies in this part of the country. */
	readonly prefix: Prefix;
	/** Only these kinds; none of them where the list is empty. */
	readonly kinds: readonly InTrayKind[];
	/** Only what is due by this day, and not before `from`. */
	readonly until: IsoDate | null;
	readonly from: IsoDate | null;
}

/** A place in the list. */
export interface InTrayPosition {
	/** The due day, or `infinity`. */
	readonly due: string;
	readonly issueId: string;
	readonly id: string;
}

/** An item with what a line says of its issue. */
export interface InTrayLine {
	readonly item: InTrayItem;
	readonly number: string;
	readonly statement: string;
	readonly region: RegionCode;
	readonly regionName: string;
}

interface LineRow {
	readonly due: string;
	readonly issue_id: string;
	readonly id: string;
	readonly item: InTrayItem;
	/** The issue's line of the ledger. */
	readonly row: IssueRow;
}

/** Codes have six digits: what starts with a prefix lies between two numbers. */
function rangeOf(prefix: Prefix): { readonly from: number; readonly to: number } {
	return { from: Number(prefix.padEnd(6, "0")), to: Number(prefix.padEnd(6, "9")) };
}

/** The condition of one side's walk. One kind alone has an index of its own; of several the others are passed over. */
function conditionsOf(request: InTrayRequest, side: string, add: Parameters["add"]): string[] {
	const { kinds, prefix, until, from } = request;
	const { from: low, to: high } = rangeOf(prefix);
	const [only] = kinds;
	return [
		`t.whose = ${add(side, "text")}`,
		kinds.length === 1 && only !== undefined
			? `t.kind = ${add(only, "text")}`
			: `t.kind = ANY(${add(kinds, "text[]")})`,
		...(prefix === "" ? [] : [`t.region BETWEEN ${add(low, "int")} AND ${add(high, "int")}`]),
		...(until === null ? [] : [`t.due_on <= ${add(until, "date")}`]),
		...(from === null ? [] : [`t.due_on >= ${add(from, "date")}`]),
	];
}

/** A page of what waits, what is over and due soonest first, and where the next begins. */
export async function listInTrayItems(
	from: Database | Tx,
	request: InTrayRequest & { readonly limit: number; readonly after: InTrayPosition | null },
): Promise<{ readonly lines: readonly InTrayLine[]; readonly next: InTrayPosition | null }> {
	if (request.sides.length === 0 || request.kinds.length === 0) return { lines: [], next: null };
	const { values, add } = new Parameters();
	const { after, limit } = request;
	const most = add(limit + 1, "int");
	const beyond =
		after === null
			? []
			: [
					`(t.due_on, t.issue_id, t.id) > (${add(after.due, "date")}, ${add(after.issueId, "uuid")}, ${add(after.id, "uuid")})`,
				];
	const arms = request.sides.map(
		(side) => `(SELECT t.due_on, t.issue_id, t.id, t.item FROM ledger.in_tray t
			WHERE ${[...conditionsOf(request, side, add), ...beyond].join(" AND ")}
			ORDER BY t.due_on, t.issue_id, t.id LIMIT ${most})`,
	);
	const { rows } = await readerOf(from).client.query<LineRow>(
		`SELECT f.due_on::text AS due, f.issue_id, f.id, f.item, i.row
			FROM (SELECT * FROM (${arms.join(" UNION ALL ")}) a ORDER BY due_on, issue_id, id LIMIT ${most}) f
			JOIN ledger.issue i ON i.id = f.issue_id ORDER BY f.due_on, f.issue_id, f.id`,
		values,
	);
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	return {
		lines: shown.map(({ item, row: { number, statement, region, regionName } }) => ({
			item,
			number,
			statement,
			region,
			regionName,
		})),
		next:
			rows.length > limit && last !== undefined
				? { due: last.due, issueId: last.issue_id, id: last.id }
				: null,
	};
}

/** Counts go so far; what lies beyond is “more than”. */
export const IN_TRAY_COUNT_BOUND = 1000;

/** How many wait, counted up to a bound. */
export async function countInTrayItems(
	reader: Reader,
	request: InTrayRequest,
): Promise<{ readonly count: number; readonly exact: boolean }> {
	if (request.sides.length === 0 || request.kinds.length === 0) return { count: 0, exact: true };
	const { values, add } = new Parameters();
	const most = add(IN_TRAY_COUNT_BOUND + 1, "int");
	const arms = request.sides.map(
		(side) =>
			`(SELECT 1 FROM ledger.in_tray t WHERE ${conditionsOf(request, side, add).join(" AND ")} LIMIT ${most})`,
	);
	const { rows } = await reader.client.query<{ readonly count: number }>(
		`SELECT count(*)::int AS count FROM (SELECT * FROM (${arms.join(" UNION ALL ")}) a LIMIT ${most}) c`,
		values,
	);
	const count = rows[0]?.count ?? 0;
	return { count: Math.min(count, IN_TRAY_COUNT_BOUND), exact: count <= IN_TRAY_COUNT_BOUND };
}
