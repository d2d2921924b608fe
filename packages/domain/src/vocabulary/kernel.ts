import type {
	Actor,
	DatePoint,
	DeadlineCategory,
	Language,
	Role,
	Severity,
	Tier,
	Verb,
} from "../kernel/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const role: Labels<Role> = {
	provOffice: say("省整改办", "Provincial rectification office"),
	cityOffice: say("市整改办", "City rectification office"),
	countyOffice: say("县整改办", "County rectification office"),
	leadingGroup: say("整改工作领导小组", "Rectification leading group"),
	leadUnit: say("牵头责任单位", "Lead unit"),
	respUnit: say("责任单位", "Responsible unit"),
	supUnit: say("督导单位", "Supervising unit"),
	accUnit: say("验收（销号）单位", "Acceptance unit"),
	expert: say("验收专家", "Acceptance expert"),
	sector: say("行业主管部门", "Sector regulator"),
	discipline: say("纪检监察机关", "Discipline inspection organ"),
	liaison: say("信访（边督边改）联络组", "Complaint liaison group"),
	public: say("公众", "Public"),
	enterprise: say("企业", "Enterprise"),
	auditor: say("审计（只读）", "Auditor (read only)"),
};

/** Tiers of the lists that hold issues. */
export const tier: Labels<Tier> = {
	central: say("中央", "Central"),
	province: say("省级", "Province"),
	city: say("市级", "City"),
	county: say("县级", "County"),
};

export const deadlineCategory: Labels<DeadlineCategory> = {
	immediate: say("立行立改", "Fix at once"),
	fixed: say("限期整改", "Fixed term"),
	staged: say("分阶段整改", "Staged"),
	recurring: say("定期整改", "Recurring"),
	longTerm: say("长期坚持", "Long-term persistence"),
};

/** How exactly a date is given. */
export const datePrecision: Labels<DatePoint["precision"]> = {
	day: say("具体日期", "Day"),
	month: say("月底", "End of month"),
	quarter: say("季度末", "End of quarter"),
	halfYear: say("半年末", "End of half-year"),
	year: say("年底", "End of year"),
	fiveYearPlan: say("五年规划期末", "End of five-year plan"),
	recurring: say("每期", "Every period"),
	openEnded: say("不设期限", "Open-ended"),
};

export const recurrence: Labels<Extract<DatePoint, { precision: "recurring" }>["every"]> = {
	month: say("每月", "Every month"),
	quarter: say("每季度", "Every quarter"),
	halfYear: say("每半年", "Every half-year"),
	year: say("每年", "Every year"),
};

export const severity: Labels<Severity> = {
	block: say("阻断", "Block"),
	warn: say("警示", "Warning"),
	inform: say("提示", "Notice"),
};

export const actorKind: Labels<Actor["kind"]> = {
	person: say("人员", "Person"),
	program: say("程序", "Program"),
	operator: say("服务器管理员", "Server operator"),
	system: say("系统", "System"),
	anonymous: say("未登录", "Not signed in"),
};

/** What a program's key may do. */
export const keyVerb: Labels<Verb> = {
	read: say("读取", "Read"),
	write: say("写入", "Write"),
	import: say("导入", "Import"),
	administer: say("管理", "Administer"),
};

export const language: Labels<Language> = {
	"zh-CN": say("简体中文", "Chinese (simplified)"),
	en: say("英文", "English"),
};
