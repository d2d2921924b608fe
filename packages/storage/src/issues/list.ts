import { createHash } from "node:crypto";
import type { IssueRow } from "@zhenggai/domain/issues";
import { JournalCursor } from "@zhenggai/domain/journal";
import type { Database } from "../db/database.ts";
import { JOURNAL_START } from "../journal/index.ts";
import { estimateHits, noteManyHits } from "../lists/estimate.ts";
import { LruMap } from "../lists/lru.ts";
import { Parameters } from "../lists/parameters.ts";
import { gatherCount, gatherHits, gatherPage } from "./list-gather.ts";
import { type IssueListRequest, type ListPlan, type Position, planList } from "./list-query.ts";
import { keyTexts, orderOfKeys } from "./list-sql.ts";
import { walkCount, walkPage, walkStarts } from "./list-walk.ts";

/** How far lists count: beyond it the number is "at least". */
export const COUNT_BOUND = 10_000;

/** The same where the text of each row has to be looked at. */
const TEXT_COUNT_BOUND = 1_000;

export interface ListTotal {
	readonly count: number;
	readonly exact: boolean;
}

export interface StoredPage {
	/** `standing` and `daysLeft` are of the day on which each was written: the reader makes them anew. */
	readonly rows: readonly IssueRow[];
	/** Where the next page begins; null at the end. */
	readonly next: Position | null;
	readonly total: ListTotal;
	/** The journal's end as of these rows. */
	readonly liveFrom: JournalCursor;
}

interface PageRow {
	readonly snapshot: string;
	readonly live_from: string | null;
	readonly total: number | null;
	readonly found: number | null;
	readonly row: IssueRow | null;
	readonly keys: string[] | null;
	readonly id: string | null;
}

/** A total as of a snapshot: as long as nobody commits anything it holds, so nothing is counted twice. */
interface KnownTotal {
	readonly snapshot: string;
	readonly total: number;
}

interface Memory {
	readonly totals: LruMap<string, KnownTotal>;
	provinces: { readonly at: number; readonly list: readonly number[] };
}

const memories = new WeakMap<Database, Memory>();

function memoryOf(database: Database): Memory {
	const known = memories.get(database);
	if (known !== undefined) return known;
	const memory: Memory = { totals: new LruMap(2000), provinces: { at: 0, list: [] } };
	memories.set(database, memory);
	return memory;
}

/** The same entry as `currentCursor` gives, in the statement that reads the rows, so of the same snapshot. */
const LIVE_FROM = `(SELECT e.position || ':' || e.seq FROM journal.event e
	WHERE e.position < (SELECT c.base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM journal.clock c)
	ORDER BY e.position DESC, e.seq DESC LIMIT 1)`;

interface Statement {
	readonly text: string;
	readonly values: readonly unknown[];
	readonly bound: number;
}

/** The page's lines with what holds for all of them in front; one row without a line when there is none. */
function assemble(
	parts: { readonly hits: string; readonly page: string; readonly total: string; readonly found: string },
	request: IssueListRequest,
	known: KnownTotal | undefined,
	parameters: Parameters,
): string {
	const total =
		request.after === null
			? `CASE WHEN pg_current_snapshot()::text = ${parameters.add(known?.snapshot ?? "", "text")} THEN NULL
				ELSE (${parts.total}) END`
			: "NULL::int";
	return `${parts.hits}
		SELECT m.*, r.row, ${keyTexts(request, "p")} AS keys, p.id
		FROM (SELECT pg_current_snapshot()::text AS snapshot, ${LIVE_FROM} AS live_from, ${total} AS total,
			${parts.found} AS found) m
		LEFT JOIN (${parts.page}) p ON true
		LEFT JOIN ledger.issue r ON r.id = p.id
		ORDER BY ${orderOfKeys(request, "p")}`;
}

function walk(
	plan: ListPlan,
	request: IssueListRequest,
	known: KnownTotal | undefined,
	provinces: readonly number[],
): Statement {
	const parameters = new Parameters();
	const bound = plan.words === null ? COUNT_BOUND : TEXT_COUNT_BOUND;
	const starts = walkStarts(plan, request, provinces);
	const page = walkPage(
		plan,
		request,
		{ starts, after: request.after, limit: request.limit + 1 },
		parameters,
	);
	const total = request.after === null ? walkCount(plan, bound, parameters) : "";
	const text = assemble({ hits: "", page, total, found: "NULL::int" }, request, known, parameters);
	return { text, values: parameters.values, bound };
}

function gather(plan: ListPlan, request: IssueListRequest): Statement {
	const parameters = new Parameters();
	const bound = plan.exact.length === 0 ? COUNT_BOUND : TEXT_COUNT_BOUND;
	const hits = `WITH hits AS MATERIALIZED (${gatherHits(plan, request, COUNT_BOUND, parameters)})`;
	const page = gatherPage(plan, request, { after: request.after, limit: request.limit + 1 }, parameters);
	const total = request.after === null ? gatherCount(plan, bound, parameters) : "";
	const found = "(SELECT count(*)::int FROM hits)";
	const text = assemble({ hits, page, total, found }, request, undefined, parameters);
	return { text, values: parameters.values, bound };
}

