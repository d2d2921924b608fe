import { createApiKey } from "./access/create-api-key.ts";
import { createSignInLink } from "./access/create-sign-in-link.ts";
import { getMe } from "./access/get-me.ts";
import { listApiKeys } from "./access/list-api-keys.ts";
import { listUsers } from "./access/list-users.ts";
import { registerUser } from "./access/register-user.ts";
import { revokeApiKey } from "./access/revoke-api-key.ts";
import { commandReferral } from "./accountability/command-referral.ts";
import { getReferral } from "./accountability/get-referral.ts";
import { listReferralHistory } from "./accountability/list-referral-history.ts";
import { listReferrals } from "./accountability/list-referrals.ts";
import { applyNoticeImport } from "./close-out/apply-notice-import.ts";
import { archiveOf } from "./close-out/archive-of.ts";
import { commandDraw } from "./close-out/command-draw.ts";
import { getDraw } from "./close-out/get-draw.ts";
import { countClosingLists, listClosing } from "./close-out/list-closing.ts";
import { listDrawHistory } from "./close-out/list-draw-history.ts";
import { listDraws } from "./close-out/list-draws.ts";
import { lookUpObjection } from "./close-out/look-up-objection.ts";
import { objectPublicly } from "./close-out/object-publicly.ts";
import { previewNoticeImport } from "./close-out/preview-notice-import.ts";
import {
	getPublicDesk,
	getPublicNotice,
	listPublicNotices,
	listPublicResults,
} from "./close-out/public-desk.ts";
import { readObjectionContact } from "./close-out/read-objection-contact.ts";
import { repeatDraw } from "./close-out/repeat-draw.ts";
import { applyComplaintImport } from "./complaints/apply-complaint-import.ts";
import { commandComplaint } from "./complaints/command-complaint.ts";
import { getComplaint } from "./complaints/get-complaint.ts";
import { getComplaintTotals } from "./complaints/get-complaint-totals.ts";
import { listComplaintHistory } from "./complaints/list-complaint-history.ts";
import { listComplaints } from "./complaints/list-complaints.ts";
import { previewComplaintImport } from "./complaints/preview-complaint-import.ts";
import { watchComplaints } from "./complaints/watch-complaints.ts";
import { countInTray } from "./in-tray/count-in-tray.ts";
import { listInTray } from "./in-tray/list-in-tray.ts";
import { listWaitingLists } from "./in-tray/list-waiting-lists.ts";
import { applyImport } from "./issues/apply-import.ts";
import { commandInspection } from "./issues/command-inspection.ts";
import { commandIssue } from "./issues/command-issue.ts";
import { discardImport } from "./issues/discard-import.ts";
import { forgetColumnLayout } from "./issues/forget-column-layout.ts";
import { getCoverage } from "./issues/get-coverage.ts";
import { getImport } from "./issues/get-import.ts";
import { getImportSource } from "./issues/get-import-source.ts";
import { getIssue } from "./issues/get-issue.ts";
import { listColumnLayouts } from "./issues/list-column-layouts.ts";
import { listHistory } from "./issues/list-history.ts";
import { listImports } from "./issues/list-imports.ts";
import { listInspections } from "./issues/list-inspections.ts";
import { listIssues } from "./issues/list-issues.ts";
import { previewImport } from "./issues/preview-import.ts";
import { previewUndoImport } from "./issues/preview-undo-import.ts";
import { rereadImport } from "./issues/reread-import.ts";
import { saveColumnLayout } from "./issues/save-column-layout.ts";
import { startImport } from "./issues/start-import.ts";
import { undoImport } from "./issues/undo-import.ts";
import { watchImport } from "./issues/watch-import.ts";
import { watchIssues } from "./issues/watch-issues.ts";
import { listEvents } from "./journal/list-events.ts";
import { verifyCalendarYear } from "./journal/verify-calendar-year.ts";
import { verifyComplaint } from "./journal/verify-complaint.ts";
import { verifyDraw } from "./journal/verify-draw.ts";
import { verifyInstrument } from "./journal/verify-instrument.ts";
import { verifyIssue } from "./journal/verify-issue.ts";
import { verifyReferral } from "./journal/verify-referral.ts";
import { verifyRegionRules } from "./journal/verify-region-rules.ts";
import { verifyScreening } from "./journal/verify-screening.ts";
import { followRules } from "./kit/rules-for.ts";
import type { ServiceDependencies } from "./ports.ts";
import { getReportForm } from "./progress/get-report-form.ts";
import { getUploadLimit } from "./progress/get-upload-limit.ts";
import { openEvidence } from "./progress/open-evidence.ts";
import { rehearseProgress } from "./progress/rehearse-progress.ts";
import { storeEvidence } from "./progress/store-evidence.ts";
import { amendUnit } from "./responsibilities/amend-unit.ts";
import { listPeople } from "./responsibilities/list-people.ts";
import { listRegions } from "./responsibilities/list-regions.ts";
import { listUnits } from "./responsibilities/list-units.ts";
import { registerPerson } from "./responsibilities/register-person.ts";
import { registerRegions } from "./responsibilities/register-regions.ts";
import { registerUnit } from "./responsibilities/register-unit.ts";
import { registerUnits } from "./responsibilities/register-units.ts";
import { checkIssue } from "./rules/check-issue.ts";
import { commandCalendar } from "./rules/command-calendar.ts";
import { commandRegionRules } from "./rules/command-region-rules.ts";
import { getRegionRules } from "./rules/get-region-rules.ts";
import { listCalendar } from "./rules/list-calendar.ts";
import { listCalendarHistory } from "./rules/list-calendar-history.ts";
import { listRegionRules } from "./rules/list-region-rules.ts";
import { listRegionRulesHistory } from "./rules/list-region-rules-history.ts";
import { listRuleSets } from "./rules/list-rule-sets.ts";
import { listRules } from "./rules/list-rules.ts";
import { previewCalendar } from "./rules/preview-calendar.ts";
import { previewRuleChange } from "./rules/preview-rule-change.ts";
import { commandScreening } from "./screening/command-screening.ts";
import { getScreening } from "./screening/get-screening.ts";
import { listScreeningHistory } from "./screening/list-screening-history.ts";
import { listScreenings } from "./screening/list-screenings.ts";
import type { Services } from "./services.ts";
import { commandInstrument } from "./supervision/command-instrument.ts";
import { getInstrument } from "./supervision/get-instrument.ts";
import { listExposures } from "./supervision/list-exposures.ts";
import { listInstrumentHistory } from "./supervision/list-instrument-history.ts";
import { listInstruments } from "./supervision/list-instruments.ts";
import { listUnitPoints } from "./supervision/list-unit-points.ts";
import { listUnitScores } from "./supervision/list-unit-scores.ts";
import { simulateIssue } from "./supervision/simulate-issue.ts";
import { simulateLedger } from "./supervision/simulate-ledger.ts";
import { watchInstruments } from "./supervision/watch-instruments.ts";
import { listSweeps } from "./sweep/list-sweeps.ts";
import { runSweep } from "./sweep/run-sweep.ts";

