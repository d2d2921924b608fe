import type { JournalCursor } from "@zhenggai/domain/journal";
import type { IsoDate } from "@zhenggai/domain/kernel";

/** What a list needs to know of its rows: which they are, and which of two states of one is the later. */
export type Listed = { readonly id: string; readonly version: number };

export type Total = { readonly count: number; readonly exact: boolean };

/** A page as the API gives it. */
export type ListPage<R> = {
	readonly items: readonly R[];
	readonly nextCursor: string | null;
	readonly total: Total;
	readonly asOf: IsoDate;
	readonly liveFrom: JournalCursor;
};

/** A live change: the row as it is now, or null where it is not in the list any more. */
export type ListChange<R> = { readonly id: string; readonly version: number; readonly row: R | null };

/** Negative when `a` stands before `b`; zero where the order says nothing. */
export type Compare<R> = (a: R, b: R) => number;

/** The rows of a list that are loaded so far, in the server's order. */
export type ListState<R> = {
	readonly rows: readonly R[];
	/** False until the first page is there. */
	readonly loaded: boolean;
	readonly nextCursor: string | null;
	readonly total: Total;
	readonly asOf: IsoDate | null;
	readonly liveFrom: JournalCursor | null;
	/** When each row was last changed live, in milliseconds: rows flash for a moment. */
	readonly touched: ReadonlyMap<string, number>;
	/** Rows whose place in the order is out of date. They stay where they are until the reader asks. */
	readonly moved: ReadonlySet<string>;
};

/** A list of which nothing is loaded. */
export const emptyList = <R>(): ListState<R> => ({
	rows: [],
	loaded: false,
	nextCursor: null,
	total: { count: 0, exact: true },
	asOf: null,
	liveFrom: null,
	touched: new Map(),
	moved: new Set(),
});

export type ListEvent<R> =
	| { readonly type: "reset" }
	| { readonly type: "pageLoaded"; readonly page: ListPage<R> }
	| {
			readonly type: "changed";
			readonly change: ListChange<R>;
			readonly compare: Compare<R>;
			readonly now: number;
	  };

function appendPage<R extends Listed>(state: ListState<R>, page: ListPage<R>): ListState<R> {
	// A row can come twice only when it moved after it was read, and then the live stream has named it.
	const known = (row: R) =>
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

function touch(touched: ReadonlyMap<string, number>, id: string, now: number): ReadonlyMap<string, number> {
	const kept = [...touched].filter(([, at]) => now - at < FORGET_AFTER_MS);
	return new Map(kept).set(id, now);
}

const counted = (total: Total, by: number): Total => ({ ...total, count: Math.max(0, total.count + by) });

const removeRow = <R>(state: ListState<R>, index: number): ListState<R> => ({
	...state,
	rows: state.rows.toSpliced(index, 1),
	total: counted(state.total, -1),
});

type Changed<R> = Extract<ListEvent<R>, { type: "changed" }>;

function replaceRow<R extends Listed>(
	state: ListState<R>,
	index: number,
	row: R,
	{ compare, now }: Changed<R>,
): ListState<R> {
	const before = state.rows[index];
	const moves = before !== undefined && compare(before, row) !== 0;
	return {
		...state,
		rows: state.rows.with(index, row),
		touched: touch(state.touched, row.id, now),
		moved: moves ? new Set(state.moved).add(row.id) : state.moved,
	};
}

function insertRow<R extends Listed>(
	state: ListState<R>,
	row: R,
	{ compare, now }: Changed<R>,
): ListState<R> {
	const at = state.rows.findIndex((existing) => compare(row, existing) < 0);
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
 * What a list shows after an event. A changed row is replaced where it stands, so that nothing jumps under the
 * reader's hands; a new row comes in at its place; a row out of scope leaves. Older versions than the one shown are
 * ignored, so that events may arrive twice or late.
 */
export function reduceList<R extends Listed>(state: ListState<R>, event: ListEvent<R>): ListState<R> {
	if (event.type === "reset") return emptyList();
	if (event.type === "pageLoaded") return appendPage(state, event.page);
	const { change } = event;
	if (!state.loaded) return state;
	const index = state.rows.findIndex((row) => row.id === change.id);
	if (index === -1) return change.row === null ? state : insertRow(state, change.row, event);
	if ((state.rows[index]?.version ?? 0) >= change.version) return state;
	return change.row === null ? removeRow(state, index) : replaceRow(state, index, change.row, event);
}
