import type { IssueCommand, IssueDetail } from "@zhenggai/domain/issues";
import {
	type Actor,
	AssignmentId,
	type CommandEnvelope,
	ExtensionId,
	GoalId,
	IsoDate,
	PlanChangeId,
} from "@zhenggai/domain/kernel";
import type { Measure, PlanContent } from "@zhenggai/domain/plans";
import { expect, it } from "vitest";
import { newId, person, testServices } from "../testing/index.ts";
import {
	accepted,
	assignment,
	buildWorld,
	CITY,
	cityOffice,
	deadline,
	measure,
	PROVINCE,
	provOffice,
	register,
	rulesOf,
	run,
} from "../testing/ledger.ts";

const { services } = await testServices();
const world = await buildWorld(services);
const { units } = world;
const leadClerk = person("leadUnit", CITY, units.cityEco);
const otherReviewer = person("provOffice", PROVINCE, null, "另一审核人");
const leader = accepted(
	await services.responsibilities.registerPerson(cityOffice, {
		name: "沈知远",
		unitId: units.cityEco,
		title: "局长",
		phone: null,
	}),
);

type NewMeasure = ReturnType<typeof measure>;
const whole = (text: string, more: Partial<NewMeasure> = {}): NewMeasure => ({
	...measure(text, [units.cityEco]),
	term: "immediateFix",
	deadline: deadline("2026-09-30"),
	milestones: [{ text: "完工", due: IsoDate.parse("2026-09-30"), weight: 1 }],
	...more,
});
const LASTING = whole("出台管网巡查制度。", { type: "policy", term: "longTermMechanism" });
const SCREENING = whole("排查全市同类排口。", { type: "campaign", similarScreening: true });

/** Does one thing after another, each on the page that the one before gave. */
async function go(issue: IssueDetail, ...steps: readonly (readonly [Actor, IssueCommand])[]) {
	let page = issue;
	for (const [who, command] of steps) page = accepted(await run(world, who, page, command));
	return page;
}

const named = (role: "responsibleLeader" | "responsiblePerson") => ({
	id: AssignmentId.parse(newId()),
	role,
	kind: null,
	unitId: null,
	personId: leader.id,
	from: IsoDate.parse("2026-03-02"),
});
const add = (...measures: NewMeasure[]): IssueCommand => ({ type: "addMeasure", measures, importId: null });
const submit: IssueCommand = { type: "submitPlan" };
const review = (verdict: "approve" | "return", opinion: string | null = null): IssueCommand => ({
	type: "reviewPlan",
	verdict,
	items: [],
	criteria: { reachable: true, feasible: true, landed: true, reasonable: true },
	opinion,
});

/** An issue whose lead unit writes the plan. */
async function planning(...measures: NewMeasure[]): Promise<IssueDetail> {
	const lead = assignment("lead", units.cityEco);
	const issue = await register(world, {
		assignments: [
			lead,
			assignment("supervising", units.provinceEco),
			named("responsibleLeader"),
			named("responsiblePerson"),
		],
	});
	return go(
		issue,
		[leadClerk, { type: "acknowledgeAssignment", assignmentId: lead.id }],
		[leadClerk, { type: "startPlanning" }],
		...(measures.length === 0 ? [] : [[leadClerk, add(...measures)] as const]),
	);
}

const goal = {
	kind: "metric" as const,
	id: GoalId.parse(newId()),
	indicator: "生活污水集中收集率",
	unit: "%",
	baseline: 62,
	target: 85,
	direction: "atLeast" as const,
	method: "年度统计",
};

/** An issue whose plan is approved. */
const working = async () =>
	go(
		await planning(whole("改造错接漏接管网。"), LASTING, SCREENING),
		[leadClerk, { type: "setGoals", goals: [goal] }],
		[leadClerk, submit],
		[provOffice, review("approve")],
	);

/** The plan as it stands, for a change of it. */
const contentOf = (issue: IssueDetail): PlanContent => {
	const content = issue.plan.baselines.at(-1)?.content;
	if (content === undefined) throw new Error("a baseline");
	return content;
};
const ask = (issue: IssueDetail, more: Partial<PlanContent>): IssueCommand => ({
	type: "proposePlanChange",
	changeId: PlanChangeId.parse(newId()),
	content: { ...contentOf(issue), ...more },
	reason: "汛期延长，工序调整",
});

