import type { Failure } from "@zhenggai/client";

/** What tells the rows of a list apart, and which of two versions of one is the later. */
export type Row = { readonly id: string; readonly version: number };

/** What a list is asked for. */
export type ListQuery<F, S> = { readonly filter: F; readonly sort: S; readonly descending: boolean };

/** A page of the API, whatever it lists. */
export type ListPage<R> = {
	readonly items: readonly R[];
	readonly nextCursor: string | null;
	readonly total: { readonly count: number; readonly exact: boolean };
	/** Where the live line goes on from this page; null where the list has no place in it. */
	readonly liveFrom: string | null;
};

/** A change that somebody made while the list was open. */
export type ChangeMark = { readonly by: string; readonly at: string; readonly types: readonly string[] };

export type ListChange<R> = ChangeMark & { readonly id: string; readonly row: R | null };

/**
 * A list of the ledger. Rows are a run of the whole list that begins at its start, or ends at its end (`G` reads
 * it from behind), and grows by pages as the selection nears its open side.
 */
export type ListState<R extends Row, F, S> = {
	readonly query: ListQuery<F, S>;
	/** Counts queries: an answer to an earlier one is dropped. */
	readonly generation: number;
	readonly rows: readonly R[];
	readonly anchor: "start" | "end";
	readonly cursor: string | null;
	readonly loading: "first" | "more" | "reload" | null;
	readonly total: { readonly count: number; readonly exact: boolean } | null;
	readonly liveFrom: string | null;
	readonly selected: number;
	readonly top: number;
	readonly changed: Readonly<Record<string, ChangeMark>>;
	/** The change that came last. */
	readonly latest: ListChange<R> | null;
	/** Whether something changed that the rows may not show in its place: the controller reads them anew. */
	readonly stale: boolean;
	readonly failure: Failure | null;
};

/** What moves about in a list; it needs to know nothing of the rows. */
export type ListMove =
	| { type: "moved"; by: number; height: number }
	| { type: "movedTo"; edge: "first" | "last"; height: number }
	| { type: "movedToChanged"; forward: boolean; height: number }
	| { type: "resized"; height: number }
	| { type: "seen"; id: string };

export type ListAction<R extends Row, F, S> =
	| { type: "asked"; query: ListQuery<F, S>; anchor: "start" | "end" }
	| { type: "loading"; what: "more" | "reload" }
	| { type: "loaded"; generation: number; page: ListPage<R> }
	| { type: "reloaded"; generation: number; pages: readonly ListPage<R>[] }
	| { type: "failed"; generation: number; failure: Failure }
	| { type: "changed"; change: ListChange<R> }
	/** Something happened of which only the server knows what it does to the list. */
	| { type: "stirred" }
	| ListMove;

/** Whether a row would stand elsewhere in the list than the one it replaces. */
export type MovedBy<R, S> = (before: R, after: R, sort: S) => boolean;

export const emptyList = <R extends Row, F, S>(query: ListQuery<F, S>): ListState<R, F, S> => ({
	query,
	generation: 0,
	rows: [],
	anchor: "start",
	cursor: null,
	loading: null,
	total: null,
	liveFrom: null,
	selected: 0,
	top: 0,
	changed: {},
	latest: null,
	stale: false,
	failure: null,
});

export const selectedRow = <R extends Row>(state: ListState<R, unknown, unknown>): R | null =>
	state.rows[state.selected] ?? null;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Moves the selection and scrolls as little as needed to keep it in sight. */
function select<R extends Row, F, S>(
	state: ListState<R, F, S>,
	selected: number,
	height: number,
): ListState<R, F, S> {
	const last = Math.max(0, state.rows.length - 1);
	const at = clamp(selected, 0, last);
	const room = Math.max(1, height);
	const top = clamp(clamp(state.top, at - room + 1, at), 0, Math.max(0, state.rows.length - room));
	return { ...state, selected: at, top };
}

/** Rows without those that came twice because the list moved between two pages. */
function distinct<R extends Row>(rows: readonly R[]): R[] {
	const first = new Map<string, R>();
	for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
	return [...first.values()];
}

function append<R extends Row, F, S>(state: ListState<R, F, S>, page: ListPage<R>): ListState<R, F, S> {
	const facts = { cursor: page.nextCursor, loading: null, failure: null, total: page.total };
	const live = state.liveFrom ?? page.liveFrom;
	if (state.anchor === "start") {
		return { ...state, ...facts, liveFrom: live, rows: distinct([...state.rows, ...page.items]) };
	}
	const before = page.items.toReversed();
	const rows = distinct([...before, ...state.rows]);
	const shift = rows.length - state.rows.length;
	const first = state.rows.length === 0;
	return {
		...state,
		...facts,
		liveFrom: live,
		rows,
		selected: first ? Math.max(0, rows.length - 1) : state.selected + shift,
		top: first ? Math.max(0, rows.length - 1) : state.top + shift,
	};
}

