import type { ReferralEvent } from "./events.ts";
import { CONFIDENTIAL, REFERRAL_TRANSITIONS } from "./lifecycle.ts";
import type { Appeal, Referral, ReferralState } from "./schema.ts";

type Drafted = Extract<ReferralEvent, { type: "referralDrafted" }>;
type Later = Exclude<ReferralEvent, Drafted>;

/** A stream of events that no ledger of this kind can have written: the store is damaged. */
export class ReferralReplayError extends Error {
	constructor(message: string, type: string, version: number) {
		super(`${message} (${type} at version ${version})`);
		this.name = "ReferralReplayError";
	}
}

const drafted = (event: Drafted): Referral => ({
	id: event.referralId,
	version: 1,
	region: event.region,
	state: "draft",
	content: event.content,
	drafted: { at: event.at, by: event.by },
	authors: [event.by],
	submissions: [],
	returns: [],
	decision: null,
	receipt: null,
	conclusion: null,
	appeals: [],
	withdrawal: null,
	known: { version: 1, at: event.at, state: "draft" },
});

const decided = (appeals: readonly Appeal[], event: Extract<Later, { type: "appealDecided" }>): Appeal[] =>
	appeals.map((appeal) =>
		appeal.number === event.number ? { ...appeal, decision: event.decision } : appeal,
	);

function applied(referral: Referral, event: Later): Partial<Referral> {
	const { at, by } = event;
	switch (event.type) {
		case "referralAmended": {
			const wrote = referral.authors.some(({ kind, id }) => kind === by.kind && id === by.id);
			return {
				content: { ...referral.content, ...event.to },
				authors: wrote ? referral.authors : [...referral.authors, by],
			};
		}
		case "referralSubmitted":
			return { submissions: [...referral.submissions, { at, by, traces: event.traces }] };
		case "referralReturned":
			return { returns: [...referral.returns, { at, by, reason: event.reason }] };
		case "referralReferred":
		case "referralDeclined":
			return { decision: event.decision };
		case "referralReceived":
			return { receipt: event.receipt };
		case "outcomeRecorded":
			return { conclusion: event.conclusion };
		case "appealRecorded":
			return { appeals: [...referral.appeals, event.appeal] };
		case "appealDecided":
			return { appeals: decided(referral.appeals, event) };
		case "referralWithdrawn":
			return { withdrawal: { at, by, reason: event.reason } };
	}
}

function stateAfter(referral: Referral, event: Later, appeals: readonly Appeal[]): ReferralState {
	const cell = REFERRAL_TRANSITIONS[referral.state][event.type];
	if (cell === "refused") {
		throw new ReferralReplayError(`cannot happen while ${referral.state}`, event.type, referral.version + 1);
	}
	if (cell === "stay") return referral.state;
	if (cell !== "byAppeals") return cell;
	return appeals.some(({ decision }) => decision === null) ? "appealed" : "concluded";
}

/**
 * The state after an event. Every event adds exactly one to the version. Throws {@link ReferralReplayError} only for an
 * order of events that `decideReferral` never gives.
 */
export function evolveReferral(state: Referral | null, event: ReferralEvent): Referral {
	if (event.type === "referralDrafted") {
		if (state !== null) throw new ReferralReplayError("drafted twice", event.type, state.version + 1);
		return drafted(event);
	}
	if (state === null) throw new ReferralReplayError("not drafted yet", event.type, 1);
	const after = { ...state, ...applied(state, event), version: state.version + 1 };
	const next = stateAfter(state, event, after.appeals);
	const known = CONFIDENTIAL[event.type]
		? state.known
		: { version: after.version, at: event.at, state: next };
	return { ...after, state: next, known };
}

/** The state after all events of a stream, or null for an empty one. */
export const replayReferral = (events: readonly ReferralEvent[]): Referral | null =>
	events.reduce<Referral | null>(evolveReferral, null);
