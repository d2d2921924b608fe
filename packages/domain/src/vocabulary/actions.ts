import type {
	Ending,
	InspectionCommand,
	InspectionEvent,
	IssueEvent,
	IssueVerb,
	RoomVerb,
} from "../issues/index.ts";
import type { Labels } from "./label.ts";
import { closeOutEvent, planEvent, progressEvent, supervisionEvent } from "./loop-events.ts";
import { closeOutVerb, planVerb, progressVerb, supervisionVerb } from "./loop-verbs.ts";
import { say } from "./say.ts";

/** What can be asked on the way through the closed loop: of plan, progress, supervision and close-out. */
export const loopVerb: Labels<RoomVerb> = {
	...planVerb,
	...progressVerb,
	...supervisionVerb,
	...closeOutVerb,
};

/** What can be asked of an issue, in the trade's words. */
export const issueVerb: Labels<IssueVerb> = {
	registerIssue: say("登记入账", "Register"),
	amendIssue: say("更正要素", "Amend"),
	recordSourceText: say("补录原文", "Record source text"),
	addMandate: say("关联来源", "Add mandate"),
	assignIssue: say("交办", "Assign"),
	endAssignment: say("解除责任", "End assignment"),
	handOverAssignment: say("责任交接", "Hand over"),
	acknowledgeAssignment: say("签收认领", "Acknowledge"),
	startPlanning: say("编制措施", "Start planning"),
	decomposeIssue: say("分解", "Decompose"),
	declareNotOurs: say("认定不涉及", "Declare not ours"),
	addMeasure: say("增加措施", "Add measure"),
	amendMeasure: say("修改措施", "Amend measure"),
	cancelMeasure: say("取消措施", "Cancel measure"),
	addSite: say("增加点位", "Add site"),
	amendSite: say("修改点位", "Amend site"),
	attachNotice: say("附上公示", "Attach notice"),
	detachNotice: say("取下公示", "Detach notice"),
	mergeIssue: say("并案", "Merge"),
	carryOverIssue: say("转入新一轮", "Carry over"),
	withdrawIssue: say("撤销", "Withdraw"),
	...loopVerb,
};

export const inspectionVerb: Labels<InspectionCommand["type"]> = {
	registerInspection: say("登记督察", "Register inspection"),
	amendInspection: say("更正督察信息", "Amend inspection"),
};

/** The changing use cases beside the commands of issues and inspections. */
export type OtherVerb =
	| "startImport"
	| "previewImport"
	| "applyImport"
	| "discardImport"
	| "undoImport"
	| "registerUnit"
	| "amendUnit"
	| "registerPerson"
	| "amendPerson"
	| "registerRegion"
	| "registerUser"
	| "createSignInLink"
	| "createApiKey"
	| "revokeApiKey";

export const otherVerb: Labels<OtherVerb> = {
	startImport: say("读取文件", "Read document"),
	previewImport: say("预览导入", "Preview import"),
	applyImport: say("确认入账", "Apply import"),
	discardImport: say("放弃导入", "Discard import"),
	undoImport: say("撤销导入", "Undo import"),
	registerUnit: say("登记单位", "Register unit"),
	amendUnit: say("更正单位信息", "Amend unit"),
	registerPerson: say("登记人员", "Register person"),
	amendPerson: say("更正人员信息", "Amend person"),
	registerRegion: say("登记行政区域", "Register region"),
	registerUser: say("登记用户", "Register user"),
	createSignInLink: say("生成登录链接", "Create sign-in link"),
	createApiKey: say("签发接口密钥", "Issue API key"),
	revokeApiKey: say("吊销接口密钥", "Revoke API key"),
};

/** What happened to an issue, as the timeline says it. */
export const issueEvent: Labels<IssueEvent["type"]> = {
	issueRegistered: say("登记入账", "Registered"),
	issueAmended: say("更正要素", "Amended"),
	sourceTextRecorded: say("补录原文", "Source text recorded"),
	mandateAdded: say("关联来源", "Mandate added"),
	issueAssigned: say("交办", "Assigned"),
	assignmentEnded: say("解除责任", "Assignment ended"),
	assignmentHandedOver: say("责任交接", "Handed over"),
	assignmentAcknowledged: say("签收认领", "Acknowledged"),
	planningStarted: say("开始编制措施", "Planning started"),
	issueDecomposed: say("分解", "Decomposed"),
	notOursDeclared: say("认定不涉及", "Declared not ours"),
	measuresAdded: say("增加措施", "Measures added"),
	measureAmended: say("修改措施", "Measure amended"),
	measureCancelled: say("取消措施", "Measure cancelled"),
	siteAdded: say("增加点位", "Site added"),
	siteAmended: say("修改点位", "Site amended"),
	noticeAttached: say("附上公示", "Notice attached"),
	noticeDetached: say("取下公示", "Notice detached"),
	issueEnded: say("离开台账", "Left the ledger"),
	importUndone: say("撤销导入", "Import undone"),
	...planEvent,
	...progressEvent,
	...supervisionEvent,
	...closeOutEvent,
};

export const inspectionEvent: Labels<InspectionEvent["type"]> = {
	inspectionRegistered: say("登记督察", "Inspection registered"),
	inspectionAmended: say("更正督察信息", "Inspection amended"),
};

/** Why an issue left the ledger other than by close-out. */
export const endingKind: Labels<Ending["kind"]> = {
	merged: say("并案", "Merged"),
	carriedOver: say("转入新一轮", "Carried over"),
	withdrawn: say("撤销", "Withdrawn"),
	voided: say("登记作废", "Registration voided"),
};
