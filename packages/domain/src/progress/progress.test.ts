import { expect, test } from "vitest";
import { decideIssue, type Issue, type IssueCommand, issueActions } from "../issues/index.ts";
import { contextOn } from "../issues/testing/rules.ts";
import {
	actor,
	CITY,
	contextOf,
	day,
	LEAD,
	LEAD_CLERK,
	measureId,
	rulesOf,
	run,
	siteId,
} from "../issues/testing.ts";
import { type Actor, officialCalendar } from "../kernel/index.ts";
import {
	APPROVE,
	after as afterPlan,
	goalId,
	metric,
	planningIssue,
	REVIEWER,
	SUBMIT,
} from "../plans/testing.ts";
import type { ProgressCommand } from "./commands.ts";
import {
	actualPercent,
	evidenceIn,
	lastActivityOn,
	overdueMilestones,
	progressOf,
	unsettledMeasures,
} from "./content.ts";
import { unansweredCycles } from "./cycles.ts";
import { goalsMet } from "./goals.ts";
import { periodOf } from "./period.ts";
import { prefilledReport } from "./prefilled.ts";
import type { Evidence } from "./schema.ts";
import {
	after,
	at,
	attach,
	CITY_OFFICE,
	COUNTY_OFFICE,
	type CommandOf,
	content,
	evidenceId,
	type Facts,
	openMonth,
	PROV_OFFICE,
	photo,
	reach,
	reportId,
	reporting,
	slag,
	UNIT,
	verify,
	WATCHER,
	workId,
	working,
} from "./testing.ts";

const refused = (issue: Issue, command: IssueCommand, who: Actor, more: Facts = {}): string[] =>
	rulesOf(issue, command, contextOf(who, more));
const fieldsOf = (issue: Issue, command: IssueCommand, who: Actor): (string | null)[] => {
	const decision = decideIssue(issue, command, contextOf(who));
	return decision.ok ? [] : decision.refusals.map(({ field }) => field);
};

const work = (n: number, on: string, more: object = {}): CommandOf<"logWork"> => ({
	type: "logWork",
	workId: workId(n),
	on: day(on),
	kind: "work",
	text: "封堵渗漏点",
	measureId: measureId(1),
	...more,
});
const done = (n: number, evidence: readonly number[] = []): CommandOf<"completeMeasure"> => ({
	type: "completeMeasure",
	measureId: measureId(n),
	evidenceIds: evidence.map(evidenceId),
});
const look = (n: number, reason: string | null = null): CommandOf<"verifyMeasure"> => ({
	type: "verifyMeasure",
	measureId: measureId(n),
	verdict: reason === null ? "verified" : "rejected",
	reason,
});
const RETURN: ProgressCommand = { type: "returnReport", reportId: reportId(1), reason: "缺少监测数据" };

test("[progress I1] work and evidence from before the approval are credited after it", () => {
	const early = after(
		planningIssue(),
		[UNIT, work(1, "2026-02-10")],
		[UNIT, attach(1)],
		[UNIT, reporting(1, null)],
	);
	expect(early.measures[0]?.state).toBe("inProgress");
	expect(lastActivityOn(early)).toBe("2026-03-02");
	const approved = afterPlan(
		early,
		[LEAD_CLERK, { type: "setGoals", goals: [metric(1)] }],
		[LEAD_CLERK, SUBMIT],
		[REVIEWER, APPROVE],
	);
	expect(approved.measures[0]?.state).toBe("inProgress");
	const reached = after(
		approved,
		[UNIT, reach(approved, 1, 0, [1], "2026-02-12")],
		[CITY_OFFICE, verify(approved, 1, 0)],
	);
	expect(actualPercent(reached)).toBe(25);
});

test.each<[string, ProgressCommand, Actor, string[]]>([
	["a day that lies ahead", work(1, "2026-03-03"), UNIT, ["FUTURE_DATE"]],
	[
		"a measure that is not there",
		work(1, "2026-03-01", { measureId: measureId(9) }),
		UNIT,
		["UNKNOWN_MEASURE"],
	],
	["work by the supervising unit", work(1, "2026-03-01"), WATCHER, ["NOT_YOUR_ROLE"]],
	["an office, which does no work", work(1, "2026-03-01"), CITY_OFFICE, ["NOT_ALLOWED"]],
])("[progress I1] a work entry is refused: %s", (_name, command, who, rules) => {
	expect(refused(working(), command, who)).toEqual(rules);
});

