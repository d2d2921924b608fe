import { describe, expect, test } from "vitest";
import { NO_CLOSE_OUT } from "../close-out/index.ts";
import type { Issue } from "../issues/index.ts";
import { contextOn, openEnded, until } from "../issues/testing/rules.ts";
import { BASE_RULES, day, LEAD_CLERK, measureId, moment, stampOf, uuid } from "../issues/testing.ts";
import { addDays, MilestoneId, officialCalendar } from "../kernel/index.ts";
import { milestoneKey } from "../plans/index.ts";
import { type Attainment, periodOf } from "../progress/index.ts";
import { lightOf, paletteOf } from "./light.ts";
import { scheduleStatus } from "./schedule.ts";
import { scoreOf } from "./score.ts";
import {
	change,
	contestId,
	exposureId,
	forecast,
	planned,
	progress,
	supervision,
	working,
	workOn,
} from "./testing.ts";

const by = stampOf(LEAD_CLERK);

/** Milestones of both measures that fall on a day, as verified, claimed or sent back. */
const reached = (issue: Issue, due: string, verdict: "verified" | "rejected" | null): Attainment[] =>
	issue.measures.flatMap((measure) =>
		measure.milestones
			.filter((milestone) => milestone.due === due)
			.map((milestone) => ({
				key: milestoneKey(milestone),
				measureId: measure.id,
				milestoneId: null,
				doneOn: day(due),
				evidenceIds: [],
				at: moment(`${due}T02:00:00.000Z`),
				by,
				verified: verdict === null ? null : { verdict, at: moment(`${due}T03:00:00.000Z`), by, reason: null },
			})),
	);

const APRIL = "2026-04-30";
const plain = working();
const half = { attainments: reached(plain, APRIL, "verified") };

describe("[supervision I1] schedule status", () => {
	const cases: readonly [string, Partial<Issue>, string, ReturnType<typeof scheduleStatus>][] = [
		["nothing done, the first milestone ahead", {}, "2026-03-20", "notDue"],
		["nothing done for too long after the approval", {}, "2026-04-20", "notStarted"],
		["nothing done and no milestones", { measures: [] }, "2026-03-20", "notStarted"],
		[
			"work before the first milestone",
			progress({ work: [workOn(1, "2026-03-05")] }),
			"2026-04-29",
			"onSchedule",
		],
		[
			"the day before the milestone",
			progress({ work: [workOn(1, "2026-03-05")] }),
			"2026-04-29",
			"onSchedule",
		],
		[
			"on its day it is planned, and so behind in percent though not late yet",
			progress({ work: [workOn(1, "2026-03-05")] }),
			APRIL,
			"lagging",
		],
		["verified on its day", progress(half), APRIL, "onSchedule"],
		["the day after", progress({ work: [workOn(1, "2026-03-05")] }), "2026-05-01", "lagging"],
		["verified in time", progress(half), "2026-05-01", "onSchedule"],
		["the next one is missed", progress(half), "2026-10-01", "lagging"],
		[
			"said to be reached, not verified: behind in percent",
			progress({ attainments: reached(plain, APRIL, null) }),
			"2026-05-01",
			"lagging",
		],
		["sent back", progress({ attainments: reached(plain, APRIL, "rejected") }), "2026-05-01", "lagging"],
		["the last day", progress(half), "2026-12-31", "lagging"],
		["past the deadline", progress(half), "2027-01-01", "overdue"],
		["past it, but accepted", { lifecycle: "publicNotice" }, "2027-01-01", "completed"],
		["past it, only self-checked", { lifecycle: "selfChecked" }, "2027-01-01", "overdue"],
		["closed", { lifecycle: "closed" }, "2027-01-01", "completed"],
		["carried over", { lifecycle: "carriedOver" }, "2027-01-01", "notDue"],
		[
			"every year anew",
			{
				...progress({ work: [workOn(1, "2026-03-05")] }),
				measures: [],
				deadline: {
					text: "每年6月底前",
					category: "recurring",
					point: { precision: "recurring", every: "year", month: 6 },
				},
			},
			"2030-01-01",
			"onSchedule",
		],
		[
			"to be put right at once, after thirty days",
			{ ...progress({ work: [workOn(1, "2026-03-05")] }), measures: [], deadline: openEnded("immediate") },
			"2026-04-02",
			"lagging",
		],
		[
			"to be put right at once, on the thirtieth day",
			{ ...progress({ work: [workOn(1, "2026-03-05")] }), measures: [], deadline: openEnded("immediate") },
			"2026-04-01",
			"onSchedule",
		],
		[
			"long-term",
			{
				deadline: openEnded("longTerm"),
				closeOut: {
					...NO_CLOSE_OUT,
					longTerm: { since: day("2026-03-01"), at: moment("2026-03-01T02:00:00.000Z"), by, reviews: [] },
				},
			},
			"2027-01-01",
			"longTerm",
		],
	];
	test.each(cases)("%s", (_name, more, asOf, status) => {
		expect(scheduleStatus(working(more), BASE_RULES, day(asOf))).toBe(status);
	});

	test("the rule set says what completed means", () => {
		const issue = working({ lifecycle: "selfChecked" });
		const { rules } = contextOn("2027-01-01", "base", { completedMeans: { v: "selfChecked", src: "D" } });
		expect(scheduleStatus(issue, rules, day("2027-01-01"))).toBe("completed");
		const closed = contextOn("2027-01-01", "base", { completedMeans: { v: "closed", src: "D" } }).rules;
		expect(scheduleStatus(working({ lifecycle: "filing" }), closed, day("2027-01-01"))).toBe("overdue");
	});

	test("weights count, not numbers, and a cancelled measure does not", () => {
		const heavy = working({
			measures: [
				{
					...planned(1, {
						milestones: [
							{ text: "设计", due: day("2026-03-31"), weight: 1, id: MilestoneId.parse(uuid(1, 40)) },
							{ text: "施工", due: day("2026-11-30"), weight: 99 },
						],
					}),
					state: "inProgress",
				},
				{
					...planned(2, { milestones: [{ text: "旧节点", due: day("2026-03-10"), weight: 50 }] }),
					state: "cancelled",
				},
			],
			...progress({
				work: [workOn(1, "2026-03-05")],
				attainments: [
					{
						key: uuid(1, 40),
						measureId: measureId(1),
						milestoneId: null,
						doneOn: day("2026-03-31"),
						evidenceIds: [],
						at: moment("2026-03-31T02:00:00.000Z"),
						by,
						verified: null,
					},
				],
			}),
		});
		// One percent behind is within the tolerance, and who said that it is reached is not late.
		expect(scheduleStatus(heavy, BASE_RULES, day("2026-04-15"))).toBe("onSchedule");
	});
});

