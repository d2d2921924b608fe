import type { CloseOutVerb } from "../close-out/index.ts";
import type { PlanVerb } from "../plans/index.ts";
import type { ProgressVerb } from "../progress/index.ts";
import type { SupervisionVerb } from "../supervision/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const planVerb: Labels<PlanVerb> = {
	setGoals: say("设定目标指标", "Set goals"),
	waivePlanItem: say("说明免列事项", "Waive plan item"),
	submitPlan: say("方案报审", "Submit plan"),
	reviewPlan: say("审核方案", "Review plan"),
	proposePlanChange: say("申请调整方案", "Propose plan change"),
	decidePlanChange: say("审批方案调整", "Decide plan change"),
	requestExtension: say("申请延期", "Request extension"),
	decideExtension: say("审批延期", "Decide extension"),
	publishPlan: say("公开方案", "Publish plan"),
};

export const progressVerb: Labels<ProgressVerb> = {
	logWork: say("记录工作", "Log work"),
	openReportingCycle: say("发起调度", "Open reporting cycle"),
	reportProgress: say("填报进展", "Report progress"),
	returnReport: say("退回填报", "Return report"),
	setForecast: say("研判完成预期", "Set forecast"),
	attachEvidence: say("上传佐证", "Attach evidence"),
	withdrawEvidence: say("撤下佐证", "Withdraw evidence"),
	completeMilestone: say("报告节点完成", "Complete milestone"),
	verifyMilestone: say("核实节点", "Verify milestone"),
	completeMeasure: say("报告措施完成", "Complete measure"),
	verifyMeasure: say("核实措施", "Verify measure"),
	waiveMeasure: say("批准免除措施", "Waive measure"),
	recordReading: say("记录指标值", "Record reading"),
	recordDelivery: say("记录成果", "Record delivery"),
	selfCheckSite: say("点位自查通过", "Self-check site"),
	raiseDoubt: say("提出疑点", "Raise doubt"),
	resolveDoubt: say("核销疑点", "Resolve doubt"),
};

export const supervisionVerb: Labels<SupervisionVerb> = {
	recordLight: say("亮灯", "Record light"),
	contestLight: say("申诉预警", "Contest light"),
	decideContest: say("裁定申诉", "Decide contest"),
	recordExposure: say("登记通报曝光", "Record exposure"),
	settleExposure: say("核销通报曝光", "Settle exposure"),
};

export const closeOutVerb: Labels<CloseOutVerb> = {
	selfCheck: say("自查通过", "Self-check"),
	applyAcceptance: say("申请验收", "Apply for acceptance"),
	recordSiteCheck: say("现场核查", "Record site check"),
	recordExpertOpinion: say("登记专家意见", "Record expert opinion"),
	giveExpertOpinion: say("提交专家意见", "Give expert opinion"),
	recordDiscussion: say("登记集体研究", "Record collective discussion"),
	ruleStandard: say("认定标准", "Rule on standard"),
	giveOpinion: say("出具督导意见", "Give opinion"),
	decideAcceptance: say("出具验收意见", "Decide acceptance"),
	submitSupplements: say("提交补充材料", "Submit supplements"),
	decideGate: say("四个不放过核定", "Decide gate"),
	recordMechanism: say("登记长效机制", "Record mechanism"),
	recordScreening: say("登记举一反三结果", "Record screening"),
	startNotice: say("发布公示", "Start notice"),
	registerObjection: say("登记异议", "Register objection"),
	answerObjection: say("答复异议", "Answer objection"),
	endNotice: say("结束公示", "End notice"),
	signCloseOut: say("销号审签", "Sign close-out"),
	fileCloseOut: say("报送备案", "File close-out"),
	receiveFiling: say("接收备案", "Receive filing"),
	publishResult: say("公开销号结果", "Publish result"),
	recordLookBack: say("登记回头看", "Record look-back"),
	reopenIssue: say("反弹重新挂账", "Reopen"),
	reinforceIssue: say("转入强化整改", "Reinforce"),
	markLongTerm: say("转为长期坚持", "Mark long-term"),
	reviewLongTerm: say("长期坚持评估", "Review long-term"),
};