it("a plan is handed in only without a block, and passes a warning with a written reason", async () => {
	const justified: Partial<CommandEnvelope> = { justification: "管网改造后即可稳定运行" };
	const stop = whole("关闭沿河采石场。", { type: "closure" });
	const blocked = await planning(whole("改造错接漏接管网。"), stop);
	expect(rulesOf(await run(world, leadClerk, blocked, submit))).toEqual([
		"PLAN-08",
		"PLAN-09",
		"ANTI-03",
		"ANTI-04",
	]);
	expect(rulesOf(await run(world, leadClerk, blocked, submit, justified))).toEqual(["ANTI-03", "ANTI-04"]);
	const action = blocked.actions.find(({ verb }) => verb === "submitPlan");
	expect(action).toMatchObject({ allowed: false });
	expect(action?.refusals.map(({ rule }) => rule)).toEqual(["ANTI-03", "ANTI-04"]);
	expect(action?.warnings.map(({ rule }) => rule)).toEqual(["PLAN-08", "PLAN-09"]);
	const cleared = await go(blocked, [
		leadClerk,
		{ type: "cancelMeasure", measureId: stop.id, reason: "一厂一策另定", importId: null },
	]);
	const outcome = await run(world, leadClerk, cleared, submit, justified);
	const handedIn = accepted(outcome);
	expect(handedIn.row.lifecycle).toBe("planSubmitted");
	expect(outcome.ok && outcome.warnings.map(({ rule }) => rule)).toEqual(["PLAN-08", "PLAN-09"]);
	expect(handedIn.plan.submissions).toMatchObject([{ round: 1, by: { name: "leadUnit 680100" } }]);
	const [cause] = (await services.journal.listEvents(provOffice, handedIn.row.id)).slice(-1);
	expect(cause?.cause.justification).toBe(justified.justification);
});

it("a plan goes back with reasons, is approved, changed and extended, and every version stays", async () => {
	const returned = await go(
		await planning(whole("改造错接漏接管网。"), LASTING, SCREENING),
		[leadClerk, submit],
		[provOffice, review("return", "目标没有指标")],
	);
	expect(returned.plan.reviews).toMatchObject([{ round: 1, verdict: "return", opinion: "目标没有指标" }]);
	const approved = await go(
		returned,
		[leadClerk, { type: "setGoals", goals: [goal] }],
		[leadClerk, submit],
		[provOffice, review("approve")],
	);
	expect(approved.plan).toMatchObject({
		baselines: [{ version: 1, differences: [], approvedBy: { name: "provOffice 680000" } }],
		originalDeadline: { text: "2026-12-31前" },
		plannedPercent: 0,
		draft: [],
	});
	expect(approved.planTerms).toMatchObject({
		dueOn: null,
		criteria: ["reachable", "feasible", "landed", "reasonable"],
		extension: { askBy: "2026-12-01", latest: "2027-06-30", higherTier: false },
	});

	const weaker = ask(approved, { goals: [{ ...goal, target: 80 }] });
	const proposed = await go(approved, [leadClerk, weaker]);
	const { pendingChangeId: changeId } = proposed.plan;
	if (changeId === null) throw new Error("a pending change");
	expect(proposed.plan.changes[0]?.differences).toMatchObject([
		{
			item: `goal:${goal.id}`,
			from: { zh: "生活污水集中收集率不低于85%，现状62%（年度统计）" },
			to: { zh: "生活污水集中收集率不低于80%，现状62%（年度统计）" },
			weaker: true,
		},
	]);
	const decide = (reason: string | null): IssueCommand => ({
		type: "decidePlanChange",
		changeId,
		verdict: "approve",
		reason,
	});
	expect(rulesOf(await run(world, provOffice, proposed, decide(null)))).toEqual(["BASE-02"]);
	const changed = await go(proposed, [provOffice, decide("经专家论证")]);
	expect(changed.plan.baselines.map(({ version, differences }) => [version, differences.length])).toEqual([
		[1, 0],
		[2, 1],
	]);

	const [first] = contentOf(changed).measures;
	if (first === undefined) throw new Error("a measure");
	const moved: Measure = {
		...first,
		milestones: [{ text: "完工", due: IsoDate.parse("2027-02-28"), weight: 1 }],
	};
	const extensionId = ExtensionId.parse(newId());
	const extended = await go(
		changed,
		[
			leadClerk,
			{
				type: "requestExtension",
				extensionId,
				reasons: "连续强降雨影响施工",
				progress: "主体工程完成六成",
				to: deadline("2027-03-31"),
				measures: [moved],
				lateReason: null,
			},
		],
		[provOffice, { type: "decideExtension", extensionId, verdict: "grant", reason: null }],
	);
	expect(extended.row).toMatchObject({ due: "2027-03-31", lifecycle: "inProgress" });
	expect(extended.plan).toMatchObject({
		originalDue: "2026-12-31",
		pendingExtensionId: null,
		pendingChangeId: null,
	});
	expect(extended.plan.baselines.at(-1)).toMatchObject({ version: 3, origin: { kind: "extension" } });
	expect(extended.plan.extensions[0]?.differences.map(({ item, weaker: less }) => [item, less])).toEqual([
		["deadline", true],
		[`measure:${first.id}`, true],
	]);
	expect(extended.measures[0]?.milestones[0]).toMatchObject({ due: "2027-02-28" });
	expect(await services.journal.verifyIssue(provOffice, extended.row.id)).toMatchObject({ whole: true });
	expect((await services.issues.getIssue(provOffice, extended.row.id)).plan).toEqual(extended.plan);
});

