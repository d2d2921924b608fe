/** Random work on a plan. What a command says depends on the plan as it stands, so that many are accepted. */
import fc from "fast-check";
import type { Issue, IssueCommand } from "../../issues/index.ts";
import { anybody, one } from "../../issues/testing/arbitrary-commands.ts";
import {
	actor,
	CITY,
	day,
	LEAD,
	LEAD_CLERK,
	measureId,
	OFFICE,
	PROVINCE,
	unitId,
	WORKER,
	WORKER_CLERK,
} from "../../issues/testing.ts";
import { type Actor, addDays, type Deadline, type IsoDate, lastDay } from "../../kernel/index.ts";
import { planContentOf, planOf } from "../content.ts";
import type { Measure } from "../elements.ts";
import type { Goal } from "../schema.ts";
import {
	ALL_MET,
	changeId,
	extensionId,
	GROUP,
	goalId,
	metric,
	OTHER_REVIEWER,
	planned,
	REVIEWER,
} from "../testing.ts";

/** One step of a history: who does what, so many days after the step before. */
export type Step = {
	readonly who: Actor;
	readonly days: number;
	readonly commandOn: (issue: Issue) => IssueCommand;
};
type Making = fc.Arbitrary<(issue: Issue) => IssueCommand>;

const fixed = (command: IssueCommand) => (): IssueCommand => command;
const small = fc.integer({ min: 1, max: 4 });
const reason = one("核对原文", "条件变化", "专家论证", null);
const importId = null;

const goal: fc.Arbitrary<Goal> = fc.oneof(
	fc
		.tuple(small, one(0.005, 0.008, 0.002), one(0.012, null))
		.map(([n, target, baseline]) => metric(n, { target, baseline })),
	small.map((n): Goal => ({ kind: "deliverable", id: goalId(n), name: `成果${n}` })),
);
const goals = fc.array(goal, { maxLength: 3 });

const dueOn = (date: IsoDate): Deadline => ({
	text: `${date}前`,
	category: "fixed",
	point: { precision: "day", date },
});
const later = (issue: Issue, days: number): Deadline =>
	dueOn(addDays((issue.deadline === null ? null : lastDay(issue.deadline.point)) ?? day("2026-12-31"), days));

const writing: Making = fc.oneof(
	goals.map((to) => fixed({ type: "setGoals", goals: to })),
	one("immediateFix" as const, "longTermMechanism" as const, "similarScreening" as const).map((of) =>
		fixed({ type: "waivePlanItem", of, reason: "一次性清运" }),
	),
	fc.integer({ min: 1, max: 6 }).map((n) => fixed({ type: "addMeasure", measures: [planned(n)], importId })),
	fc
		.tuple(small, one("封堵渗漏点", "修复植被"))
		.map(([n, text]) =>
			fixed({ type: "amendMeasure", measureId: measureId(n), changes: { text }, reason: "核对", importId }),
		),
	small.map((n) => fixed({ type: "cancelMeasure", measureId: measureId(n), reason: "重复", importId })),
	one("断面稳定达标。", "消除隐患。", null).map((to) =>
		fixed({ type: "amendIssue", changes: { goal: to }, reason: "核对", importId }),
	),
	fc.constant(fixed({ type: "startPlanning" })),
);

const submitting: Making = fc.constant(fixed({ type: "submitPlan" }));

const reviewing: Making = fc
	.record({
		verdict: one("approve" as const, "approve" as const, "return" as const),
		met: fc.boolean(),
		items: fc.array(
			fc.record(
				{
					item: one("goal" as const, "deadline" as const, `measure:${measureId(1)}` as const),
					verdict: one("pass" as const, "pass" as const, "return" as const),
					reason,
				},
				{ noNullPrototype: true },
			),
			{ maxLength: 2 },
		),
		opinion: reason,
	})
	.map(({ met, ...review }) =>
		fixed({
			type: "reviewPlan",
			...review,
			criteria: { ...ALL_MET, feasible: met || review.opinion === null },
		}),
	);

const asMeasure = (n: number, unit = LEAD): Measure => ({
	...planned(n, { responsibleUnitIds: [unit] }),
	state: "notStarted",
});

