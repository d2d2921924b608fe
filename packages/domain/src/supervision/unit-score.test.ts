import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../issues/index.ts";
import { contextOn } from "../issues/testing/rules.ts";
import {
	BASE_RULES,
	day,
	issueId,
	LEAD,
	moment,
	STRANGER,
	stampOf,
	uuid,
	WORKER,
} from "../issues/testing.ts";
import { addDays, ImportId } from "../kernel/index.ts";
import { supervisionOf } from "./content.ts";
import type { Light } from "./schema.ts";
import { scoreOf } from "./score.ts";
import { change, contestId, LEAD_CLERK, supervision, working } from "./testing.ts";
import { pointsOfUnits, unitScores } from "./unit-score.ts";

const YEAR = { from: day("2026-01-01"), to: day("2026-12-31") };
const lit = (n: number, ...lights: readonly (readonly [Light, string])[]): Issue =>
	working({ id: issueId(n), ...supervision({ changes: lights.map(([to, on]) => change(to, on)) }) });
const points = (issue: Issue, rulesOn = () => BASE_RULES) => pointsOfUnits(issue, rulesOn, YEAR.to);

test("[supervision I22] [RSP-05] a unit's score adds up over its issues, each point with rule, day and issue", () => {
	const issues = [
		lit(1, ["yellow", "2026-03-05"], ["yellow", "2026-04-05"]),
		lit(2, ["red", "2026-05-05"]),
		lit(3, ["yellow", "2026-05-05"]),
	];
	const [score, ...others] = unitScores(
		issues.flatMap((issue) => points(issue)),
		YEAR,
	);
	expect(others).toEqual([]);
	expect(score).toMatchObject({ unitId: LEAD, rank: 1, points: -3 });
	expect(score?.entries.map(({ rule, on, issueId: of, points: lost }) => [rule, on, of, lost])).toEqual([
		["WRN-06", "2026-04-05", issueId(1), -1],
		["WRN-06", "2026-05-05", issueId(2), -2],
	]);
	expect(score?.entries.map(({ message }) => message.zh)).toEqual([
		"同一任务第2次黄牌（2026年4月5日）",
		"2026年5月5日红灯",
	]);
	const spring = unitScores(
		issues.flatMap((issue) => points(issue)),
		{ ...YEAR, to: day("2026-04-30") },
	);
	expect(spring.map(({ points: lost }) => lost)).toEqual([-1]);
	expect(unitScores([], YEAR)).toEqual([]);
});

test("[supervision I22] [RSP-05] a point stays with the unit that led on its day", () => {
	const issue = lit(1, ["red", "2026-03-05"], ["red", "2026-04-05"]);
	const handed = {
		...issue,
		assignments: issue.assignments.flatMap((held) =>
			held.role === "lead"
				? [
						{ ...held, from: day("2026-01-01"), until: day("2026-04-01") },
						{ ...held, unitId: STRANGER, from: day("2026-04-01") },
					]
				: [{ ...held, from: day("2026-01-01") }],
		),
	};
	expect(points(handed).map(({ unitId, on }) => [unitId, on])).toEqual([
		[LEAD, "2026-03-05"],
		[STRANGER, "2026-04-05"],
	]);
	const leaderless = {
		...handed,
		assignments: handed.assignments.flatMap((held) => (held.role === "lead" ? [] : [held])),
	};
	const responsible = leaderless.assignments.some(
		({ role, unitId }) => role === "responsible" && unitId === WORKER,
	);
	expect(points(leaderless).map(({ unitId }) => unitId)).toEqual(responsible ? [WORKER, WORKER] : []);
});

test("[supervision I22] [RSP-05] points are those of the rules of their day, and a voided registration has none", () => {
	const { rules: dear } = contextOn("2026-05-01", "base", { scoreRed: { v: -5, src: "D" } });
	const issue = lit(1, ["red", "2026-03-05"], ["red", "2026-05-05"]);
	const rulesOn = (on: string) => (on < "2026-05-01" ? BASE_RULES : dear);
	expect(pointsOfUnits(issue, rulesOn, YEAR.to).map(({ points: lost }) => lost)).toEqual([-2, -5]);
	const ending = { kind: "voided" as const, importId: ImportId.parse(uuid(1, 40)), reason: "导入有误" };
	expect(points({ ...issue, lifecycle: "withdrawn", ending })).toEqual([]);
	const contests = [
		{
			id: contestId(1),
			against: "red" as const,
			reason: "误判",
			at: moment("2026-03-06T02:00:00.000Z"),
			by: stampOf(LEAD_CLERK),
			decision: {
				...{ verdict: "upheld" as const, light: "good" as const, reason: "误判", by: stampOf(LEAD_CLERK) },
				at: moment("2026-03-07T02:00:00.000Z"),
			},
		},
	];
	const taken = working({ ...supervision({ ...supervisionOf(issue), contests }) });
	expect(points(taken).map(({ on }) => on)).toEqual(["2026-05-05"]);
});

const light = fc.constantFrom<Light>("good", "yellow", "red", "none");
const changes = fc.array(fc.tuple(light, fc.integer({ min: 0, max: 300 })), { maxLength: 12 });

test("[supervision I22] [RSP-05] the sum over units is the sum over issues, and equals stand alike", () => {
	fc.assert(
		fc.property(fc.array(changes, { minLength: 1, maxLength: 5 }), (lives) => {
			const issues = lives.map((life, n) =>
				lit(
					n + 1,
					...life
						.toSorted(([, a], [, b]) => a - b)
						.map(([to, days]) => [to, addDays(day("2026-03-02"), days)] as const),
				),
			);
			const all = issues.flatMap((issue) => points(issue));
			const scores = unitScores(all, YEAR);
			const expected = issues.reduce((sum, issue) => sum + scoreOf(issue, BASE_RULES, YEAR.to).points, 0);
			expect(scores.reduce((sum, score) => sum + score.points, 0)).toBe(expected);
			for (const score of scores) {
				expect(score.entries.reduce((sum, { points: lost }) => sum + lost, 0)).toBe(score.points);
			}
		}),
	);
});
