import type { RoomVerb } from "../issues/index.ts";
import type { Bilingual, Verb } from "../kernel/index.ts";
import type { InstrumentVerb } from "../supervision/index.ts";
import { caseVocab, vocab } from "../vocabulary/index.ts";

/** What an action is called, and what a program's key must be allowed to do for it. */
export type ActionEntry = { readonly label: Bilingual; readonly verb: Verb };

/** An action that changes the ledger. */
export const write = (label: Bilingual): ActionEntry => ({ label, verb: "write" });

const { issueVerb } = vocab;

/** The actions of the rooms that the loop is made of. */
export const LOOP_ACTIONS: Readonly<Record<RoomVerb, ActionEntry>> = {
	setGoals: write(issueVerb.setGoals),
	waivePlanItem: write(issueVerb.waivePlanItem),
	submitPlan: write(issueVerb.submitPlan),
	reviewPlan: write(issueVerb.reviewPlan),
	proposePlanChange: write(issueVerb.proposePlanChange),
	decidePlanChange: write(issueVerb.decidePlanChange),
	requestExtension: write(issueVerb.requestExtension),
	decideExtension: write(issueVerb.decideExtension),
	publishPlan: write(issueVerb.publishPlan),
	logWork: write(issueVerb.logWork),
	openReportingCycle: write(issueVerb.openReportingCycle),
	reportProgress: write(issueVerb.reportProgress),
	returnReport: write(issueVerb.returnReport),
	setForecast: write(issueVerb.setForecast),
	attachEvidence: write(issueVerb.attachEvidence),
	withdrawEvidence: write(issueVerb.withdrawEvidence),
	completeMilestone: write(issueVerb.completeMilestone),
	verifyMilestone: write(issueVerb.verifyMilestone),
	completeMeasure: write(issueVerb.completeMeasure),
	verifyMeasure: write(issueVerb.verifyMeasure),
	waiveMeasure: write(issueVerb.waiveMeasure),
	recordReading: write(issueVerb.recordReading),
	recordDelivery: write(issueVerb.recordDelivery),
	selfCheckSite: write(issueVerb.selfCheckSite),
	raiseDoubt: write(issueVerb.raiseDoubt),
	resolveDoubt: write(issueVerb.resolveDoubt),
	recordLight: write(issueVerb.recordLight),
	contestLight: write(issueVerb.contestLight),
	decideContest: write(issueVerb.decideContest),
	recordExposure: write(issueVerb.recordExposure),
	settleExposure: write(issueVerb.settleExposure),
	selfCheck: write(issueVerb.selfCheck),
	applyAcceptance: write(issueVerb.applyAcceptance),
	recordSiteCheck: write(issueVerb.recordSiteCheck),
	recordExpertOpinion: write(issueVerb.recordExpertOpinion),
	giveExpertOpinion: write(issueVerb.giveExpertOpinion),
	recordDiscussion: write(issueVerb.recordDiscussion),
	ruleStandard: write(issueVerb.ruleStandard),
	giveOpinion: write(issueVerb.giveOpinion),
	decideAcceptance: write(issueVerb.decideAcceptance),
	submitSupplements: write(issueVerb.submitSupplements),
	decideGate: write(issueVerb.decideGate),
	recordMechanism: write(issueVerb.recordMechanism),
	recordScreening: write(issueVerb.recordScreening),
	startNotice: write(issueVerb.startNotice),
	registerObjection: write(issueVerb.registerObjection),
	answerObjection: write(issueVerb.answerObjection),
	endNotice: write(issueVerb.endNotice),
	signCloseOut: write(issueVerb.signCloseOut),
	fileCloseOut: write(issueVerb.fileCloseOut),
	receiveFiling: write(issueVerb.receiveFiling),
	publishResult: write(issueVerb.publishResult),
	recordLookBack: write(issueVerb.recordLookBack),
	reopenIssue: write(issueVerb.reopenIssue),
	reinforceIssue: write(issueVerb.reinforceIssue),
	markLongTerm: write(issueVerb.markLongTerm),
	reviewLongTerm: write(issueVerb.reviewLongTerm),
};

const { instrumentVerb } = caseVocab;

/** The actions on supervision instruments. */
export const INSTRUMENT_ACTIONS: Readonly<Record<InstrumentVerb, ActionEntry>> = {
	draftInstrument: write(instrumentVerb.draftInstrument),
	approveInstrument: write(instrumentVerb.approveInstrument),
	issueInstrument: write(instrumentVerb.issueInstrument),
	acknowledgeInstrument: write(instrumentVerb.acknowledgeInstrument),
	readdressInstrument: write(instrumentVerb.readdressInstrument),
	holdTalk: write(instrumentVerb.holdTalk),
	minuteTalk: write(instrumentVerb.minuteTalk),
	replyInstrument: write(instrumentVerb.replyInstrument),
	verifyReply: write(instrumentVerb.verifyReply),
	liftInstrument: write(instrumentVerb.liftInstrument),
	escalateInstrument: write(instrumentVerb.escalateInstrument),
	discardInstrument: write(instrumentVerb.discardInstrument),
	extendListing: write(instrumentVerb.extendListing),
	preAcceptListing: write(instrumentVerb.preAcceptListing),
	unlist: write(instrumentVerb.unlist),
	failListing: write(instrumentVerb.failListing),
};
