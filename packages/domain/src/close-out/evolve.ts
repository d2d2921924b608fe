import type { Issue } from "../issues/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import { type CloseOutRound, type CloseOutState, NO_ROUND, type RoundEnd } from "./closing.ts";
import type { PublicNotice } from "./closing-end.ts";
import type { CloseOutEvent } from "./events.ts";
import { closeOutOf } from "./state.ts";

type EventOf<T extends CloseOutEvent["type"]> = Extract<CloseOutEvent, { type: T }>;
type Sites = Issue["sites"];

/** The attempt as it stands is put beside the earlier ones, and the next one begins with what is carried over. */
function nextRound(
	state: CloseOutState,
	how: RoundEnd,
	reason: string,
	at: CloseOutState["earlier"][number]["ended"]["at"],
	carried: Partial<CloseOutRound>,
): CloseOutState {
	const { earlier, rebounds, reinforced, longTerm, round, ...attempt } = state;
	const over = { ...attempt, round, ended: { how, reason, at } };
	return {
		...NO_ROUND,
		...carried,
		round: round + 1,
		earlier: [...earlier, over],
		rebounds,
		reinforced,
		longTerm,
	};
}

/** What was found out once and holds for the next attempt as well. */
const findings = ({ rulings, mechanisms, screening }: CloseOutState): Partial<CloseOutRound> => ({
	rulings,
	mechanisms,
	screening,
});

/** Back to acceptance: the owner's part stands, everything that others decided is decided anew, from the first tier. */
const again = (state: CloseOutState): Partial<CloseOutRound> => ({
	...findings(state),
	selfCheck: state.selfCheck,
	application: state.application,
	atTier: state.acceptances[0]?.tier ?? null,
});

const withSites = (sites: Sites, ids: readonly string[], state: Sites[number]["state"]): Sites =>
	sites.map((site) => (ids.includes(site.id) ? { ...site, state } : site));

const allSites = (sites: Sites, state: Sites[number]["state"]): Sites =>
	sites.map((site) => ({ ...site, state }));

/** A notice of the attempt that stands, changed. */
const inNotice = (state: CloseOutState, change: (notice: PublicNotice) => PublicNotice): CloseOutState => ({
	...state,
	notices: state.notices.map((notice) =>
		notice.ended === null && notice.stopped === null ? change(notice) : notice,
	),
});

const answers = (
	event: EventOf<"objectionDismissed" | "objectionUpheld">,
	id: EventOf<"objectionUpheld">["objectionId"],
): boolean =>
	event.objectionId === id || (event.type === "objectionUpheld" && (event.others?.includes(id) ?? false));

const answerOf = (
	{ at, by, text }: EventOf<"objectionDismissed" | "objectionUpheld">,
	verdict: "upheld" | "dismissed",
) => ({ verdict, text, at, by });

const answered = (
	state: CloseOutState,
	event: EventOf<"objectionDismissed" | "objectionUpheld">,
	verdict: "upheld" | "dismissed",
): CloseOutState =>
	inNotice(state, (notice) => ({
		...notice,
		objections: notice.objections.map((held) =>
			answers(event, held.id) ? { ...held, answer: answerOf(event, verdict) } : held,
		),
		stopped: verdict === "upheld" ? { at: event.at, by: event.by, reason: event.text } : notice.stopped,
	}));

/** Marks what a conditional verdict asked for as handed in. */
function supplemented(state: CloseOutState, event: EventOf<"supplementsSubmitted">): CloseOutState {
	const { at, by, text, evidenceIds } = event;
	const last = state.acceptances.length - 1;
	return {
		...state,
		acceptances: state.acceptances.map((acceptance, index) =>
			index === last
				? {
						...acceptance,
						supplements: acceptance.supplements.map((item) => ({ ...item, done: true })),
						submitted: { text, evidenceIds, at, by },
					}
				: acceptance,
		),
	};
}

