import type { Cadence, ContentBlock, EvidenceKind, Forecast, LagReason } from "../progress/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** 完成预期 (S30). */
export const forecast: Labels<Forecast> = {
	onTime: say("能按期完成", "On time"),
	likely: say("有望完成", "Likely"),
	unlikely: say("难以完成", "Unlikely"),
};

/** 滞后原因 (S11). */
export const lagReason: Labels<LagReason> = {
	planPoorlyArgued: say("方案论证不充分", "Plan poorly argued"),
	deadlineTooTight: say("时限过紧", "Deadline too tight"),
	wideScope: say("涉及面广", "Wide scope"),
	uncontrollable: say("不可控因素", "Uncontrollable factors"),
	weakPush: say("推进不力", "Weak push"),
	other: say("其他", "Other"),
};

export const cadence: Labels<Cadence> = {
	fortnight: say("双周", "Fortnight"),
	month: say("月", "Month"),
	quarter: say("季度", "Quarter"),
	halfYear: say("半年", "Half-year"),
	year: say("年", "Year"),
};

/** The blocks of the central monthly form (S10). */
export const contentBlock: Labels<ContentBlock> = {
	issueProgress: say("问题整改进展", "Progress of the issue"),
	policiesMade: say("制定的政策措施", "Policies and measures made"),
	goalCompletion: say("目标完成情况", "Goal completion"),
	accountability: say("追责问责情况", "Accountability"),
	qualityChange: say("环境质量变化", "Change of environmental quality"),
	publication: say("信息公开情况", "Publication"),
};

export const evidenceKind: Labels<EvidenceKind> = {
	photoBefore: say("整改前照片", "Photo before"),
	photoAfter: say("整改后照片", "Photo after"),
	completionAcceptance: say("竣工验收材料", "Completion acceptance"),
	monitoring: say("监测报告", "Monitoring report"),
	decision: say("处罚（处理）决定", "Decision"),
	execution: say("执行、缴款凭证", "Proof of execution"),
	issuedDocument: say("印发的文件", "Issued document"),
	request: say("请示", "Request"),
	reply: say("批复", "Reply"),
	legalDecision: say("法定决定文书", "Legal decision"),
	screenedUnits: say("排查清单", "List of screened units"),
	results: say("排查结果", "Screening results"),
	record: say("工作记录", "Record"),
	signIn: say("签到表", "Sign-in sheet"),
	contract: say("合同", "Contract"),
	selfCheckReport: say("自查报告", "Self-check report"),
	satisfaction: say("群众满意度材料", "Public satisfaction"),
	other: say("其他", "Other"),
};
