import { expect, test } from "vitest";
import {
	decideIssue,
	evolveIssue,
	type Issue,
	type IssueCommand,
	type IssueContext,
	IssueEvent,
} from "../issues/index.ts";
import {
	actor,
	contextOf,
	day,
	LEAD,
	LEAD_CLERK,
	measureId,
	moment,
	OTHER_CITY,
	PROVINCE,
	run,
	unitId,
} from "../issues/testing.ts";
import type { Actor, Deadline } from "../kernel/index.ts";
import type { PlanCommand } from "./commands.ts";
import { currentBaseline, planContentOf, plannedPercent, planOf } from "./content.ts";
import { pendingExtension } from "./decide-extension.ts";
import { planDiff } from "./diff.ts";
import {
	ALL_MET,
	APPROVE,
	after,
	approvedIssue,
	CITY_CLERK,
	CITY_GROUP,
	changeId,
	extensionId,
	GROUP,
	goalId,
	metric,
	OTHER_REVIEWER,
	planned,
	planningIssue,
	REVIEWER,
	type ReviewCommand,
	SUBMIT,
} from "./testing.ts";

const refused = (
	issue: Issue,
	command: IssueCommand,
	who: Actor,
	more: Partial<IssueContext> = {},
): string[] => {
	const decision = decideIssue(issue, command, { ...contextOf(who), ...more });
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
};
const on = (date: string): Partial<IssueContext> => ({ now: moment(`${date}T02:00:00.000Z`) });
const dueOn = (date: string): Deadline => ({
	text: `${date}前`,
	category: "fixed",
	point: { precision: "day", date: day(date) },
});

const submitted = () => after(planningIssue(), [LEAD_CLERK, SUBMIT]);

test("[plans I1] a plan goes from writing to review and becomes the baseline when it is approved", () => {
	const handedIn = submitted();
	expect(handedIn.lifecycle).toBe("planSubmitted");
	const approved = after(handedIn, [REVIEWER, APPROVE]);
	expect(approved.lifecycle).toBe("inProgress");
	expect(currentBaseline(approved)).toMatchObject({ version: 1, reason: null, origin: null });
	expect(currentBaseline(approved)?.content).toEqual(planContentOf(handedIn));
	expect(planOf(approved).originalDeadline).toEqual(handedIn.deadline);
});

test("[plans I2] a return names what to change, and the plan can be handed in again", () => {
	const items = [
		{ item: `measure:${measureId(2)}` as const, verdict: "return" as const, reason: "缺少资金来源" },
	];
	const command: ReviewCommand = { ...RETURN, items };
	const returned = after(submitted(), [REVIEWER, command]);
	expect(returned.lifecycle).toBe("planning");
	expect(planOf(returned).reviews.at(-1)).toMatchObject({ round: 1, verdict: "return", items });
	const again = after(returned, [LEAD_CLERK, SUBMIT], [REVIEWER, APPROVE]);
	expect(planOf(again).submissions.map(({ round }) => round)).toEqual([1, 2]);
});

test("[plans I2] what the reviewer weighed stays with the review", () => {
	const relations = {
		pointAndArea: true,
		commonAndIndividual: true,
		formAndSubstance: false,
		nowAndLong: true,
	};
	const approved = after(submitted(), [REVIEWER, { ...APPROVE, relations }]);
	expect(planOf(approved).reviews.at(-1)).toMatchObject({ relations });
	expect(planOf(after(submitted(), [REVIEWER, APPROVE])).reviews.at(-1)).not.toHaveProperty("relations");
});

const RETURN: ReviewCommand = {
	type: "reviewPlan",
	verdict: "return",
	items: [],
	criteria: ALL_MET,
	opinion: null,
};

test.each<[string, PlanCommand, string[]]>([
	["a return without any reason", RETURN, ["PLAN-07"]],
	[
		"a returned item without its reason",
		{ ...RETURN, items: [{ item: "goal", verdict: "return", reason: null }] },
		["PLAN-07"],
	],
	[
		"an approval with a returned item",
		{ ...APPROVE, items: [{ item: "goal", verdict: "return", reason: "目标偏低" }] },
		["PLAN-07"],
	],
	[
		"an approval though a criterion is not met",
		{ ...APPROVE, criteria: { ...ALL_MET, feasible: false } },
		["PLAN-07"],
	],
	[
		"an item that the plan does not have",
		{
			...APPROVE,
			items: [{ item: `measure:${measureId(77)}`, verdict: "pass", reason: null }],
		},
		["UNKNOWN_ITEM"],
	],
])("[plans I2] [PLAN-07] a review is refused: %s", (_name, command, rules) => {
	expect(refused(submitted(), command, REVIEWER)).toEqual(rules);
});

