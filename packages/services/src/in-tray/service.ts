import type { InTrayCount, InTrayLists, InTrayPage, InTrayQuery } from "@zhenggai/domain/in-tray";
import type { Actor } from "@zhenggai/domain/kernel";

/** The use cases of the room `in-tray`. */
export interface InTrayService {
	/** A page of what waits for the actor: what is over and due soonest first. */
	listInTray(actor: Actor, query: InTrayQuery): Promise<InTrayPage>;
	/** How much waits, is over, and is due within three days: each counted up to a bound. */
	countInTray(actor: Actor): Promise<InTrayCount>;
	/** The lists that wait for the actor beside the items: of complaints, how many, until when, how many are over it. */
	listWaitingLists(actor: Actor): Promise<InTrayLists>;
}
