import fc from "fast-check";
import { expect, test } from "vitest";
import { actor, CITY, COUNTY, day, OTHER_COUNTY, PLANT, WORKER } from "../issues/testing.ts";
import { type Actor, Role } from "../kernel/index.ts";
import type { ScreeningCommand } from "./commands.ts";
import { screeningTotals } from "./coverage.ts";
import { decideScreening } from "./decide.ts";
import { ScreeningEvent } from "./events.ts";
import { evolveScreening, replayScreening } from "./evolve.ts";
import { Screening } from "./schema.ts";
import {
	area,
	CITY_OFFICE,
	COUNTY_OFFICE,
	close,
	context,
	dismiss,
	FOUND_ISSUE,
	INSTITUTION,
	LEAD_UNIT,
	open,
	record,
	SECOND_ISSUE,
	start,
	TARGETS,
	waive,
} from "./testing.ts";

const target = fc.constantFrom(...TARGETS, area(CITY));
const find = fc.integer({ min: 1, max: 4 });
const commands: fc.Arbitrary<ScreeningCommand> = fc.oneof(
	fc.constantFrom<ScreeningCommand>(
		start(),
		start({ areas: [COUNTY], unitIds: [] }),
		close(),
		close("其余无渣库", "已有制度"),
		INSTITUTION,
		{ type: "cancelScreening", reason: "误启动" },
		{
			type: "amendScreening",
			areas: [OTHER_COUNTY],
			unitIds: [WORKER, PLANT],
			dueOn: day("2026-12-31"),
			leadUnitId: null,
			reason: "扩大范围",
		},
	),
	fc.tuple(target, fc.uniqueArray(find, { maxLength: 2 })).map(([at, finds]) => record(at, finds)),
	target.map(waive),
	fc.tuple(find, fc.constantFrom(FOUND_ISSUE, SECOND_ISSUE)).map(([n, issue]) => open(n, issue)),
	find.map(dismiss),
);
const people: fc.Arbitrary<Actor> = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom(CITY_OFFICE, LEAD_UNIT, COUNTY_OFFICE) },
	fc.constantFrom(...Role.options).map((role) => actor(role, CITY)),
	fc.constant<Actor>({ kind: "system", name: "系统" }),
);
const asked = fc.array(fc.tuple(commands, people), { maxLength: 60 });

function play(steps: readonly (readonly [ScreeningCommand, Actor])[]) {
	let state: Screening | null = null;
	const events: ScreeningEvent[] = [];
	for (const [command, who] of steps) {
		const decision = decideScreening(state, command, context(who));
		if (!decision.ok) {
			expect(decision.refusals.length).toBeGreaterThan(0);
			continue;
		}
		for (const event of decision.events) state = evolveScreening(state, event);
		events.push(...decision.events);
	}
	return { state, events };
}

test("[screening I11] whatever is asked: nothing throws, events replay to the state, both read back as their schemas", () => {
	fc.assert(
		fc.property(asked, (steps) => {
			const { state, events } = play(steps);
			expect(replayScreening(events)).toEqual(state);
			expect(state?.version ?? 0).toBe(events.length);
			for (const event of events) {
				expect(ScreeningEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
			}
			if (state !== null) expect(Screening.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
		}),
		{ numRuns: 300 },
	);
});

test("[screening I6] the counters add up, whatever happened", () => {
	fc.assert(
		fc.property(asked, (steps) => {
			const { state } = play(steps);
			if (state === null) return;
			const totals = screeningTotals(state);
			for (const { total, screened, waived, pending } of [totals.all, totals.areas, totals.units]) {
				expect(screened + waived + pending).toBe(total);
			}
			expect(totals.areas.total + totals.units.total).toBe(totals.all.total);
			const places = totals.regions.map(({ counters }) => counters.total);
			expect(places.reduce((sum, count) => sum + count, 0)).toBe(totals.all.total);
			expect(totals.opened + totals.dismissed + totals.undecided).toBe(totals.found);
		}),
		{ numRuns: 300 },
	);
});

test("[screening I8] [screening I9] no sweep ends with something open, and no first day is lost", () => {
	fc.assert(
		fc.property(asked, (steps) => {
			const { state, events } = play(steps);
			if (state === null) return;
			const first = events[0];
			expect(first?.type === "screeningStarted" ? first.dueOn : null).toBe(state.originalDueOn);
			if (state.state !== "closed") return;
			const totals = screeningTotals(state);
			expect([totals.all.pending, totals.undecided]).toEqual([0, 0]);
			expect(state.institutions.length > 0 || state.closing?.noInstitutionReason != null).toBe(true);
		}),
		{ numRuns: 300 },
	);
});

test("[screening I7] no issue stands for two finds", () => {
	fc.assert(
		fc.property(asked, (steps) => {
			const opened = (play(steps).state?.found ?? []).flatMap((one) => one.opened?.issueId ?? []);
			expect(new Set(opened).size).toBe(opened.length);
		}),
		{ numRuns: 300 },
	);
});
