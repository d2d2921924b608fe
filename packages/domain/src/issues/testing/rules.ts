/** Builders for the tests of this room's rules. */
import { type DatePoint, type Deadline, IsoDate, officialCalendar } from "../../kernel/index.ts";
import type { Goal } from "../../plans/index.ts";
import type { Assignment } from "../../responsibilities/index.ts";
import { builtInRuleSets, type RuleContext, resolveRules } from "../../rules/index.ts";
import { ALONE, type RuleSurroundings } from "../rules-subject.ts";
import type { Issue, Measure } from "../schema.ts";
import {
	assignmentId,
	CITY,
	day,
	INSPECTION,
	issueId,
	LEAD,
	LEADER,
	measureId,
	moment,
	SUPERVISOR,
	TODAY,
} from "../testing.ts";

/** The context of a day under a rule set that comes with the system. Parameters may be changed for the case. */
export function contextOn(
	asOf: string = TODAY,
	ruleSet = "base",
	changes: RuleContext["rules"]["params"] = {},
): RuleContext {
	const resolved = resolveRules(builtInRuleSets(), ruleSet, IsoDate.parse(asOf));
	if (!resolved.ok) throw new Error(resolved.refusals.map(({ message }) => message.en).join());
	const rules = { ...resolved.value, params: { ...resolved.value.params, ...changes } };
	return { rules, calendar: officialCalendar(), asOf: IsoDate.parse(asOf) };
}

/** A deadline at the end of a period. */
export const inPeriod = (point: DatePoint): Deadline => ({ text: "期末", category: "fixed", point });

/** A deadline on a day. */
export const until = (date: string, more: Partial<Deadline> = {}): Deadline => ({
	text: `${date}前`,
	category: "fixed",
	point: { precision: "day", date: day(date) },
	...more,
});

export const openEnded = (category: Deadline["category"]): Deadline => ({
	text: "长期坚持",
	category,
	point: { precision: "openEnded" },
});

export const held = (n: number, role: Assignment["role"], more: Partial<Assignment> = {}): Assignment => ({
	id: assignmentId(n),
	role,
	kind: null,
	unitId: ["lead", "supervising"].includes(role) ? (role === "lead" ? LEAD : SUPERVISOR) : null,
	personId: ["lead", "supervising"].includes(role) ? null : LEADER,
	from: day("2025-12-01"),
	until: null,
	acknowledged: null,
	takesOverFrom: null,
	endReason: null,
	...more,
});

export const step = (n: number, more: Partial<Measure> = {}): Measure => ({
	id: measureId(n),
	number: null,
	text: `对第${n}号渣库开展防渗治理，建设渗滤液收集处理设施。`,
	type: "works",
	term: "immediateFix",
	deadline: until("2026-08-31"),
	responsibleUnitIds: [LEAD],
	supportingUnitIds: [],
	milestones: [{ text: "完成设计", due: day("2026-05-31"), weight: 1 }],
	provisional: null,
	similarScreening: false,
	state: "inProgress",
	...more,
});

/** An issue about which no rule has anything to say on 2 March 2026. */
export const soundIssue = (more: Partial<Issue> = {}): Issue => ({
	id: issueId(1),
	version: 4,
	region: CITY,
	tier: "city",
	parentId: null,
	childIds: [],
	notOurs: [],
	mandates: [{ inspectionId: INSPECTION, number: "12", seq: 12, deadline: null }],
	numberByTier: { central: null, province: "55", city: "12", county: null },
	statement: "青石县渣库渗漏，下游断面镉、锌超标。",
	sourceTexts: [],
	field: "heavyMetal",
	generality: "individual",
	goal: "下游断面镉、锌浓度稳定达到Ⅲ类标准。",
	deadline: until("2026-12-31"),
	assignments: [
		held(1, "lead"),
		held(2, "supervising"),
		held(3, "responsibleLeader"),
		held(4, "responsiblePerson"),
		held(5, "contact"),
	],
	measures: [
		step(1),
		step(2, { term: "longTermMechanism", type: "policy", text: "出台渣库巡查制度并纳入考核。" }),
		step(3, { type: "campaign", text: "对全市渣库开展同类问题排查。", similarScreening: true }),
	],
	sites: [],
	constraints: [],
	remarks: null,
	lifecycle: "planning",
	ending: null,
	importIds: [],
	registeredAt: moment("2025-12-01T02:00:00.000Z"),
	updatedAt: moment("2026-02-20T02:00:00.000Z"),
	...more,
});

/** The surroundings of an issue that stands alone, after a feedback of 20 January 2026: its plan is not due yet. */
export const around = (more: Partial<RuleSurroundings> = {}): RuleSurroundings => ({
	...ALONE,
	feedbackDate: day("2026-01-20"),
	...more,
});

/** The parent: the province's item 55, due at the end of 2026. */
export const parentDue = (
	deadline: Deadline | null,
	measureTexts: readonly string[] = [],
	goals: readonly Goal[] = [],
): RuleSurroundings => around({ parent: { id: issueId(9), number: "55", deadline, measureTexts, goals } });

/** A child in the county. */
export const childDue = (deadline: Deadline | null): RuleSurroundings =>
	around({ children: [{ id: issueId(8), number: "3", regionName: "青石县", deadline }] });
