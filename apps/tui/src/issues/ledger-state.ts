import type { Failure } from "@zhenggai/client";
import type { FilterInput, IssuePage, IssueRow, SortKey } from "./wire.ts";

/** What the list is asked for. */
export type LedgerQuery = {
	readonly filter: FilterInput;
	readonly sort: SortKey;
	readonly descending: boolean;
};

/** A change that somebody made while the list was open. */
export type ChangeMark = { readonly by: string; readonly at: string; readonly types: readonly string[] };

/**
 * The list of the ledger. Rows are a run of the whole list that begins at its start, or ends at its end (`G` reads
 * it from behind), and grows by pages as the selection nears its open side.
 */
export type LedgerState = {
	readonly query: LedgerQuery;
	/** Counts queries: an answer to an earlier one is dropped. */
	readonly generation: number;
	readonly rows: readonly IssueRow[];
	readonly anchor: "start" | "end";
	readonly cursor: string | null;
	readonly loading: "first" | "more" | "reload" | null;
	readonly total: { readonly count: number; readonly exact: boolean } | null;
	readonly liveFrom: string | null;
	readonly selected: number;
	readonly top: number;
	readonly changed: Readonly<Record<string, ChangeMark>>;
	/** The change that came last. */
	readonly latest: LedgerChange | null;
	/** Whether something changed that the rows may not show in its place: the controller reads them anew. */
	readonly stale: boolean;
	readonly failure: Failure | null;
};

export type LedgerChange = {
	readonly issueId: string;
	readonly by: string;
	readonly at: string;
	readonly types: readonly string[];
	readonly row: IssueRow | null;
};

export type LedgerAction =
	| { type: "asked"; query: LedgerQuery; anchor: "start" | "end" }
	| { type: "loading"; what: "more" | "reload" }
	| { type: "loaded"; generation: number; page: IssuePage }
	| { type: "reloaded"; generation: number; pages: readonly IssuePage[] }
	| { type: "failed"; generation: number; failure: Failure }
	| { type: "moved"; by: number; height: number }
	| { type: "movedTo"; edge: "first" | "last"; height: number }
	| { type: "movedToChanged"; forward: boolean; height: number }
	| { type: "resized"; height: number }
	| { type: "changed"; change: LedgerChange }
	| { type: "seen"; issueId: string };

export const emptyLedger = (query: LedgerQuery): LedgerState => ({
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

export const selectedRow = (state: LedgerState): IssueRow | null => state.rows[state.selected] ?? null;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Moves the selection and scrolls as little as needed to keep it in sight. */
function select(state: LedgerState, selected: number, height: number): LedgerState {
	const last = Math.max(0, state.rows.length - 1);
	const at = clamp(selected, 0, last);
	const room = Math.max(1, height);
	const top = clamp(clamp(state.top, at - room + 1, at), 0, Math.max(0, state.rows.length - room));
	return { ...state, selected: at, top };
}

/** Rows without those that came twice because the list moved between two pages. */
function distinct(rows: readonly IssueRow[]): IssueRow[] {
	const first = new Map<string, IssueRow>();
	for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
	return [...first.values()];
}

function append(state: LedgerState, page: IssuePage): LedgerState {
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

/** The rows read anew; the selection stays on its issue, or where that is gone on its place. */
function replace(state: LedgerState, pages: readonly IssuePage[]): LedgerState {
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

/** Whether the row would stand elsewhere in the list than the one it replaces. */
const movedBy = (before: IssueRow, after: IssueRow, sort: SortKey): boolean =>
	sort === "updated" ||
	before.due !== after.due ||
	before.number !== after.number ||
	before.region !== after.region ||
	before.standing !== after.standing ||
	before.lifecycle !== after.lifecycle;

function applyChange(before: LedgerState, change: LedgerChange): LedgerState {
	const { issueId, row, by, at, types } = change;
	const state = { ...before, latest: change };
	const index = state.rows.findIndex((known) => known.id === issueId);
	const changed = { ...state.changed, [issueId]: { by, at, types } };
	const known = state.rows[index];
	if (row === null) return known === undefined ? state : { ...state, changed, stale: true };
	if (known === undefined) return { ...state, changed, stale: true };
	if (known.version >= row.version) return before;
	const stale = state.stale || movedBy(known, row, state.query.sort);
	return { ...state, rows: state.rows.with(index, row), changed, stale };
}

function findChanged(state: LedgerState, forward: boolean): number | null {
	const step = forward ? 1 : -1;
	const count = state.rows.length;
	for (let distance = 1; distance <= count; distance += 1) {
		const at = (((state.selected + step * distance) % count) + count) % count;
		const row = state.rows[at];
		if (row !== undefined && state.changed[row.id] !== undefined) return at;
	}
	return null;
}

/** The whole behaviour of the list. */
export function reduceLedger(state: LedgerState, action: LedgerAction): LedgerState {
	switch (action.type) {
		case "asked":
			return {
				...emptyLedger(action.query),
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
		case "changed":
			return applyChange(state, action.change);
		case "seen": {
			if (state.changed[action.issueId] === undefined) return state;
			const { [action.issueId]: _seen, ...changed } = state.changed;
			return { ...state, changed };
		}
	}
}

/** Whether the selection is near the open side of the rows, so that the next page should be read. */
export function wantsMore(state: LedgerState, height: number): boolean {
	if (state.cursor === null || state.loading !== null || state.failure !== null) return false;
	const reserve = height * 2;
	return state.anchor === "start"
		? state.selected + reserve >= state.rows.length
		: state.selected - reserve <= 0;
}
