import type { IssueChange, IssuePage, IssueRow } from "@zhenggai/domain/issues";
import type { LedgerSort } from "../types.ts";

/** The rows of the ledger that are loaded so far, in the server's order. */
export type LedgerState = {
	readonly rows: readonly IssueRow[];
	/** False until the first page is there. */
	readonly loaded: boolean;
	readonly nextCursor: string | null;
	readonly total: IssuePage["total"];
	readonly asOf: IssuePage["asOf"] | null;
	readonly liveFrom: IssuePage["liveFrom"] | null;
	/** When each row was last changed live, in milliseconds: rows flash for a moment. */
	readonly touched: ReadonlyMap<string, number>;
	/** Rows whose place in the order is out of date. They stay where they are until the reader asks. */
	readonly moved: ReadonlySet<string>;
};

export const emptyLedger: LedgerState = {
	rows: [],
	loaded: false,
	nextCursor: null,
	total: { count: 0, exact: true },
	asOf: null,
	liveFrom: null,
	touched: new Map(),
	moved: new Set(),
};

export type LedgerOrder = { readonly sort: LedgerSort; readonly descending: boolean };

export type LedgerEvent =
	| { readonly type: "reset" }
	| { readonly type: "pageLoaded"; readonly page: IssuePage }
	| {
			readonly type: "changed";
			readonly change: IssueChange;
			readonly order: LedgerOrder;
			readonly now: number;
	  };

/** The value a row is ordered by; null comes last in either direction. */
function sortKey(row: IssueRow, sort: LedgerSort): string | null {
	if (sort === "due") return row.due;
	if (sort === "updated") return row.updatedAt;
	if (sort === "region") return row.region;
	return row.number;
}

const byNumber = new Intl.Collator("en", { numeric: true });

/** Negative when `a` stands before `b`. Ties keep the order of arrival. */
export function compareRows(a: IssueRow, b: IssueRow, order: LedgerOrder): number {
	const [x, y] = [sortKey(a, order.sort), sortKey(b, order.sort)];
	if (x === y) return 0;
	if (x === null) return 1;
	if (y === null) return -1;
	const way = order.descending ? -1 : 1;
	return way * (order.sort === "number" ? byNumber.compare(x, y) : x < y ? -1 : 1);
}

function appendPage(state: LedgerState, page: IssuePage): LedgerState {
	// A row can come twice only when it moved after it was read, and then the live stream has named it.
	const known = (row: IssueRow) =>
		state.touched.has(row.id) && state.rows.some((existing) => existing.id === row.id);
	const fresh = state.touched.size === 0 ? page.items : page.items.filter((row) => !known(row));
	return {
		...state,
		loaded: true,
		rows: state.rows.concat(fresh),
		nextCursor: page.nextCursor,
		total: page.total,
		asOf: page.asOf,
		liveFrom: state.liveFrom ?? page.liveFrom,
	};
}

/** Changes older than this no longer show. */
const FORGET_AFTER_MS = 60_000;

function touch(touched: LedgerState["touched"], id: string, now: number): ReadonlyMap<string, number> {
	const kept = [...touched].filter(([, at]) => now - at < FORGET_AFTER_MS);
	return new Map(kept).set(id, now);
}

const counted = (total: IssuePage["total"], by: number): IssuePage["total"] => ({
	...total,
	count: Math.max(0, total.count + by),
});

function removeRow(state: LedgerState, index: number): LedgerState {
	return { ...state, rows: state.rows.toSpliced(index, 1), total: counted(state.total, -1) };
}

function replaceRow(state: LedgerState, index: number, row: IssueRow, order: LedgerOrder, now: number) {
	const before = state.rows[index];
	const moves = before !== undefined && compareRows(before, row, order) !== 0;
	return {
		...state,
		rows: state.rows.with(index, row),
		touched: touch(state.touched, row.id, now),
		moved: moves ? new Set(state.moved).add(row.id) : state.moved,
	};
}

function insertRow(state: LedgerState, row: IssueRow, order: LedgerOrder, now: number): LedgerState {
	const at = state.rows.findIndex((existing) => compareRows(row, existing, order) < 0);
	const total = counted(state.total, 1);
	// Beyond what is loaded: it will come with its page.
	if (at === -1 && state.nextCursor !== null) return { ...state, total };
	return {
		...state,
		rows: state.rows.toSpliced(at === -1 ? state.rows.length : at, 0, row),
		total,
		touched: touch(state.touched, row.id, now),
	};
}

/**
 * What the ledger shows after an event. A changed row is replaced where it stands, so that nothing jumps under
 * the reader's hands; a new row comes in at its place; a row out of scope leaves. Older versions than the one
 * shown are ignored, so that events may arrive twice or late.
 */
export function reduceLedger(state: LedgerState, event: LedgerEvent): LedgerState {
	if (event.type === "reset") return emptyLedger;
	if (event.type === "pageLoaded") return appendPage(state, event.page);
	const { change, order, now } = event;
	if (!state.loaded) return state;
	const index = state.rows.findIndex((row) => row.id === change.issueId);
	if (index === -1) return change.row === null ? state : insertRow(state, change.row, order, now);
	if ((state.rows[index]?.version ?? 0) >= change.version) return state;
	return change.row === null ? removeRow(state, index) : replaceRow(state, index, change.row, order, now);
}
