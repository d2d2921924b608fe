import type { InstrumentStage, Light, ScheduleStatus } from "../supervision/index.ts";
import { type Badges, badge } from "./badge.ts";

const lightBadge: Badges<Light> = {
	good: badge("G", "正常", "Good", "good"),
	yellow: badge("Y", "黄牌", "Yellow", "attention"),
	red: badge("R", "红灯", "Red", "bad"),
	none: badge("-", "未亮灯", "No light", "neutral"),
};

const scheduleStatusBadge: Badges<ScheduleStatus> = {
	completed: badge("C", "已完成", "Completed", "good"),
	onSchedule: badge("S", "达到序时", "On schedule", "good"),
	lagging: badge("L", "未达序时", "Lagging", "attention"),
	overdue: badge("!", "逾期", "Overdue", "bad"),
	notStarted: badge("N", "未启动", "Not started", "neutral"),
	notDue: badge("D", "未到节点", "Not due yet", "neutral"),
	longTerm: badge("T", "长期坚持", "Long-term", "active"),
};

const instrumentStageBadge: Badges<InstrumentStage> = {
	toApprove: badge("P", "待批准", "To approve", "active"),
	toIssue: badge("I", "待制发", "To issue", "active"),
	toAcknowledge: badge("A", "待签收", "Receipt", "attention"),
	toReply: badge("R", "待回复", "Reply", "attention"),
	late: badge("!", "逾期", "Overdue", "bad"),
	toVerify: badge("V", "待核实", "To verify", "active"),
	toLift: badge("L", "待解除", "To lift", "active"),
	over: badge("E", "已了结", "Ended", "ended"),
};

/** Badges of what only the closed loop speaks of, apart from those that a first page shows. */
export const caseBadges = {
	light: lightBadge,
	scheduleStatus: scheduleStatusBadge,
	instrumentStage: instrumentStageBadge,
} as const;