it("two reviewers at once: exactly one wins, and the other is told what has changed", async () => {
	const handedIn = await go(await planning(whole("改造错接漏接管网。"), LASTING, SCREENING), [
		leadClerk,
		submit,
	]);
	const outcomes = await Promise.all([
		run(world, provOffice, handedIn, review("approve")),
		run(world, otherReviewer, handedIn, review("return", "措施不具体")),
	]);
	const lost = outcomes.find(({ ok }) => !ok);
	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	if (lost === undefined || lost.ok) throw new Error("one of them lost");
	const now = await services.issues.getIssue(provOffice, handedIn.row.id);
	const [winner, type] =
		now.row.lifecycle === "inProgress"
			? ["provOffice 680000", "planApproved"]
			: ["另一审核人", "planReturned"];
	expect(lost.conflict).toMatchObject({
		currentVersion: handedIn.row.version + 1,
		changes: [{ version: handedIn.row.version + 1, type, by: winner }],
	});
	expect(now.plan.reviews).toHaveLength(1);
});

it("nobody who wrote in the plan reviews it", async () => {
	const written = await go(
		await planning(whole("改造错接漏接管网。"), SCREENING),
		[otherReviewer, add(LASTING)],
		[leadClerk, submit],
	);
	expect(written.plan.authors.map(({ name }) => name)).toContain("另一审核人");
	expect(rulesOf(await run(world, otherReviewer, written, review("approve")))).toEqual(["SOD-01"]);
	const action = (await services.issues.getIssue(otherReviewer, written.row.id)).actions.find(
		({ verb }) => verb === "reviewPlan",
	);
	expect(action?.refusals.map(({ rule }) => rule)).toEqual(["SOD-01"]);
	accepted(await run(world, provOffice, written, review("approve")));
});

it("a change cannot bring in what a plan may not have", async () => {
	const issue = await working();
	const stop: Measure = {
		...whole("对沿河企业一律关停。", { type: "enforcement" }),
		state: "notStarted",
	};
	const outcome = await run(
		world,
		leadClerk,
		issue,
		ask(issue, { measures: [...contentOf(issue).measures, stop] }),
	);
	expect(rulesOf(outcome)).toEqual(["ANTI-03"]);
	expect((await services.issues.getIssue(provOffice, issue.row.id)).plan.changes).toEqual([]);
});

it("new milestones get ids, which a repeated request does not change", async () => {
	const issue = await planning();
	const envelope = { idempotencyKey: newId() };
	const command = add(whole("改造错接漏接管网。"));
	const once = accepted(await run(world, leadClerk, issue, command, envelope));
	const again = accepted(await run(world, leadClerk, issue, command, envelope));
	const ids = once.measures.flatMap(({ milestones }) => milestones.map(({ id }) => id));
	expect(ids).toHaveLength(1);
	expect(ids.every((id) => typeof id === "string")).toBe(true);
	expect(again.measures).toEqual(once.measures);
	const [held] = once.measures;
	if (held === undefined) throw new Error("a measure");
	const renamed = await go(once, [
		leadClerk,
		{
			type: "amendMeasure",
			measureId: held.id,
			changes: { milestones: held.milestones.map((step) => ({ ...step, text: "全线完工" })) },
			reason: "细化",
			importId: null,
		},
	]);
	expect(renamed.measures[0]?.milestones).toMatchObject([{ id: ids[0], text: "全线完工" }]);
});
