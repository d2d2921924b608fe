import type { Failure } from "@zhenggai/client";
import type { HistoryEntry, IssueDetail } from "./wire.ts";

/** One issue being read: what is known of it, and how far it is scrolled. */
export type DetailState = {
	readonly issueId: string | null;
	readonly detail: IssueDetail | null;
	readonly history: readonly HistoryEntry[];
	readonly moreHistory: boolean;
	readonly loading: boolean;
	readonly failure: Failure | null;
	readonly top: number;
};

export type DetailAction =
	| { type: "asked"; issueId: string | null }
	| { type: "loaded"; issueId: string; detail: IssueDetail }
	| { type: "historyLoaded"; issueId: string; items: readonly HistoryEntry[]; more: boolean }
	| { type: "failed"; issueId: string; failure: Failure }
	| { type: "scrolled"; by: number; lines: number; height: number }
	| { type: "scrolledTo"; line: number; lines: number; height: number };

export const EMPTY_DETAIL: DetailState = {
	issueId: null,
	detail: null,
	history: [],
	moreHistory: false,
	loading: false,
	failure: null,
	top: 0,
};

function scroll(state: DetailState, top: number, lines: number, height: number): DetailState {
	const last = Math.max(0, lines - height);
	return { ...state, top: Math.max(0, Math.min(last, top)) };
}

/** The whole behaviour of the detail pane. Answers for an issue that is no longer open are dropped. */
export function reduceDetail(state: DetailState, action: DetailAction): DetailState {
	if (action.type === "asked") {
		if (action.issueId === null) return EMPTY_DETAIL;
		// The same issue read anew keeps its place.
		if (action.issueId === state.issueId) return { ...state, loading: true, failure: null };
		return { ...EMPTY_DETAIL, issueId: action.issueId, loading: true };
	}
	if ("issueId" in action && action.issueId !== state.issueId) return state;
	switch (action.type) {
		case "loaded":
			return { ...state, detail: action.detail, loading: false, failure: null };
		case "historyLoaded":
			return { ...state, history: action.items, moreHistory: action.more };
		case "failed":
			return { ...state, loading: false, failure: action.failure };
		case "scrolled":
			return scroll(state, state.top + action.by, action.lines, action.height);
		case "scrolledTo":
			return scroll(state, action.line, action.lines, action.height);
	}
}

/** The section heading at or above the first line in sight. */
export const currentAnchor = (anchors: readonly number[], top: number): number => {
	const at = anchors.findLastIndex((line) => line <= top);
	return Math.max(0, at);
};
