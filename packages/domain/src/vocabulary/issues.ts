import type {
	Coverage,
	DeadlineStanding,
	EntityCategory,
	Generality,
	IssueField,
	IssueSort,
	IssueState,
	MeasureState,
	MeasureTerm,
	MeasureType,
	SiteState,
	SourceKind,
} from "../issues/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const sourceKind: Labels<SourceKind> = {
	centralInspection: say("中央例行督察", "Central routine inspection"),
	centralSpecial: say("中央专项督察", "Central special inspection"),
	centralLookBack: say("中央督察“回头看”", "Central look-back"),
	provincialInspection: say("省级督察", "Provincial inspection"),
	provincialLookBack: say("省级督察“回头看”", "Provincial look-back"),
	yangtzeFilm: say("长江经济带警示片", "Yangtze warning film"),
	yellowRiverFilm: say("黄河流域警示片", "Yellow River warning film"),
	provincialFilm: say("省级警示片", "Provincial warning film"),
	complaint: say("信访举报", "Public complaint"),
	greenShield: say("“绿盾”行动", "Green Shield campaign"),
	marineInspection: say("海洋督察", "Marine inspection"),
	audit: say("审计", "Audit"),
	circular: say("上级通报", "Circular from above"),
	selfFound: say("自查发现", "Found by self-check"),
	media: say("媒体曝光", "Media exposure"),
};

export const issueField: Labels<IssueField> = {
	sewageWaste: say("污水垃圾处理设施", "Sewage and waste facilities"),
	industrialPark: say("工业园区", "Industrial parks"),
	heavyMetal: say("重金属与尾矿渣", "Heavy metals and residue"),
	agricultural: say("农业面源", "Agricultural pollution"),
	natureReserve: say("自然保护地", "Nature reserves"),
	mineRestoration: say("矿山生态修复", "Mine restoration"),
	drinkingWater: say("饮用水水源", "Drinking water"),
	airQuality: say("大气环境", "Air quality"),
	soil: say("土壤环境", "Soil"),
	lake: say("河湖水环境", "Rivers and lakes"),
	noise: say("噪声", "Noise"),
	governance: say("责任落实与制度", "Responsibility and institutions"),
	other: say("其他", "Other"),
};

export const generality: Labels<Generality> = {
	common: say("共性问题", "Common problem"),
	individual: say("个性问题", "Individual problem"),
};

export const issueState: Labels<IssueState> = {
	registered: say("登记入账", "Registered"),
	assigned: say("分解交办", "Assigned"),
	planning: say("措施编制", "Planning"),
	planSubmitted: say("方案报审", "Plan submitted"),
	inProgress: say("整改中", "In progress"),
	selfChecked: say("自查通过", "Self-checked"),
	acceptance: say("验收中", "In acceptance"),
	supplementing: say("补充完善", "Supplementing"),
	publicNotice: say("公示中", "Public notice"),
	signing: say("审签中", "Signing"),
	filing: say("备案中", "Filing"),
	closed: say("已销号", "Closed out"),
	reopened: say("反弹重新挂账", "Reopened"),
	carriedOver: say("转入新一轮", "Carried over"),
	merged: say("已并案", "Merged"),
	withdrawn: say("已撤销", "Withdrawn"),
};

/** Where a deadline stands on a day. */
export const deadlineStanding: Labels<DeadlineStanding> = {
	overdue: say("已逾期", "Overdue"),
	due7: say("7日内到期", "Due within 7 days"),
	due30: say("30日内到期", "Due within 30 days"),
	due90: say("90日内到期", "Due within 90 days"),
	later: say("90日后到期", "Due later"),
	none: say("无确定期限", "No fixed date"),
	over: say("已了结", "Ended"),
};

export const measureType: Labels<MeasureType> = {
	works: say("工程治理", "Works"),
	enforcement: say("执法处罚", "Enforcement"),
	policy: say("制度文件", "Policy document"),
	documentAction: say("请示批复", "Request or reply document"),
	monitoring: say("监测", "Monitoring"),
	relocation: say("搬迁", "Relocation"),
	closure: say("关停", "Closure"),
	campaign: say("排查整治", "Screening campaign"),
	assistance: say("帮扶指导", "Assistance"),
	training: say("培训", "Training"),
};

export const measureTerm: Labels<MeasureTerm> = {
	immediateFix: say("当下改", "Immediate fix"),
	longTermMechanism: say("长效机制", "Long-term mechanism"),
};

export const measureState: Labels<MeasureState> = {
	notStarted: say("未启动", "Not started"),
	inProgress: say("推进中", "In progress"),
	done: say("已完成", "Done"),
	verified: say("已核实", "Verified"),
	waived: say("经批准免除", "Waived"),
	cancelled: say("已取消", "Cancelled"),
};

/** How an enterprise stands in law: what may be done to it depends on this (禁止“一刀切”). */
export const entityCategory: Labels<EntityCategory> = {
	legalCompliant: say("手续合法且达标", "Legal and compliant"),
	legalNonCompliant: say("手续合法但不达标", "Legal but not compliant"),
	illegalNonCompliant: say("无合法手续且不达标", "Without legal status and not compliant"),
};

export const siteState: Labels<SiteState> = {
	open: say("未完成", "Open"),
	selfChecked: say("自查通过", "Self-checked"),
	accepted: say("验收通过", "Accepted"),
	closed: say("已销号", "Closed out"),
	reopened: say("反弹", "Reopened"),
};

/** How far one region has taken an item that was handed down. */
export const coverageState: Labels<Coverage["regions"][number]["state"]> = {
	assigned: say("已承接", "Taken on"),
	notOurs: say("不涉及（经上级同意）", "Not theirs, with consent"),
	uncovered: say("挂空挡", "Nobody answers"),
};

export const issueSort: Labels<IssueSort> = {
	due: say("整改时限", "Deadline"),
	number: say("问题编号", "Number"),
	updated: say("更新时间", "Last change"),
	region: say("行政区域", "Region"),
};
