import type { CloseOutEvent } from "../close-out/index.ts";
import type { PlanEvent } from "../plans/index.ts";
import type { ProgressEvent } from "../progress/index.ts";
import type { SupervisionEvent } from "../supervision/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const planEvent: Labels<PlanEvent["type"]> = {
	goalsSet: say("设定目标指标", "Goals set"),
	planItemWaived: say("说明免列事项", "Plan item waived"),
	planSubmitted: say("方案报审", "Plan submitted"),
	planReturned: say("方案退回", "Plan returned"),
	planApproved: say("方案批准", "Plan approved"),
	planChangeProposed: say("申请调整方案", "Plan change proposed"),
	planChangeApproved: say("方案调整批准", "Plan change approved"),
	planChangeRefused: say("方案调整未批准", "Plan change refused"),
	extensionRequested: say("申请延期", "Extension requested"),
	extensionGranted: say("同意延期", "Extension granted"),
	extensionRefused: say("不同意延期", "Extension refused"),
	planPublished: say("方案公开", "Plan published"),
};

export const progressEvent: Labels<ProgressEvent["type"]> = {
	workLogged: say("工作记录", "Work logged"),
	reportingCycleOpened: say("发起调度", "Reporting cycle opened"),
	progressReported: say("填报进展", "Progress reported"),
	reportReturned: say("填报退回", "Report returned"),
	forecastSet: say("研判完成预期", "Forecast set"),
	evidenceAttached: say("上传佐证", "Evidence attached"),
	evidenceWithdrawn: say("撤下佐证", "Evidence withdrawn"),
	milestoneCompleted: say("节点报告完成", "Milestone completed"),
	milestoneVerified: say("节点核实", "Milestone verified"),
	measureCompleted: say("措施报告完成", "Measure completed"),
	measureVerified: say("措施核实", "Measure verified"),
	measureRejected: say("措施核实未通过", "Measure rejected"),
	measureWaived: say("措施免除", "Measure waived"),
	readingRecorded: say("记录指标值", "Reading recorded"),
	deliveryRecorded: say("记录成果", "Delivery recorded"),
	siteSelfChecked: say("点位自查通过", "Site self-checked"),
	doubtRaised: say("提出疑点", "Doubt raised"),
	doubtResolved: say("疑点核销", "Doubt resolved"),
};

export const supervisionEvent: Labels<SupervisionEvent["type"]> = {
	lightChanged: say("预警变化", "Light changed"),
	lightContested: say("预警申诉", "Light contested"),
	contestDecided: say("申诉裁定", "Contest decided"),
	exposureRecorded: say("登记通报曝光", "Exposure recorded"),
	exposureSettled: say("通报曝光核销", "Exposure settled"),
};

export const closeOutEvent: Labels<CloseOutEvent["type"]> = {
	selfCheckPassed: say("自查通过", "Self-check passed"),
	acceptanceApplied: say("申请验收", "Acceptance applied for"),
	siteCheckRecorded: say("现场核查", "Site check recorded"),
	expertOpinionRecorded: say("专家意见", "Expert opinion recorded"),
	discussionRecorded: say("集体研究", "Collective discussion recorded"),
	standardRuled: say("标准认定", "Standard ruled"),
	opinionGiven: say("督导意见", "Opinion given"),
	acceptancePassed: say("验收通过", "Acceptance passed"),
	acceptanceConditional: say("验收待补充", "Acceptance conditional"),
	acceptanceFailed: say("验收不通过", "Acceptance failed"),
	supplementsSubmitted: say("提交补充材料", "Supplements submitted"),
	gateDecided: say("四个不放过核定", "Gate decided"),
	mechanismRecorded: say("登记长效机制", "Mechanism recorded"),
	screeningRecorded: say("举一反三结果", "Screening recorded"),
	noticeStarted: say("发布公示", "Notice started"),
	objectionRegistered: say("登记异议", "Objection registered"),
	objectionDismissed: say("异议不成立", "Objection dismissed"),
	objectionUpheld: say("异议成立", "Objection upheld"),
	noticeEnded: say("公示结束", "Notice ended"),
	closeOutSigned: say("销号审签", "Close-out signed"),
	signaturesCompleted: say("审签完成", "Signatures completed"),
	closeOutFiled: say("报送备案", "Close-out filed"),
	filingReturned: say("备案退回", "Filing returned"),
	issueClosed: say("销号", "Closed out"),
	resultPublished: say("公开销号结果", "Result published"),
	lookBackRecorded: say("回头看", "Look-back recorded"),
	issueReopened: say("反弹重新挂账", "Reopened"),
	reinforcementOrdered: say("转入强化整改", "Reinforcement ordered"),
	longTermMarked: say("转为长期坚持", "Marked long-term"),
	longTermReviewed: say("长期坚持评估", "Long-term reviewed"),
};