/** The server keeps a prepared statement for each name on each connection: rare shapes are not worth one. */
const NAMED_SHAPES = 300;
const shapes = new Map<string, string>();

function nameOf(text: string): string | undefined {
	const known = shapes.get(text);
	if (known !== undefined || shapes.size >= NAMED_SHAPES) return known;
	const name = `issue-list-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
	shapes.set(text, name);
	return name;
}

async function run(database: Database, { text, values }: Statement): Promise<readonly PageRow[]> {
	const name = nameOf(text);
	const { rows } = await database.pool.query<PageRow>({
		...(name === undefined ? {} : { name }),
		text,
		values: [...values],
	});
	return rows;
}

const PROVINCES_FOR_MS = 60_000;

/** The provinces that have issues: the first of each, then the first after it. Only the server's own jobs ask. */
async function provincesOf(database: Database, plan: ListPlan): Promise<readonly number[]> {
	if (plan.prefix !== "") return [];
	const memory = memoryOf(database);
	if (memory.provinces.list.length > 0 && Date.now() - memory.provinces.at < PROVINCES_FOR_MS) {
		return memory.provinces.list;
	}
	const { rows } = await database.pool.query<{ province: number }>(
		`WITH RECURSIVE p AS (
			(SELECT province FROM ledger.issue ORDER BY province LIMIT 1)
			UNION ALL SELECT (SELECT i.province FROM ledger.issue i WHERE i.province > p.province ORDER BY i.province LIMIT 1)
			FROM p WHERE p.province IS NOT NULL
		) SELECT province FROM p WHERE province IS NOT NULL`,
	);
	memory.provinces = { at: Date.now(), list: rows.map(({ province }) => province) };
	return memory.provinces.list;
}

const bounded = (count: number, bound: number): ListTotal => ({
	count: Math.min(count, bound),
	exact: count <= bound,
});

function toPage(rows: readonly PageRow[], request: IssueListRequest, total: ListTotal): StoredPage {
	const found = rows.flatMap(({ row, keys, id }) =>
		row === null || keys === null || id === null ? [] : [{ row, keys, id }],
	);
	const shown = found.slice(0, request.limit);
	const last = shown.at(-1);
	const [first] = rows;
	return {
		rows: shown.map(({ row }) => row),
		next: found.length > request.limit && last !== undefined ? { keys: last.keys, id: last.id } : null,
		total,
		liveFrom: first?.live_from == null ? JOURNAL_START : JournalCursor.parse(first.live_from),
	};
}

/** What a total depends on: everything of the plan but the order and the place. */
const totalKey = (plan: ListPlan): string => JSON.stringify(plan);

async function walked(database: Database, plan: ListPlan, request: IssueListRequest): Promise<StoredPage> {
	const { totals } = memoryOf(database);
	const key = totalKey(plan);
	const known = totals.get(key);
	const statement = walk(plan, request, known, await provincesOf(database, plan));
	const rows = await run(database, statement);
	const [first] = rows;
	const total = first?.total ?? known?.total ?? 0;
	if (first?.total != null) totals.set(key, { snapshot: first.snapshot, total });
	return toPage(rows, request, bounded(total, statement.bound));
}

/** Null when the index finds more than can be sorted at once. */
async function gathered(
	database: Database,
	plan: ListPlan,
	request: IssueListRequest,
): Promise<StoredPage | null> {
	const statement = gather(plan, request);
	const rows = await run(database, statement);
	const [first] = rows;
	if (first === undefined || (first.found ?? 0) > COUNT_BOUND) return null;
	return toPage(rows, request, bounded(first.total ?? 0, statement.bound));
}

/** A page of nothing, with the place from which the journal is to be followed. */
async function empty(database: Database, request: IssueListRequest): Promise<StoredPage> {
	const { rows } = await database.pool.query<{ live_from: string | null }>(
		`SELECT ${LIVE_FROM} AS live_from`,
	);
	const rest = rows.map(({ live_from }) => ({
		snapshot: "",
		live_from,
		total: 0,
		found: 0,
		row: null,
		keys: null,
		id: null,
	}));
	return toPage(rest, request, { count: 0, exact: true });
}

/**
 * A page of the ledger in order, in one statement, and how many there are (counted on the first page only; the caller
 * carries it on). Its cost does not grow with the ledger: filters of a column are read off an index in the order of
 * the list; words, units, inspections and imports are gathered from the inverted index when they are rare, and asked
 * of each row of the walk when they are common (then a page of them is near in any order).
 */
export async function listIssueRows(database: Database, request: IssueListRequest): Promise<StoredPage> {
	const plan = planList(request);
	if (plan === null) return empty(database, request);
	if (plan.words === null) return walked(database, plan, request);
	if ((await estimateHits(database, plan.words)) <= COUNT_BOUND) {
		const page = await gathered(database, plan, request);
		if (page !== null) return page;
		noteManyHits(database, plan.words);
	}
	return walked(database, plan, request);
}
