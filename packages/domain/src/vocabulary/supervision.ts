import type {
	InstrumentKind,
	InstrumentState,
	Light,
	ScheduleStatus,
	SupervisionEvent,
	SupervisionVerb,
} from "../supervision/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const supervisionVerb: Labels<SupervisionVerb> = {
	recordLight: say("亮灯", "Record light"),
	contestLight: say("申诉预警", "Contest light"),
	decideContest: say("裁定申诉", "Decide contest"),
	recordExposure: say("登记通报曝光", "Record exposure"),
	settleExposure: say("核销通报曝光", "Settle exposure"),
};

export const supervisionEvent: Labels<SupervisionEvent["type"]> = {
	lightChanged: say("预警变化", "Light changed"),
	lightContested: say("预警申诉", "Light contested"),
	contestDecided: say("申诉裁定", "Contest decided"),
	exposureRecorded: say("登记通报曝光", "Exposure recorded"),
	exposureSettled: say("通报曝光核销", "Exposure settled"),
};

/** 进度状态. */
export const scheduleStatus: Labels<ScheduleStatus> = {
	completed: say("已完成", "Completed"),
	onSchedule: say("达到序时进度", "On schedule"),
	lagging: say("未达到序时进度", "Lagging"),
	overdue: say("逾期", "Overdue"),
	notStarted: say("未启动", "Not started"),
	notDue: say("未到节点", "Not due yet"),
	longTerm: say("长期坚持", "Long-term"),
};

/** 预警. Which colour `good` has is the palette's matter. */
export const light: Labels<Light> = {
	good: say("正常", "Good"),
	yellow: say("黄牌", "Yellow"),
	red: say("红灯", "Red"),
	none: say("未亮灯", "No light"),
};

/** 督办手段, in the order of the ladder. */
export const instrumentKind: Labels<InstrumentKind> = {
	reminderLetter: say("提醒函", "Reminder letter"),
	supervisionLetter: say("督办函", "Supervision letter"),
	circular: say("通报", "Circular"),
	admonitoryTalk: say("约谈", "Admonitory talk"),
	listedSupervision: say("挂牌督办", "Listed supervision"),
	specialInspection: say("专项督察", "Special inspection"),
};

export const instrumentState: Labels<InstrumentState> = {
	drafted: say("拟稿", "Drafted"),
	approved: say("已批准", "Approved"),
	issued: say("已制发", "Issued"),
	acknowledged: say("已签收", "Acknowledged"),
	held: say("已约谈", "Held"),
	minuted: say("已形成纪要", "Minuted"),
	replied: say("已回复", "Replied"),
	preAccepted: say("已预验收", "Pre-accepted"),
	verified: say("回复已核实", "Verified"),
	lifted: say("已解除", "Lifted"),
	failed: say("未通过", "Failed"),
	escalated: say("已升级", "Escalated"),
	discarded: say("已作废", "Discarded"),
};
