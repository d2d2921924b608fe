import type { TimelineEntry } from "../panes/detail-rules.ts";
import type { ListState, MovedBy } from "../panes/list-state.ts";
import type { ScreenState } from "../panes/screen-state.ts";
import type { ComplaintDetail, ComplaintFilter, ComplaintRow, ComplaintSortKey } from "./wire.ts";

/** What the screen of complaints is made of. */
export type ComplaintShape = {
	readonly row: ComplaintRow;
	readonly filter: ComplaintFilter;
	readonly sort: ComplaintSortKey;
	readonly detail: ComplaintDetail;
	readonly entry: TimelineEntry;
};

export type ComplaintScreen = ScreenState<ComplaintShape>;
export type ComplaintList = ListState<ComplaintRow, ComplaintFilter, ComplaintSortKey>;

/** Whether a complaint would stand elsewhere in the list than before. */
export const complaintMoved: MovedBy<ComplaintRow, ComplaintSortKey> = (before, after, sort) =>
	sort === "updated" ||
	before.batch !== after.batch ||
	before.seq !== after.seq ||
	before.receiptNumber !== after.receiptNumber ||
	before.region !== after.region;
