import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesOfSet } from "../close-out/testing.ts";
import { addDays, officialCalendar } from "../kernel/index.ts";
import { InstrumentKind, Light, ScheduleStatus } from "../supervision/index.ts";
import { type ByItself, foresee } from "./foresight.ts";
import { lapsesOf } from "./lapses.ts";
import type { Issue } from "./schema.ts";
import { LedgerTotals, type SimulatedState } from "./simulation.ts";
import { addTotals, isChanged, NO_TOTALS, totalsOf } from "./simulation-totals.ts";
import { agingInstrument, agingIssue, FIRST } from "./testing/aging-issues.ts";
import { BASE_RULES } from "./testing.ts";

const calendar = officialCalendar();
const rules = fc.constantFrom(BASE_RULES, rulesOfSet("sc-guangyuan"), rulesOfSet("jl"));
const instruments = fc.array(agingInstrument, { maxLength: 2 });
const from = fc.integer({ min: -60, max: 60 }).map((days) => addDays(FIRST, days));

/** Everything of an issue that a person's work makes, and nothing else. */
const ofPeople = ({ progress, closeOut, supervision, ...rest }: Issue) => ({
	...{ ...rest, version: 0, lifecycle: null },
	...{ deadline: rest.deadline, measures: rest.measures, updatedAt: null },
	progress: progress && { ...progress, cycles: null },
	exposures: supervision?.exposures ?? [],
	contests: supervision?.contests ?? [],
	acceptances: closeOut?.acceptances ?? [],
	signatures: closeOut?.signatures ?? [],
});
const without = (issue: Issue) => {
	const { progress, ...rest } = ofPeople(issue);
	// A first cycle begins the slice; without anything in it, it is as good as none.
	return { ...rest, reports: progress?.reports ?? [], evidence: progress?.evidence ?? [] };
};

describe("foresee", () => {
	test("[issues I80] is the same as playing every day, and no person's work comes of it", () => {
		let happened = 0;
		fc.assert(
			fc.property(
				agingIssue,
				instruments,
				rules,
				from,
				fc.integer({ min: 0, max: 70 }),
				(issue, on, of, day, days) => {
					const lawOn = () => ({ rules: of, calendar });
					const at = foresee(issue, on, lawOn, day, addDays(day, days));
					let state = issue;
					const events: ByItself[] = [];
					for (let later = 0; later <= days; later++) {
						const played = foresee(state, on, lawOn, addDays(day, later), addDays(day, later));
						state = played.issue;
						events.push(...played.events);
					}
					expect(at.events).toEqual(events);
					expect(at.issue).toEqual(state);
					happened += events.length;
					expect(without(at.issue)).toEqual(without(issue));
				},
			),
			{ numRuns: 250 },
		);
		expect(happened).toBeGreaterThan(250);
	});
});

describe("lapsesOf", () => {
	test("[issues I81] tells each once, in the order of days, and those of two stretches are those of both", () => {
		let told = 0;
		fc.assert(
			fc.property(agingIssue, rules, from, fc.integer({ min: 1, max: 60 }), (issue, of, day, days) => {
				const lawOn = () => ({ rules: of, calendar });
				const today = foresee(issue, [], lawOn, day, day).issue;
				const middle = addDays(day, days);
				const end = addDays(middle, 30);
				const to = (until: typeof end) =>
					lapsesOf(today, foresee(today, [], lawOn, day, until), [], lawOn, { after: day, until });
				const [first, all] = [to(middle), to(end)];
				told += all.length;
				expect(all.filter(({ on }) => on <= middle)).toEqual(first);
				expect(all.every(({ on }) => on > day && on <= end)).toBe(true);
				expect(all.map(({ on }) => on)).toEqual(all.map(({ on }) => on).toSorted());
				const keys = all.map(({ on, kind, message }) => `${on} ${kind} ${message.zh}`);
				expect(new Set(keys).size).toBe(keys.length);
			}),
			{ numRuns: 300 },
		);
		expect(told).toBeGreaterThan(300);
	});
});

const state: fc.Arbitrary<SimulatedState> = fc.record({
	schedule: fc.option(fc.constantFrom(...ScheduleStatus.options)),
	light: fc.constantFrom(...Light.options),
	proposals: fc.uniqueArray(fc.constantFrom(...InstrumentKind.options), { maxLength: 3 }),
});

test("[issues I82] totals add up in any grouping, and count every issue once on each day", () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(state, state)), fc.nat(), (pairs, cut) => {
			const sum = (of: typeof pairs) =>
				of.reduce((total, [now, onDay]) => addTotals(total, totalsOf(now, onDay)), NO_TOTALS);
			const at = pairs.length === 0 ? 0 : cut % pairs.length;
			const [all, halves] = [sum(pairs), addTotals(sum(pairs.slice(0, at)), sum(pairs.slice(at)))];
			const order = (totals: LedgerTotals) => ({
				...totals,
				lights: totals.lights.map((cell) => JSON.stringify(cell)).toSorted(),
				schedules: totals.schedules.map((cell) => JSON.stringify(cell)).toSorted(),
				proposals: totals.proposals.map((cell) => JSON.stringify(cell)).toSorted(),
			});
			expect(order(all)).toEqual(order(halves));
			expect(LedgerTotals.parse(all)).toEqual(all);
			expect(all.issues).toBe(pairs.length);
			expect(all.changed).toBe(pairs.filter(([now, onDay]) => isChanged(now, onDay)).length);
			for (const cells of [all.lights, all.schedules]) {
				expect(cells.reduce((total, { issues }) => total + issues, 0)).toBe(pairs.length);
			}
			for (const { now, onDay, appear, disappear } of all.proposals)
				expect(now + appear - disappear).toBe(onDay);
		}),
	);
});
