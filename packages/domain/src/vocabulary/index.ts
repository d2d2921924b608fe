/*
 * The words of the trade in both languages, for every front. Nothing here loads the schema library.
 *
 *   label(vocab.issueState, "closed", "zh-CN")        已销号
 *   labelOr(vocab.requiredElement, text, language)    the text itself where it is no value of the enum
 *   valuesOf(vocab.issueState)                        the values in the order in which people see them
 *   choicesOf(vocab.tier, language)                   [{ value, label }] for a list of choices
 *   badges.issueState.closed                          { letter: "C", word: { zh, en }, tone: "good" }
 *   badgeText(badges.standing.overdue, language)      "! 逾期"      badgeWord(…)  "逾期"
 *   formatCycle(key, language)                        2026年3月 | Q1 2026: a reporting cycle
 *   formatDate(date, language)                        2026年3月1日 | 1 Mar 2026
 *   formatInstant(moment, language)                   2026年3月1日 14:05 (Asia/Shanghai)
 *   formatDatePoint(point, language)                  2021年6月底前
 *   formatDeadline(deadline | null, language)         立行立改，2021年6月底前 | 未定
 *   formatDaysLeft(daysLeft, language)                逾期3天 | 今天到期 | 还有5天
 *   formatNumber(number, language)                    第55项
 *   formatNames(names, language)                      甲、乙
 *   noticeValueText(field, text, language)            one side of a notice's difference: closeOut → 销号公示
 *   formatPublicity(publicity, length, language)      2026年3月2日至2026年3月13日（10个工作日）
 *   complaintValueText(field, text, language)         one side of a complaint's difference: open → 未办结
 *
 *   ruleParamText(value, language)                10 | 是 | 县级、市级: the value of a rule set's parameter
 *   ruleParamNote[name]                           what a parameter is for, in one sentence
 *
 *   vocab.  role tier deadlineCategory datePrecision recurrence severity actorKind keyVerb language
 *           sourceKind issueField generality issueState deadlineStanding issueSort coverageState endingKind
 *           measureType measureTerm measureState entityCategory siteState
 *           loopVerb issueVerb inspectionVerb otherVerb issueEvent inspectionEvent
 *           requiredElement issueElement measureField siteField inspectionField ledgerColumn issueFilter
 *           importField importState importPhase previewKind unitChoice undoAct documentKind sourceFormat readingWarning
 *           columnTarget columnKnowledge tableKind
 *           unitKind assignmentRole responsibilityKind unitEvent personEvent unitField personField
 *           pollutionType verdict complaintStatus complaintChannel complaintVerb complaintEvent
 *           complaintState relationKind complaintField complaintImportField complaintColumn complaintFilter
 *           complaintSort noticeKind noticeField noticeMatchedBy publicityUnit streamKind ruleGroup ruleGate ruleParam
 *           paramUnit paramMove regionRulesVerb regionRulesEvent calendarVerb calendarEvent
 *   badges. issueState standing measureState siteState severity preview verdict complaintStatus
 *           complaintSort streamKind ruleGroup ruleGate ruleParam
 *           referralVerb referralEvent referralState referralField referralResult failureMode fraudKind distinction
 *           accountabilityOutcome fourForm appealVerdict tracePart screeningVerb screeningEvent screeningState
 *           screeningField targetStanding targetKind
 *           acceptanceVerdict closeOutKind closeOutStep gateKind lookBackResult cadence contentBlock evidenceKind
 *           forecast lagReason instrumentKind instrumentState light scheduleStatus planEvent planWaiver
 *   badges. issueState standing measureState siteState severity preview
 */
