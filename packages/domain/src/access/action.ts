import type { ComplaintVerb } from "../complaints/index.ts";
import type { IssueVerb } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import type { CalendarVerb, RegionRulesVerb } from "../rules/index.ts";
import type { InstrumentVerb } from "../supervision/index.ts";
import { caseVocab, vocab } from "../vocabulary/index.ts";
import { type ActionEntry, INSTRUMENT_ACTIONS, LOOP_ACTIONS, write } from "./action-loop.ts";
import { CASE_ACTIONS, type CaseAction } from "./cases.ts";

/** Everything that somebody may be allowed to do. The verbs of issues have their own names (domain.md §6). */
export type Action =
	| IssueVerb
	| ComplaintVerb
	| InstrumentVerb
	| CaseAction
	| RegionRulesVerb
	| CalendarVerb
	| "registerInspection"
	| "amendInspection"
	| "registerRegion"
	| "registerUnit"
	| "amendUnit"
	| "registerPerson"
	| "amendPerson"
	| "importDocument"
	| "undoImport"
	| "viewPublicNotice"
	| "objectPublicly"
	| "viewIssue"
	| "viewComplaint"
	| "viewJournal"
	| "viewInspection"
	| "viewUnit"
	| "viewPerson"
	| "viewRule"
	| "viewUser"
	| "registerUser"
	| "viewApiKey"
	| "createApiKey"
	| "revokeApiKey"
	| "createSignInLink"
	| "viewSweep"
	| "runSweep";

const read = (label: Bilingual): ActionEntry => ({ label, verb: "read" });
const administer = (label: Bilingual): ActionEntry => ({ label, verb: "administer" });
const { issueVerb, complaintVerb, inspectionVerb, otherVerb } = vocab;
const { regionRulesVerb, calendarVerb } = caseVocab;

/** The name of each action and what a program's key must be allowed to do for it. */
export const ACTIONS: Readonly<Record<Action, ActionEntry>> = {
	registerIssue: write(issueVerb.registerIssue),
	amendIssue: write(issueVerb.amendIssue),
	recordSourceText: write(issueVerb.recordSourceText),
	addMandate: write(issueVerb.addMandate),
	assignIssue: write(issueVerb.assignIssue),
	endAssignment: write(issueVerb.endAssignment),
	handOverAssignment: write(issueVerb.handOverAssignment),
	acknowledgeAssignment: write(issueVerb.acknowledgeAssignment),
	startPlanning: write(issueVerb.startPlanning),
	decomposeIssue: write(issueVerb.decomposeIssue),
	declareNotOurs: write(issueVerb.declareNotOurs),
	addMeasure: write(issueVerb.addMeasure),
	amendMeasure: write(issueVerb.amendMeasure),
	cancelMeasure: write(issueVerb.cancelMeasure),
	addSite: write(issueVerb.addSite),
	amendSite: write(issueVerb.amendSite),
	attachNotice: write(issueVerb.attachNotice),
	detachNotice: write(issueVerb.detachNotice),
	mergeIssue: write(issueVerb.mergeIssue),
	carryOverIssue: write(issueVerb.carryOverIssue),
	withdrawIssue: write(issueVerb.withdrawIssue),
	...LOOP_ACTIONS,
	...INSTRUMENT_ACTIONS,
	registerComplaint: write(complaintVerb.registerComplaint),
	amendComplaint: write(complaintVerb.amendComplaint),
	relateComplaint: write(complaintVerb.relateComplaint),
	unrelateComplaint: write(complaintVerb.unrelateComplaint),
	withdrawComplaint: write(complaintVerb.withdrawComplaint),
	...CASE_ACTIONS,
	registerInspection: write(inspectionVerb.registerInspection),
	amendInspection: write(inspectionVerb.amendInspection),
	registerRegion: write(say("登记行政区域", "Register region")),
	registerUnit: write(otherVerb.registerUnit),
	amendUnit: write(otherVerb.amendUnit),
	registerPerson: write(otherVerb.registerPerson),
	amendPerson: write(say("更正人员信息", "Amend person")),
	importDocument: { label: say("导入文件", "Import document"), verb: "import" },
	undoImport: { label: otherVerb.undoImport, verb: "import" },
	chooseRuleSet: administer(regionRulesVerb.chooseRuleSet),
	changeParameter: administer(regionRulesVerb.changeParameter),
	withdrawParameter: administer(regionRulesVerb.withdrawParameter),
	limitParameter: administer(regionRulesVerb.limitParameter),
	registerCalendarYear: administer(calendarVerb.registerCalendarYear),
	correctCalendarYear: administer(calendarVerb.correctCalendarYear),
	viewPublicNotice: read(say("查看公示和销号结果", "View public notices")),
	objectPublicly: write(say("对公示提出异议", "Object to a public notice")),
	viewIssue: read(say("查看问题", "View issues")),
	viewComplaint: read(say("查看信访件", "View complaints")),
	viewJournal: read(say("查看履历", "View history")),
	viewInspection: read(say("查看督察", "View inspections")),
	viewUnit: read(say("查看单位", "View units")),
	viewPerson: read(say("查看人员", "View people")),
	viewRule: read(say("查看规则", "View rules")),
	viewUser: administer(say("查看用户", "View users")),
	registerUser: administer(otherVerb.registerUser),
	viewApiKey: administer(say("查看接口密钥", "View API keys")),
	createApiKey: administer(otherVerb.createApiKey),
	revokeApiKey: administer(otherVerb.revokeApiKey),
	createSignInLink: administer(otherVerb.createSignInLink),
	viewSweep: read(say("查看夜间巡检", "View nightly sweeps")),
	runSweep: administer(say("立即巡检", "Sweep now")),
};

/** Whether `text` names an action. */
export const isAction = (text: string): text is Action => Object.hasOwn(ACTIONS, text);

/** Every action, in the order of the table. */
export const allActions: readonly Action[] = Object.keys(ACTIONS).filter(isAction);
