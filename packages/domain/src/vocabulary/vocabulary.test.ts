import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	AccountabilityOutcome,
	Distinction,
	FailureMode,
	FourForm,
	FraudKind,
	ReferralCommand,
	ReferralContent,
	ReferralEvent,
	ReferralState,
	TracePart,
} from "../accountability/index.ts";
import { NoticeField, NoticeKind, NoticeMatchedBy, PublicityLength } from "../close-out/index.ts";
import {
	ComplaintChannel,
	ComplaintCommand,
	ComplaintElements,
	ComplaintEvent,
	ComplaintFilter,
	ComplaintImportField,
	ComplaintRow,
	ComplaintSort,
	ComplaintState,
	ComplaintStatus,
	PollutionType,
	RelationKind,
	Verdict,
} from "../complaints/index.ts";
import {
	ColumnKnowledge,
	ColumnTarget,
	DeadlineStanding,
	DocumentKind,
	EntityCategory,
	Generality,
	ImportField,
	ImportState,
	Inspection,
	InspectionCommand,
	InspectionEvent,
	IssueCommand,
	IssueElements,
	IssueEvent,
	IssueField,
	IssueFilter,
	IssueRow,
	IssueSort,
	IssueState,
	MeasureState,
	MeasureTerm,
	MeasureType,
	NewMeasure,
	RequiredElement,
	Site,
	SiteState,
	SourceFormat,
	SourceKind,
	TableKind,
} from "../issues/index.ts";
import { StreamKind } from "../journal/index.ts";
import {
	type Bilingual,
	DeadlineCategory,
	Language,
	ReadingWarningCode,
	Role,
	Severity,
	Tier,
	Verb,
} from "../kernel/index.ts";
import {
	AssignmentRole,
	NewPerson,
	PersonEvent,
	ResponsibilityKind,
	UnitElements,
	UnitEvent,
	UnitKind,
} from "../responsibilities/index.ts";
import {
	CalendarCommand,
	CalendarEvent,
	ParamMove,
	ParamUnit,
	RegionRulesCommand,
	RegionRulesEvent,
	RuleGate,
	RuleGroup,
} from "../rules/index.ts";
import base from "../rules/rule-sets/base.json" with { type: "json" };
import { ScreeningCommand, ScreeningEvent, ScreeningState } from "../screening/index.ts";
import {
	badges,
	badgeText,
	caseBadges,
	caseVocab,
	isLabelled,
	label,
	labelOr,
	valuesOf,
	vocab,
} from "./index.ts";

const all: [string, Readonly<Record<string, Bilingual>>][] = Object.entries({ ...vocab, ...caseVocab });

// The compiler already wants a label for every value; this catches labels of values that were removed from an enum.
const enums: Partial<Record<keyof typeof vocab | keyof typeof caseVocab, readonly string[]>> = {
	role: Role.options,
	tier: Tier.options,
	deadlineCategory: DeadlineCategory.options,
	severity: Severity.options,
	keyVerb: Verb.options,
	language: Language.options,
	sourceKind: SourceKind.options,
	issueField: IssueField.options,
	generality: Generality.options,
	issueState: IssueState.options,
	deadlineStanding: DeadlineStanding.options,
	issueSort: IssueSort.options,
	measureType: MeasureType.options,
	measureTerm: MeasureTerm.options,
	measureState: MeasureState.options,
	entityCategory: EntityCategory.options,
	siteState: SiteState.options,
	issueVerb: IssueCommand.options.map((option) => option.shape.type.value),
	inspectionVerb: InspectionCommand.options.map((option) => option.shape.type.value),
	issueEvent: IssueEvent.options.map((option) => option.shape.type.value),
	inspectionEvent: InspectionEvent.options.map((option) => option.shape.type.value),
	requiredElement: RequiredElement.options,
	issueElement: Object.keys(IssueElements.shape),
	measureField: Object.keys(NewMeasure.shape),
	siteField: Object.keys(Site.shape),
	inspectionField: Object.keys(Inspection.shape),
	ledgerColumn: Object.keys(IssueRow.shape),
	issueFilter: Object.keys(IssueFilter.shape),
	importField: ImportField.options,
	columnTarget: ColumnTarget.options,
	columnKnowledge: ColumnKnowledge.options,
	tableKind: TableKind.options,
	importState: ImportState.options,
	documentKind: DocumentKind.options,
	sourceFormat: SourceFormat.options,
	readingWarning: ReadingWarningCode.options,
	unitKind: UnitKind.options,
	assignmentRole: AssignmentRole.options,
	responsibilityKind: ResponsibilityKind.options,
	unitEvent: UnitEvent.options.map((option) => option.shape.type.value),
	personEvent: PersonEvent.options.map((option) => option.shape.type.value),
	unitField: Object.keys(UnitElements.shape),
	personField: Object.keys(NewPerson.shape),
	pollutionType: PollutionType.options,
	verdict: Verdict.options,
	complaintStatus: ComplaintStatus.options,
	complaintChannel: ComplaintChannel.options,
	complaintVerb: ComplaintCommand.options.map((option) => option.shape.type.value),
	complaintEvent: ComplaintEvent.options.map((option) => option.shape.type.value),
	complaintState: ComplaintState.options,
	relationKind: RelationKind.options,
	complaintField: Object.keys(ComplaintElements.shape),
	complaintImportField: ComplaintImportField.options,
	complaintColumn: Object.keys(ComplaintRow.shape),
	complaintFilter: Object.keys(ComplaintFilter.shape),
	complaintSort: ComplaintSort.options,
	noticeKind: NoticeKind.options,
	noticeField: NoticeField.options,
	noticeMatchedBy: NoticeMatchedBy.options,
	publicityUnit: PublicityLength.shape.unit.options,
	referralVerb: ReferralCommand.options.map((option) => option.shape.type.value),
	referralEvent: ReferralEvent.options.map((option) => option.shape.type.value),
	referralState: ReferralState.options,
	referralField: Object.keys(ReferralContent.shape),
	failureMode: FailureMode.options,
	fraudKind: FraudKind.options,
	distinction: Distinction.options,
	accountabilityOutcome: AccountabilityOutcome.options,
	fourForm: FourForm.options,
	tracePart: TracePart.options,
	screeningVerb: ScreeningCommand.options.map((option) => option.shape.type.value),
	screeningEvent: ScreeningEvent.options.map((option) => option.shape.type.value),
	screeningState: ScreeningState.options,
	streamKind: StreamKind.options,
	ruleGroup: RuleGroup.options,
	ruleGate: RuleGate.options,
	ruleParam: Object.keys(base.params),
	paramUnit: ParamUnit.options,
	paramMove: ParamMove.options,
	regionRulesVerb: RegionRulesCommand.options.map((option) => option.shape.type.value),
	regionRulesEvent: RegionRulesEvent.options.map((option) => option.shape.type.value),
	calendarVerb: CalendarCommand.options.map((option) => option.shape.type.value),
	calendarEvent: CalendarEvent.options.map((option) => option.shape.type.value),
};

