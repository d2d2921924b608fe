import type { JournalCursor } from "@zhenggai/domain/journal";
import { createSignal } from "solid-js";
import type { Line } from "../live/line.ts";
import {
	type Compare,
	emptyList,
	type ListChange,
	type ListEvent,
	type Listed,
	type ListPage,
	reduceList,
} from "./list-state.ts";

/** Small enough to be there at once. */
const FIRST_PAGE = 100;
/** The most the API gives, so that a long scroll needs few requests. */
const NEXT_PAGE = 200;
/** Rows that are loaded ahead of the last one on the screen. */
const AHEAD = 400;

/** A list of the API: what it is asked with is its view. */
export type ListSource<
	R extends Listed,
	V,
	F extends object,
	C extends { readonly cursor: JournalCursor },
> = {
	readonly load: (
		view: V,
		page: { limit: number; cursor?: string },
		signal: AbortSignal,
	) => Promise<ListPage<R>>;
	readonly same: (a: V, b: V) => boolean;
	readonly filterOf: (view: V) => F;
	/** The order of a view's rows. */
	readonly compareIn: (view: V) => Compare<R>;
	readonly line: Line<F, C>;
	readonly changeOf: (change: C) => ListChange<R>;
};

/**
 * A list as it is loaded: pages come as the reader scrolls, live changes are worked in. It outlives its page, so that
 * coming back from a row's own page finds the same rows at the same place.
 */
export function createLiveList<
	R extends Listed,
	V,
	F extends object,
	C extends { readonly cursor: JournalCursor },
>(source: ListSource<R, V, F, C>) {
	const [state, setState] = createSignal(emptyList<R>());
	const [failure, setFailure] = createSignal<unknown>(null);
	const [loading, setLoading] = createSignal(false);
	let view: V | null = null;
	let wanted = 0;
	let abort = new AbortController();

	const dispatch = (event: ListEvent<R>) => setState((current) => reduceList(current, event));

	async function loadPage(current: V, signal: AbortSignal): Promise<boolean> {
		const { nextCursor, loaded } = state();
		const limit = loaded ? NEXT_PAGE : FIRST_PAGE;
		const page = await source.load(
			current,
			{ limit, ...(nextCursor === null ? {} : { cursor: nextCursor }) },
			signal,
		);
		if (signal.aborted) return false;
		dispatch({ type: "pageLoaded", page });
		if (!loaded) source.line.watch(source.filterOf(current), page.liveFrom);
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

	source.line.onLost(() => (view === null ? source.line.watchAnew() : reload()));
	source.line.listen((change) => {
		if (view === null) return;
		const compare = source.compareIn(view);
		dispatch({ type: "changed", change: source.changeOf(change), compare, now: Date.now() });
	});

	return {
		state,
		failure,
		loading,
		reload,
		/** Shows the rows of a view; the one that is shown already stays. */
		show(next: V): void {
			if (view !== null && source.same(view, next) && (state().loaded || loading())) return;
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

export type LiveList<R extends Listed> = ReturnType<
	typeof createLiveList<R, unknown, object, { readonly cursor: JournalCursor }>
>;