/** What an event changes of the close-out itself. */
function closeOutAfter(before: CloseOutState, event: CloseOutEvent): CloseOutState {
	const state = before.round === 0 ? { ...before, round: 1 } : before;
	switch (event.type) {
		case "selfCheckPassed": {
			const { on, report, evidenceIds, at, by } = event;
			return { ...state, selfCheck: { on, report, evidenceIds, at, by } };
		}
		case "acceptanceApplied":
			return { ...state, application: event.application, atTier: event.tier };
		case "siteCheckRecorded":
			return { ...state, siteChecks: [...state.siteChecks, event.check] };
		case "expertOpinionRecorded":
			return { ...state, expertOpinions: [...state.expertOpinions, event.opinion] };
		case "discussionRecorded":
			return { ...state, discussions: [...state.discussions, event.discussion] };
		case "standardRuled":
			return { ...state, rulings: [...state.rulings, event.ruling] };
		case "opinionGiven": {
			const { text, agrees, at, by } = event;
			return { ...state, supervisingOpinion: { text, agrees, at, by } };
		}
		case "acceptancePassed":
			return { ...state, acceptances: [...state.acceptances, event.acceptance], atTier: event.nextTier };
		case "acceptanceConditional":
			return { ...state, acceptances: [...state.acceptances, event.acceptance] };
		case "acceptanceFailed": {
			const failed = { ...state, acceptances: [...state.acceptances, event.acceptance], atTier: null };
			return nextRound(failed, "acceptanceFailed", event.acceptance.opinion, event.at, findings(state));
		}
		case "supplementsSubmitted":
			return supplemented(state, event);
		case "gateDecided":
			return { ...state, gates: [...state.gates, event.decision] };
		case "mechanismRecorded":
			return { ...state, mechanisms: [...state.mechanisms, event.mechanism] };
		case "screeningRecorded":
			return { ...state, screening: event.result };
		case "noticeStarted":
			return { ...state, notices: [...state.notices, event.notice] };
		case "objectionRegistered":
			return inNotice(state, (notice) => ({
				...notice,
				objections: [...notice.objections, event.objection],
			}));
		case "objectionDismissed":
			return answered(state, event, "dismissed");
		case "objectionUpheld":
			return nextRound(
				answered(state, event, "upheld"),
				"objectionUpheld",
				event.text,
				event.at,
				again(state),
			);
		case "noticeEnded":
			return inNotice(state, (notice) => ({ ...notice, ended: { at: event.at, by: event.by } }));
		case "closeOutSigned":
		case "signaturesCompleted":
			return { ...state, signatures: [...state.signatures, event.signature] };
		case "closeOutFiled":
			return { ...state, filings: [...state.filings, event.filing] };
		case "filingReturned": {
			const filings = receipted(state, {
				verdict: "returned",
				reason: event.reason,
				at: event.at,
				by: event.by,
			});
			return nextRound({ ...state, filings }, "filingReturned", event.reason, event.at, again(state));
		}
		case "issueClosed": {
			const { archive, on, verdict, at, by } = event;
			const filings = receipted(state, { verdict, reason: null, at, by });
			// Reinforced rectification is over with the close-out.
			return { ...state, filings, archive, closedOn: on, reinforced: null };
		}
		case "resultPublished": {
			const { on, channel, at, by } = event;
			return { ...state, resultPublished: { on, channel, at, by } };
		}
		case "lookBackRecorded":
			return { ...state, lookBacks: [...state.lookBacks, event.lookBack] };
		case "issueReopened": {
			const { rebound } = event;
			const rebounds = [...state.rebounds, rebound];
			return nextRound({ ...state, rebounds }, "reopened", rebound.reason, event.at, {});
		}
		case "reinforcementOrdered":
			return { ...state, reinforced: { reason: event.reason, at: event.at, by: event.by } };
		case "longTermMarked":
			return { ...state, longTerm: { since: event.since, at: event.at, by: event.by, reviews: [] } };
		case "longTermReviewed": {
			const { on, result, text, at, by } = event;
			const { longTerm } = state;
			if (longTerm === null) return state;
			return {
				...state,
				longTerm: { ...longTerm, reviews: [...longTerm.reviews, { on, result, text, at, by }] },
			};
		}
	}
}

type Receipt = NonNullable<CloseOutState["filings"][number]["receipt"]>;

const receipted = (state: CloseOutState, receipt: Receipt): CloseOutState["filings"] =>
	state.filings.map((filing) => (filing.receipt === null ? { ...filing, receipt } : filing));

/** The deadline of what came back: the earlier one stays with the rebound (LB-04). */
const reopenedDeadline = ({ rebound: { dueOn } }: EventOf<"issueReopened">): Issue["deadline"] => ({
	text: `${formatDate(dueOn, "zh-CN")}前（反弹重新挂账）`,
	category: "fixed",
	point: { precision: "day", date: dueOn },
});

/** What an event changes of the issue beside its close-out: its sites, and the deadline of one that came back. */
function issueAfter({ sites }: Issue, event: CloseOutEvent): Partial<Issue> {
	switch (event.type) {
		case "siteCheckRecorded":
			return event.check.finding === "done" || event.check.siteIds.length === 0
				? {}
				: { sites: withSites(sites, event.check.siteIds, "open") };
		case "acceptancePassed":
			return event.nextTier === null ? { sites: allSites(sites, "accepted") } : {};
		case "acceptanceFailed":
			return {
				sites: sites.map((site) => (site.state === "accepted" ? { ...site, state: "selfChecked" } : site)),
			};
		case "issueClosed":
			return { sites: allSites(sites, "closed") };
		case "issueReopened":
			return { sites: allSites(sites, "reopened"), deadline: reopenedDeadline(event) };
		default:
			return {};
	}
}

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
export const evolveCloseOut = (issue: Issue, event: CloseOutEvent): Partial<Issue> => ({
	...issueAfter(issue, event),
	closeOut: closeOutAfter(closeOutOf(issue), event),
});
