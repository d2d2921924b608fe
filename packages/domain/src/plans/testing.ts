/** Builders for the tests of this room: an issue whose plan is written, handed in and approved. */
import type { Issue, IssueCommand } from "../issues/index.ts";
import {
	actor,
	assignment,
	CITY,
	contextOf,
	day,
	issueAfter,
	LEAD,
	LEAD_CLERK,
	LEADER,
	measure,
	OWNERS,
	PROVINCE,
	run,
	uuid,
} from "../issues/testing.ts";
import { type Actor, ExtensionId, GoalId, type Instant, PlanChangeId } from "../kernel/index.ts";
import type { PlanCommand } from "./commands.ts";
import type { NewMeasure } from "./elements.ts";
import type { Goal } from "./schema.ts";

export const goalId = (n: number) => GoalId.parse(uuid(n, 20));
export const changeId = (n: number) => PlanChangeId.parse(uuid(n, 21));
export const extensionId = (n: number) => ExtensionId.parse(uuid(n, 22));

/** Who reviews a city's plans, and who stands above. */
export const REVIEWER = actor("provOffice", PROVINCE);
export const OTHER_REVIEWER: Actor = {
	kind: "person",
	userId: "another",
	personId: null,
	name: "另一审核人",
	role: "provOffice",
	region: PROVINCE,
	unitId: null,
};
export const GROUP = actor("leadingGroup", PROVINCE);
/** The city has a leading group too; it stands above the lists of no other place. */
export const CITY_GROUP = actor("leadingGroup", CITY);
export const CITY_CLERK = actor("cityOffice", CITY);

export const metric = (n: number, more: Partial<Extract<Goal, { kind: "metric" }>> = {}): Goal => ({
	kind: "metric",
	id: goalId(n),
	indicator: "出境断面镉浓度",
	unit: "mg/L",
	baseline: 0.012,
	target: 0.005,
	direction: "atMost",
	method: "每月手工监测",
	...more,
});

/** A measure with two milestones of equal weight. */
export const planned = (n: number, more: Partial<NewMeasure> = {}): NewMeasure =>
	measure(n, `第${n}号渣库防渗治理`, {
		type: "works",
		term: "immediateFix",
		deadline: {
			text: "2026年10月底前",
			category: "fixed",
			point: { precision: "month", year: 2026, month: 10 },
		},
		responsibleUnitIds: [LEAD],
		milestones: [
			{ text: "完成设计", due: day("2026-04-30"), weight: 1 },
			{ text: "完成防渗", due: day("2026-09-30"), weight: 1 },
		],
		...more,
	});

/** A review of the plan. */
export type ReviewCommand = Extract<PlanCommand, { type: "reviewPlan" }>;

export const ALL_MET = { reachable: true, feasible: true, landed: true, reasonable: true };

/** Carries out commands by whom each names; throws where one is refused. */
export const after = (issue: Issue, ...steps: readonly (readonly [Actor, IssueCommand, Instant?])[]): Issue =>
	steps.reduce(
		(state, [who, command, now]) =>
			run(state, command, contextOf(who, now === undefined ? {} : { now })).state,
		issue,
	);

/** An issue whose plan is being written. */
export const planningIssue = (more: Partial<Issue> = {}): Issue => ({
	...issueAfter({
		assignments: [...OWNERS, assignment(3, "responsibleLeader", LEADER)],
		measures: [planned(1), planned(2)],
	}),
	lifecycle: "planning",
	...more,
});

export const SUBMIT: PlanCommand = { type: "submitPlan" };
export const APPROVE: ReviewCommand = {
	type: "reviewPlan",
	verdict: "approve",
	items: [],
	criteria: ALL_MET,
	opinion: null,
};

/** An issue with an approved plan: the work is going on. */
export const approvedIssue = (more: Partial<Issue> = {}): Issue => ({
	...after(
		planningIssue(),
		[LEAD_CLERK, { type: "setGoals", goals: [metric(1)] }],
		[LEAD_CLERK, SUBMIT],
		[REVIEWER, APPROVE],
	),
	...more,
});