test("[plans I3] nobody reviews the plan of his own side", () => {
	const own = actor("provOffice", PROVINCE, { unitId: LEAD });
	expect(refused(submitted(), APPROVE, own)).toEqual(["SOD-01"]);
	const wrote = after(
		planningIssue(),
		[REVIEWER, { type: "setGoals", goals: [metric(1)] }],
		[LEAD_CLERK, SUBMIT],
	);
	expect(refused(wrote, APPROVE, REVIEWER)).toEqual(["SOD-01"]);
	expect(refused(wrote, APPROVE, OTHER_REVIEWER)).toEqual([]);
});

const writings: readonly [string, IssueCommand][] = [
	["a measure added", { type: "addMeasure", measures: [planned(5)], importId: null }],
	[
		"a measure amended",
		{
			type: "amendMeasure",
			measureId: measureId(1),
			changes: { text: "甲" },
			reason: "核对",
			importId: null,
		},
	],
	["a measure cancelled", { type: "cancelMeasure", measureId: measureId(1), reason: "重复", importId: null }],
	[
		"the goal amended",
		{ type: "amendIssue", changes: { goal: "断面稳定达标。" }, reason: "核对", importId: null },
	],
];
test.each(writings)("[plans I3] [SOD-01] who wrote it cannot review the plan: %s", (_name, command) => {
	const wrote = after(planningIssue(), [REVIEWER, command], [LEAD_CLERK, SUBMIT]);
	expect(refused(wrote, APPROVE, REVIEWER)).toEqual(["SOD-01"]);
	expect(refused(wrote, APPROVE, OTHER_REVIEWER)).toEqual([]);
	const approved = after(wrote, [OTHER_REVIEWER, APPROVE]);
	expect(planOf(approved).authors).toEqual([]);
});

test("[plans I3] imported text, remarks and events of old journals have no author", () => {
	const command: IssueCommand = { type: "addMeasure", measures: [planned(5)], importId: null };
	const imported = run(planningIssue(), command, { ...contextOf(REVIEWER), importing: true });
	expect(imported.events.every((event) => !("by" in event))).toBe(true);
	expect(imported.state.plan).toBeUndefined();
	const remarked = after(planningIssue(), [
		REVIEWER,
		{ type: "amendIssue", changes: { remarks: "甲" }, reason: "核对", importId: null },
	]);
	expect(remarked.plan).toBeUndefined();
	const [event] = run(planningIssue(), command, contextOf(REVIEWER)).events;
	if (event?.type !== "measuresAdded") throw new Error("an event");
	const { by: _, ...old } = event;
	expect(evolveIssue(planningIssue(), IssueEvent.parse(old)).measures).toHaveLength(3);
});

test("[plans I3] a city's plan is reviewed by the province, the top tier's by its leading group", () => {
	expect(refused(submitted(), APPROVE, CITY_CLERK)).toEqual(["NOT_YOUR_TIER"]);
	expect(refused(submitted(), APPROVE, GROUP)).toEqual(["NOT_YOUR_TIER"]);
	expect(refused(submitted(), APPROVE, actor("cityOffice", OTHER_CITY))).toEqual(["OUT_OF_REGION"]);
	const top = { ...submitted(), tier: "province" as const, region: PROVINCE };
	expect(refused(top, APPROVE, GROUP)).toEqual([]);
	expect(refused(top, APPROVE, REVIEWER)).toEqual(["NOT_YOUR_TIER"]);
});

const change = (issue: Issue, more: object = {}): PlanCommand => ({
	type: "proposePlanChange",
	changeId: changeId(1),
	content: { ...planContentOf(issue), goals: [metric(1, { target: 0.008 })], ...more },
	reason: "断面背景值偏高",
});
const decide = (verdict: "approve" | "refuse", reason: string | null = null): PlanCommand => ({
	type: "decidePlanChange",
	changeId: changeId(1),
	verdict,
	reason,
});

