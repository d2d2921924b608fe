import { randomUUID } from "node:crypto";
import type { Inputs } from "@zhenggai/client";
import { expect } from "vitest";
import type { Cast, Player, UnitName } from "./cast.ts";
import type { StoryClock } from "./clock.ts";
import type { Stage } from "./play.ts";

export const dueBy = (date: string) =>
	({ text: `${date}前`, category: "fixed", point: { precision: "day", date } }) as const;

type Asking = Parameters<Stage["does"]>[2];
type Role = "lead" | "responsible" | "supervising" | "acceptance" | "responsibleLeader" | "responsiblePerson";

const part = (role: Role, who: { unitId: string } | { personId: string }, from: string) => ({
	...{ id: randomUUID(), role, kind: null, from },
	...{ unitId: "unitId" in who ? who.unitId : null, personId: "personId" in who ? who.personId : null },
});

/** Who takes part in an issue, and who acts for them. */
export type Team = {
	readonly office: Player;
	readonly lead: Player;
	readonly leadUnit: UnitName;
	readonly responsible: UnitName;
	readonly leader: string;
	readonly clerk: string;
	/** Whether an acceptance unit is named. */
	readonly accepted: boolean;
};

export const countyTeam = (cast: Cast): Team => ({
	...{ office: cast.county, lead: cast.lead, leadUnit: "countyWater", responsible: "countyUrban" },
	...{ leader: cast.people.countyLeader, clerk: cast.people.countyClerk, accepted: true },
});
export const cityTeam = (cast: Cast): Team => ({
	...{ office: cast.city, lead: cast.cityLead, leadUnit: "cityWater", responsible: "cityWater" },
	...{ leader: cast.people.cityLeader, clerk: cast.people.cityClerk, accepted: false },
});

/** The office names who answers, and the lead unit takes it on. */
export async function assign(stage: Stage, cast: Cast, team: Team, issueId: string, from: string) {
	const unit = (name: UnitName) => ({ unitId: cast.unit(name) });
	const assignments = [
		part("lead", unit(team.leadUnit), from),
		part("responsible", unit(team.responsible), from),
		part("supervising", unit("cityEcology"), from),
		...(team.accepted ? [part("acceptance", unit("countyEcology"), from)] : []),
		part("responsibleLeader", { personId: team.leader }, from),
		part("responsiblePerson", { personId: team.clerk }, from),
	];
	const named = await stage.does(team.office, issueId, (issues, on) =>
		issues.assignIssue.mutate({ ...on, command: { type: "assignIssue", assignments, importId: null } }),
	);
	expect(named.row.lifecycle).toBe("assigned");
	const own = named.assignments.find(({ role }) => role === "lead");
	if (own === undefined) throw new Error("no lead");
	await stage.does(team.lead, issueId, (issues, on) =>
		issues.acknowledgeAssignment.mutate({
			...on,
			command: { type: "acknowledgeAssignment", assignmentId: own.id },
		}),
	);
	const begun = await stage.does(team.lead, issueId, (issues, on) =>
		issues.startPlanning.mutate({ ...on, command: { type: "startPlanning" } }),
	);
	expect(begun.row.lifecycle).toBe("planning");
}

type Milestone = readonly [text: string, due: string, weight: number];
const steps = (milestones: readonly Milestone[]) =>
	milestones.map(([text, due, weight]) => ({ text, due, weight }));

/** Days of a plan. */
export type Days = { readonly deadline: string; readonly first: string; readonly second: string };

type Goals = Inputs["issues"]["setGoals"]["command"]["goals"];

/** What is measured and what will be there. */
export async function setGoals(stage: Stage, lead: Player, issueId: string) {
	const goals: Goals = [
		{
			...{ kind: "metric", id: randomUUID(), indicator: "下游断面氨氮", unit: "mg/L", baseline: 3.2 },
			...{ target: 1.5, direction: "atMost", method: "逐月监测" },
		},
		{ kind: "deliverable", id: randomUUID(), name: "排水管理办法" },
	];
	await stage.does(lead, issueId, (issues, on) =>
		issues.setGoals.mutate({ ...on, command: { type: "setGoals", goals } }),
	);
	const [metric, document] = goals.map(({ id }) => id);
	if (metric === undefined || document === undefined) throw new Error("two goals");
	return { metric, document };
}

/** Works, a document that stays, and the screening for similar problems. */
export function measuresOf(cast: Cast, team: Team, days: Days) {
	const unitId = cast.unit(team.leadUnit);
	const measure = (
		text: string,
		type: "works" | "policy" | "campaign",
		term: "immediateFix" | "longTermMechanism",
		milestones: readonly Milestone[],
	) => ({
		...{ id: randomUUID(), number: null, text, type, term, deadline: dueBy(days.deadline) },
		...{ responsibleUnitIds: [unitId], supportingUnitIds: [], milestones: steps(milestones) },
		...{ provisional: null, similarScreening: type === "campaign" },
	});
	return [
		measure("封堵直排口并建成截污管网", "works", "immediateFix", [
			["直排口封堵完成", days.first, 2],
			["截污管网建成通水", days.second, 2],
		]),
		measure("制定排水管理办法", "policy", "longTermMechanism", [["办法印发施行", days.second, 1]]),
		measure("对同类排口开展拉网式排查", "campaign", "immediateFix", [["排查结果汇总", days.second, 1]]),
	];
}

