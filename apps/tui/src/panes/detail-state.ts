import type { Failure } from "@zhenggai/client";

/** One thing being read: what is known of it, how far it is scrolled, and through which others one came to it. */
export type DetailState<D, E> = {
	readonly id: string | null;
	readonly detail: D | null;
	readonly history: readonly E[];
	readonly moreHistory: boolean;
	readonly loading: boolean;
	readonly failure: Failure | null;
	readonly top: number;
	/** Where a link was followed from, first to last: the way back. */
	readonly trail: readonly string[];
};

/** What moves about in a detail; it needs to know nothing of what is shown. */
export type DetailMove =
	| { type: "asked"; id: string | null }
	/** Opens what a link leads to. */
	| { type: "followed"; id: string }
	/** Back to where the last link was followed from. */
	| { type: "returned" }
	| { type: "scrolled"; by: number; lines: number; height: number }
	| { type: "scrolledTo"; line: number; lines: number; height: number };

export type DetailAction<D, E> =
	| DetailMove
	| { type: "loaded"; id: string; detail: D }
	| { type: "historyLoaded"; id: string; items: readonly E[]; more: boolean }
	| { type: "failed"; id: string; failure: Failure };

export const emptyDetail = <D, E>(): DetailState<D, E> => ({
	id: null,
	detail: null,
	history: [],
	moreHistory: false,
	loading: false,
	failure: null,
	top: 0,
	trail: [],
});

function scroll<D, E>(
	state: DetailState<D, E>,
	top: number,
	lines: number,
	height: number,
): DetailState<D, E> {
	const last = Math.max(0, lines - height);
	return { ...state, top: Math.max(0, Math.min(last, top)) };
}

/** The whole behaviour of the detail pane. Answers for something that is no longer open are dropped. */
export function reduceDetail<D, E>(state: DetailState<D, E>, action: DetailAction<D, E>): DetailState<D, E> {
	switch (action.type) {
		case "asked":
			if (action.id === null) return emptyDetail();
			// The same one read anew keeps its place.
			if (action.id === state.id) return { ...state, loading: true, failure: null };
			return { ...emptyDetail<D, E>(), id: action.id, loading: true };
		case "followed":
			if (state.id === null || state.id === action.id) return state;
			return { ...emptyDetail<D, E>(), id: action.id, loading: true, trail: [...state.trail, state.id] };
		case "returned": {
			const from = state.trail.at(-1);
			if (from === undefined) return state;
			return { ...emptyDetail<D, E>(), id: from, loading: true, trail: state.trail.slice(0, -1) };
		}
		case "scrolled":
			return scroll(state, state.top + action.by, action.lines, action.height);
		case "scrolledTo":
			return scroll(state, action.line, action.lines, action.height);
		default:
			return action.id === state.id ? answered(state, action) : state;
	}
}

type Answer<D, E> = Exclude<DetailAction<D, E>, DetailMove>;

function answered<D, E>(state: DetailState<D, E>, action: Answer<D, E>): DetailState<D, E> {
	switch (action.type) {
		case "loaded":
			return { ...state, detail: action.detail, loading: false, failure: null };
		case "historyLoaded":
			return { ...state, history: action.items, moreHistory: action.more };
		case "failed":
			return { ...state, loading: false, failure: action.failure };
	}
}

/** The section heading at or above the first line in sight. */
export const currentAnchor = (anchors: readonly number[], top: number): number => {
	const at = anchors.findLastIndex((line) => line <= top);
	return Math.max(0, at);
};
