import type { ReferralVerb } from "../accountability/index.ts";
import type { DrawVerb } from "../close-out/index.ts";
import { say } from "../kernel/index.ts";
import type { ScreeningVerb } from "../screening/index.ts";
import { caseVocab } from "../vocabulary/index.ts";
import { type ActionEntry, write } from "./action-loop.ts";
import { NOBODY, type PolicyRow } from "./grant.ts";

/** What can be done with referrals, screenings and draws, which are streams of their own. */
export type CaseAction =
	| ReferralVerb
	| ScreeningVerb
	| DrawVerb
	| "viewReferral"
	| "viewScreening"
	| "viewDraw";

const { referralVerb, screeningVerb, drawVerb } = caseVocab;

export const CASE_ACTIONS: Readonly<Record<CaseAction, ActionEntry>> = {
	viewReferral: { label: say("查看问责线索", "View referrals"), verb: "read" },
	draftReferral: write(referralVerb.draftReferral),
	amendReferral: write(referralVerb.amendReferral),
	submitReferral: write(referralVerb.submitReferral),
	withdrawReferral: write(referralVerb.withdrawReferral),
	returnReferral: write(referralVerb.returnReferral),
	decideReferral: write(referralVerb.decideReferral),
	receiveReferral: write(referralVerb.receiveReferral),
	recordOutcome: write(referralVerb.recordOutcome),
	recordAppeal: write(referralVerb.recordAppeal),
	decideAppeal: write(referralVerb.decideAppeal),
	viewScreening: { label: say("查看举一反三排查", "View screenings"), verb: "read" },
	startScreening: write(screeningVerb.startScreening),
	amendScreening: write(screeningVerb.amendScreening),
	recordScreened: write(screeningVerb.recordScreened),
	waiveTarget: write(screeningVerb.waiveTarget),
	openFound: write(screeningVerb.openFound),
	dismissFound: write(screeningVerb.dismissFound),
	produceInstitution: write(screeningVerb.produceInstitution),
	closeScreening: write(screeningVerb.closeScreening),
	cancelScreening: write(screeningVerb.cancelScreening),
	viewDraw: { label: say("查看回头看抽查", "View look-back draws"), verb: "read" },
	openDraw: write(drawVerb.openDraw),
	freezeFrame: write(drawVerb.freezeFrame),
	drawLookBacks: write(drawVerb.drawLookBacks),
	assignChecker: write(drawVerb.assignChecker),
	recordDrawn: write(drawVerb.recordDrawn),
	linkLookBack: write(drawVerb.linkLookBack),
	waiveDrawn: write(drawVerb.waiveDrawn),
	closeDraw: write(drawVerb.closeDraw),
	cancelDraw: write(drawVerb.cancelDraw),
};

/** An office's own referrals: those of another office, above or below, are none of its business. */
const OWN_OFFICE: PolicyRow = { ...NOBODY, provOffice: "home", cityOffice: "home", countyOffice: "home" };
const OWN_GROUP: PolicyRow = { ...NOBODY, leadingGroup: "home" };
const DISCIPLINE: PolicyRow = { ...NOBODY, discipline: "region" };
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
const SWEEP: PolicyRow = { ...OFFICES, leadUnit: "lead" };
/** Those who may be named to look back. */
const LOOKERS_BACK: PolicyRow = {
	...OFFICES_IN_REGION,
	supUnit: "region",
	accUnit: "region",
	sector: "region",
};
const OFFICES_OR_GROUP: PolicyRow = { ...OFFICES_IN_REGION, leadingGroup: "region" };

/**
 * Referrals (domain.md §6): the office writes and submits, its leading group decides, the discipline organ records its
 * own decision. Screenings: the office or the lead unit runs them, those who are screened report for themselves. Draws:
 * the offices draw, those who are named look back, and those whose work may be drawn learn nothing of it beforehand.
 */
export const CASE_POLICY: Readonly<Record<CaseAction, PolicyRow>> = {
	viewReferral: { ...OWN_OFFICE, leadingGroup: "home", discipline: "region" },
	draftReferral: OWN_OFFICE,
	amendReferral: OWN_OFFICE,
	submitReferral: OWN_OFFICE,
	withdrawReferral: OWN_OFFICE,
	returnReferral: OWN_GROUP,
	decideReferral: OWN_GROUP,
	receiveReferral: DISCIPLINE,
	recordOutcome: DISCIPLINE,
	recordAppeal: DISCIPLINE,
	decideAppeal: DISCIPLINE,
	viewScreening: {
		...OFFICES_IN_REGION,
		leadingGroup: "region",
		leadUnit: "region",
		respUnit: "region",
		supUnit: "region",
		accUnit: "region",
		sector: "region",
		discipline: "region",
		auditor: "region",
	},
	startScreening: SWEEP,
	amendScreening: SWEEP,
	recordScreened: { ...OFFICES_IN_REGION, leadUnit: "worker", respUnit: "worker" },
	waiveTarget: OFFICES,
	openFound: OFFICES_IN_REGION,
	dismissFound: OFFICES_IN_REGION,
	produceInstitution: SWEEP,
	closeScreening: SWEEP,
	cancelScreening: OFFICES,
	viewDraw: { ...LOOKERS_BACK, leadingGroup: "region", discipline: "region", auditor: "region" },
	openDraw: OFFICES_IN_REGION,
	freezeFrame: OFFICES_IN_REGION,
	drawLookBacks: OFFICES_IN_REGION,
	assignChecker: OFFICES_IN_REGION,
	recordDrawn: LOOKERS_BACK,
	linkLookBack: LOOKERS_BACK,
	waiveDrawn: OFFICES_OR_GROUP,
	closeDraw: OFFICES_IN_REGION,
	cancelDraw: OFFICES_OR_GROUP,
};
