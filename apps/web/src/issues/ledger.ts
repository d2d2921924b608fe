import type { IssueChange, IssueRow } from "@zhenggai/domain/issues";
import { client } from "../api.ts";
import { createLiveList } from "../list/live-list.ts";
import { issueLine } from "../live/issue-line.ts";
import type { LedgerFilter } from "../types.ts";
import { compareRows } from "./ledger-state.ts";
import { type LedgerView, sameFilter } from "./url.ts";

const same = (a: LedgerView, b: LedgerView): boolean =>
	a.sort === b.sort && a.descending === b.descending && sameFilter(a.filter, b.filter);

/** The one ledger of the page. */
export const ledger = createLiveList<IssueRow, LedgerView, LedgerFilter, IssueChange>({
	load: ({ filter, sort, descending }, page, signal) =>
		client.issues.list.query({ filter, sort, descending, ...page }, { signal }),
	same,
	filterOf: ({ filter }) => filter,
	compareIn: (view) => (a, b) => compareRows(a, b, view),
	line: issueLine,
	changeOf: ({ issueId, version, row }) => ({ id: issueId, version, row }),
});
