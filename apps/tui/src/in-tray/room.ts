import type { Services } from "../app/services.ts";
import type { Room, WatchListener } from "../panes/screen.ts";
import type { Counts } from "../panes/screen-state.ts";
import { say } from "../say.ts";
import { TRAY_FILTERS } from "./filter-language.ts";
import { byUrgency } from "./list-heads.ts";
import { traySections } from "./sections.ts";
import { type TrayRow, type TrayShape, trayRow } from "./shape.ts";

const HISTORY_LIMIT = 50;
/** As many items are looked at to count the sections. */
const COUNTED = 200;

/** How an in-tray is ordered: by the server alone. */
export const TRAY_SORTS = { urgency: say("紧急程度", "urgency") } as const;

/** How the in-tray gets its data. Its items come and go with issues and instruments, so both are followed. */
export function trayRoom({ store, client }: Services): Room<TrayShape> {
	const { issues, supervision } = client;
	const known = new Map<string, TrayRow>();
	const itemOf = (id: string): TrayRow => {
		const state = store.get().inTray;
		const row = state.list.rows.find((one) => one.id === id) ?? state.detail.detail?.row ?? known.get(id);
		if (row === undefined) throw new Error(`no item ${id}`);
		known.set(id, row);
		return row;
	};

	const lineTo = (listener: WatchListener<TrayRow>) => ({
		onStarted: () => {
			listener.live();
			// What happened between the reading of the list and now.
			listener.stirred(false);
		},
		onConnectionStateChange: (change: { state: string; error: unknown }) => {
			if (change.state === "pending") listener.live();
			else if (change.state === "connecting" && change.error !== null) listener.lost();
		},
		onData: ({ data }: { data: { issueId: string } }) =>
			listener.stirred(store.get().inTray.detail.detail?.issue.row.id === data.issueId),
		onError: listener.failed,
	});

	return {
		get: () => store.get().inTray,
		dispatch: (action) => store.dispatch({ type: "inTray", action }),
		sections: () =>
			traySections(store.get().me).map(({ number, filter }) => ({
				number,
				filter: filter.ok ? filter.filter : null,
			})),
		sorts: TRAY_SORTS,
		parse: TRAY_FILTERS.parse,
		combined: (section, typed) => ({ ...section, ...typed }),
		async list({ filter, limit, cursor }, signal) {
			const query = { filter, limit, ...(cursor === undefined ? {} : { cursor }) };
			const { rows, nextCursor } = await client.inTray.list.query(
				query,
				signal === undefined ? {} : { signal },
			);
			const total = { count: rows.length, exact: nextCursor === null };
			return { items: rows.map(trayRow), nextCursor, total, liveFrom: null };
		},
		async counts() {
			const [count, page, lists] = await Promise.all([
				client.inTray.count.query(),
				client.inTray.list.query({ limit: COUNTED }),
				client.inTray.lists.query(),
			]);
			store.dispatch({ type: "trayCounted", count });
			store.dispatch({ type: "trayListed", lists: byUrgency(lists.complaints) });
			const exact = page.nextCursor === null;
			const counts: Partial<Record<number, Counts[1]>> = {};
			for (const { number, filter } of traySections(store.get().me)) {
				if (!filter.ok) continue;
				const { kind, overdue } = filter.filter;
				if (overdue === true) counts[number] = count.overdue;
				else if (kind === undefined) counts[number] = count.total;
				else counts[number] = { count: page.rows.filter((row) => row.kind === kind).length, exact };
			}
			return counts;
		},
		async read(id, signal) {
			const row = itemOf(id);
			const issueId = row.issue.id;
			const [issue, history] = await Promise.all([
				issues.get.query({ issueId }, { signal }),
				issues.history.query({ issueId, limit: HISTORY_LIMIT }, { signal }),
			]);
			return { detail: { row, issue }, history };
		},
		watch(_after, listener) {
			const lines = [
				issues.watch.subscribe({}, lineTo(listener)),
				supervision.watch.subscribe({}, { ...lineTo(listener), onStarted: () => {} }),
			];
			return {
				unsubscribe() {
					for (const one of lines) one.unsubscribe();
				},
			};
		},
		aside: () => {},
	};
}
