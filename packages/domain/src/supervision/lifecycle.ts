import { staysIn, type TransitionRow } from "../kernel/index.ts";
import type { SupervisionVerb } from "./commands.ts";
import type { SupervisionEvent } from "./events.ts";

const OPEN = [
	"registered",
	"assigned",
	"planning",
	"planSubmitted",
	"inProgress",
	"selfChecked",
	"acceptance",
	"supplementing",
	"publicNotice",
	"signing",
	"filing",
	"reopened",
] as const;

/** Lights and exposures are an axis of their own: they never move the lifecycle. */
export const SUPERVISION_TRANSITIONS: Readonly<Record<SupervisionEvent["type"], TransitionRow>> = {
	/** A close-out puts the light out, so its last change may come after it. */
	lightChanged: staysIn(...OPEN, "closed"),
	lightContested: staysIn(...OPEN),
	contestDecided: staysIn(...OPEN),
	exposureRecorded: staysIn(...OPEN),
	exposureSettled: staysIn(...OPEN),
};

/** What each verb can make happen. */
export const SUPERVISION_EVENTS_OF: Readonly<Record<SupervisionVerb, readonly SupervisionEvent["type"][]>> = {
	recordLight: ["lightChanged"],
	contestLight: ["lightContested"],
	decideContest: ["contestDecided", "lightChanged"],
	recordExposure: ["exposureRecorded"],
	settleExposure: ["exposureSettled"],
};
