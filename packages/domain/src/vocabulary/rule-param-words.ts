import type { Bilingual, Language } from "../kernel/index.ts";
import type {
	CalendarEvent,
	CalendarVerb,
	ParamMove,
	ParamUnit,
	ParamValue,
	RegionRulesEvent,
	RegionRulesVerb,
} from "../rules/index.ts";
import { acceptanceVerdict, closeOutKind, closeOutStep } from "./close-out.ts";
import { requiredElement } from "./fields.ts";
import { measureType } from "./issues.ts";
import { deadlineCategory, tier } from "./kernel.ts";
import { type Labels, labelOr } from "./label.ts";
import { verdict } from "./other-rooms.ts";
import { cadence, contentBlock, evidenceKind } from "./progress.ts";
import { say } from "./say.ts";
import { instrumentKind } from "./supervision.ts";

/** 计量单位. */
export const paramUnit: Labels<ParamUnit> = {
	days: say("天", "Days"),
	workingDays: say("工作日", "Working days"),
	months: say("个月", "Months"),
	hours: say("小时", "Hours"),
	dayOfMonth: say("日", "Day of the month"),
	times: say("次", "Times"),
	items: say("项", "Items"),
	people: say("人", "People"),
	channels: say("个渠道", "Channels"),
	metres: say("米", "Metres"),
	percentagePoints: say("百分点", "Percentage points"),
	points: say("分", "Points"),
	ratio: say("比例", "Ratio"),
};

/** Which way an office may move a value. */
export const paramMove: Labels<ParamMove> = {
	never: say("不可调整", "Fixed"),
	raise: say("只可提高", "Only up"),
	lower: say("只可降低", "Only down"),
	free: say("可调整", "Up and down"),
};

/** What is asked of a region's rules. */
export const regionRulesVerb: Labels<RegionRulesVerb> = {
	chooseRuleSet: say("选用规则集", "Choose rule set"),
	changeParameter: say("调整参数", "Change parameter"),
	withdrawParameter: say("撤销参数调整", "Withdraw parameter"),
	limitParameter: say("限定各市取值", "Limit the cities"),
};

export const regionRulesEvent: Labels<RegionRulesEvent["type"]> = {
	ruleSetChosen: say("选用规则集", "Rule set chosen"),
	parameterChanged: say("调整参数", "Parameter changed"),
	parameterWithdrawn: say("撤销参数调整", "Parameter withdrawn"),
	parameterLimited: say("限定各市取值", "Cities limited"),
};

/** What is asked of the ledger's calendar. */
export const calendarVerb: Labels<CalendarVerb> = {
	registerCalendarYear: say("载入工作日历", "Load calendar"),
	correctCalendarYear: say("更正工作日历", "Correct calendar"),
};

export const calendarEvent: Labels<CalendarEvent["type"]> = {
	calendarYearRegistered: say("载入工作日历", "Calendar loaded"),
	calendarYearCorrected: say("更正工作日历", "Calendar corrected"),
};

