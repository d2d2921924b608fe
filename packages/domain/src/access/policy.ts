import type { Action } from "./action.ts";
import { CASE_POLICY } from "./cases.ts";
import { NOBODY, type PolicyRow } from "./grant.ts";
import { INSTRUMENT_POLICY, LOOP_POLICY } from "./policy-loop.ts";

/** Feedback is entered by the receiving office; a county office enters only what it found itself. */
const INTAKE: PolicyRow = {
	...NOBODY,
	provOffice: "ownList",
	cityOffice: "ownList",
	countyOffice: "selfFound",
};

const OFFICES: PolicyRow = {
	...NOBODY,
	provOffice: "ownList",
	cityOffice: "ownList",
	countyOffice: "ownList",
};

/** Work on a plan: the offices keep the list, the units write what they will do. */
const PLAN_WORK: PolicyRow = { ...OFFICES, leadUnit: "worker", respUnit: "worker" };

const PLACE_KEEPERS: PolicyRow = {
	...NOBODY,
	provOffice: "region",
	cityOffice: "region",
	countyOffice: "region",
};

const VIEW: PolicyRow = {
	...PLACE_KEEPERS,
	leadingGroup: "region",
	leadUnit: "region",
	respUnit: "region",
	supUnit: "region",
	accUnit: "region",
	sector: "region",
	discipline: "region",
	liaison: "region",
	enterprise: "unit",
	auditor: "region",
};

/** Tables of complaints are kept by the offices and the liaison group (信访、边督边改联络组). */
const COMPLAINT_KEEPERS: PolicyRow = { ...PLACE_KEEPERS, liaison: "region" };

/** Those who handle or oversee complaints; their texts are no business of the others (domain.md §6). */
const VIEW_COMPLAINTS: PolicyRow = {
	...COMPLAINT_KEEPERS,
	leadingGroup: "region",
	respUnit: "region",
	supUnit: "region",
	discipline: "region",
	auditor: "region",
};

const VIEW_HISTORY: PolicyRow = {
	...VIEW,
	leadUnit: "unit",
	respUnit: "unit",
	supUnit: "unit",
	accUnit: "unit",
	sector: "unit",
	liaison: "none",
	enterprise: "none",
};

const VIEW_NAMES: PolicyRow = {
	...NOBODY,
	provOffice: "anywhere",
	cityOffice: "anywhere",
	countyOffice: "anywhere",
	leadingGroup: "anywhere",
	leadUnit: "anywhere",
	respUnit: "anywhere",
	supUnit: "anywhere",
	accUnit: "anywhere",
	sector: "anywhere",
	discipline: "anywhere",
	liaison: "anywhere",
	auditor: "anywhere",
};

const EVERYBODY: PolicyRow = {
	...VIEW_NAMES,
	expert: "anywhere",
	public: "anywhere",
	enterprise: "anywhere",
};

/** Rule sets are the province's; a city may change them within what the province allows (domain.md §6). */
const KEEPERS_OF_RULES: PolicyRow = { ...NOBODY, provOffice: "region", cityOffice: "region" };

/** The calendar is the country's, and the same in the whole ledger: the province keeps it (domain.md §6). */
const KEEPERS_OF_CALENDAR: PolicyRow = { ...NOBODY, provOffice: "anywhere" };

const KEEPERS_OF_ACCOUNTS: PolicyRow = {
	...NOBODY,
	provOffice: "grantee",
	cityOffice: "grantee",
	countyOffice: "grantee",
};

