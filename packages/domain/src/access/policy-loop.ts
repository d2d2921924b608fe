import type { RoomVerb } from "../issues/index.ts";
import type { InstrumentVerb } from "../supervision/index.ts";
import { NOBODY, type PolicyRow } from "./grant.ts";

const OFFICES: PolicyRow = {
	...NOBODY,
	provOffice: "ownList",
	cityOffice: "ownList",
	countyOffice: "ownList",
};
const OFFICES_IN_REGION: PolicyRow = {
	...NOBODY,
	provOffice: "region",
	cityOffice: "region",
	countyOffice: "region",
};
const LEAD: PolicyRow = { ...NOBODY, leadUnit: "lead" };
const PLAN_WORK: PolicyRow = { ...OFFICES, leadUnit: "worker", respUnit: "worker" };
/** Those who do the work; a county office types for its units (domain.md §6). */
const WORK: PolicyRow = { ...NOBODY, leadUnit: "worker", respUnit: "worker", countyOffice: "ownList" };
const APPROVAL: PolicyRow = { ...NOBODY, provOffice: "above", cityOffice: "above", leadingGroup: "above" };
const HIGHER: PolicyRow = { ...NOBODY, provOffice: "higher", cityOffice: "higher", leadingGroup: "higher" };
/** Those who look at what is said to be done. */
const VERIFICATION: PolicyRow = { ...OFFICES, supUnit: "supervising", accUnit: "acceptance" };
const EVIDENCE: PolicyRow = {
	...OFFICES,
	leadUnit: "worker",
	respUnit: "worker",
	supUnit: "supervising",
	accUnit: "acceptance",
	enterprise: "assigned",
};
/** Which of the two it is the rule set says; the decider asks it (CLO-02). */
const CLOSING_BODY: PolicyRow = { ...OFFICES, leadUnit: "lead" };
const ACCEPTANCE: PolicyRow = { ...OFFICES_IN_REGION, accUnit: "acceptance" };
const CHECKERS: PolicyRow = { ...OFFICES_IN_REGION, supUnit: "supervising", accUnit: "acceptance" };

/** Who may do what on the way through the loop, and how far (domain.md §3.1, §6). */
export const LOOP_POLICY: Readonly<Record<RoomVerb, PolicyRow>> = {
	setGoals: PLAN_WORK,
	waivePlanItem: PLAN_WORK,
	submitPlan: LEAD,
	reviewPlan: APPROVAL,
	proposePlanChange: LEAD,
	decidePlanChange: APPROVAL,
	requestExtension: LEAD,
	decideExtension: HIGHER,
	publishPlan: OFFICES,
	logWork: { ...WORK, supUnit: "supervising", enterprise: "assigned" },
	openReportingCycle: OFFICES,
	reportProgress: WORK,
	returnReport: OFFICES,
	setForecast: { ...OFFICES, leadUnit: "worker", respUnit: "worker" },
	attachEvidence: EVIDENCE,
	withdrawEvidence: EVIDENCE,
	completeMilestone: WORK,
	verifyMilestone: VERIFICATION,
	completeMeasure: WORK,
	verifyMeasure: VERIFICATION,
	waiveMeasure: HIGHER,
	recordReading: WORK,
	recordDelivery: WORK,
	selfCheckSite: WORK,
	raiseDoubt: { ...CHECKERS, discipline: "region" },
	resolveDoubt: { ...OFFICES_IN_REGION, supUnit: "supervising" },
	recordLight: OFFICES,
	contestLight: { ...NOBODY, leadUnit: "worker", respUnit: "worker" },
	decideContest: OFFICES_IN_REGION,
	recordExposure: OFFICES_IN_REGION,
	settleExposure: OFFICES_IN_REGION,
	selfCheck: LEAD,
	applyAcceptance: LEAD,
	recordSiteCheck: CHECKERS,
	recordExpertOpinion: ACCEPTANCE,
	// Nobody speaks for an expert who can speak for himself; what he handed in on paper the acceptance side enters.
	giveExpertOpinion: { ...NOBODY, expert: "panel" },
	recordDiscussion: { ...ACCEPTANCE, leadUnit: "lead" },
	ruleStandard: { ...NOBODY, sector: "region" },
	giveOpinion: { ...NOBODY, supUnit: "supervising" },
	decideAcceptance: ACCEPTANCE,
	submitSupplements: LEAD,
	decideGate: { ...ACCEPTANCE, leadingGroup: "region" },
	recordMechanism: PLAN_WORK,
	recordScreening: PLAN_WORK,
	startNotice: CLOSING_BODY,
	// The public's objections arrive by the notice's contact and are entered by the office that named it.
	registerObjection: OFFICES_IN_REGION,
	answerObjection: OFFICES_IN_REGION,
	endNotice: CLOSING_BODY,
	signCloseOut: { ...OFFICES_IN_REGION, leadUnit: "lead", accUnit: "acceptance", leadingGroup: "region" },
	fileCloseOut: CLOSING_BODY,
	receiveFiling: HIGHER,
	publishResult: CLOSING_BODY,
	recordLookBack: { ...CHECKERS, sector: "region" },
	reopenIssue: { ...OFFICES_IN_REGION, leadingGroup: "region" },
	reinforceIssue: OFFICES_IN_REGION,
	markLongTerm: OFFICES,
	reviewLongTerm: OFFICES,
};

const SUPERVISORS: PolicyRow = { ...OFFICES_IN_REGION, leadingGroup: "region" };
/** Whose side it was sent to; the decider asks whether it is the addressed unit. */
const ADDRESSED: PolicyRow = {
	...OFFICES_IN_REGION,
	leadUnit: "region",
	respUnit: "region",
	supUnit: "region",
	accUnit: "region",
	sector: "region",
	enterprise: "assigned",
};
/** The organs of discipline issue reminders and letters of their own (S37); the decider keeps them to those. */
const LETTERS: PolicyRow = { ...SUPERVISORS, discipline: "region" };

/** Who may do what with supervision instruments (domain.md §6). What a kind needs beside is decided with it. */
export const INSTRUMENT_POLICY: Readonly<Record<InstrumentVerb, PolicyRow>> = {
	draftInstrument: {
		...OFFICES_IN_REGION,
		supUnit: "supervising",
		sector: "region",
		discipline: "region",
	},
	approveInstrument: { ...NOBODY, leadingGroup: "region" },
	issueInstrument: LETTERS,
	acknowledgeInstrument: ADDRESSED,
	readdressInstrument: OFFICES_IN_REGION,
	holdTalk: SUPERVISORS,
	minuteTalk: SUPERVISORS,
	replyInstrument: ADDRESSED,
	verifyReply: { ...OFFICES_IN_REGION, discipline: "region" },
	liftInstrument: LETTERS,
	escalateInstrument: SUPERVISORS,
	discardInstrument: {
		...SUPERVISORS,
		supUnit: "supervising",
		sector: "region",
		discipline: "region",
	},
	extendListing: SUPERVISORS,
	preAcceptListing: { ...OFFICES_IN_REGION, accUnit: "acceptance" },
	unlist: SUPERVISORS,
	failListing: SUPERVISORS,
};