/** Words of parameters that are no values of an enum of their own. */
const OTHER_WORDS: Readonly<Record<string, Bilingual>> = {
	...requiredElement,
	...evidenceKind,
	...contentBlock,
	...cadence,
	...measureType,
	...deadlineCategory,
	...tier,
	...instrumentKind,
	...acceptanceVerdict,
	...closeOutKind,
	...closeOutStep,
	...verdict,
	reachable: say("目标可达", "Reachable"),
	feasible: say("措施可行", "Feasible"),
	landed: say("责任落地", "Responsibility landed"),
	reasonable: say("时限合理", "Reasonable"),
	planApproved: say("方案批准之日", "The plan's approval"),
	listIssued: say("清单下达之日", "The list's issue"),
	blue: say("蓝", "Blue"),
	green: say("绿", "Green"),
	yellow: say("黄", "Yellow"),
	red: say("红", "Red"),
	dispatch: say("日常调度", "Dispatch"),
	referral: say("移送问责", "Referral"),
	reportingBody: say("报告主体", "Reporting body"),
	format: say("报告形式", "Format"),
	channel: say("公示渠道", "Channel"),
	photoPair: say("整改前后对比照片", "Photos before and after"),
	report: say("报告", "Report"),
	index: say("目录", "Index"),
	sourceText: say("问题原文", "Source text"),
	plan: say("整改方案", "Plan"),
	measureTable: say("措施清单", "Table of measures"),
	evidence: say("佐证材料", "Evidence"),
	enforcementPapers: say("执法文书", "Enforcement papers"),
	selfCheckReport: say("自查报告", "Self-check report"),
	application: say("验收申请", "Application"),
	siteCheckRecord: say("现场核查记录", "Site-check record"),
	expertOpinion: say("专家意见", "Expert opinion"),
	acceptanceOpinion: say("验收意见", "Acceptance opinion"),
	satisfaction: say("群众满意度材料", "Public satisfaction"),
	similarScreening: say("举一反三情况", "Similar-issue screening"),
	longTermMechanism: say("长效机制", "Long-term mechanism"),
	signatureSheet: say("签字表", "Signature sheet"),
	extensionPapers: say("延期手续", "Extension papers"),
	ah5: say("五条标准（安徽）", "Five criteria (Anhui)"),
	hn3: say("三条总要求（湖南）", "Three overall tests (Hunan)"),
	leader: say("负责人", "Leader"),
	worker: say("经办人", "Worker"),
	workingDay: say("工作日", "Working day"),
	calendarDay: say("自然日", "Calendar day"),
	issue: say("问题", "Issue"),
	completion: say("完成情况", "Completion"),
	period: say("公示期", "Period"),
	contact: say("联系方式", "Contact"),
	leadUnitPrincipal: say("牵头单位主要负责人", "Principal of the lead unit"),
	acceptanceUnit: say("验收单位", "Acceptance unit"),
	countyPrincipals: say("县（区）党政主要负责人", "Principals of the county"),
	rectificationOffice: say("整改办", "Rectification office"),
	leadUnit: say("牵头单位", "Lead unit"),
	dated: say("有明确时限的问题", "Issues with a date"),
	all: say("全部问题", "All issues"),
	key: say("重点问题", "Key issues"),
	recurrent: say("反复问题", "Recurrent issues"),
	complaintRepeat: say("重复举报", "Repeated complaints"),
	unit: say("责任单位", "Unit"),
	type: say("问题类型", "Type"),
	multi: say("可多类", "Several types"),
	single: say("只计一类", "One type"),
	strict: say("窄口径", "Strict"),
	broad: say("宽口径", "Broad"),
	both: say("两种口径", "Both"),
	accepted: say("通过验收", "Accepted"),
	closed: say("已销号", "Closed"),
	selfChecked: say("完成自查", "Self-checked"),
	ledger: say("建账", "Ledger"),
	review: say("复核", "Review"),
	coordinates: say("坐标", "Coordinates"),
	enterpriseDetails: say("企业信息", "Enterprise details"),
};

/** An entry of a parameter in words; phrases that an office wrote stay as they are. */
export const ruleParamWord = (word: string, language: Language): string =>
	labelOr(OTHER_WORDS, word, language);

/** A parameter's value in words: 10, 是, 工作日, 县级、市级. A dash for a list without entries. */
export function ruleParamText(value: ParamValue, language: Language): string {
	const between = language === "en" ? ", " : "、";
	if (Array.isArray(value)) {
		if (value.length === 0) return "—";
		return value
			.map((entry) => (typeof entry === "string" ? ruleParamWord(entry, language) : String(entry)))
			.join(between);
	}
	if (typeof value === "boolean")
		return value ? (language === "en" ? "Yes" : "是") : language === "en" ? "No" : "否";
	return typeof value === "string" ? ruleParamWord(value, language) : String(value);
}
