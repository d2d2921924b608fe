import type { InTrayPage, InTrayRow } from "@zhenggai/domain/in-tray";
import { createSignal } from "solid-js";
import { client } from "../api.ts";
import { emptyList, type ListState } from "../list/list-state.ts";
import type { LiveList } from "../list/live-list.ts";
import type { TrayFilter } from "./url.ts";

/** An item as lists know rows: by its key. It has no versions; a later answer is the later state. */
export type TrayRow = InTrayRow & { readonly id: string; readonly version: number };

const PAGE = 100;

const rowsOf = ({ rows }: InTrayPage): TrayRow[] => rows.map((row) => ({ ...row, id: row.key, version: 0 }));

/**
 * The in-tray as it is loaded. Pages come as the reader scrolls; when something changed, what is loaded is read again and
 * put in the place of what is shown at once, so that nothing flickers and the reader stays where he is.
 */
export function createTrayList() {
	const [state, setState] = createSignal<ListState<TrayRow>>(emptyList());
	const [failure, setFailure] = createSignal<unknown>(null);
	const [loading, setLoading] = createSignal(false);
	let filter: TrayFilter | null = null;
	let wanted = PAGE;
	let abort = new AbortController();

	/** Reads from the first page on until so many rows are there. */
	async function read(from: readonly TrayRow[], cursor: string | null, atLeast: number): Promise<void> {
		const current = filter;
		if (current === null) return;
		abort.abort();
		abort = new AbortController();
		const { signal } = abort;
		setLoading(true);
		setFailure(null);
		try {
			let rows = from;
			let next = cursor;
			let asOf = state().asOf;
			do {
				const page: InTrayPage = await client.inTray.list.query(
					{ filter: current, limit: PAGE, ...(next === null ? {} : { cursor: next }) },
					{ signal },
				);
				rows = rows.concat(rowsOf(page));
				next = page.nextCursor;
				asOf = page.asOf;
			} while (next !== null && rows.length < atLeast);
			const total = { count: rows.length, exact: next === null };
			setState((old) => ({ ...old, rows, loaded: true, nextCursor: next, total, asOf }));
		} catch (error) {
			if (!signal.aborted) setFailure(() => error);
		} finally {
			if (!signal.aborted) setLoading(false);
		}
	}

	const reload = (): void => {
		wanted = PAGE;
		setState(emptyList<TrayRow>());
		void read([], null, wanted);
	};

	return {
		state,
		failure,
		loading,
		reload,
		show(next: TrayFilter): void {
			if (filter !== null && filter.kind === next.kind && filter.overdue === next.overdue) return;
			filter = next;
			reload();
		},
		reach(index: number): void {
			const { loaded, nextCursor, rows } = state();
			wanted = Math.max(wanted, index + PAGE);
			if (loaded && nextCursor !== null && rows.length < wanted && !loading())
				void read(rows, nextCursor, wanted);
		},
		retry(): void {
			void read([], null, wanted);
		},
		/** Reads what is loaded again. */
		refresh(): void {
			if (state().loaded) void read([], null, Math.max(PAGE, state().rows.length));
		},
	} satisfies Omit<LiveList<TrayRow>, "show"> & { show: (next: TrayFilter) => void; refresh: () => void };
}

export type TrayList = ReturnType<typeof createTrayList>;