/** The rows read anew; the selection stays on its row, or where that is gone on its place. */
function replace<R extends Row, F, S>(
	state: ListState<R, F, S>,
	pages: readonly ListPage<R>[],
): ListState<R, F, S> {
	const last = pages.at(-1);
	const first = pages[0];
	if (last === undefined || first === undefined) return state;
	const items = distinct(pages.flatMap((page) => page.items));
	const rows = state.anchor === "start" ? items : items.toReversed();
	const held = selectedRow(state);
	const found = held === null ? -1 : rows.findIndex((row) => row.id === held.id);
	const selected = found >= 0 ? found : clamp(state.selected, 0, Math.max(0, rows.length - 1));
	return {
		...state,
		rows,
		cursor: last.nextCursor,
		total: first.total,
		liveFrom: first.liveFrom,
		loading: null,
		stale: false,
		failure: null,
		selected,
		top: clamp(state.top + (selected - state.selected), 0, Math.max(0, rows.length - 1)),
	};
}

function applyChange<R extends Row, F, S>(
	before: ListState<R, F, S>,
	change: ListChange<R>,
	movedBy: MovedBy<R, S>,
): ListState<R, F, S> {
	const { id, row, by, at, types } = change;
	const state = { ...before, latest: change };
	const index = state.rows.findIndex((known) => known.id === id);
	const changed = { ...state.changed, [id]: { by, at, types } };
	const known = state.rows[index];
	if (row === null) return known === undefined ? state : { ...state, changed, stale: true };
	if (known === undefined) return { ...state, changed, stale: true };
	if (known.version >= row.version) return before;
	const stale = state.stale || movedBy(known, row, state.query.sort);
	return { ...state, rows: state.rows.with(index, row), changed, stale };
}

function findChanged(state: ListState<Row, unknown, unknown>, forward: boolean): number | null {
	const step = forward ? 1 : -1;
	const count = state.rows.length;
	for (let distance = 1; distance <= count; distance += 1) {
		const at = (((state.selected + step * distance) % count) + count) % count;
		const row = state.rows[at];
		if (row !== undefined && state.changed[row.id] !== undefined) return at;
	}
	return null;
}

/** The whole behaviour of a list. `movedBy` tells which changes put a row elsewhere. */
export function reduceList<R extends Row, F, S>(
	state: ListState<R, F, S>,
	action: ListAction<R, F, S>,
	movedBy: MovedBy<R, S>,
): ListState<R, F, S> {
	switch (action.type) {
		case "asked":
			return {
				...emptyList<R, F, S>(action.query),
				generation: state.generation + 1,
				anchor: action.anchor,
				loading: "first",
				changed: state.changed,
				latest: state.latest,
				total: state.total,
			};
		case "loading":
			return { ...state, loading: action.what };
		case "loaded":
			return action.generation === state.generation ? append(state, action.page) : state;
		case "reloaded":
			return action.generation === state.generation ? replace(state, action.pages) : state;
		case "failed":
			return action.generation === state.generation
				? { ...state, failure: action.failure, loading: null }
				: state;
		case "moved":
			return select(state, state.selected + action.by, action.height);
		case "movedTo":
			return select(state, action.edge === "first" ? 0 : state.rows.length - 1, action.height);
		case "movedToChanged": {
			const at = findChanged(state, action.forward);
			return at === null ? state : select(state, at, action.height);
		}
		case "resized":
			return select(state, state.selected, action.height);
		case "stirred":
			return { ...state, stale: true };
		case "changed":
			return applyChange(state, action.change, movedBy);
		case "seen": {
			if (state.changed[action.id] === undefined) return state;
			const { [action.id]: _seen, ...changed } = state.changed;
			return { ...state, changed };
		}
	}
}

/** Whether the selection is near the open side of the rows, so that the next page should be read. */
export function wantsMore(state: ListState<Row, unknown, unknown>, height: number): boolean {
	if (state.cursor === null || state.loading !== null || state.failure !== null) return false;
	const reserve = height * 2;
	return state.anchor === "start"
		? state.selected + reserve >= state.rows.length
		: state.selected - reserve <= 0;
}
