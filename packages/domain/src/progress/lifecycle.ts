import { OPEN_STATES, staysIn, type TransitionRow } from "../kernel/index.ts";
import type { ProgressVerb } from "./commands.ts";
import type { ProgressEvent } from "./events.ts";

/** Nobody reports before an owner is named, nor once acceptance is over. */
const REPORTED = [
	"assigned",
	"planning",
	"planSubmitted",
	"inProgress",
	"selfChecked",
	"acceptance",
	"supplementing",
	"reopened",
] as const;
const WORKED = ["inProgress"] as const;
/** What is carried out may still be shown to be so while it is looked at. */
const SHOWN = ["inProgress", "supplementing"] as const;
/** What a look-back brings stands beside the frozen archive (CLO-06), and may be doubted as any other. */
const LOOKED_BACK_AT = ["closed"] as const;
const LOOKED_AT = ["inProgress", "selfChecked", "acceptance", "supplementing"] as const;

/** Where every event of progress leads in every state: nowhere else, for progress is an axis of its own. */
export const PROGRESS_TRANSITIONS: Readonly<Record<ProgressEvent["type"], TransitionRow>> = {
	workLogged: staysIn(...OPEN_STATES),
	reportingCycleOpened: staysIn(...REPORTED),
	progressReported: staysIn(...OPEN_STATES),
	reportReturned: staysIn(...OPEN_STATES),
	forecastSet: staysIn(...OPEN_STATES),
	evidenceAttached: staysIn(...OPEN_STATES, ...LOOKED_BACK_AT),
	evidenceWithdrawn: staysIn(...OPEN_STATES, ...LOOKED_BACK_AT),
	milestoneCompleted: staysIn(...SHOWN),
	milestoneVerified: staysIn(...LOOKED_AT),
	measureCompleted: staysIn(...SHOWN),
	measureVerified: staysIn(...LOOKED_AT),
	measureRejected: staysIn(...SHOWN),
	measureWaived: staysIn(...WORKED),
	readingRecorded: staysIn(...OPEN_STATES),
	deliveryRecorded: staysIn(...OPEN_STATES),
	siteSelfChecked: staysIn(...SHOWN),
	doubtRaised: staysIn(...OPEN_STATES, ...LOOKED_BACK_AT),
	doubtResolved: staysIn(...OPEN_STATES, ...LOOKED_BACK_AT),
};

/**
 * What each verb makes happen. Doubts of the rules may follow from any (`doubtsAfter`), and an upheld doubt withdraws its
 * evidence: both can happen wherever the rest can.
 */
export const PROGRESS_EVENTS_OF: Readonly<Record<ProgressVerb, readonly ProgressEvent["type"][]>> = {
	logWork: ["workLogged"],
	openReportingCycle: ["reportingCycleOpened"],
	reportProgress: ["progressReported"],
	returnReport: ["reportReturned"],
	setForecast: ["forecastSet"],
	attachEvidence: ["evidenceAttached"],
	withdrawEvidence: ["evidenceWithdrawn"],
	completeMilestone: ["milestoneCompleted"],
	verifyMilestone: ["milestoneVerified"],
	completeMeasure: ["measureCompleted"],
	verifyMeasure: ["measureVerified", "measureRejected"],
	waiveMeasure: ["measureWaived"],
	recordReading: ["readingRecorded"],
	recordDelivery: ["deliveryRecorded"],
	selfCheckSite: ["siteSelfChecked"],
	raiseDoubt: ["doubtRaised"],
	resolveDoubt: ["doubtResolved"],
};
