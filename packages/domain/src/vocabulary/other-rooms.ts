import type { ComplaintChannel, ComplaintStatus, PollutionType, Verdict } from "../complaints/index.ts";
import type { StreamKind } from "../journal/index.ts";
import type { RuleGate, RuleGroup } from "../rules/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const pollutionType: Labels<PollutionType> = {
	water: say("水", "Water"),
	air: say("大气", "Air"),
	soil: say("土壤", "Soil"),
	noise: say("噪声", "Noise"),
	solidWaste: say("固体废物", "Solid waste"),
	ecology: say("生态", "Ecology"),
	radiation: say("辐射", "Radiation"),
	marine: say("海洋", "Marine"),
	fume: say("油烟", "Cooking fume"),
	dust: say("扬尘", "Dust"),
	other: say("其他", "Other"),
};

/** 是否属实. */
export const verdict: Labels<Verdict> = {
	true: say("属实", "True"),
	mostlyTrue: say("基本属实", "Mostly true"),
	partlyTrue: say("部分属实", "Partly true"),
	untrue: say("不属实", "Untrue"),
};

/** 是否办结. */
export const complaintStatus: Labels<ComplaintStatus> = {
	closed: say("已办结", "Closed"),
	stageClosed: say("阶段性办结", "Stage-closed"),
	open: say("未办结", "Open"),
};

export const complaintChannel: Labels<ComplaintChannel> = {
	phone: say("来电", "Call"),
	letter: say("来信", "Letter"),
	wechat: say("微信", "WeChat"),
	other: say("其他", "Other"),
};

export const streamKind: Labels<StreamKind> = {
	inspection: say("督察", "Inspection"),
	issue: say("问题", "Issue"),
	complaint: say("信访件", "Complaint"),
	referral: say("问责线索", "Referral"),
	screening: say("举一反三排查", "Screening"),
	draw: say("回头看抽查", "Look-back draw"),
	unit: say("单位", "Unit"),
	region: say("行政区划", "Region"),
	person: say("人员", "Person"),
	import: say("导入", "Import"),
	ruleSet: say("规则集", "Rule set"),
	calendar: say("工作日历", "Working calendar"),
	access: say("权限", "Access"),
	instrument: say("督办文书", "Supervision instrument"),
};

export const ruleGroup: Labels<RuleGroup> = {
	PLAN: say("方案编制", "Planning"),
	BASE: say("整改基线", "Baseline"),
	DL: say("整改时限", "Deadlines"),
	EXT: say("延期", "Extension"),
	PRG: say("进展调度", "Progress"),
	WRN: say("预警", "Warning"),
	SUP: say("督办", "Supervision"),
	EV: say("佐证材料", "Evidence"),
	ANTI: say("防止虚假整改与“一刀切”", "Authenticity and fairness"),
	ACC: say("验收", "Acceptance"),
	PUB: say("公示公开", "Publication"),
	CLO: say("销号", "Close-out"),
	SOD: say("职责分离", "Separation of duties"),
	LB: say("回头看", "Look-back"),
	CMP: say("信访举报", "Complaints"),
	RSP: say("责任追究", "Accountability"),
	DATA: say("台账数据", "Ledger data"),
};

/** The step that a finding stands in front of. */
export const ruleGate: Labels<RuleGate> = {
	save: say("保存时", "On saving"),
	submitPlan: say("方案报审时", "On submitting the plan"),
	selfCheck: say("自查时", "On self-check"),
	applyAcceptance: say("申请验收时", "On applying for acceptance"),
	closeOut: say("销号时", "On close-out"),
	report: say("日常调度", "In reports"),
};