import {
	endingKind,
	inspectionEvent,
	inspectionVerb,
	issueEvent,
	issueVerb,
	loopVerb,
	otherVerb,
} from "./actions.ts";
import {
	complaintStatusBadge,
	issueStateBadge,
	measureStateBadge,
	previewBadge,
	severityBadge,
	siteStateBadge,
	standingBadge,
	verdictBadge,
} from "./badge.ts";
import { columnKnowledge, columnTarget, tableKind } from "./columns.ts";
import {
	complaintColumn,
	complaintEvent,
	complaintField,
	complaintFilter,
	complaintImportField,
	complaintSort,
	complaintState,
	complaintVerb,
	relationKind,
} from "./complaints.ts";
import {
	inspectionField,
	issueElement,
	issueFilter,
	ledgerColumn,
	measureField,
	requiredElement,
	siteField,
} from "./fields.ts";
import {
	documentKind,
	importField,
	importPhase,
	importState,
	previewKind,
	sourceFormat,
	undoAct,
	unitChoice,
} from "./imports.ts";
import {
	coverageState,
	deadlineStanding,
	entityCategory,
	generality,
	issueField,
	issueSort,
	issueState,
	measureState,
	measureTerm,
	measureType,
	siteState,
	sourceKind,
} from "./issues.ts";
import {
	actorKind,
	datePrecision,
	deadlineCategory,
	keyVerb,
	language,
	recurrence,
	role,
	severity,
	tier,
} from "./kernel.ts";
import { noticeField, noticeKind, noticeMatchedBy, publicityUnit } from "./notices.ts";
import {
	complaintChannel,
	complaintStatus,
	pollutionType,
	ruleGate,
	ruleGroup,
	streamKind,
	verdict,
} from "./other-rooms.ts";
import { readingWarning } from "./reading.ts";
import {
	assignmentRole,
	personEvent,
	personField,
	responsibilityKind,
	unitEvent,
	unitField,
	unitKind,
} from "./responsibilities.ts";

export type { OtherVerb } from "./actions.ts";
export { type Badge, type Badges, badgeText, badgeWord, type Tone } from "./badge.ts";
export { caseBadges } from "./case-badge.ts";
export { caseVocab } from "./case-vocab.ts";
export type { Criterion, DossierItem } from "./close-out.ts";
export { complaintValueText } from "./complaint-values.ts";
export * from "./format.ts";
export { formatCycle } from "./format-cycle.ts";
export { inTrayListText } from "./in-tray.ts";
export { type InstrumentFacts, type InstrumentText, instrumentText } from "./instrument-text.ts";
export * from "./label.ts";
export { formatPublicity, noticeValueText } from "./notice-values.ts";
export { ruleParamNote } from "./rule-param-notes.ts";
export { ruleParamText, ruleParamWord } from "./rule-param-words.ts";
export { UNAPPLIED_PARAMS, unappliedMark } from "./rule-params-unapplied.ts";

/** Labels of every enum of the domain. */
export const vocab = {
	role,
	tier,
	deadlineCategory,
	datePrecision,
	recurrence,
	severity,
	actorKind,
	keyVerb,
	language,
	sourceKind,
	issueField,
	generality,
	issueState,
	deadlineStanding,
	measureType,
	measureTerm,
	measureState,
	entityCategory,
	siteState,
	coverageState,
	issueSort,
	loopVerb,
	issueVerb,
	inspectionVerb,
	otherVerb,
	issueEvent,
	inspectionEvent,
	endingKind,
	requiredElement,
	issueElement,
	measureField,
	siteField,
	inspectionField,
	ledgerColumn,
	issueFilter,
	importField,
	importState,
	importPhase,
	columnTarget,
	columnKnowledge,
	tableKind,
	previewKind,
	unitChoice,
	undoAct,
	documentKind,
	sourceFormat,
	readingWarning,
	unitKind,
	assignmentRole,
	responsibilityKind,
	unitEvent,
	personEvent,
	unitField,
	personField,
	pollutionType,
	verdict,
	complaintStatus,
	complaintChannel,
	complaintVerb,
	complaintEvent,
	complaintState,
	relationKind,
	complaintField,
	complaintImportField,
	complaintColumn,
	complaintFilter,
	complaintSort,
	noticeKind,
	noticeField,
	noticeMatchedBy,
	publicityUnit,
	streamKind,
	ruleGroup,
	ruleGate,
} as const;

/** States in very little room. */
export const badges = {
	issueState: issueStateBadge,
	standing: standingBadge,
	measureState: measureStateBadge,
	siteState: siteStateBadge,
	severity: severityBadge,
	preview: previewBadge,
	verdict: verdictBadge,
	complaintStatus: complaintStatusBadge,
} as const;