test("[plans I4] [BASE-01] an approved change is the next version beside the one before, with its reason", () => {
	const before = approvedIssue();
	const proposed = after(before, [LEAD_CLERK, change(before)]);
	expect(planContentOf(proposed)).toEqual(planContentOf(before));
	expect(refused(proposed, decide("approve"), REVIEWER)).toEqual(["BASE-02"]);
	const changed = after(proposed, [REVIEWER, decide("approve", "经专家论证")]);
	expect(planOf(changed).baselines.map(({ version }) => version)).toEqual([1, 2]);
	expect(planOf(changed).baselines[0]).toEqual(currentBaseline(before));
	expect(planOf(changed).changes[0]?.decision?.reason).toBe("经专家论证");
	expect(currentBaseline(changed)).toMatchObject({ reason: "断面背景值偏高", origin: { kind: "change" } });
	expect(planOf(changed).goals).toEqual([metric(1, { target: 0.008 })]);
});

test("[plans I4] what a change leaves out stays as cancelled, and how far a measure is stays as it is", () => {
	const before = approvedIssue();
	const [first] = before.measures;
	if (first === undefined) throw new Error("a measure");
	const going = { ...before, measures: before.measures.map((m) => ({ ...m, state: "inProgress" as const })) };
	const command = change(going, { measures: [{ ...first, state: "verified" as const }] });
	expect(planContentOf(going).measures).toHaveLength(2);
	const changed = after(going, [LEAD_CLERK, command], [REVIEWER, decide("approve", "合并实施")]);
	expect(changed.measures.map(({ state }) => state)).toEqual(["inProgress", "cancelled"]);
});

test("[plans I4] [BASE-01 BASE-02] changes are refused", () => {
	const before = approvedIssue();
	expect(refused(before, change(before, { goals: planOf(before).goals }), LEAD_CLERK)).toEqual(["NO_CHANGE"]);
	expect(refused(before, change(before, { deadline: dueOn("2027-06-30") }), LEAD_CLERK)).toEqual(["EXT-03"]);
	expect(refused(before, decide("approve"), REVIEWER)).toEqual(["NOTHING_PENDING"]);
	const proposed = after(before, [LEAD_CLERK, change(before)]);
	expect(refused(proposed, change(before), LEAD_CLERK)).toEqual(["PENDING"]);
	expect(refused(proposed, decide("refuse"), REVIEWER)).toEqual(["BASE-01"]);
	const own = actor("provOffice", PROVINCE, { unitId: LEAD });
	expect(refused(proposed, decide("approve"), own)).toEqual(["SOD-01"]);
	expect(
		planOf(after(proposed, [REVIEWER, decide("refuse", "理由不充分")])).changes[0]?.decision,
	).toMatchObject({
		verdict: "refuse",
	});
});

const request = (issue: Issue, more: object = {}): PlanCommand => ({
	type: "requestExtension",
	extensionId: extensionId(1),
	reasons: "连续强降雨影响施工",
	progress: "主体工程完成六成",
	to: dueOn("2027-03-31"),
	measures: issue.measures.map((measure) => ({
		...measure,
		milestones: [{ text: "完成防渗", due: day("2027-01-31"), weight: 1 }],
	})),
	lateReason: null,
	...more,
});
const grant = (verdict: "grant" | "refuse", n = 1, reason: string | null = null): PlanCommand => ({
	type: "decideExtension",
	extensionId: extensionId(n),
	verdict,
	reason,
});

test("[plans I5] [EXT-05] a granted extension moves the deadline and keeps the original one", () => {
	const before = approvedIssue();
	const extended = after(before, [LEAD_CLERK, request(before)], [REVIEWER, grant("grant")]);
	expect(extended.deadline).toEqual(dueOn("2027-03-31"));
	expect(planOf(extended).originalDeadline).toEqual(before.deadline);
	expect(currentBaseline(extended)).toMatchObject({ version: 2, origin: { kind: "extension" } });
	expect(planOf(extended).extensions[0]).toMatchObject({ from: before.deadline, leadDays: 304 });
});

test.each<[string, object, Partial<IssueContext>, string[]]>([
	["later than a month before the due date, without a reason", {}, on("2026-12-10"), ["EXT-01"]],
	["on the last day without a reason", {}, on("2026-12-31"), ["EXT-01"]],
	["after the due date", { lateReason: "忘记" }, on("2027-01-01"), ["EXT-01"]],
	["a date before the present one", { to: dueOn("2026-11-30") }, on("2026-06-01"), ["EXT-02"]],
	["for more than six months", { to: dueOn("2027-07-01") }, on("2026-06-01"), ["EXT-04"]],
	["without milestones", { measures: [] }, on("2026-06-01"), ["EXT-02"]],
	[
		"with milestones of the past only",
		{ measures: approvedIssue().measures, lateReason: "汛期断路" },
		on("2026-12-10"),
		["EXT-02"],
	],
])("[plans I5] [EXT-01 EXT-02 EXT-04] an extension is refused: %s", (_name, more, at, rules) => {
	const before = approvedIssue();
	expect(refused(before, request(before, more), LEAD_CLERK, at)).toEqual(rules);
});