const proposing: Making = fc
	.record({
		n: fc.integer({ min: 1, max: 20 }),
		to: fc.option(goals),
		drop: one(true, false, false),
		add: fc.option(fc.integer({ min: 2, max: 30 })),
		unit: one(LEAD, LEAD, WORKER, WORKER, unitId(99)),
		earlier: one(0, 0, 0, 30, -30),
		constraints: one<string[]>([], ["不以调代改"]),
	})
	.map(({ n, to, drop, add, unit, earlier, constraints }) => (issue) => {
		const content = planContentOf(issue);
		const measures = drop ? content.measures.slice(1) : content.measures;
		return {
			type: "proposePlanChange",
			changeId: changeId(n),
			reason: "条件变化",
			content: {
				...content,
				constraints,
				goals: to ?? content.goals,
				deadline: earlier === 0 ? content.deadline : later(issue, -earlier),
				measures: add === null ? measures : [...measures, asMeasure(add, unit)],
			},
		};
	});

const requesting: Making = fc
	.record({
		n: fc.integer({ min: 1, max: 20 }),
		days: one(30, 60, 90, 180, 200, -10),
		which: one(0, 1, 2, 3),
		text: one(null, null, null, "改写措施"),
		lateReason: reason,
	})
	.map(({ n, days, which, text, lateReason }) => (issue) => {
		const to = later(issue, days);
		const until = lastDay(to.point) ?? day("2027-12-31");
		return {
			type: "requestExtension",
			extensionId: extensionId(n),
			reasons: "连续强降雨影响施工",
			progress: "主体工程完成六成",
			to,
			lateReason,
			measures: issue.measures.slice(0, which).map((measure) => ({
				...measure,
				text: text ?? measure.text,
				deadline: to,
				milestones: [{ text: "完工", due: until, weight: 1 }],
			})),
		};
	});

/** The request that waits, or another one that does not. */
const waiting = <T extends { id: string; decision: unknown }>(asked: readonly T[]): T["id"] | undefined =>
	asked.find(({ decision }) => decision === null)?.id;

const deciding: Making = fc.oneof(
	fc.tuple(one("approve" as const, "approve" as const, "refuse" as const), reason).map(
		([verdict, why]) =>
			(issue: Issue): IssueCommand => ({
				type: "decidePlanChange",
				changeId: changeId(1),
				...pendingId("changeId", waiting(planOf(issue).changes)),
				verdict,
				reason: why,
			}),
	),
	fc.tuple(one("grant" as const, "grant" as const, "refuse" as const), reason).map(
		([verdict, why]) =>
			(issue: Issue): IssueCommand => ({
				type: "decideExtension",
				extensionId: extensionId(1),
				...pendingId("extensionId", waiting(planOf(issue).extensions)),
				verdict,
				reason: why,
			}),
	),
);

const pendingId = <K extends string, T>(key: K, id: T | undefined): { [key in K]?: T } => {
	const given: { [key in K]?: T } = {};
	if (id !== undefined) given[key] = id;
	return given;
};

const publishing: Making = one(day("2026-03-02"), day("2026-04-01"), day("2026-09-01")).map((on) =>
	fixed({
		type: "publishPlan",
		on,
		channels: [{ kind: "website", name: "市政府网站", url: null }],
		redacted: true,
	}),
);

const owner = one<Actor>(LEAD_CLERK, LEAD_CLERK, LEAD_CLERK, LEAD_CLERK, LEAD_CLERK, WORKER_CLERK);
const reviewer = one<Actor>(
	REVIEWER,
	REVIEWER,
	REVIEWER,
	OTHER_REVIEWER,
	OTHER_REVIEWER,
	GROUP,
	actor("provOffice", PROVINCE, { unitId: LEAD }),
);
const office = one<Actor>(OFFICE, REVIEWER, actor("cityOffice", CITY));

const by = (who: fc.Arbitrary<Actor>, making: Making): fc.Arbitrary<Step> =>
	fc.record({
		who: fc.oneof({ weight: 8, arbitrary: who }, { weight: 1, arbitrary: anybody }),
		days: one(0, 0, 0, 1, 7, 20),
		commandOn: making,
	});

/** A step on the plan; those that lead on are frequent, so that histories grow deep. */
export const planStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 3, arbitrary: by(fc.oneof(owner, office), writing) },
	{ weight: 3, arbitrary: by(owner, submitting) },
	{ weight: 4, arbitrary: by(reviewer, reviewing) },
	{ weight: 3, arbitrary: by(owner, proposing) },
	{ weight: 3, arbitrary: by(owner, requesting) },
	{ weight: 6, arbitrary: by(reviewer, deciding) },
	{ weight: 1, arbitrary: by(office, publishing) },
);