test("[progress I1] a supervising unit writes down its visits, and an id is used once", () => {
	const visit = work(1, "2026-03-01", { kind: "visit" });
	const visited = after(working(), [WATCHER, visit]);
	expect(progressOf(visited).work[0]).toMatchObject({ kind: "visit" });
	expect(visited.measures[0]?.state).toBe("notStarted");
	expect(refused(visited, visit, WATCHER)).toEqual(["DUPLICATE_ID"]);
});

const reported = () =>
	after(working(), [CITY_OFFICE, openMonth("2026-03-02")], [UNIT, reporting(1, "2026-03")]);

test("[progress I2] a cycle is a whole period, once, and none that lies ahead", () => {
	const open = after(working(), [CITY_OFFICE, openMonth("2026-03-02")]);
	expect(progressOf(open).cycles[0]).toMatchObject({
		key: "2026-03",
		from: "2026-03-01",
		dueOn: "2026-03-25",
	});
	expect(refused(open, openMonth("2026-03-15"), CITY_OFFICE)).toEqual(["DATA-06"]);
	expect(refused(open, openMonth("2026-04-01"), CITY_OFFICE)).toEqual(["FUTURE_DATE"]);
	expect(refused(open, openMonth("2026-02-01"), UNIT)).toEqual(["NOT_ALLOWED"]);
	const { cycle } = openMonth("2026-02-01");
	const odd = [
		{ ...cycle, key: "2026-01" },
		{ ...cycle, to: day("2026-02-27") },
		{ ...cycle, dueOn: day("2026-01-31") },
	];
	expect(
		odd.flatMap((one) => fieldsOf(open, { type: "openReportingCycle", cycle: one }, CITY_OFFICE)),
	).toEqual(["cycle.key", "cycle.to", "cycle.dueOn"]);
});

test("[progress I2] [DATA-06] no more forms are asked for at a time than the rule set allows", () => {
	const open = after(working(), [CITY_OFFICE, openMonth("2026-03-02")]);
	const dispatch = periodOf("quarter", day("2026-03-02"), 25, officialCalendar());
	const quarter: ProgressCommand = { type: "openReportingCycle", cycle: dispatch };
	expect(refused(open, quarter, CITY_OFFICE)).toEqual(["DATA-06"]);
	expect(fieldsOf(open, quarter, CITY_OFFICE)).toEqual(["cycle.key"]);
	// Two at a time where the rule set says so, and the quarter's alone once the month is over.
	const { rules } = contextOn("2026-03-02", "base", { maxFormsPerPeriod: { v: 2, src: "D" } });
	expect(decideIssue(open, quarter, { ...contextOf(CITY_OFFICE), rules }).ok).toBe(true);
	const february = after(working(), [CITY_OFFICE, openMonth("2026-02-02")]);
	expect(refused(february, quarter, CITY_OFFICE)).toEqual([]);
	expect(refused(open, openMonth("2026-02-02"), CITY_OFFICE)).toEqual([]);
});

test("[progress I2] [progress I3] regression: reminders survive a return", () => {
	const answered = reported();
	expect(unansweredCycles(answered, day("2026-03-30"))).toEqual([]);
	const returned = after(answered, [CITY_OFFICE, RETURN, at("2026-03-27")]);
	const [cycle] = unansweredCycles(returned, day("2026-03-30"));
	expect(cycle).toEqual(progressOf(answered).cycles[0]);
	expect(cycle?.dueOn).toBe("2026-03-25");
	const again = after(returned, [UNIT, reporting(2, "2026-03", "补充监测数据：镉0.006mg/L")]);
	expect(unansweredCycles(again, day("2026-03-30"))).toEqual([]);
	expect(progressOf(again).reports.map(({ id, returned: back }) => [id, back?.reason ?? null])).toEqual([
		[reportId(1), "缺少监测数据"],
		[reportId(2), null],
	]);
});

test("[progress I3] entries are refused", () => {
	const answered = reported();
	expect(refused(answered, reporting(1, "2026-03"), UNIT)).toEqual(["DUPLICATE_ID", "NO_CHANGE"]);
	expect(refused(answered, reporting(2, "2026-02"), UNIT)).toEqual(["UNKNOWN_CYCLE"]);
	expect(refused(answered, reporting(2, "2026-03", "另一份"), CITY_OFFICE)).toEqual(["NOT_ALLOWED"]);
	expect(refused(working(), RETURN, CITY_OFFICE)).toEqual(["UNKNOWN_REPORT"]);
	const returned = after(answered, [CITY_OFFICE, RETURN]);
	expect(refused(returned, RETURN, CITY_OFFICE)).toEqual(["UNKNOWN_REPORT"]);
	expect(refused(answered, RETURN, UNIT)).toEqual(["NOT_ALLOWED"]);
});