test("[plans I5] [EXT-02] an extension moves dates and nothing else", () => {
	const before = approvedIssue();
	const [first, second] = before.measures;
	if (first === undefined || second === undefined) throw new Error("two measures");
	const milestones = [{ text: "完成防渗", due: day("2027-01-31"), weight: 1 }];
	const other = request(before, { measures: [{ ...first, milestones, text: "加强巡查" }] });
	expect(refused(before, other, LEAD_CLERK)).toEqual(["EXT-02"]);
	const twice = request(before, { measures: [first, first].map((m) => ({ ...m, milestones })) });
	expect(refused(before, twice, LEAD_CLERK)).toEqual(["DUPLICATE_ID"]);
	const unheard = request(before, { measures: [{ ...first, id: measureId(9), milestones }] });
	expect(refused(before, unheard, LEAD_CLERK)).toEqual(["EXT-02"]);
	const one = request(before, { measures: [{ ...first, milestones, state: "verified" as const }] });
	const extended = after(before, [LEAD_CLERK, one], [REVIEWER, grant("grant", 1, "情况属实")]);
	expect(extended.measures).toEqual([{ ...first, milestones }, second]);
	expect(planOf(extended).extensions[0]?.decision?.reason).toBe("情况属实");
});

test("[plans I4] what was asked for against an older version cannot be approved, only refused", () => {
	const before = approvedIssue();
	const asked = after(before, [LEAD_CLERK, request(before)], [LEAD_CLERK, change(before)]);
	const moved = after(asked, [REVIEWER, decide("approve", "经专家论证")]);
	expect(refused(moved, grant("grant"), REVIEWER)).toEqual(["BASE-01"]);
	const refusedOnce = after(moved, [REVIEWER, grant("refuse", 1, "按新版本重新申请")]);
	expect(pendingExtension(refusedOnce)).toBeUndefined();
	const extended = after(asked, [REVIEWER, grant("grant")]);
	expect(refused(extended, decide("approve", "经专家论证"), REVIEWER)).toContain("BASE-01");
});

test("[plans I4] a change names every part once and units that are there", () => {
	const before = approvedIssue();
	const [first] = before.measures;
	if (first === undefined) throw new Error("a measure");
	const measures = [first, { ...first, responsibleUnitIds: [unitId(99)] }];
	const goals = [metric(1), metric(1)];
	expect(refused(before, change(before, { goals, measures }), LEAD_CLERK)).toEqual([
		"DUPLICATE_ID",
		"DUPLICATE_ID",
		"UNKNOWN_UNIT",
	]);
});

test("[plans I5] a late request passes with its reason, and six months to the day are allowed", () => {
	const before = approvedIssue();
	const late = request(before, { lateReason: "汛期断路，资料刚收齐", to: dueOn("2027-06-30") });
	expect(refused(before, late, LEAD_CLERK, on("2026-12-31"))).toEqual([]);
});

test("[plans I5] [EXT-03 EXT-04] the second extension is decided by the tier above the approving one, and never by the owner", () => {
	const before = approvedIssue();
	const once = after(before, [LEAD_CLERK, request(before)], [REVIEWER, grant("grant")]);
	const second = request(once, { extensionId: extensionId(2), to: dueOn("2027-06-30") });
	const twice = after(once, [LEAD_CLERK, second]);
	expect(refused(twice, grant("grant", 2), REVIEWER)).toEqual(["EXT-04"]);
	expect(refused(twice, grant("grant", 2), LEAD_CLERK)).toEqual(["NOT_ALLOWED"]);
	expect(refused(twice, grant("grant", 2), GROUP)).toEqual([]);
	expect(refused(twice, grant("grant", 2), CITY_GROUP)).toEqual(["NOT_YOUR_TIER"]);
	const first = after(before, [LEAD_CLERK, request(before)]);
	expect(refused(first, grant("refuse"), REVIEWER)).toEqual(["EXT-03"]);
	expect(refused(first, grant("refuse"), LEAD_CLERK)).toEqual(["NOT_ALLOWED"]);
	const county = { ...twice, tier: "county" as const };
	expect(refused(county, grant("grant", 2), REVIEWER)).toEqual([]);
});