/** The policy: who may do what, and how far. What is not named here is refused. */
export const POLICY: Readonly<Record<Action, PolicyRow>> = {
	registerIssue: INTAKE,
	recordSourceText: OFFICES,
	addMandate: INTAKE,
	amendIssue: PLAN_WORK,
	assignIssue: OFFICES,
	endAssignment: OFFICES,
	handOverAssignment: OFFICES,
	acknowledgeAssignment: {
		...OFFICES,
		leadingGroup: "assigned",
		leadUnit: "assigned",
		respUnit: "assigned",
		supUnit: "assigned",
		accUnit: "assigned",
		sector: "assigned",
		enterprise: "assigned",
	},
	startPlanning: { ...NOBODY, leadUnit: "lead" },
	decomposeIssue: OFFICES,
	declareNotOurs: OFFICES,
	addMeasure: PLAN_WORK,
	amendMeasure: PLAN_WORK,
	cancelMeasure: PLAN_WORK,
	addSite: PLAN_WORK,
	amendSite: PLAN_WORK,
	attachNotice: OFFICES,
	detachNotice: OFFICES,
	mergeIssue: OFFICES,
	carryOverIssue: OFFICES,
	withdrawIssue: OFFICES,
	...LOOP_POLICY,
	...INSTRUMENT_POLICY,
	registerComplaint: COMPLAINT_KEEPERS,
	amendComplaint: COMPLAINT_KEEPERS,
	relateComplaint: COMPLAINT_KEEPERS,
	unrelateComplaint: COMPLAINT_KEEPERS,
	withdrawComplaint: COMPLAINT_KEEPERS,
	...CASE_POLICY,
	registerInspection: INTAKE,
	amendInspection: INTAKE,
	registerRegion: PLACE_KEEPERS,
	registerUnit: PLACE_KEEPERS,
	amendUnit: PLACE_KEEPERS,
	registerPerson: PLACE_KEEPERS,
	amendPerson: PLACE_KEEPERS,
	importDocument: PLACE_KEEPERS,
	undoImport: OFFICES,
	chooseRuleSet: KEEPERS_OF_RULES,
	changeParameter: KEEPERS_OF_RULES,
	withdrawParameter: KEEPERS_OF_RULES,
	limitParameter: { ...NOBODY, provOffice: "region" },
	registerCalendarYear: KEEPERS_OF_CALENDAR,
	correctCalendarYear: KEEPERS_OF_CALENDAR,
	// What is published is published for everybody; whoever is not signed in is let in by the server's configuration.
	viewPublicNotice: EVERYBODY,
	objectPublicly: EVERYBODY,
	// An expert sees what he was named for, and nothing beside it.
	viewIssue: { ...VIEW, expert: "panel" },
	viewComplaint: VIEW_COMPLAINTS,
	viewJournal: VIEW_HISTORY,
	viewInspection: VIEW_NAMES,
	viewUnit: VIEW_NAMES,
	viewPerson: VIEW_NAMES,
	viewRule: { ...VIEW_NAMES, expert: "anywhere", enterprise: "anywhere" },
	viewUser: KEEPERS_OF_ACCOUNTS,
	registerUser: KEEPERS_OF_ACCOUNTS,
	viewApiKey: KEEPERS_OF_ACCOUNTS,
	createApiKey: KEEPERS_OF_ACCOUNTS,
	revokeApiKey: KEEPERS_OF_ACCOUNTS,
	// Only the operator of the server's own machine, see `can`.
	createSignInLink: NOBODY,
	viewSweep: { ...PLACE_KEEPERS, leadingGroup: "region", auditor: "region" },
	runSweep: { ...NOBODY, provOffice: "region" },
};

/**
 * What the server's own jobs may do: look at everything and keep the ledger, as the loading of the sample does. They
 * hand out no keys and no links. An acknowledgement by them is one on somebody's behalf.
 */
export const SYSTEM_ACTIONS: ReadonlySet<Action> = new Set<Action>([
	"viewIssue",
	"viewComplaint",
	"viewScreening",
	"viewJournal",
	"viewInspection",
	"viewUnit",
	"viewPerson",
	"viewRule",
	"viewSweep",
	"runSweep",
	"registerInspection",
	"amendInspection",
	"registerRegion",
	"registerUnit",
	"amendUnit",
	"registerPerson",
	"amendPerson",
	"registerUser",
	"importDocument",
	"undoImport",
	"registerIssue",
	"amendIssue",
	"recordSourceText",
	"addMandate",
	"assignIssue",
	"endAssignment",
	"handOverAssignment",
	"acknowledgeAssignment",
	"startPlanning",
	"decomposeIssue",
	"declareNotOurs",
	"addMeasure",
	"amendMeasure",
	"cancelMeasure",
	"addSite",
	"amendSite",
	"attachNotice",
	"detachNotice",
	"mergeIssue",
	"carryOverIssue",
	"withdrawIssue",
	"openReportingCycle",
	"recordLight",
	"raiseDoubt",
	"endNotice",
	"receiveFiling",
	// What a sweep found, once its lead unit has closed it.
	"recordScreening",
	// In the name of the public, whose objections come without an account.
	"registerObjection",
	"registerComplaint",
	"amendComplaint",
	"relateComplaint",
	"unrelateComplaint",
	"withdrawComplaint",
]);