/** Every use case, on a database, a clock and a source of ids. Holds nothing that has to be closed. */
export function createServices(context: ServiceDependencies): Services {
	followRules(context.database, context.feed);
	return {
		issues: {
			listIssues: listIssues(context),
			getIssue: getIssue(context),
			listHistory: listHistory(context),
			getCoverage: getCoverage(context),
			watchIssues: watchIssues(context),
			commandIssue: commandIssue(context),
			listInspections: listInspections(context),
			commandInspection: commandInspection(context),
			startImport: startImport(context),
			rereadImport: rereadImport(context),
			getImportSource: getImportSource(context),
			getImport: getImport(context),
			listImports: listImports(context),
			listColumnLayouts: listColumnLayouts(context),
			saveColumnLayout: saveColumnLayout(context),
			forgetColumnLayout: forgetColumnLayout(context),
			previewImport: previewImport(context),
			applyImport: applyImport(context),
			discardImport: discardImport(context),
			previewUndoImport: previewUndoImport(context),
			undoImport: undoImport(context),
			watchImport: watchImport(context),
		},
		progress: {
			storeEvidence: storeEvidence(context),
			openEvidence: openEvidence(context),
			getReportForm: getReportForm(context),
			rehearseProgress: rehearseProgress(context),
			getUploadLimit: getUploadLimit(context),
		},
		complaints: {
			listComplaints: listComplaints(context),
			getComplaint: getComplaint(context),
			listComplaintHistory: listComplaintHistory(context),
			getComplaintTotals: getComplaintTotals(context),
			watchComplaints: watchComplaints(context),
			commandComplaint: commandComplaint(context),
			previewComplaintImport: previewComplaintImport(context),
			applyComplaintImport: applyComplaintImport(context),
		},
		closeOut: {
			previewNoticeImport: previewNoticeImport(context),
			applyNoticeImport: applyNoticeImport(context),
			archiveOf: archiveOf(context),
			listClosing: listClosing(context),
			countClosingLists: countClosingLists(context),
			getPublicDesk: getPublicDesk(context),
			listPublicNotices: listPublicNotices(context),
			getPublicNotice: getPublicNotice(context),
			listPublicResults: listPublicResults(context),
			objectPublicly: objectPublicly(context),
			lookUpObjection: lookUpObjection(context),
			readObjectionContact: readObjectionContact(context),
			listDraws: listDraws(context),
			getDraw: getDraw(context),
			listDrawHistory: listDrawHistory(context),
			repeatDraw: repeatDraw(context),
			commandDraw: commandDraw(context),
		},
		accountability: {
			listReferrals: listReferrals(context),
			getReferral: getReferral(context),
			listReferralHistory: listReferralHistory(context),
			commandReferral: commandReferral(context),
		},
		screening: {
			listScreenings: listScreenings(context),
			getScreening: getScreening(context),
			listScreeningHistory: listScreeningHistory(context),
			commandScreening: commandScreening(context),
		},
		inTray: {
			listInTray: listInTray(context),
			countInTray: countInTray(context),
			listWaitingLists: listWaitingLists(context),
		},
		supervision: {
			listSweeps: listSweeps(context),
			runSweep: runSweep(context),
			simulateIssue: simulateIssue(context),
			simulateLedger: simulateLedger(context),
			listExposures: listExposures(context),
			listInstruments: listInstruments(context),
			listUnitPoints: listUnitPoints(context),
			listUnitScores: listUnitScores(context),
			watchInstruments: watchInstruments(context),
			getInstrument: getInstrument(context),
			listInstrumentHistory: listInstrumentHistory(context),
			commandInstrument: commandInstrument(context),
		},
		responsibilities: {
			listUnits: listUnits(context),
			registerUnit: registerUnit(context),
			registerUnits: registerUnits(context),
			amendUnit: amendUnit(context),
			listPeople: listPeople(context),
			registerPerson: registerPerson(context),
			listRegions: listRegions(context),
			registerRegions: registerRegions(context),
		},
		rules: {
			listRules: listRules(),
			listRuleSets: listRuleSets(),
			checkIssue: checkIssue(context),
			listRegionRules: listRegionRules(context),
			getRegionRules: getRegionRules(context),
			listRegionRulesHistory: listRegionRulesHistory(context),
			commandRegionRules: commandRegionRules(context),
			previewRuleChange: previewRuleChange(context),
			listCalendar: listCalendar(context),
			listCalendarHistory: listCalendarHistory(context),
			previewCalendar: previewCalendar(context),
			commandCalendar: commandCalendar(context),
		},
		journal: {
			listEvents: listEvents(context),
			verifyIssue: verifyIssue(context),
			verifyComplaint: verifyComplaint(context),
			verifyInstrument: verifyInstrument(context),
			verifyRegionRules: verifyRegionRules(context),
			verifyCalendarYear: verifyCalendarYear(context),
			verifyDraw: verifyDraw(context),
			verifyScreening: verifyScreening(context),
			verifyReferral: verifyReferral(context),
		},
		access: {
			getMe: getMe(context),
			listUsers: listUsers(context),
			registerUser: registerUser(context),
			createSignInLink: createSignInLink(context),
			listApiKeys: listApiKeys(context),
			createApiKey: createApiKey(context),
			revokeApiKey: revokeApiKey(context),
		},
	};
}
