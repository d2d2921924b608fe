/** One measured figure, beside the raw limit of the same machine and the target of the design. */
export type BenchResult = {
	name: string;
	value: number;
	unit: string;
	/** The same work without our server, in the same unit; null where there is no such limit. */
	limit: number | null;
	/** value ÷ limit. */
	ratio: number | null;
	/** What it must reach, as text: `≥ 0.5 of the limit`, `≤ 1000 ms`. */
	target: string;
	ok: boolean;
};

type Goal = { atLeast: number } | { atMost: number };

const meets = (value: number, goal: Goal): boolean =>
	"atLeast" in goal ? value >= goal.atLeast : value <= goal.atMost;

const wording = (goal: Goal, unit: string): string =>
	"atLeast" in goal ? `≥ ${goal.atLeast} ${unit}` : `≤ ${goal.atMost} ${unit}`;

/** A figure with a target of its own. */
export function absolute(name: string, value: number, unit: string, goal: Goal): BenchResult {
	return { name, value, unit, limit: null, ratio: null, target: wording(goal, unit), ok: meets(value, goal) };
}

/** A figure whose target is a share of the raw limit measured in the same run. */
export function relative(
	name: string,
	value: number,
	unit: string,
	limit: number,
	share: number,
): BenchResult {
	const ratio = limit === 0 ? 0 : value / limit;
	return { name, value, unit, limit, ratio, target: `≥ ${share} of the limit`, ok: ratio >= share };
}
