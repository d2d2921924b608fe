import { staysIn, type TransitionRow, transitionsFrom } from "../kernel/index.ts";
import type { CloseOutVerb } from "./commands.ts";
import type { CloseOutEvent } from "./events.ts";

const LOOKED_AT = ["acceptance", "supplementing"] as const;
const WORKED_OR_LOOKED_AT = ["inProgress", "selfChecked", ...LOOKED_AT] as const;

/**
 * Where every event of a close-out leads in every state (domain.md §3.1). `byEvent` in two rows: what follows a notice
 * or the last signature depends on the rule set's sequence and is journalled with the event (CLO-02).
 */
export const CLOSE_OUT_TRANSITIONS: Readonly<Record<CloseOutEvent["type"], TransitionRow>> = {
	selfCheckPassed: transitionsFrom({ inProgress: "selfChecked" }),
	acceptanceApplied: transitionsFrom({ selfChecked: "acceptance" }),
	siteCheckRecorded: staysIn(...WORKED_OR_LOOKED_AT),
	expertOpinionRecorded: staysIn(...LOOKED_AT),
	discussionRecorded: staysIn(...LOOKED_AT),
	standardRuled: staysIn(...WORKED_OR_LOOKED_AT),
	opinionGiven: staysIn("selfChecked", ...LOOKED_AT),
	acceptancePassed: transitionsFrom({ acceptance: "stay" }),
	acceptanceConditional: transitionsFrom({ acceptance: "supplementing" }),
	acceptanceFailed: transitionsFrom({ acceptance: "inProgress", supplementing: "inProgress" }),
	supplementsSubmitted: transitionsFrom({ supplementing: "acceptance" }),
	gateDecided: staysIn(...LOOKED_AT),
	mechanismRecorded: staysIn(...WORKED_OR_LOOKED_AT),
	screeningRecorded: staysIn(...WORKED_OR_LOOKED_AT),
	/** Some places sign before they publish (ah-huangshan). */
	noticeStarted: transitionsFrom({ acceptance: "publicNotice", publicNotice: "stay" }),
	objectionRegistered: staysIn("publicNotice"),
	objectionDismissed: staysIn("publicNotice"),
	objectionUpheld: transitionsFrom({ publicNotice: "acceptance" }),
	noticeEnded: transitionsFrom({ publicNotice: "byEvent" }),
	closeOutSigned: transitionsFrom({ acceptance: "signing", signing: "stay" }),
	signaturesCompleted: transitionsFrom({ acceptance: "byEvent", signing: "byEvent" }),
	closeOutFiled: staysIn("filing"),
	filingReturned: transitionsFrom({ filing: "acceptance" }),
	issueClosed: transitionsFrom({ filing: "closed" }),
	resultPublished: staysIn("closed"),
	lookBackRecorded: staysIn("closed"),
	issueReopened: transitionsFrom({ closed: "reopened" }),
	reinforcementOrdered: staysIn("closed", "reopened", "inProgress"),
	longTermMarked: staysIn("inProgress"),
	longTermReviewed: staysIn("inProgress"),
};

/** What each verb can make happen. */
export const CLOSE_OUT_EVENTS_OF: Readonly<Record<CloseOutVerb, readonly CloseOutEvent["type"][]>> = {
	selfCheck: ["selfCheckPassed"],
	applyAcceptance: ["acceptanceApplied"],
	recordSiteCheck: ["siteCheckRecorded"],
	recordExpertOpinion: ["expertOpinionRecorded"],
	giveExpertOpinion: ["expertOpinionRecorded"],
	recordDiscussion: ["discussionRecorded"],
	ruleStandard: ["standardRuled"],
	giveOpinion: ["opinionGiven"],
	decideAcceptance: ["acceptancePassed", "acceptanceConditional", "acceptanceFailed"],
	submitSupplements: ["supplementsSubmitted"],
	decideGate: ["gateDecided"],
	recordMechanism: ["mechanismRecorded"],
	recordScreening: ["screeningRecorded"],
	startNotice: ["noticeStarted"],
	registerObjection: ["objectionRegistered"],
	answerObjection: ["objectionDismissed", "objectionUpheld"],
	endNotice: ["noticeEnded"],
	signCloseOut: ["closeOutSigned", "signaturesCompleted"],
	fileCloseOut: ["closeOutFiled"],
	receiveFiling: ["filingReturned", "issueClosed"],
	publishResult: ["resultPublished"],
	recordLookBack: ["lookBackRecorded"],
	reopenIssue: ["issueReopened"],
	reinforceIssue: ["reinforcementOrdered"],
	markLongTerm: ["longTermMarked"],
	reviewLongTerm: ["longTermReviewed"],
};
