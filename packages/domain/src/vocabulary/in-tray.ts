import type { ComplaintWait } from "../complaints/index.ts";
import type { InTrayKind, InTrayLateness, InTrayList } from "../in-tray/index.ts";
import type { Bilingual } from "../kernel/index.ts";
import { formatDate } from "./format.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** 待办, what waits for somebody. */
export const inTrayKind: Labels<InTrayKind> = {
	reopen: say("反弹待重新挂账", "Rebound to be reopened"),
	answerObjection: say("异议待答复", "Objection to answer"),
	endNotice: say("公示期满待结束", "Notice to end"),
	receiveFiling: say("备案待回复", "Filing to answer"),
	fileCloseOut: say("待报送备案", "Close-out to file"),
	sign: say("销号待签字", "Signature due"),
	startNotice: say("待发布公示", "Notice to publish"),
	siteCheck: say("待现场核查", "Check on the spot"),
	accept: say("待验收", "Acceptance to decide"),
	expertOpinion: say("待专家验收", "Experts to hear"),
	ownOpinion: say("待提交专家意见", "Expert opinion to give"),
	discussion: say("待集体研究", "To be discussed"),
	gate: say("四个不放过待核定", "Gate to decide"),
	opinion: say("待出具督导意见", "Opinion to give"),
	supplements: say("待补充完善", "Supplements to hand in"),
	mechanism: say("待登记长效机制", "Mechanism to record"),
	screening: say("待登记举一反三", "Screening to record"),
	applyAcceptance: say("待申请验收", "Acceptance to apply for"),
	selfCheck: say("待自查", "Self-check due"),
	evidence: say("缺佐证材料", "Evidence missing"),
	reading: say("待登记指标值", "Figure to record"),
	delivery: say("待登记成果", "Deliverable to record"),
	decideContest: say("预警申诉待裁定", "Contest to decide"),
	settleExposure: say("通报曝光待核销", "Exposure to settle"),
	decideExtension: say("延期待审批", "Extension to decide"),
	decidePlanChange: say("方案调整待审批", "Plan change to decide"),
	reviewPlan: say("方案待审核", "Plan to review"),
	resolveDoubt: say("疑点待核销", "Doubt to resolve"),
	verifyMilestone: say("节点待核实", "Milestone to verify"),
	verifyMeasure: say("措施待核实", "Measure to verify"),
	verifyReply: say("督办回复待核实", "Reply to verify"),
	replyInstrument: say("督办待回复", "Instrument to answer"),
	acknowledgeInstrument: say("督办待签收", "Instrument to acknowledge"),
	issueInstrument: say("督办文书待制发", "Instrument to issue"),
	approveInstrument: say("督办文书待批准", "Instrument to approve"),
	holdTalk: say("待约谈", "Talk to hold"),
	minuteTalk: say("约谈待形成纪要", "Minutes to write"),
	preAcceptListing: say("挂牌督办待预验收", "Listing to pre-accept"),
	unlist: say("待解除挂牌", "Listing to lift"),
	listed: say("被挂牌督办", "Under listed supervision"),
	liftInstrument: say("督办待解除", "Instrument to lift"),
	proposal: say("建议督办", "Supervision proposed"),
	exposure: say("被通报曝光", "Exposed"),
	light: say("被亮灯预警", "Light is on"),
	mendPlan: say("方案被退回", "Plan returned"),
	mendReport: say("填报被退回", "Report returned"),
	report: say("进展待填报", "Report due"),
	milestone: say("节点待完成", "Milestone due"),
	assignOwners: say("待明确责任单位", "Owners to name"),
	handDown: say("挂空挡待分解", "To be handed down"),
	acknowledge: say("待签收", "Assignment to acknowledge"),
	startPlan: say("方案待编制", "Plan to write"),
	submitPlan: say("方案待报审", "Plan to hand in"),
	publishPlan: say("方案待公开", "Plan to publish"),
	publishResult: say("销号结果待公开", "Result to publish"),
	lookBack: say("待回头看", "Look-back due"),
	markLongTerm: say("待转长期坚持", "To be marked long-term"),
	reviewLongTerm: say("长期坚持待评估", "Long-term review due"),
};

/** 待办期限. */
export const inTrayLateness: Labels<InTrayLateness> = {
	overdue: say("已逾期", "Overdue"),
	soon: say("即将到期", "Due soon"),
	later: say("未到期", "Not due yet"),
	undated: say("无期限", "No date"),
};

/** 信访件待办, what complaints wait for. */
export const complaintWait: Labels<ComplaintWait> = {
	verify: say("待调查核实", "To be looked into"),
	reply: say("待办理反馈", "To be answered"),
	finish: say("阶段性办结待办结", "Stage-closed, to be finished"),
};

const WAITS_IN_ENGLISH: Readonly<Record<ComplaintWait, string>> = {
	verify: "to be looked into",
	reply: "to be answered",
	finish: "stage-closed, to be finished",
};

const counted = ({ count, exact }: InTrayList["total"]): string => `${count}${exact ? "" : "+"}`;

/** A head line in one sentence: `12件信访举报待办理反馈，最早2026年3月4日到期，2件已超期`. */
export function inTrayListText({ waiting, total, overdue, firstDue }: InTrayList): Bilingual {
	const [zh, en] = [
		[`${counted(total)}件信访举报${complaintWait[waiting].zh}`],
		[`${counted(total)} complaint${total.count === 1 ? "" : "s"} ${WAITS_IN_ENGLISH[waiting]}`],
	];
	if (firstDue !== null) {
		zh.push(`最早${formatDate(firstDue, "zh-CN")}到期`);
		en.push(`the first by ${formatDate(firstDue, "en")}`);
	}
	if (overdue.count > 0) {
		zh.push(`${counted(overdue)}件已超期`);
		en.push(`${counted(overdue)} overdue`);
	}
	return say(zh.join("，"), en.join(", "));
}
