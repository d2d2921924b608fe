import { OPEN_STATES, staysIn, type TransitionRow } from "../kernel/index.ts";
import type { SupervisionVerb } from "./commands.ts";
import type { SupervisionEvent } from "./events.ts";

/** Lights and exposures are an axis of their own: they never move the lifecycle. */
export const SUPERVISION_TRANSITIONS: Readonly<Record<SupervisionEvent["type"], TransitionRow>> = {
	/** A close-out puts the light out, so its last change may come after it. */
	lightChanged: staysIn(...OPEN_STATES, "closed"),
	lightContested: staysIn(...OPEN_STATES),
	contestDecided: staysIn(...OPEN_STATES),
	exposureRecorded: staysIn(...OPEN_STATES),
	exposureSettled: staysIn(...OPEN_STATES),
};

/** What each verb can make happen. */
export const SUPERVISION_EVENTS_OF: Readonly<Record<SupervisionVerb, readonly SupervisionEvent["type"][]>> = {
	recordLight: ["lightChanged"],
	contestLight: ["lightContested"],
	decideContest: ["contestDecided", "lightChanged"],
	recordExposure: ["exposureRecorded"],
	settleExposure: ["exposureSettled"],
};