test("[progress I4] a report's forecast becomes the issue's, and a typed percentage counts for nothing", () => {
	const issue = after(working(), [
		UNIT,
		reporting(1, null, "主体完工", { forecast: "likely", typedPercent: 95 }),
	]);
	expect(progressOf(issue).forecast).toMatchObject({
		value: "likely",
		by: { unitId: LEAD },
	});
	expect(progressOf(issue).reports[0]?.content.typedPercent).toBe(95);
	expect(actualPercent(issue)).toBe(0);
	const forecast: CommandOf<"setForecast"> = { type: "setForecast", forecast: "unlikely", reason: null };
	expect(refused(issue, forecast, CITY_OFFICE)).toEqual(["WRN-03"]);
	const judged = after(issue, [CITY_OFFICE, { ...forecast, reason: "资金未落实" }]);
	expect(progressOf(judged).forecast).toMatchObject({ value: "unlikely", reason: "资金未落实" });
});

test("[progress I5] a step is said to be reached, then verified by somebody else", () => {
	const shown = after(working(), [UNIT, attach(1)]);
	const claim = reach(shown, 1, 0, [1]);
	const claimed = after(shown, [UNIT, claim]);
	expect(actualPercent(claimed)).toBe(0);
	expect(overdueMilestones(claimed, day("2026-05-01")).map(({ measure }) => measure.id)).toEqual([
		measureId(2),
	]);
	expect(refused(claimed, claim, UNIT)).toEqual(["NO_CHANGE"]);
	const back = after(claimed, [CITY_OFFICE, verify(shown, 1, 0, "设计未经审查")]);
	expect(overdueMilestones(back, day("2026-05-01"))).toHaveLength(2);
	const verified = after(back, [UNIT, claim], [WATCHER, verify(shown, 1, 0)]);
	expect(actualPercent(verified)).toBe(25);
	expect(refused(verified, claim, UNIT)).toEqual(["NO_CHANGE"]);
});

test("[progress I5] steps are refused without what shows them, and by the side that reported them", () => {
	const issue = after(working(), [UNIT, attach(1)]);
	expect(refused(issue, reach(issue, 1, 0, []), UNIT)).toEqual(["EV-01"]);
	expect(refused(issue, reach(issue, 1, 0, [7]), UNIT)).toEqual(["UNKNOWN_EVIDENCE"]);
	expect(refused(issue, reach(issue, 1, 0, [1], "2026-03-03"), UNIT)).toEqual(["FUTURE_DATE"]);
	const odd = { ...reach(issue, 1, 0, [1]), key: "2026-04-30|别的节点" };
	expect(refused(issue, odd, UNIT)).toEqual(["UNKNOWN_MILESTONE"]);
	expect(refused(issue, verify(issue, 1, 0), CITY_OFFICE)).toEqual(["UNKNOWN_MILESTONE"]);
	const claimed = after(issue, [UNIT, reach(issue, 1, 0, [1])]);
	expect(refused(claimed, verify(issue, 1, 0), UNIT)).toEqual(["NOT_ALLOWED"]);
	const colleague = actor("cityOffice", CITY, { unitId: LEAD });
	expect(refused(claimed, verify(issue, 1, 0), colleague)).toEqual(["SOD-01"]);
	const unreasoned = { ...verify(issue, 1, 0), verdict: "rejected" as const };
	expect(refused(claimed, unreasoned, CITY_OFFICE)).toEqual(["SOD-01"]);
	const bare = after(claimed, [
		UNIT,
		{ type: "withdrawEvidence", evidenceId: evidenceId(1), reason: "传错" },
	]);
	expect(refused(bare, verify(issue, 1, 0), CITY_OFFICE)).toEqual(["EV-01"]);
});