const exposed = (level: "central" | "province" | "city", settled: boolean) =>
	supervision({
		exposures: [
			{
				id: exposureId(1),
				kind: "media",
				level,
				document: "省电视台报道",
				on: day("2026-03-10"),
				at: moment("2026-03-10T02:00:00.000Z"),
				by,
				settled: settled ? { reason: "已整改", at: moment("2026-03-20T02:00:00.000Z"), by } : null,
			},
		],
	});
const lit = (more: Partial<Issue>, asOf: string) => {
	const { light, reasons } = lightOf(working(more), BASE_RULES, day(asOf));
	return [light, ...reasons.map(({ rule }) => rule)];
};

describe("[supervision I2] the tricolour rule, the forecast being an input", () => {
	const MAY = "2026-05-01";
	const BEFORE = "2026-04-01";
	const cases: readonly [string, Partial<Issue>, string, string[]][] = [
		["[WRN-04] nodes met and on time", progress(forecast("onTime")), BEFORE, ["good", "WRN-04"]],
		["[WRN-04] nodes met and nobody judged", {}, BEFORE, ["none"]],
		["[WRN-02] nodes met, only likely", progress(forecast("likely")), BEFORE, ["yellow", "WRN-02"]],
		["[WRN-02] nodes met, unlikely", progress(forecast("unlikely")), BEFORE, ["yellow", "WRN-02"]],
		["[WRN-02] a node missed and nobody judged", {}, MAY, ["yellow", "WRN-02"]],
		["[WRN-02] a node missed, on time nevertheless", progress(forecast("onTime")), MAY, ["yellow", "WRN-02"]],
		["[WRN-02] a node missed, likely", progress(forecast("likely")), MAY, ["yellow", "WRN-02"]],
		["[WRN-03] a node missed, unlikely", progress(forecast("unlikely")), MAY, ["red", "WRN-03", "WRN-03"]],
		["[WRN-03] overdue, whatever is expected", progress(forecast("onTime")), "2027-01-01", ["red", "WRN-03"]],
		[
			"[WRN-03] exposed at province level",
			{ ...progress(forecast("onTime")), ...exposed("province", false) },
			BEFORE,
			["red", "WRN-03"],
		],
		["[WRN-03] exposed by central media", exposed("central", false), BEFORE, ["red", "WRN-03"]],
		["[WRN-03] before the exposure", exposed("central", false), "2026-03-09", ["none"]],
		["[WRN-03] exposed in the city", exposed("city", false), BEFORE, ["none"]],
		["[WRN-03] put right since", exposed("province", true), BEFORE, ["none"]],
		["came back after its close-out", { lifecycle: "reopened" }, BEFORE, ["red", "LB-04"]],
		["closed", { lifecycle: "closed", ...exposed("province", false) }, BEFORE, ["none"]],
		["merged", { lifecycle: "merged" }, "2027-01-01", ["none"]],
		[
			"accepted",
			{ lifecycle: "signing", ...progress(forecast("unlikely")) },
			"2027-01-01",
			["good", "WRN-04"],
		],
	];
	test.each(cases)("%s", (_name, more, asOf, expected) => {
		expect(lit(more, asOf)).toEqual(expected);
	});

	test("a lag without a missed node: claims that nobody verified", () => {
		const claimed = (value: "likely" | "unlikely") =>
			progress({ attainments: reached(plain, APRIL, null), ...forecast(value) });
		expect(lit(claimed("likely"), MAY)).toEqual(["yellow", "WRN-02"]);
		expect(lit(claimed("unlikely"), MAY)[0]).toBe("red");
		const { rules } = contextOn(MAY, "base", { redLagPp: { v: 60, src: "D" } });
		expect(lightOf(working(claimed("unlikely")), rules, day(MAY)).light).toBe("yellow");
	});

	test("every reason says in both languages what it is and what clears it", () => {
		for (const [, more, asOf] of cases) {
			for (const { message, clears } of lightOf(working(more), BASE_RULES, day(asOf)).reasons) {
				for (const text of [message.zh, message.en, clears.zh, clears.en]) {
					expect(text).toMatch(/\S/);
					expect(text).not.toContain("undefined");
				}
			}
		}
	});

	test("the palette is the rule set's", () => {
		expect(paletteOf(BASE_RULES).good).toBe("blue");
		const { rules } = contextOn(MAY, "base", { palette: { v: ["green", "yellow", "red"], src: "D" } });
		expect(paletteOf(rules)).toEqual({ good: "green", yellow: "yellow", red: "red" });
	});
});

