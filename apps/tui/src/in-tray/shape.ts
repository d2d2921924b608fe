import type { HistoryEntry } from "../issues/index.ts";
import type { ListState, MovedBy } from "../panes/list-state.ts";
import type { ScreenState } from "../panes/screen-state.ts";
import type { IssueDetail, TrayFilter, TrayItem } from "./wire.ts";

/** An item as lists know rows: by its key. It has no versions; a later answer is the later state. */
export type TrayRow = TrayItem & { readonly id: string; readonly version: number };

export const trayRow = (item: TrayItem): TrayRow => ({ ...item, id: item.key, version: 0 });

/** The order is the server's: the most urgent first. */
export type TraySort = "urgency";

/** What an item opens to: the issue that it is about. */
export type TrayDetail = { readonly row: TrayRow; readonly issue: IssueDetail };

/** What the in-tray is made of. */
export type TrayShape = {
	readonly row: TrayRow;
	readonly filter: TrayFilter;
	readonly sort: TraySort;
	readonly detail: TrayDetail;
	readonly entry: HistoryEntry;
};

export type TrayScreen = ScreenState<TrayShape>;
export type TrayList = ListState<TrayRow, TrayFilter, TraySort>;

/** Items come and go with what happens to their issues: only the server knows where they stand. */
export const trayMoved: MovedBy<TrayRow, TraySort> = () => true;
