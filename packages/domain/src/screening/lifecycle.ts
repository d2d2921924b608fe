import type { ScreeningVerb } from "./commands.ts";
import type { ScreeningEvent } from "./events.ts";
import type { ScreeningState } from "./schema.ts";

/** Where an event leads: a state, the same state, or nowhere because it cannot happen there. */
export type ScreeningTransition = ScreeningState | "stay" | "refused";
type Row = Readonly<Record<ScreeningEvent["type"], ScreeningTransition>>;

const NOTHING: Row = {
	screeningStarted: "refused",
	screeningAmended: "refused",
	targetScreened: "refused",
	targetWaived: "refused",
	foundOpened: "refused",
	foundDismissed: "refused",
	institutionProduced: "refused",
	screeningEnded: "refused",
	screeningCancelled: "refused",
};

/** What every event does in every state. `evolve` and `decide` read this table and nothing else. */
export const SCREENING_TRANSITIONS: Readonly<Record<ScreeningState, Row>> = {
	running: {
		screeningStarted: "refused",
		screeningAmended: "stay",
		targetScreened: "stay",
		targetWaived: "stay",
		foundOpened: "stay",
		foundDismissed: "stay",
		institutionProduced: "stay",
		screeningEnded: "closed",
		screeningCancelled: "cancelled",
	},
	closed: NOTHING,
	cancelled: NOTHING,
};

/** What each verb makes happen. */
export const EVENT_OF_SCREENING_VERB: Readonly<Record<ScreeningVerb, ScreeningEvent["type"]>> = {
	startScreening: "screeningStarted",
	amendScreening: "screeningAmended",
	recordScreened: "targetScreened",
	waiveTarget: "targetWaived",
	openFound: "foundOpened",
	dismissFound: "foundDismissed",
	produceInstitution: "institutionProduced",
	closeScreening: "screeningEnded",
	cancelScreening: "screeningCancelled",
};
