import type { ComplaintVerb } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { ComplaintState } from "./schema.ts";

/** Where an event leads: a state, the same state, or nowhere because it cannot happen there. */
export type Transition = ComplaintState | "stay" | "refused";

/** What every event does in every state. `evolve` and `decide` read this table and nothing else. */
export const TRANSITIONS: Readonly<
	Record<ComplaintState, Readonly<Record<ComplaintEvent["type"], Transition>>>
> = {
	registered: {
		complaintRegistered: "refused",
		complaintAmended: "stay",
		complaintRelated: "stay",
		complaintUnrelated: "stay",
		complaintWithdrawn: "withdrawn",
		complaintRestored: "stay",
	},
	withdrawn: {
		complaintRegistered: "refused",
		complaintAmended: "refused",
		complaintRelated: "refused",
		complaintUnrelated: "refused",
		complaintWithdrawn: "refused",
		complaintRestored: "refused",
	},
};

/** What each verb makes happen. */
export const EVENT_OF_VERB: Readonly<Record<ComplaintVerb, ComplaintEvent["type"]>> = {
	registerComplaint: "complaintRegistered",
	amendComplaint: "complaintAmended",
	relateComplaint: "complaintRelated",
	unrelateComplaint: "complaintUnrelated",
	withdrawComplaint: "complaintWithdrawn",
};