test("[progress I5] a measure is done, verified or sent back, or let go by the tier above", () => {
	const start = after(
		working(),
		[UNIT, attach(1, { kind: "photoBefore" })],
		[UNIT, attach(2, { kind: "photoAfter" })],
	);
	const finished = after(start, [UNIT, done(1, [1, 2])]);
	expect(finished.measures.map(({ state }) => state)).toEqual(["done", "notStarted"]);
	expect(unsettledMeasures(finished).map(({ id }) => id)).toEqual([measureId(2)]);
	expect(refused(finished, done(1), UNIT)).toEqual(["NO_CHANGE"]);
	expect(refused(finished, look(2), CITY_OFFICE)).toEqual(["UNKNOWN_MEASURE"]);
	const back = after(finished, [CITY_OFFICE, look(1, "防渗膜未焊接")]);
	expect(back.measures[0]?.state).toBe("inProgress");
	expect(progressOf(back).completions[0]?.verified).toMatchObject({ verdict: "rejected" });
	const verified = after(back, [UNIT, done(1, [1, 2])], [CITY_OFFICE, look(1)]);
	expect(verified.measures[0]?.state).toBe("verified");
	// All of a verified measure was looked at: its two steps of four are reached.
	expect(actualPercent(verified)).toBe(50);
	const waive: ProgressCommand = {
		type: "waiveMeasure",
		measureId: measureId(2),
		reason: "并入一号渣库治理",
	};
	expect(refused(verified, waive, CITY_OFFICE)).toEqual(["NOT_YOUR_TIER"]);
	const waived = after(verified, [PROV_OFFICE, waive]);
	expect(waived.measures[1]?.state).toBe("waived");
	expect(actualPercent(waived)).toBe(100);
	expect(unsettledMeasures(waived)).toEqual([]);
	expect(refused(waived, waive, PROV_OFFICE)).toEqual(["UNKNOWN_MEASURE"]);
});

test("[progress I5] once it is self-checked, a measure is verified but no longer sent back", () => {
	const start = after(
		working(),
		[UNIT, attach(1, { kind: "photoBefore" })],
		[UNIT, attach(2, { kind: "photoAfter" })],
	);
	const checked: Issue = { ...after(start, [UNIT, done(1, [1, 2])]), lifecycle: "selfChecked" };
	expect(refused(checked, look(1, "未完成"), CITY_OFFICE)).toEqual(["WRONG_STATE"]);
	expect(refused(checked, look(1), CITY_OFFICE)).toEqual([]);
});

test("[progress I6] [EV-02] what a file is comes from the store, and nothing is overwritten", () => {
	const taken = photo({
		takenAt: at("2026-02-20").now,
		position: [105.1, 33.2],
		mediaType: "image/png",
		bytes: 7,
	});
	const issue = after(working(), [UNIT, attach(1, { effectiveOn: day("2026-02-21") }), taken]);
	expect(progressOf(issue).evidence[0]).toMatchObject({
		bytes: 7,
		mediaType: "image/png",
		takenAt: at("2026-02-20").now,
		position: [105.1, 33.2],
		effectiveOn: "2026-02-21",
		at: contextOf(UNIT).now,
	});
	expect(refused(working(), attach(1), UNIT, { files: new Map() })).toEqual(["EV-02"]);
	expect(refused(issue, attach(1, { kind: "other" }), UNIT)).toEqual(["DUPLICATE_ID"]);
	expect(refused(issue, attach(2, { sha256: "1".padStart(64, "0") }), UNIT)).toEqual(["NO_CHANGE"]);
	expect(refused(issue, attach(2, { effectiveOn: day("2026-03-05") }), UNIT)).toEqual(["FUTURE_DATE"]);
	const lost = { measureId: measureId(8), siteId: siteId(8), goalId: goalId(8) };
	expect(refused(issue, attach(2, lost), UNIT)).toEqual(["UNKNOWN_MEASURE", "UNKNOWN_SITE", "UNKNOWN_GOAL"]);
});

test("[progress I6] withdrawn evidence stays, marked, and only its own side or an office takes it out", () => {
	const issue = after(working(), [WATCHER, attach(1)], [UNIT, attach(2)]);
	const withdraw = (n: number): ProgressCommand => ({
		type: "withdrawEvidence",
		evidenceId: evidenceId(n),
		reason: "传错文件",
	});
	expect(refused(issue, withdraw(1), UNIT)).toEqual(["NOT_YOURS"]);
	const gone = after(issue, [CITY_OFFICE, withdraw(1)], [UNIT, withdraw(2)]);
	expect(progressOf(gone).evidence.map(({ withdrawn }) => withdrawn?.reason)).toEqual([
		"传错文件",
		"传错文件",
	]);
	expect(evidenceIn(gone, [evidenceId(1), evidenceId(2)])).toEqual([]);
	expect(refused(gone, withdraw(1), CITY_OFFICE)).toEqual(["UNKNOWN_EVIDENCE"]);
	expect(refused(gone, attach(2, { kind: "other" }), UNIT)).toEqual(["DUPLICATE_ID"]);
});

