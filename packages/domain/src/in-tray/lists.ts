import { z } from "zod";
import { ComplaintWait } from "../complaints/index.ts";
import { IsoDate } from "../kernel/index.ts";
import { Count } from "./view.ts";

/**
 * A head line of the in-tray: complaints are answered in batches by their own list, which says only how many wait there. It
 * counts and names nobody.
 */
export const InTrayList = z.object({
	/** What they wait for; the filter of the list that it opens. */
	waiting: ComplaintWait,
	total: Count,
	/** Those whose day is over. */
	overdue: Count,
	/** The first day on which one is due; null where none has a day. */
	firstDue: IsoDate.nullable(),
});
export type InTrayList = z.infer<typeof InTrayList>;

/** The lists that wait for somebody: only what his role may act on, and only lists on which something waits. */
export const InTrayLists = z.object({ complaints: z.array(InTrayList), asOf: IsoDate });
export type InTrayLists = z.infer<typeof InTrayLists>;
