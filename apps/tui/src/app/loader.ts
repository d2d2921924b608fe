import { type Failure, failureOf } from "@zhenggai/client";
import { valuesOf } from "@zhenggai/domain/vocabulary";
import { type ListPage, type ListQuery, selectedRow, wantsMore } from "../panes/list-state.ts";
import { quietly } from "../panes/quietly.ts";
import type { Room } from "../panes/screen.ts";
import { type Count, SECTION_NUMBERS, type Shape } from "../panes/screen-state.ts";
import { layoutOf, listRows } from "./layout.ts";
import type { Services } from "./services.ts";

const FIRST_PAGE = 100;
const NEXT_PAGE = 200;
/** Beyond so many rows the list is not read anew by itself: the reader is told instead. */
const RELOAD_LIMIT = 1000;
const PREVIEW_DELAY_MS = 60;
const COUNT_DELAY_MS = 400;
const RELOAD_DELAY_MS = 250;

type Anchor = "start" | "end";
type QueryOf<T extends Shape> = ListQuery<T["filter"], T["sort"]>;

/** A list that is read from behind is asked for the other way round. */
const requestOf = <T extends Shape>(query: QueryOf<T>, anchor: Anchor): QueryOf<T> => ({
	...query,
	descending: anchor === "start" ? query.descending : !query.descending,
});

/**
 * Reads lists, details and counts of one screen into the state. Nothing here waits for the screen, nor the screen for
 * it.
 */
