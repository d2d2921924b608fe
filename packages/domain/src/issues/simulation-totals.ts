import type { LedgerTotals, SimulatedState } from "./simulation.ts";

/** Totals of nothing. */
export const NO_TOTALS: LedgerTotals = {
	...{ issues: 0, changed: 0, registeredLater: 0 },
	...{ lights: [], schedules: [], proposals: [] },
};

/** Whether an issue stands otherwise on the two days: light, schedule or what is proposed. */
export const isChanged = (now: SimulatedState, onDay: SimulatedState): boolean =>
	now.light !== onDay.light ||
	now.schedule !== onDay.schedule ||
	now.proposals.length !== onDay.proposals.length ||
	now.proposals.some((kind) => !onDay.proposals.includes(kind));

/** The totals of one issue. */
export function totalsOf(now: SimulatedState, onDay: SimulatedState): LedgerTotals {
	const kinds = [...new Set([...now.proposals, ...onDay.proposals])];
	return {
		issues: 1,
		changed: isChanged(now, onDay) ? 1 : 0,
		registeredLater: 0,
		lights: [{ now: now.light, onDay: onDay.light, issues: 1 }],
		schedules: [{ now: now.schedule, onDay: onDay.schedule, issues: 1 }],
		proposals: kinds.map((kind) => {
			const [was, is] = [now.proposals.includes(kind), onDay.proposals.includes(kind)];
			return {
				...{ kind, now: Number(was), onDay: Number(is) },
				...{ appear: Number(is && !was), disappear: Number(was && !is) },
			};
		}),
	};
}

/** Adds cells that mean the same. */
function added<C>(
	cells: readonly C[],
	more: readonly C[],
	same: (a: C, b: C) => boolean,
	sum: (a: C, b: C) => C,
): C[] {
	const found = [...cells];
	for (const cell of more) {
		const at = found.findIndex((held) => same(held, cell));
		const held = found[at];
		if (held === undefined) found.push(cell);
		else found[at] = sum(held, cell);
	}
	return found;
}

type Cell = { now: unknown; onDay: unknown; issues: number };
const sameDays = (a: Cell, b: Cell): boolean => a.now === b.now && a.onDay === b.onDay;

/** The totals of two stretches of the ledger together. */
export const addTotals = (a: LedgerTotals, b: LedgerTotals): LedgerTotals => ({
	issues: a.issues + b.issues,
	changed: a.changed + b.changed,
	registeredLater: a.registeredLater + b.registeredLater,
	lights: added(a.lights, b.lights, sameDays, (x, y) => ({ ...x, issues: x.issues + y.issues })),
	schedules: added(a.schedules, b.schedules, sameDays, (x, y) => ({ ...x, issues: x.issues + y.issues })),
	proposals: added(
		a.proposals,
		b.proposals,
		(x, y) => x.kind === y.kind,
		(x, y) => ({
			...{ kind: x.kind, now: x.now + y.now, onDay: x.onDay + y.onDay },
			...{ appear: x.appear + y.appear, disappear: x.disappear + y.disappear },
		}),
	),
});
