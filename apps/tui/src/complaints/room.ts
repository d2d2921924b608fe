import { failureOf } from "@zhenggai/client";
import { vocab } from "@zhenggai/domain/vocabulary";
import type { Services } from "../app/services.ts";
import { selectedRow } from "../panes/list-state.ts";
import { quietly } from "../panes/quietly.ts";
import type { Room } from "../panes/screen.ts";
import { COMPLAINT_FILTERS } from "./filter-language.ts";
import { complaintSections } from "./sections.ts";
import type { ComplaintShape } from "./shape.ts";
import { sameScope, scopeOf } from "./totals-state.ts";

const TOTALS_DELAY_MS = 200;
const HISTORY_LIMIT = 50;

/** Reads what the complaints in front of the reader add up to. `known` is called when another sum is there. */
function makeTotals({ store, client, quit }: Services, known: () => void) {
	const load = async () => {
		const { scope } = store.get().totals;
		if (scope === null) return;
		const { inspectionId, batch, region } = scope;
		try {
			const totals = await client.complaints.totals.query({
				inspectionId,
				...(batch === null ? {} : { batch }),
				...(region === null ? {} : { region }),
			});
			const first = store.get().totals.totals === null;
			store.dispatch({ type: "totals", action: { type: "loaded", scope, totals } });
			if (first) known();
		} catch (error) {
			const failure = failureOf(error);
			if (failure === null) return quit({ kind: "broken", error });
			store.dispatch({ type: "totals", action: { type: "failed", scope, failure } });
		}
	};
	const again = quietly(TOTALS_DELAY_MS, () => void load());
	/** Follows the list to another inspection, batch or region. */
	const follow = () => {
		const { complaints, totals } = store.get();
		const row = selectedRow(complaints.list);
		const scope = scopeOf(complaints.list.query.filter, row, totals.scope);
		if (scope === null) return;
		const same = sameScope(scope, totals.scope);
		const name = row?.inspectionId === scope.inspectionId ? row.inspectionName : totals.name;
		if (!same || name !== totals.name)
			store.dispatch({ type: "totals", action: { type: "asked", scope, name } });
		if (!same) again();
	};
	return { again, follow };
}

/** How the screen of complaints gets its data. `recount` is called when its sections have become other ones. */
export function complaintsRoom(services: Services, recount: () => void): Room<ComplaintShape> {
	const { store, client } = services;
	const totals = makeTotals(services, recount);
	return {
		get: () => store.get().complaints,
		dispatch: (action) => store.dispatch({ type: "complaints", action }),
		sections: () =>
			complaintSections(store.get().totals.totals).map(({ number, filter }) => ({
				number,
				filter: filter.ok ? filter.filter : null,
			})),
		sorts: vocab.complaintSort,
		parse: COMPLAINT_FILTERS.parse,
		combined: (section, typed) => ({ ...section, ...typed }),
		list: (query, signal) => client.complaints.list.query(query, signal === undefined ? {} : { signal }),
		async read(complaintId, signal) {
			const [detail, history] = await Promise.all([
				client.complaints.get.query({ complaintId }, { signal }),
				client.complaints.history.query({ complaintId, limit: HISTORY_LIMIT }, { signal }),
			]);
			return { detail, history };
		},
		watch: (after, listener) =>
			client.complaints.watch.subscribe(after === null ? {} : { after }, {
				onStarted: listener.live,
				onConnectionStateChange: (change) => {
					if (change.state === "pending") listener.live();
					else if (change.state === "connecting" && change.error !== null) listener.lost();
				},
				onData: ({ data: { complaintId, ...change } }) => {
					listener.changed({ ...change, id: complaintId });
					totals.again();
				},
				onError: listener.failed,
			}),
		aside: totals.follow,
	};
}
