import type { ComplaintStatus, Verdict } from "../complaints/index.ts";
import type { DeadlineStanding, IssueState, MeasureState, PreviewItem, SiteState } from "../issues/index.ts";
import type { Bilingual, Language, Severity } from "../kernel/index.ts";
import { say } from "./say.ts";

/** What a state means for the reader, so that both fronts colour alike. Colour is never the only sign. */
export type Tone = "neutral" | "active" | "attention" | "bad" | "good" | "ended";

/** A state in very little room: one ASCII letter that no other value of the enum has, a short word, a tone. */
export type Badge = { readonly letter: string; readonly word: Bilingual; readonly tone: Tone };

export type Badges<K extends string> = Readonly<Record<K, Badge>>;

/** A badge of these parts. */
export const badge = (letter: string, zh: string, en: string, tone: Tone): Badge => ({
	letter,
	word: say(zh, en),
	tone,
});

export const issueStateBadge: Badges<IssueState> = {
	registered: badge("R", "登记", "Registered", "neutral"),
	assigned: badge("A", "交办", "Assigned", "active"),
	planning: badge("P", "编制", "Planning", "active"),
	planSubmitted: badge("S", "报审", "Submitted", "active"),
	inProgress: badge("I", "整改", "In progress", "active"),
	selfChecked: badge("K", "自查", "Self-check", "active"),
	acceptance: badge("V", "验收", "Acceptance", "active"),
	supplementing: badge("U", "补充", "Supplement", "attention"),
	publicNotice: badge("N", "公示", "Notice", "active"),
	signing: badge("G", "审签", "Signing", "active"),
	filing: badge("F", "备案", "Filing", "active"),
	closed: badge("C", "销号", "Closed", "good"),
	reopened: badge("O", "反弹", "Reopened", "bad"),
	carriedOver: badge("T", "转轮", "Carried", "ended"),
	merged: badge("M", "并案", "Merged", "ended"),
	withdrawn: badge("X", "撤销", "Withdrawn", "ended"),
};

export const standingBadge: Badges<DeadlineStanding> = {
	overdue: badge("!", "逾期", "Overdue", "bad"),
	due7: badge("7", "7日内", "≤ 7 d", "attention"),
	due30: badge("3", "30日内", "≤ 30 d", "attention"),
	due90: badge("9", "90日内", "≤ 90 d", "active"),
	later: badge("L", "未到期", "Later", "neutral"),
	none: badge("-", "无期限", "No date", "neutral"),
	over: badge("E", "了结", "Ended", "ended"),
};

export const measureStateBadge: Badges<MeasureState> = {
	notStarted: badge("N", "未启动", "Not started", "neutral"),
	inProgress: badge("I", "推进", "In progress", "active"),
	done: badge("D", "完成", "Done", "good"),
	verified: badge("V", "核实", "Verified", "good"),
	waived: badge("W", "免除", "Waived", "ended"),
	cancelled: badge("X", "取消", "Cancelled", "ended"),
};

export const siteStateBadge: Badges<SiteState> = {
	open: badge("O", "未完成", "Open", "active"),
	selfChecked: badge("K", "自查", "Self-check", "active"),
	accepted: badge("A", "验收", "Accepted", "good"),
	closed: badge("C", "销号", "Closed", "good"),
	reopened: badge("R", "反弹", "Reopened", "bad"),
};

export const verdictBadge: Badges<Verdict> = {
	true: badge("T", "属实", "True", "attention"),
	mostlyTrue: badge("M", "基本属实", "Mostly true", "attention"),
	partlyTrue: badge("P", "部分属实", "Partly true", "active"),
	untrue: badge("U", "不属实", "Untrue", "ended"),
};

export const complaintStatusBadge: Badges<ComplaintStatus> = {
	closed: badge("C", "办结", "Closed", "good"),
	stageClosed: badge("S", "阶段", "Stage", "active"),
	open: badge("O", "未结", "Open", "attention"),
};

export const severityBadge: Badges<Severity> = {
	block: badge("B", "阻断", "Block", "bad"),
	warn: badge("W", "警示", "Warning", "attention"),
	inform: badge("I", "提示", "Notice", "neutral"),
};

export const previewBadge: Badges<PreviewItem["kind"]> = {
	new: badge("+", "新增", "New", "good"),
	changed: badge("~", "变化", "Changed", "attention"),
	same: badge("=", "相同", "Same", "neutral"),
	refused: badge("x", "拒绝", "Refused", "bad"),
};

/** The short word of a badge in `language`. */
export const badgeWord = (of: Badge, language: Language): string =>
	language === "en" ? of.word.en : of.word.zh;

/** A badge as one text, `! 逾期`. */
export const badgeText = (of: Badge, language: Language): string => `${of.letter} ${badgeWord(of, language)}`;
