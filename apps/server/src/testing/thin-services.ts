import { Me } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";
import { ServiceError, type Services } from "@zhenggai/services/contract";

const absent = (): never => {
	throw new ServiceError("NOT_FOUND");
};

/** Who asked, as the server made it out: what the tests of sign-in and keys look at. */
function meOf(actor: Actor): Me {
	if (!("role" in actor)) throw new ServiceError("NOT_SIGNED_IN");
	const { kind, name, role, region } = actor;
	return Me.parse({
		...{ kind, name, role, region, regionName: region, unit: null },
		actions: actor.kind === "program" ? actor.verbs : [],
		...{ today: "2026-03-01", serverVersion: "test", sample: false },
	});
}

/**
 * Use cases for tests of what stands before them: `access.getMe` tells who asked, `access.listUsers` fails in an
 * unforeseen way, and nothing else exists. Everything that needs a ledger is tested with the real ones.
 */
export const thinServices: Services = {
	access: {
		getMe: async (actor) => meOf(actor),
		listUsers: async () => {
			throw new Error("relation users of 张三 at postgresql://user:hunter2@db is broken");
		},
		registerUser: absent,
		createSignInLink: absent,
		listApiKeys: absent,
		createApiKey: absent,
		revokeApiKey: absent,
	},
	issues: {
		listIssues: absent,
		getIssue: absent,
		listHistory: absent,
		getCoverage: absent,
		watchIssues: absent,
		commandIssue: absent,
		listInspections: absent,
		commandInspection: absent,
		startImport: absent,
		rereadImport: absent,
		getImportSource: absent,
		getImport: absent,
		listImports: absent,
		listColumnLayouts: absent,
		saveColumnLayout: absent,
		forgetColumnLayout: absent,
		previewImport: absent,
		applyImport: absent,
		discardImport: absent,
		previewUndoImport: absent,
		undoImport: absent,
		watchImport: absent,
	},
	inTray: { listInTray: absent, countInTray: absent, listWaitingLists: absent },
	progress: {
		storeEvidence: absent,
		openEvidence: absent,
		getReportForm: absent,
		rehearseProgress: absent,
		getUploadLimit: absent,
	},
	complaints: {
		listComplaints: absent,
		getComplaint: absent,
		listComplaintHistory: absent,
		getComplaintTotals: absent,
		watchComplaints: absent,
		commandComplaint: absent,
		previewComplaintImport: absent,
		applyComplaintImport: absent,
	},
	closeOut: {
		previewNoticeImport: absent,
		applyNoticeImport: absent,
		archiveOf: absent,
		listClosing: absent,
		countClosingLists: absent,
		getPublicDesk: absent,
		listPublicNotices: absent,
		getPublicNotice: absent,
		listPublicResults: absent,
		objectPublicly: absent,
		lookUpObjection: absent,
		readObjectionContact: absent,
		listDraws: absent,
		getDraw: absent,
		listDrawHistory: absent,
		repeatDraw: absent,
		commandDraw: absent,
	},
	accountability: {
		listReferrals: absent,
		getReferral: absent,
		listReferralHistory: absent,
		commandReferral: absent,
	},
	screening: {
		listScreenings: absent,
		getScreening: absent,
		listScreeningHistory: absent,
		commandScreening: absent,
	},
	supervision: {
		listSweeps: absent,
		runSweep: absent,
		listInstruments: absent,
		watchInstruments: absent,
		getInstrument: absent,
		listInstrumentHistory: absent,
		commandInstrument: absent,
		simulateIssue: absent,
		simulateLedger: absent,
		listUnitScores: absent,
		listUnitPoints: absent,
		listExposures: absent,
	},
	responsibilities: {
		listUnits: absent,
		registerUnit: absent,
		amendUnit: absent,
		listPeople: absent,
		registerPerson: absent,
		listRegions: absent,
		registerRegions: absent,
		registerUnits: absent,
	},
	rules: {
		listRules: absent,
		listRuleSets: absent,
		checkIssue: absent,
		listRegionRules: absent,
		getRegionRules: absent,
		listRegionRulesHistory: absent,
		commandRegionRules: absent,
		previewRuleChange: absent,
		listCalendar: absent,
		listCalendarHistory: absent,
		previewCalendar: absent,
		commandCalendar: absent,
	},
	journal: {
		listEvents: absent,
		verifyIssue: absent,
		verifyComplaint: absent,
		verifyInstrument: absent,
		verifyRegionRules: absent,
		verifyCalendarYear: absent,
		verifyDraw: absent,
		verifyScreening: absent,
		verifyReferral: absent,
	},
};
