import type { NoticeField, NoticeKind, NoticeMatchedBy, PublicityLength } from "../close-out/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** What a published notice says has happened. */
export const noticeKind: Labels<NoticeKind> = {
	completion: say("整改完成公示", "Completion notice"),
	closeOut: say("销号公示", "Close-out notice"),
	unknown: say("整改公示", "Notice"),
};

/** What a notice says, field by field. */
export const noticeField: Labels<NoticeField> = {
	kind: say("公示类型", "Kind of notice"),
	number: say("编号", "Number"),
	statement: say("反馈问题", "Finding"),
	receiptNumbers: say("受理编号", "Receipt numbers"),
	responsibleUnits: say("责任单位", "Responsible units"),
	supervisingUnits: say("督导单位", "Supervising units"),
	acceptanceUnits: say("验收单位", "Acceptance units"),
	deadline: say("整改时限", "Deadline"),
	goal: say("整改目标", "Goal"),
	measures: say("整改措施", "Measures"),
	completion: say("整改完成情况", "What was done"),
	publicity: say("公示时间", "Publicity"),
	contact: say("联系方式", "Contact"),
	otherFields: say("其他内容", "Other contents"),
};

/** What spoke for the issue that a notice is about. */
export const noticeMatchedBy: Labels<NoticeMatchedBy> = {
	number: say("按编号", "By number"),
	text: say("按表述", "By wording"),
	clerk: say("人工选定", "Chosen by hand"),
};

export const publicityUnit: Labels<PublicityLength["unit"]> = {
	workingDay: say("个工作日", "Working days"),
	calendarDay: say("天", "Days"),
};