const reading = (
	value: number,
	on: string,
	evidence: readonly number[] = [],
): CommandOf<"recordReading"> => ({
	type: "recordReading",
	goalId: goalId(1),
	value,
	on: day(on),
	evidenceIds: evidence.map(evidenceId),
});

test("[progress I7] a goal is met by its latest figure with evidence", () => {
	const issue = after(working(), [UNIT, attach(1)]);
	expect(goalsMet(issue)).toBe("unknown");
	expect(goalsMet(after(issue, [UNIT, reading(0.01, "2026-02-01")]))).toBe("unmet");
	expect(goalsMet(after(issue, [UNIT, reading(0.004, "2026-03-01")]))).toBe("unknown");
	const met = after(issue, [UNIT, reading(0.004, "2026-03-01", [1])]);
	expect(goalsMet(met)).toBe("met");
	// An earlier day entered later does not count before a later day.
	expect(goalsMet(after(met, [UNIT, reading(0.02, "2026-02-01")]))).toBe("met");
	const withdraw: ProgressCommand = {
		type: "withdrawEvidence",
		evidenceId: evidenceId(1),
		reason: "数据有误",
	};
	expect(goalsMet(after(met, [UNIT, withdraw]))).toBe("unknown");
	expect(refused(issue, reading(1, "2026-03-09"), UNIT)).toEqual(["FUTURE_DATE"]);
	expect(refused(issue, { ...reading(1, "2026-03-01"), goalId: goalId(5) }, UNIT)).toEqual(["UNKNOWN_GOAL"]);
	expect(goalsMet({})).toBe("met");
});

test("[progress I7] [EV-07] a figure is shown by no report that lacks laboratory, day or result, or that says it is missed", () => {
	const report = { kind: "monitoring", laboratory: "省监测中心", effectiveOn: day("2026-03-01") } as const;
	const shownBy = (more: Partial<Pick<Evidence, "laboratory" | "meetsStandard">>) =>
		goalsMet(
			after(
				working(),
				[UNIT, attach(1, { ...report, meetsStandard: true, ...more })],
				[UNIT, reading(0.004, "2026-03-01", [1])],
			),
		);
	expect(shownBy({})).toBe("met");
	expect(shownBy({ laboratory: null })).toBe("unknown");
	expect(shownBy({ meetsStandard: null })).toBe("unknown");
	expect(shownBy({ meetsStandard: false })).toBe("unknown");
});

test("[progress I7] a deliverable is met once it is there with its evidence", () => {
	const planned = planningIssue();
	const thing = { kind: "deliverable" as const, id: goalId(2), name: "渣库巡查制度" };
	const issue = after(
		afterPlan(
			planned,
			[LEAD_CLERK, { type: "setGoals", goals: [thing] }],
			[LEAD_CLERK, SUBMIT],
			[REVIEWER, APPROVE],
		),
		[UNIT, attach(1, { kind: "issuedDocument" })],
	);
	const delivery = (n: number, goal = 2): ProgressCommand => ({
		type: "recordDelivery",
		goalId: goalId(goal),
		on: day("2026-03-01"),
		evidenceIds: [evidenceId(n)],
	});
	expect(goalsMet(issue)).toBe("unknown");
	expect(goalsMet(after(issue, [UNIT, delivery(1)]))).toBe("met");
	expect(refused(issue, delivery(9), UNIT)).toEqual(["UNKNOWN_EVIDENCE"]);
	expect(refused(issue, delivery(1, 1), UNIT)).toEqual(["UNKNOWN_GOAL"]);
	expect(refused(issue, { ...reading(1, "2026-03-01"), goalId: goalId(2) }, UNIT)).toEqual(["UNKNOWN_GOAL"]);
});

test("sites are put right one by one", () => {
	const issue = working({ sites: [slag(1), slag(2)] });
	const check: CommandOf<"selfCheckSite"> = { type: "selfCheckSite", siteId: siteId(1), evidenceIds: [] };
	const checked = after(issue, [UNIT, check]);
	expect(checked.sites.map(({ state }) => state)).toEqual(["selfChecked", "open"]);
	expect(refused(checked, check, UNIT)).toEqual(["NO_CHANGE"]);
	expect(refused(checked, { ...check, siteId: siteId(9) }, UNIT)).toEqual(["UNKNOWN_SITE"]);
	expect(refused(checked, check, WATCHER)).toEqual(["NOT_ALLOWED"]);
});