describe.each(all)("vocab.%s", (_name, labels) => {
	test("no two values read alike in either language", () => {
		const entries = Object.values(labels);
		expect(new Set(entries.map((entry) => entry.zh)).size).toBe(entries.length);
		expect(new Set(entries.map((entry) => entry.en.toLowerCase())).size).toBe(entries.length);
	});

	test("Chinese is Chinese and English is plain Latin text", () => {
		for (const entry of Object.values(labels)) {
			expect(entry.zh).toMatch(/^(?=.*\p{Script=Han})[\p{Script=Han}\w /（）()、，“”·？-]+$/u);
			expect(entry.en).toMatch(/^[A-Z][\w ,()“”?-]*$/);
		}
	});
});

test.each(Object.entries(enums))("vocab.%s names exactly the values of its enum", (name, options) => {
	const labels = all.find(([key]) => key === name)?.[1] ?? {};
	expect(Object.keys(labels).toSorted()).toEqual(options.toSorted());
});

test("no schema library comes with the labels", () => {
	const folder = import.meta.dirname;
	const sources = readdirSync(folder).filter((file) => !file.endsWith(".test.ts"));
	const loaded = sources.flatMap((file) =>
		[
			...readFileSync(join(folder, file), "utf8").matchAll(/^(?:import|export) (?!type).*from "([^"]+)"/gm),
		].map((match) => match[1]),
	);
	const outside = loaded.filter((path) => !path?.startsWith("./"));
	expect(loaded).not.toEqual([]);
	expect(outside).toEqual([]);
});

describe.each([...Object.entries(badges), ...Object.entries(caseBadges)])("badges.%s", (_name, of) => {
	test("letters are single ASCII signs and, like the words, differ from one another", () => {
		const entries = Object.values(of);
		for (const { letter } of entries) expect(letter).toMatch(/^[!-~]$/);
		expect(new Set(entries.map((entry) => entry.letter)).size).toBe(entries.length);
		expect(new Set(entries.map((entry) => entry.word.zh)).size).toBe(entries.length);
		expect(new Set(entries.map((entry) => entry.word.en)).size).toBe(entries.length);
	});
});

test("a label in each language", () => {
	expect(label(vocab.issueState, "closed", "zh-CN")).toBe("已销号");
	expect(label(vocab.issueVerb, "mergeIssue", "en")).toBe("Merge");
	expect(badgeText(badges.standing.overdue, "zh-CN")).toBe("! 逾期");
});

test("a text that is no value of the enum stays as it is, inherited names included", () => {
	expect(labelOr(vocab.requiredElement, "goal", "zh-CN")).toBe("整改目标");
	expect(labelOr(vocab.requiredElement, "budget", "zh-CN")).toBe("budget");
	expect(isLabelled(vocab.requiredElement, "toString")).toBe(false);
});

test("values come in the order in which people see them", () => {
	expect(valuesOf(vocab.tier)).toEqual(["central", "province", "city", "county"]);
	expect(valuesOf(vocab.issueState).slice(0, 3)).toEqual(["registered", "assigned", "planning"]);
});