export const addMeasures = (
	stage: Stage,
	who: Player,
	issueId: string,
	measures: ReturnType<typeof measuresOf>,
) =>
	stage.does(who, issueId, (issues, on) =>
		issues.addMeasure.mutate({ ...on, command: { type: "addMeasure", measures, importId: null } }),
	);

export const moveDeadline = (stage: Stage, office: Player, issueId: string, date: string) =>
	stage.does(
		office,
		issueId,
		(issues, on) =>
			issues.amendIssue.mutate({
				...on,
				command: {
					...{ type: "amendIssue", reason: "按分解方案明确本级时限", importId: null },
					changes: { deadline: dueBy(date) },
				},
			}),
		"较省级时限适当提前，便于逐级验收",
	);

export const submit = (stage: Stage, who: Player, issueId: string) =>
	stage.does(
		who,
		issueId,
		(issues, on) => issues.submitPlan.mutate({ ...on, command: { type: "submitPlan" } }),
		"已在局务会研究，逐项核对",
	);

const MET = { reachable: true, feasible: true, landed: true, reasonable: true };
export const approve = (stage: Stage, who: Player, issueId: string) =>
	stage.does(who, issueId, (issues, on) =>
		issues.reviewPlan.mutate({
			...on,
			command: { type: "reviewPlan", verdict: "approve", items: [], criteria: MET, opinion: "同意" },
		}),
	);

/** A plan that goes through at once. */
export async function planAtOnce(stage: Stage, cast: Cast, issueId: string, days: Days, approver: Player) {
	const team = cityTeam(cast);
	await assign(stage, cast, team, issueId, days.first.slice(0, 4).concat("-01-10"));
	await moveDeadline(stage, team.office, issueId, days.deadline);
	await setGoals(stage, team.lead, issueId);
	await addMeasures(stage, team.lead, issueId, measuresOf(cast, team, days));
	await submit(stage, team.lead, issueId);
	expect((await approve(stage, approver, issueId)).row.lifecycle).toBe("inProgress");
}

/** The plan of the issue that goes the whole way: refused by the rules, returned once, approved. */
export async function planOfMain(stage: Stage, cast: Cast, clock: StoryClock, issueId: string) {
	const team = countyTeam(cast);
	await assign(stage, cast, team, issueId, clock.today);
	await moveDeadline(stage, team.office, issueId, "2025-07-15");
	const goals = await setGoals(stage, team.lead, issueId);
	const asking: Asking = (issues, on) => issues.submitPlan.mutate({ ...on, command: { type: "submitPlan" } });
	clock.moveTo("2025-02-10");
	// Neither the rules nor somebody else's hand let it pass.
	await stage.mayNot(team.lead, issueId, ["PLAN-01"], asking, "先行报审");
	await stage.mayNot(cast.helper, issueId, ["NOT_ALLOWED"], asking);
	const days = { deadline: "2025-07-15", first: "2025-03-20", second: "2025-06-20" };
	await addMeasures(stage, team.lead, issueId, measuresOf(cast, team, days));
	await submit(stage, team.lead, issueId);
	clock.moveTo("2025-02-17");
	// The office that wrote the deadline into it is one of its authors, and of no higher tier.
	for (const who of [cast.county, team.lead, cast.supervisor]) {
		await stage.mayNot(who, issueId, ["NOT_ALLOWED"], (issues, on) =>
			issues.reviewPlan.mutate({
				...on,
				command: { type: "reviewPlan", verdict: "approve", items: [], criteria: MET, opinion: "同意" },
			}),
		);
	}
	const returned = await stage.does(cast.city, issueId, (issues, on) =>
		issues.reviewPlan.mutate({
			...on,
			command: {
				...{ type: "reviewPlan", verdict: "return", criteria: { ...MET, landed: false } },
				items: [{ item: "assignments", verdict: "return", reason: "责任落实到岗位不够具体" }],
				opinion: null,
			},
		}),
	);
	expect(returned.row.lifecycle).toBe("planning");
	clock.moveTo("2025-02-20");
	await submit(stage, team.lead, issueId);
	clock.moveTo("2025-02-25");
	const approved = await approve(stage, cast.city, issueId);
	expect(approved.row.lifecycle).toBe("inProgress");
	expect(approved.plan.baselines).toHaveLength(1);
	return { team, goals };
}
