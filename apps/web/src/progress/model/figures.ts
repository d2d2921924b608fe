import type { Goal } from "@zhenggai/domain/plans";
import type { GoalReading } from "@zhenggai/domain/progress";

export type Metric = Extract<Goal, { kind: "metric" }>;

/** A small chart on a field of 100 × 40: every place is within it. */
export type FigureChart = {
	readonly points: readonly { readonly x: number; readonly y: number; readonly reading: GoalReading }[];
	readonly target: number;
	readonly baseline: number | null;
};

const WIDTH = 100;
const HEIGHT = 40;
const EDGE = 4;

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

/** Figures in the order of their days, the later entry of a day behind. */
export const inTime = (readings: readonly GoalReading[], goalId: string): readonly GoalReading[] =>
	readings
		.filter((reading) => reading.goalId === goalId)
		.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** Where the figures of a goal lie between its baseline and its target. */
export function figureChart(goal: Metric, readings: readonly GoalReading[]): FigureChart {
	const values = [...readings.map(({ value }) => value), goal.target];
	if (goal.baseline !== null) values.push(goal.baseline);
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const y = (value: number) =>
		high === low ? HEIGHT / 2 : EDGE + ((high - value) / (high - low)) * (HEIGHT - 2 * EDGE);
	const days = readings.map(({ on }) => dayOf(on));
	const [from, to] = [Math.min(...days), Math.max(...days)];
	const x = (day: number) =>
		to === from ? WIDTH / 2 : EDGE + ((day - from) / (to - from)) * (WIDTH - 2 * EDGE);
	return {
		points: readings.map((reading) => ({ x: x(dayOf(reading.on)), y: y(reading.value), reading })),
		target: y(goal.target),
		baseline: goal.baseline === null ? null : y(goal.baseline),
	};
}

/** Whether a figure reaches its target. */
export const isReached = (goal: Metric, value: number): boolean =>
	goal.direction === "atMost" ? value <= goal.target : value >= goal.target;
