import { Goal } from "@zhenggai/domain/plans";
import { expect, test } from "vitest";
import { emptyGoal, figure, type GoalDraft, goalDraft, goalOf, goalsOf } from "./goal-draft.ts";

const metric = (more: Partial<GoalDraft> = {}): GoalDraft => ({
	...emptyGoal(),
	...{ name: "氨氮", unit: "mg/L", baseline: "3.2", target: "1.5", direction: "atMost", method: "逐月监测" },
	...more,
});

test.each([
	["1,200", 1200],
	["１２．５", 12.5],
	["-0.5", -0.5],
	[".5", 0.5],
	["", null],
	["约3", null],
	["3%", null],
	["1e3", null],
])("the figure of %j is %j", (text, value) => {
	expect(figure(text)).toBe(value);
});

test("a finished goal is what a command takes, and shows again as it was typed", () => {
	const goal = Goal.parse(goalOf(metric()));
	expect(goal).toMatchObject({ kind: "metric", indicator: "氨氮", baseline: 3.2, target: 1.5 });
	expect(goalOf(goalDraft(goal))).toEqual(goal);
	const thing = Goal.parse(goalOf({ ...emptyGoal("deliverable"), name: "排水管理办法" }));
	expect(goalOf(goalDraft(thing))).toEqual(thing);
});

test.each<[string, Partial<GoalDraft>]>([
	["without a name", { name: " " }],
	["without a target", { target: "" }],
	["without a method", { method: "" }],
	["with a baseline that is no figure", { baseline: "较差" }],
])("a metric %s is not sent", (_, more) => {
	expect(goalOf(metric(more))).toBeNull();
	expect(goalsOf([metric(), metric(more)])).toBeNull();
});

test("a line that nobody has typed in is left out", () => {
	expect(goalsOf([emptyGoal(), metric({ baseline: "" })])).toMatchObject([{ baseline: null }]);
});