describe("[supervision I3] [WRN-05] an upheld contest fixes the light until the next dispatch", () => {
	const contest = (decidedOn: string, verdict: "upheld" | "dismissed") =>
		supervision({
			light: "yellow",
			contests: [
				{
					id: contestId(1),
					against: "yellow",
					reason: "节点已完成，材料在途",
					at: moment(`${decidedOn}T01:00:00.000Z`),
					by,
					decision: {
						verdict,
						light: verdict === "upheld" ? "good" : null,
						reason: "经核实",
						at: moment(`${decidedOn}T02:00:00.000Z`),
						by,
					},
				},
			],
		});
	test.each([
		["before the decision", "2026-05-04", "yellow"],
		["on its day", "2026-05-05", "good"],
		["on the day of the dispatch", "2026-05-25", "good"],
		["after it", "2026-05-26", "yellow"],
	])("%s", (_name, asOf, light) => {
		expect(lightOf(working(contest("2026-05-05", "upheld")), BASE_RULES, day(asOf)).light).toBe(light);
	});
	test("decided after the dispatch of its month, it holds to the next one", () => {
		const issue = working(contest("2026-05-28", "upheld"));
		expect(lightOf(issue, BASE_RULES, day("2026-06-25")).light).toBe("good");
		expect(lightOf(issue, BASE_RULES, day("2026-06-26")).light).toBe("yellow");
	});
	test("a cycle that was opened says when the next dispatch is", () => {
		const cycle = {
			key: "2026-06",
			cadence: "month",
			from: day("2026-06-01"),
			to: day("2026-06-30"),
			dueOn: day("2026-06-10"),
			openedAt: moment("2026-06-01T00:00:00.000Z"),
		} as const;
		const issue = working({ ...contest("2026-05-28", "upheld"), ...progress({ cycles: [cycle] }) });
		expect(lightOf(issue, BASE_RULES, day("2026-06-10")).light).toBe("good");
		expect(lightOf(issue, BASE_RULES, day("2026-06-11")).light).toBe("yellow");
	});
	test("with lights every fortnight it holds to the end of the fortnight in which entries are due", () => {
		const { rules } = contextOn("2026-05-05", "base", { colourCadence: { v: "fortnight", src: "D" } });
		const { to } = periodOf("fortnight", day("2026-05-05"), 25, officialCalendar());
		expect(to).toBe("2026-05-10");
		const issue = working(contest("2026-05-05", "upheld"));
		expect(lightOf(issue, rules, to).light).toBe("good");
		expect(lightOf(issue, rules, day("2026-05-11")).light).toBe("yellow");
	});
	test("regression: what nobody objected to shows all the same", () => {
		const upheld = contest("2026-05-05", "upheld").supervision;
		if (upheld === undefined) throw new Error("a contest");
		const exposed = (on: string) => ({
			...({
				id: exposureId(1),
				kind: "circular",
				level: "province",
				document: "晋环督通报〔2026〕3号",
			} as const),
			...{ on: day(on), at: moment(`${on}T03:00:00.000Z`), by, settled: null },
		});
		const seen = (more: Partial<Issue>, asOf: string) => lightOf(working(more), BASE_RULES, day(asOf)).light;
		const before = { supervision: { ...upheld, exposures: [exposed("2026-05-04")] } };
		// Its objection was to a yellow light: red was never contested.
		expect(seen(before, "2026-05-06")).toBe("red");
		const [first] = upheld.contests;
		if (first === undefined) throw new Error("a contest");
		const contests = [{ ...first, against: "red" as const }];
		const known = { supervision: { ...upheld, contests, exposures: [exposed("2026-05-04")] } };
		expect(seen(known, "2026-05-06")).toBe("good");
		const since = { supervision: { ...upheld, contests, exposures: [exposed("2026-05-10")] } };
		expect(seen(since, "2026-05-09")).toBe("good");
		expect(seen(since, "2026-05-10")).toBe("red");
		const due = { ...contest("2026-05-05", "upheld"), deadline: until("2026-05-15") };
		expect(seen(due, "2026-05-15")).toBe("good");
		expect(seen(due, "2026-05-16")).toBe("red");
	});
	test("a dismissed one changes nothing", () => {
		expect(lightOf(working(contest("2026-05-05", "dismissed")), BASE_RULES, day("2026-05-06")).light).toBe(
			"yellow",
		);
	});
});

