import type { ReferralVerb } from "./commands.ts";
import type { ReferralEvent } from "./events.ts";
import type { ReferralState } from "./schema.ts";

/** Where an event leads: a state, the same state, what the open appeals say, or nowhere. */
export type ReferralTransition = ReferralState | "stay" | "byAppeals" | "refused";
type EventType = ReferralEvent["type"];
type Row = Readonly<Record<EventType, ReferralTransition>>;

const NOTHING: Row = {
	referralDrafted: "refused",
	referralAmended: "refused",
	referralSubmitted: "refused",
	referralReturned: "refused",
	referralReferred: "refused",
	referralDeclined: "refused",
	referralReceived: "refused",
	outcomeRecorded: "refused",
	appealRecorded: "refused",
	appealDecided: "refused",
	referralWithdrawn: "refused",
};

/** What every event does in every state. `evolve` and `decide` read this table and nothing else. */
export const REFERRAL_TRANSITIONS: Readonly<Record<ReferralState, Row>> = {
	draft: {
		...NOTHING,
		referralAmended: "stay",
		referralSubmitted: "submitted",
		referralWithdrawn: "withdrawn",
	},
	submitted: {
		...NOTHING,
		referralReturned: "draft",
		referralReferred: "referred",
		referralDeclined: "notReferred",
		referralWithdrawn: "withdrawn",
	},
	notReferred: NOTHING,
	referred: { ...NOTHING, referralReceived: "received" },
	received: { ...NOTHING, outcomeRecorded: "concluded" },
	concluded: { ...NOTHING, appealRecorded: "appealed" },
	appealed: { ...NOTHING, appealRecorded: "stay", appealDecided: "byAppeals" },
	withdrawn: NOTHING,
};

/** What each verb can make happen. */
export const EVENTS_OF_REFERRAL_VERB: Readonly<Record<ReferralVerb, readonly EventType[]>> = {
	draftReferral: ["referralDrafted"],
	amendReferral: ["referralAmended"],
	submitReferral: ["referralSubmitted"],
	returnReferral: ["referralReturned"],
	decideReferral: ["referralReferred", "referralDeclined"],
	receiveReferral: ["referralReceived"],
	recordOutcome: ["outcomeRecorded"],
	recordAppeal: ["appealRecorded"],
	decideAppeal: ["appealDecided"],
	withdrawReferral: ["referralWithdrawn"],
};

/** What happens at the discipline organ. The office that wrote the referral does not know of it. */
export const CONFIDENTIAL: Readonly<Record<EventType, boolean>> = {
	referralDrafted: false,
	referralAmended: false,
	referralSubmitted: false,
	referralReturned: false,
	referralReferred: false,
	referralDeclined: false,
	referralReceived: true,
	outcomeRecorded: true,
	appealRecorded: true,
	appealDecided: true,
	referralWithdrawn: false,
};
