import { type Failure, failureOf } from "@zhenggai/client";
import { parseFilter } from "../issues/filter-language.ts";
import { type LedgerQuery, type LedgerState, selectedRow, wantsMore } from "../issues/ledger-state.ts";
import { combinedFilter, SECTIONS, sectionOf } from "../issues/sections.ts";
import type { IssuePage } from "../issues/wire.ts";
import { layoutOf, listRows } from "./layout.ts";
import type { Services } from "./services.ts";
import type { Count } from "./state.ts";

const FIRST_PAGE = 100;
const NEXT_PAGE = 200;
/** Beyond so many rows the list is not read anew by itself: the reader is told instead. */
const RELOAD_LIMIT = 1000;
const HISTORY_LIMIT = 50;
const PREVIEW_DELAY_MS = 60;
const COUNT_DELAY_MS = 400;
const RELOAD_DELAY_MS = 250;

/** Runs `action` once things have been quiet for a while. */
function quietly(delay: number, action: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(action, delay);
	};
}

const requestOf = (query: LedgerQuery, anchor: LedgerState["anchor"]) => ({
	filter: query.filter,
	sort: query.sort,
	descending: anchor === "start" ? query.descending : !query.descending,
});

/** Reads lists, details and counts into the state. Nothing here waits for the screen, nor the screen for it. */
export function makeLoader(services: Services) {
	const { store, client } = services;
	let detailAbort: AbortController | null = null;
	let listAbort: AbortController | null = null;

	const failed = (error: unknown, tell: (failure: Failure) => void) => {
		const failure = failureOf(error);
		if (failure === null) throw error;
		if (failure.kind !== "aborted") tell(failure);
	};

	const fetchPage = (limit: number, cursor: string | null, signal: AbortSignal): Promise<IssuePage> => {
		const { ledger } = store.get();
		return client.issues.list.query(
			{ ...requestOf(ledger.query, ledger.anchor), limit, ...(cursor === null ? {} : { cursor }) },
			{ signal },
		);
	};

	const loadPage = async (limit: number) => {
		listAbort?.abort();
		const abort = new AbortController();
		listAbort = abort;
		const { generation, cursor } = store.get().ledger;
		try {
			const page = await fetchPage(limit, cursor, abort.signal);
			store.dispatch({ type: "ledger", action: { type: "loaded", generation, page } });
			store.dispatch({ type: "fresh" });
			settle();
		} catch (error) {
			failed(error, (failure) =>
				store.dispatch({ type: "ledger", action: { type: "failed", generation, failure } }),
			);
		}
	};

	/** Asks for the list of the section, the filter and the order that hold now. */
	const ask = async (change: Partial<LedgerQuery> = {}, anchor: LedgerState["anchor"] = "start") => {
		const state = store.get();
		const section = sectionOf(state.section).filter(state.me);
		const typed = await services.directory.resolve(parseFilter(state.filterText));
		if (store.get().filterText !== state.filterText) return;
		store.dispatch({ type: "filtered", text: state.filterText, problems: typed.problems });
		const filter = combinedFilter(section.ok ? section.filter : {}, typed.filter);
		const { sort, descending } = state.ledger.query;
		store.dispatch({
			type: "ledger",
			action: { type: "asked", query: { sort, descending, ...change, filter }, anchor },
		});
		await loadPage(FIRST_PAGE);
	};

	/** Reads as many rows anew as are there, so that order and membership are right again. */
	const reload = async () => {
		const { ledger } = store.get();
		const { generation } = ledger;
		store.dispatch({ type: "ledger", action: { type: "loading", what: "reload" } });
		const abort = new AbortController();
		try {
			const pages: IssuePage[] = [];
			let cursor: string | null = null;
			let have = 0;
			do {
				const page: IssuePage = await fetchPage(NEXT_PAGE, cursor, abort.signal);
				pages.push(page);
				have += page.items.length;
				cursor = page.nextCursor;
			} while (cursor !== null && have < ledger.rows.length);
			store.dispatch({ type: "ledger", action: { type: "reloaded", generation, pages } });
			store.dispatch({ type: "fresh" });
			settle();
		} catch (error) {
			failed(error, (failure) =>
				store.dispatch({ type: "ledger", action: { type: "failed", generation, failure } }),
			);
		}
	};

	const count = async () => {
		const { me } = store.get();
		const counted = await Promise.all(
			SECTIONS.map(async (section) => {
				const filter = section.filter(me);
				if (!filter.ok) return null;
				const page = await client.issues.list.query({ filter: filter.filter, limit: 1 });
				return [section.number, page.total] as const;
			}),
		);
		const counts: Partial<Record<number, Count>> = Object.fromEntries(counted.filter((one) => one !== null));
		store.dispatch({ type: "counted", counts });
	};

	const open = async (issueId: string) => {
		detailAbort?.abort();
		const abort = new AbortController();
		detailAbort = abort;
		store.dispatch({ type: "detail", action: { type: "asked", issueId } });
		const ignore = { signal: abort.signal };
		try {
			const [detail, history] = await Promise.all([
				client.issues.get.query({ issueId }, ignore),
				client.issues.history.query({ issueId, limit: HISTORY_LIMIT }, ignore),
			]);
			store.dispatch({
				type: "detail",
				action: { type: "historyLoaded", issueId, items: history.items, more: history.more },
			});
			store.dispatch({ type: "detail", action: { type: "loaded", issueId, detail } });
		} catch (error) {
			failed(error, (failure) =>
				store.dispatch({ type: "detail", action: { type: "failed", issueId, failure } }),
			);
		}
	};

	const openSelected = () => {
		const state = store.get();
		const row = selectedRow(state.ledger);
		const shown = state.preview || state.focus === "detail";
		if (!shown || row === null || row.id === state.detail.issueId) return;
		run(open(row.id));
	};
	const openQuietly = quietly(PREVIEW_DELAY_MS, openSelected);

	/** After anything that moved the selection or the window: keep it in sight, read ahead, follow with the preview. */
	const settle = () => {
		const state = store.get();
		const height = listRows(layoutOf(state));
		store.dispatch({ type: "ledger", action: { type: "resized", height } });
		if (wantsMore(store.get().ledger, height)) {
			store.dispatch({ type: "ledger", action: { type: "loading", what: "more" } });
			run(loadPage(NEXT_PAGE));
		}
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
		countQuietly: quietly(COUNT_DELAY_MS, () => run(count())),
		/** Puts the list right again after changes, unless so much is loaded that it would cost too much unasked. */
		reloadQuietly: quietly(RELOAD_DELAY_MS, () => {
			const { ledger } = store.get();
			if (ledger.stale && ledger.loading === null && ledger.rows.length <= RELOAD_LIMIT) run(reload());
		}),
	};
}

export type Loader = ReturnType<typeof makeLoader>;