describe("[supervision I4] [WRN-06] the score", () => {
	const points = (...changes: readonly ReturnType<typeof change>[]) =>
		scoreOf(supervision({ changes: [...changes] }), BASE_RULES, day("2026-12-31"));
	test.each([
		["no light", [], 0],
		["one yellow", [change("yellow", "2026-03-25")], 0],
		["two yellows", [change("yellow", "2026-03-25"), change("yellow", "2026-04-25")], -1],
		[
			"twice in one cycle is once",
			[change("yellow", "2026-03-05"), change("good", "2026-03-12"), change("yellow", "2026-03-25")],
			0,
		],
		["four yellows", ["03", "04", "05", "06"].map((month) => change("yellow", `2026-${month}-25`)), -2],
		["a red", [change("red", "2026-03-25")], -2],
		["two reds", [change("red", "2026-03-25"), change("red", "2026-04-25")], -4],
		["the worst of a cycle counts", [change("yellow", "2026-03-05"), change("red", "2026-03-25")], -2],
		["last year's do not count", [change("yellow", "2025-12-25"), change("yellow", "2026-01-25")], 0],
	])("%s", (_name, changes, expected) => {
		const score = points(...changes);
		expect(score.points).toBe(expected);
		expect(score.entries.every(({ rule }) => rule === "WRN-06")).toBe(true);
		expect(score.entries.reduce((sum, entry) => sum + entry.points, 0)).toBe(expected);
	});

	test("regression: fortnights of lights are those that are reported on", () => {
		const { rules } = contextOn("2026-05-05", "base", { colourCadence: { v: "fortnight", src: "D" } });
		const { from, to } = periodOf("fortnight", day("2026-05-05"), 25, officialCalendar());
		const score = (...days: readonly string[]) =>
			scoreOf(supervision({ changes: days.map((on) => change("yellow", on)) }), rules, day("2026-12-31"))
				.points;
		expect(score(from, to)).toBe(0);
		expect(score(to, addDays(to, 1))).toBe(-1);
	});

	test("a light that a contest took back costs nothing", () => {
		const taken = supervision({
			changes: [change("red", "2026-03-25")],
			contests: [
				{
					id: contestId(1),
					against: "red",
					reason: "误判",
					at: moment("2026-03-26T02:00:00.000Z"),
					by,
					decision: {
						verdict: "upheld",
						light: "good",
						reason: "误判",
						at: moment("2026-03-27T02:00:00.000Z"),
						by,
					},
				},
			],
		});
		expect(scoreOf(taken, BASE_RULES, day("2026-12-31")).points).toBe(0);
	});
});

test("a deadline of a day is not over on that day", () => {
	const issue = working({ deadline: until("2026-03-20"), measures: [] });
	expect(scheduleStatus(issue, BASE_RULES, day("2026-03-20"))).not.toBe("overdue");
	expect(scheduleStatus(issue, BASE_RULES, day("2026-03-21"))).toBe("overdue");
});