export function makeLoader<T extends Shape>(services: Services, room: Room<T>) {
	const { store } = services;
	let detailAbort: AbortController | null = null;
	let listAbort: AbortController | null = null;

	const fresh = () => room.dispatch({ type: "fresh", at: store.get().now });

	const failed = (error: unknown, tell: (failure: Failure) => void) => {
		const failure = failureOf(error);
		if (failure === null) throw error;
		if (failure.kind !== "aborted") tell(failure);
	};

	const fetchPage = (limit: number, cursor: string | null, signal: AbortSignal) => {
		const { list } = room.get();
		const query = requestOf<T>(list.query, list.anchor);
		return room.list({ ...query, limit, ...(cursor === null ? {} : { cursor }) }, signal);
	};

	const listFailed = (generation: number) => (failure: Failure) =>
		room.dispatch({ type: "list", action: { type: "failed", generation, failure } });

	const loadPage = async (limit: number) => {
		listAbort?.abort();
		const abort = new AbortController();
		listAbort = abort;
		const { generation, cursor } = room.get().list;
		try {
			const page = await fetchPage(limit, cursor, abort.signal);
			room.dispatch({ type: "list", action: { type: "loaded", generation, page } });
			fresh();
			settle();
		} catch (error) {
			failed(error, listFailed(generation));
		}
	};

	const sectionFilter = (number: number): T["filter"] | null =>
		room.sections().find((one) => one.number === number)?.filter ?? null;

	/** Asks for the list of the section, the filter and the order that hold now. */
	const ask = async (
		change: Partial<Pick<QueryOf<T>, "sort" | "descending">> = {},
		anchor: Anchor = "start",
	) => {
		const { filterText, section, list } = room.get();
		const typed = await services.directory.resolve(room.parse(filterText));
		if (room.get().filterText !== filterText) return;
		room.dispatch({ type: "filtered", text: filterText, problems: typed.problems });
		const own = sectionFilter(section);
		const filter = own === null ? typed.filter : room.combined(own, typed.filter);
		room.dispatch({
			type: "list",
			action: { type: "asked", query: { ...list.query, ...change, filter }, anchor },
		});
		await loadPage(FIRST_PAGE);
	};

	const orderBy = (sort: T["sort"], descending: boolean): string => {
		run(ask({ sort, descending }));
		return `${descending ? "-" : ""}${sort}`;
	};

	/** The next order, or the same one the other way round. Answers how the settings write it. */
	const reorder = (reverse: boolean): string => {
		const { sort, descending } = room.get().list.query;
		if (reverse) return orderBy(sort, !descending);
		const sorts = valuesOf<T["sort"]>(room.sorts);
		const next = sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? sort;
		return orderBy(next, next === "updated");
	};

	/** The order that a word names, `-` in front for the other way round; null where there is none. */
	const sortBy = (word: string): string | null => {
		const wanted = word.replace(/^-/, "");
		const sort = valuesOf<T["sort"]>(room.sorts).find(
			(key) => key === wanted || room.sorts[key].zh === wanted || room.sorts[key].en.toLowerCase() === wanted,
		);
		return sort === undefined ? null : orderBy(sort, word.startsWith("-"));
	};

	/** Reads as many rows anew as are there, so that order and membership are right again. */
	const reload = async () => {
		const { generation, rows } = room.get().list;
		room.dispatch({ type: "list", action: { type: "loading", what: "reload" } });
		const abort = new AbortController();
		try {
			const pages: ListPage<T["row"]>[] = [];
			let cursor: string | null = null;
			let have = 0;
			do {
				const page: ListPage<T["row"]> = await fetchPage(NEXT_PAGE, cursor, abort.signal);
				pages.push(page);
				have += page.items.length;
				cursor = page.nextCursor;
			} while (cursor !== null && have < rows.length);
			room.dispatch({ type: "list", action: { type: "reloaded", generation, pages } });
			fresh();
			settle();
		} catch (error) {
			failed(error, listFailed(generation));
		}
	};

	const count = async () => {
		if (room.counts !== undefined) return room.dispatch({ type: "counted", counts: await room.counts() });
		const { sort } = room.get().list.query;
		const filters = new Map(room.sections().map((one) => [one.number, one.filter]));
		const counted = await Promise.all(
			SECTION_NUMBERS.map(async (number) => {
				const filter = filters.get(number) ?? null;
				if (filter === null) return null;
				const page = await room.list({ filter, sort, descending: false, limit: 1 });
				return [number, page.total] as const;
			}),
		);
		const counts: Partial<Record<number, Count>> = Object.fromEntries(counted.filter((one) => one !== null));
		room.dispatch({ type: "counted", counts });
	};

	/** Reads what is open in the detail. */
	const readDetail = async () => {
		detailAbort?.abort();
		const abort = new AbortController();
		detailAbort = abort;
		const { id } = room.get().detail;
		if (id === null) return;
		try {
			const { detail, history } = await room.read(id, abort.signal);
			room.dispatch({
				type: "detail",
				action: { type: "historyLoaded", id, items: history.items, more: history.more },
			});
			room.dispatch({ type: "detail", action: { type: "loaded", id, detail } });
		} catch (error) {
			failed(error, (failure) => room.dispatch({ type: "detail", action: { type: "failed", id, failure } }));
		}
	};

	/** Opens something beside the list; what is open already is read anew in its place. */
	const open = (id: string) => {
		room.dispatch({ type: "detail", action: { type: "asked", id } });
		return readDetail();
	};

	const openSelected = () => {
		const state = store.get();
		const { list, detail } = room.get();
		const row = selectedRow(list);
		const shown = state.preview || state.focus === "detail";
		// What a link led to stays open until its reader goes back to the list.
		const followed = state.focus === "detail" && detail.trail.length > 0;
		if (!shown || followed || row === null || row.id === detail.id) return;
		run(open(row.id));
	};
	const openQuietly = quietly(PREVIEW_DELAY_MS, openSelected);

	/** After anything that moved the selection or the window: keep it in sight, read ahead, follow with the preview. */
	const settle = () => {
		const height = listRows(layoutOf(store.get()));
		room.dispatch({ type: "list", action: { type: "resized", height } });
		if (wantsMore(room.get().list, height)) {
			room.dispatch({ type: "list", action: { type: "loading", what: "more" } });
			run(loadPage(NEXT_PAGE));
		}
		room.aside();
		openQuietly();
	};

	/** Starts a piece of work that nobody waits for. A mistake of our own ends the program with its trace. */
	const run = (work: Promise<void>) => {
		work.catch((error: unknown) => {
			const failure = failureOf(error);
			if (failure === null) services.quit({ kind: "broken", error });
		});
	};

	return {
		run,
		ask,
		open,
		settle,
		reload,
		count,
		reorder,
		sortBy,
		/** Opens what a link leads to, and remembers the way back. */
		follow(id: string) {
			room.dispatch({ type: "detail", action: { type: "followed", id } });
			return readDetail();
		},
		/** Goes back to where the last link was followed from. */
		back() {
			room.dispatch({ type: "detail", action: { type: "returned" } });
			return readDetail();
		},
		countQuietly: quietly(COUNT_DELAY_MS, () => run(count())),
		/** Puts the list right again after changes, unless so much is loaded that it would cost too much unasked. */
		reloadQuietly: quietly(RELOAD_DELAY_MS, () => {
			const { list } = room.get();
			if (list.stale && list.loading === null && list.rows.length <= RELOAD_LIMIT) run(reload());
		}),
	};
}

/** What the keys ask of a screen's loader, whatever it lists. */
export type Loader = Omit<ReturnType<typeof makeLoader>, "ask"> & {
	ask(change?: Record<never, never>, anchor?: Anchor): Promise<void>;
};
