import type { ListChange, ListState, MovedBy } from "../panes/list-state.ts";
import type { ScreenState } from "../panes/screen-state.ts";
import type { FilterInput, HistoryEntry, IssueDetail, IssueRow, SortKey } from "./wire.ts";

/** What the screen of the ledger is made of. */
export type IssueShape = {
	readonly row: IssueRow;
	readonly filter: FilterInput;
	readonly sort: SortKey;
	readonly detail: IssueDetail;
	readonly entry: HistoryEntry;
};

export type LedgerScreen = ScreenState<IssueShape>;
export type LedgerState = ListState<IssueRow, FilterInput, SortKey>;
export type LedgerChange = ListChange<IssueRow>;

/** Whether an issue would stand elsewhere in the list than before. */
export const issueMoved: MovedBy<IssueRow, SortKey> = (before, after, sort) =>
	sort === "updated" ||
	before.due !== after.due ||
	before.number !== after.number ||
	before.region !== after.region ||
	before.standing !== after.standing ||
	before.lifecycle !== after.lifecycle;