test("[plans I6] planned progress is the weight of the milestones that are due", () => {
	const issue = planningIssue();
	expect(plannedPercent(issue, day("2026-04-29"))).toBe(0);
	expect(plannedPercent(issue, day("2026-04-30"))).toBe(50);
	expect(plannedPercent(issue, day("2026-09-30"))).toBe(100);
	expect(plannedPercent({ measures: [] }, day("2026-09-30"))).toBeNull();
});

test("a difference of two versions says what is weaker", () => {
	const issue = approvedIssue();
	const from = planContentOf(issue);
	const to = {
		...from,
		goals: [metric(1, { target: 0.008 }), metric(2)],
		deadline: dueOn("2027-01-31"),
		measures: from.measures.slice(0, 1),
	};
	expect(planDiff(from, to).map(({ item, weaker }) => [item, weaker])).toEqual([
		["deadline", true],
		[`goal:${goalId(1)}`, true],
		[`goal:${goalId(2)}`, false],
		[`measure:${measureId(2)}`, true],
	]);
	expect(planDiff(from, from)).toEqual([]);
});

test("a figure in another unit, of another indicator or by another method is nobody's to count", () => {
	const from = planContentOf(approvedIssue());
	const weaker = (more: object) => planDiff(from, { ...from, goals: [metric(1, more)] })[0]?.weaker;
	expect(weaker({ unit: "g/L" })).toBeNull();
	expect(weaker({ indicator: "出境断面锌浓度" })).toBeNull();
	expect(weaker({ method: "自行估算" })).toBeNull();
	expect(weaker({ method: "自行估算", target: 0.008 })).toBe(true);
	expect(weaker({ target: 0.004 })).toBe(false);
});

test("[plans I9] what has no day is given one by a change of the plan, for nothing of it could be extended", () => {
	const openEnded = {
		text: "长期坚持",
		category: "longTerm" as const,
		point: { precision: "openEnded" as const },
	};
	const lasting = { ...approvedIssue(), deadline: openEnded };
	const dated = change(lasting, { goals: planOf(lasting).goals, deadline: dueOn("2027-06-30") });
	const changed = after(lasting, [LEAD_CLERK, dated], [REVIEWER, decide("approve")]);
	expect(changed.deadline).toEqual(dueOn("2027-06-30"));
	expect(planOf(changed).originalDeadline).toEqual(planOf(lasting).originalDeadline);
	// A day is not taken away by a change, nor moved back.
	const before = approvedIssue();
	for (const deadline of [openEnded, dueOn("2027-06-30")]) {
		expect(refused(before, change(before, { deadline }), LEAD_CLERK)).toEqual(["EXT-03"]);
	}
	const kept = { ...before.deadline, category: "longTerm" as const };
	expect(refused(before, change(before, { deadline: kept }), LEAD_CLERK)).toEqual([]);
});

test("publishing, goals and waivers", () => {
	const issue = approvedIssue();
	const publish = (date: string): PlanCommand => ({
		type: "publishPlan",
		on: day(date),
		channels: [{ kind: "website", name: "市政府网站", url: null }],
		redacted: true,
	});
	expect(refused(issue, publish("2026-03-02"), CITY_CLERK)).toEqual([]);
	expect(refused(issue, publish("2026-03-01"), CITY_CLERK)).toEqual(["PLAN-12"]);
	expect(refused(issue, publish("2026-03-03"), CITY_CLERK)).toEqual(["PLAN-12"]);
	const planning = planningIssue();
	expect(refused(planning, publish("2026-03-02"), CITY_CLERK)).not.toEqual([]);
	expect(refused(planning, { type: "setGoals", goals: [metric(1), metric(1)] }, LEAD_CLERK)).toEqual([
		"DUPLICATE_ID",
	]);
	expect(refused(planning, { type: "setGoals", goals: [] }, LEAD_CLERK)).toEqual(["NO_CHANGE"]);
	const waive: PlanCommand = { type: "waivePlanItem", of: "longTermMechanism", reason: "一次性清运" };
	expect(refused(after(planning, [LEAD_CLERK, waive]), waive, LEAD_CLERK)).toEqual(["NO_CHANGE"]);
	expect(run(planning, { type: "setGoals", goals: [metric(1)] }, contextOf(LEAD_CLERK)).events).toHaveLength(
		1,
	);
	expect(planned(3).milestones).toHaveLength(2);
});
