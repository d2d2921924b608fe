import { vocab } from "@zhenggai/domain/vocabulary";
import type { Services } from "../app/services.ts";
import type { Room } from "../panes/screen.ts";
import { ISSUE_FILTERS } from "./filter-language.ts";
import { issueSections } from "./sections.ts";
import type { IssueShape } from "./shape.ts";

const HISTORY_LIMIT = 50;

/** How the ledger gets its data. `changed` is called when somebody did something with an issue. */
export function issuesRoom({ store, client }: Services, changed: () => void): Room<IssueShape> {
	return {
		get: () => store.get().issues,
		dispatch: (action) => store.dispatch({ type: "issues", action }),
		sections: () =>
			issueSections(store.get().me).map(({ number, filter }) => ({
				number,
				filter: filter.ok ? filter.filter : null,
			})),
		sorts: vocab.issueSort,
		parse: ISSUE_FILTERS.parse,
		combined: (section, typed) => ({ ...section, ...typed }),
		list: (query, signal) => client.issues.list.query(query, signal === undefined ? {} : { signal }),
		async read(issueId, signal) {
			const [detail, history] = await Promise.all([
				client.issues.get.query({ issueId }, { signal }),
				client.issues.history.query({ issueId, limit: HISTORY_LIMIT }, { signal }),
			]);
			return { detail, history };
		},
		watch: (after, listener) =>
			client.issues.watch.subscribe(after === null ? {} : { after }, {
				onStarted: listener.live,
				onConnectionStateChange: (change) => {
					if (change.state === "pending") listener.live();
					else if (change.state === "connecting" && change.error !== null) listener.lost();
				},
				onData: ({ data: { issueId, ...change } }) => {
					listener.changed({ ...change, id: issueId });
					changed();
				},
				onError: listener.failed,
			}),
		aside: () => {},
	};
}