test("[progress I10] the form of a cycle is filled with what is known and is accepted as it is", () => {
	const first = after(
		working(),
		[CITY_OFFICE, openMonth("2026-03-02")],
		[UNIT, reporting(1, "2026-03", "完成设计招标", { difficulties: "资金缺口", forecast: "likely" })],
		[UNIT, attach(1)],
	);
	const april = after(
		first,
		[UNIT, reach(first, 1, 0, [1])],
		[CITY_OFFICE, verify(first, 1, 0)],
		[CITY_OFFICE, openMonth("2026-04-02"), at("2026-04-02")],
		[UNIT, work(1, "2026-04-03"), at("2026-04-03")],
	);
	const cycle = progressOf(april).cycles[1];
	if (cycle === undefined) throw new Error("the second cycle");
	const form = prefilledReport(april, cycle, day("2026-04-30"));
	expect(form.content).toEqual({
		...content("x", { difficulties: "资金缺口", forecast: "likely" }),
		progress: null,
	});
	expect(form.previous?.progress).toBe("完成设计招标");
	expect(form.milestones.map(({ measureId: of, reach: is }) => [of, is])).toEqual([
		[measureId(1), "verified"],
		[measureId(2), "open"],
	]);
	expect(form.work.map(({ on }) => on)).toEqual(["2026-04-03"]);
	expect([form.plannedPercent, form.actualPercent]).toEqual([50, 25]);
	const { forecast } = form.content;
	if (forecast === null) throw new Error("the forecast is known");
	const entry = { ...form.content, forecast, progress: "完成防渗膜采购" };
	const command: ProgressCommand = {
		type: "reportProgress",
		reportId: reportId(2),
		cycle: cycle.key,
		content: entry,
	};
	expect(run(april, command, contextOf(UNIT)).events.map(({ type }) => type)).toEqual(["progressReported"]);
});

test("[progress I10] an entry that was sent back stands in the form with the reason", () => {
	const returned = after(reported(), [CITY_OFFICE, RETURN]);
	const [cycle] = progressOf(returned).cycles;
	if (cycle === undefined) throw new Error("a cycle");
	const form = prefilledReport(returned, cycle, day("2026-03-26"));
	expect(form.returned?.reason).toBe("缺少监测数据");
	expect(form.content.progress).toContain("第1次填报");
});

test("what cannot be done is explained before anybody tries", () => {
	const closed = (issue: Issue, who: Actor, verb: string): string[] =>
		issueActions(issue, contextOf(who))
			.filter((action) => action.verb === verb)
			.flatMap(({ refusals }) => refusals.map(({ rule }) => rule));
	const issue = working();
	expect(closed(issue, UNIT, "reportProgress")).toEqual([]);
	expect(closed(issue, UNIT, "completeMilestone")).toEqual([]);
	expect(closed(issue, CITY_OFFICE, "returnReport")).toEqual(["NOTHING_PENDING"]);
	expect(closed(issue, CITY_OFFICE, "verifyMilestone")).toEqual(["NOTHING_PENDING"]);
	expect(closed(issue, CITY_OFFICE, "verifyMeasure")).toEqual(["NOTHING_PENDING"]);
	expect(closed(issue, UNIT, "recordDelivery")).toEqual(["NOTHING_PENDING"]);
	expect(closed(issue, UNIT, "selfCheckSite")).toEqual(["NOTHING_PENDING"]);
	expect(closed(issue, CITY_OFFICE, "resolveDoubt")).toEqual(["NOTHING_PENDING"]);
	expect(closed(issue, UNIT, "withdrawEvidence")).toEqual(["NOTHING_PENDING"]);
	expect(closed(after(issue, [WATCHER, attach(1)]), UNIT, "withdrawEvidence")).toEqual(["NOT_YOURS"]);
	const claimed = after(issue, [UNIT, attach(1)], [UNIT, reach(issue, 1, 0, [1])]);
	const colleague = actor("cityOffice", CITY, { unitId: LEAD });
	expect(closed(claimed, colleague, "verifyMilestone")).toEqual(["SOD-01"]);
	expect(closed(claimed, COUNTY_OFFICE, "verifyMilestone")).toEqual(["OUT_OF_REGION"]);
});
