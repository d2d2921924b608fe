import { createSignal } from "solid-js";
import { client } from "../api.ts";
import { listen, onLost, watch } from "../live/live.ts";
import { emptyLedger, type LedgerEvent, reduceLedger } from "./ledger-state.ts";
import { type LedgerView, sameFilter } from "./url.ts";

/** Small enough to be there at once. */
const FIRST_PAGE = 100;
/** The most the API gives, so that a long scroll needs few requests. */
const NEXT_PAGE = 200;
/** Rows that are loaded ahead of the last one on the screen. */
const AHEAD = 400;

const sameView = (a: LedgerView, b: LedgerView): boolean =>
	a.sort === b.sort && a.descending === b.descending && sameFilter(a.filter, b.filter);

/**
 * The ledger as it is loaded: pages come as the reader scrolls, live changes are worked in. It outlives the page,
 * so that coming back from an issue finds the same rows at the same place.
 */
function createLedger() {
	const [state, setState] = createSignal(emptyLedger);
	const [failure, setFailure] = createSignal<unknown>(null);
	const [loading, setLoading] = createSignal(false);
	let view: LedgerView | null = null;
	let wanted = 0;
	let abort = new AbortController();

	const dispatch = (event: LedgerEvent) => setState((current) => reduceLedger(current, event));

	async function loadPage(current: LedgerView, signal: AbortSignal): Promise<boolean> {
		const { nextCursor, loaded } = state();
		const page = await client.issues.list.query(
			{
				filter: current.filter,
				sort: current.sort,
				descending: current.descending,
				limit: loaded ? NEXT_PAGE : FIRST_PAGE,
				...(nextCursor === null ? {} : { cursor: nextCursor }),
			},
			{ signal },
		);
		if (signal.aborted) return false;
		dispatch({ type: "pageLoaded", page });
		if (!loaded) watch(current.filter, page.liveFrom);
		return page.nextCursor !== null;
	}

	async function pump(): Promise<void> {
		const current = view;
		if (current === null || loading()) return;
		const { signal } = abort;
		setLoading(true);
		setFailure(null);
		try {
			let more = !state().loaded || state().nextCursor !== null;
			while (more && (!state().loaded || state().rows.length < wanted)) {
				more = await loadPage(current, signal);
			}
		} catch (error) {
			if (!signal.aborted) setFailure(() => error);
		} finally {
			if (!signal.aborted) setLoading(false);
		}
	}

	function reload(): void {
		abort.abort();
		abort = new AbortController();
		setLoading(false);
		dispatch({ type: "reset" });
		wanted = 0;
		void pump();
	}

	onLost(() => (view === null ? watch({}, null) : reload()));
	listen((change) => {
		if (view === null) return;
		dispatch({ type: "changed", change, order: view, now: Date.now() });
	});

	return {
		state,
		failure,
		loading,
		reload,
		/** Shows the rows of a view; the one that is shown already stays. */
		show(next: LedgerView): void {
			if (view !== null && sameView(view, next) && (state().loaded || loading())) return;
			view = next;
			reload();
		},
		/** Sees to it that the rows round `index` are loaded or on their way. */
		reach(index: number): void {
			wanted = Math.max(wanted, index + AHEAD);
			if (state().loaded && state().nextCursor !== null && state().rows.length < wanted) void pump();
		},
		retry(): void {
			void pump();
		},
	};
}

/** The one ledger of the page. */
export const ledger = createLedger();
export type Ledger = typeof ledger;
