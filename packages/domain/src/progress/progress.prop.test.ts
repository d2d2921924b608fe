import fc from "fast-check";
import { expect, test } from "vitest";
import { decideIssue, evolveIssue, Issue, IssueCommand, IssueEvent, refusalsOf } from "../issues/index.ts";
import {
	actor,
	CITY,
	COUNTY,
	contextOf,
	day,
	LEAD,
	measureId,
	moment,
	PROVINCE,
	siteId,
} from "../issues/testing.ts";
import { type Actor, isSameParty } from "../kernel/index.ts";
import { goalId } from "../plans/testing.ts";
import type { ProgressCommand } from "./commands.ts";
import { actualPercent, lastActivityDay, progressOf } from "./content.ts";
import { ContentBlock, EvidenceKind, Forecast } from "./schema.ts";
import {
	attach,
	CITY_OFFICE,
	COUNTY_OFFICE,
	content,
	doubtId,
	evidenceId,
	keyOf,
	openMonth,
	PROV_OFFICE,
	reportId,
	slag,
	UNIT,
	WATCHER,
	workId,
	working,
} from "./testing.ts";

// A small world, so that random commands meet each other.
const START = working({ sites: [slag(1), slag(2)] });
const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const small = fc.integer({ min: 1, max: 3 });
const date = one(day("2026-01-05"), day("2026-02-20"), day("2026-03-02"), day("2026-05-01"));
const why = one("已到现场核对", "材料不全");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const ids = fc.uniqueArray(small.map(evidenceId), { maxLength: 2 });
const measure = small.map(measureId);
const goal = one(goalId(1), goalId(2));
const type = <T extends string>(name: T) => fc.constant(name);
const verdict = one("verified" as const, "rejected" as const);
const key = one(keyOf(START, 1, 0), keyOf(START, 1, 1), keyOf(START, 2, 0), "另一节点");

const evidence = fc
	.tuple(small, one(...EvidenceKind.options), maybe(measure), maybe(one(siteId(1), siteId(2))), one("a", "b"))
	.map(([n, kind, of, at, file]) =>
		attach(n, { kind, measureId: of, siteId: at, sha256: file.repeat(64), effectiveOn: day("2026-02-20") }),
	);
const blocks = fc.dictionary(one(...ContentBlock.options), one("无变化", ""));

const command: fc.Arbitrary<ProgressCommand> = fc.oneof(
	fc.record({
		type: type("logWork"),
		workId: small.map(workId),
		on: date,
		kind: one("work" as const, "visit" as const),
		text: why,
		measureId: maybe(measure),
	}),
	date.map(openMonth),
	fc
		.tuple(small, maybe(one("2026-02", "2026-03", "2026-05")), why, one(...Forecast.options), blocks)
		.map(([n, cycle, words, forecast, filled]) => ({
			type: "reportProgress" as const,
			reportId: reportId(n),
			cycle,
			content: content(words, { forecast, blocks: filled }),
		})),
	fc.record({ type: type("returnReport"), reportId: small.map(reportId), reason: why }),
	fc.record({ type: type("setForecast"), forecast: one(...Forecast.options), reason: maybe(why) }),
	evidence,
	fc.record({ type: type("withdrawEvidence"), evidenceId: small.map(evidenceId), reason: why }),
	fc.record({ type: type("completeMilestone"), measureId: measure, key, doneOn: date, evidenceIds: ids }),
	fc.record({ type: type("verifyMilestone"), measureId: measure, key, verdict, reason: maybe(why) }),
	fc.record({ type: type("completeMeasure"), measureId: measure, evidenceIds: ids }),
	fc.record({ type: type("verifyMeasure"), measureId: measure, verdict, reason: maybe(why) }),
	fc.record({ type: type("waiveMeasure"), measureId: measure, reason: why }),
	fc.record({
		type: type("recordReading"),
		goalId: goal,
		value: fc.integer({ min: -2, max: 2 }),
		on: date,
		evidenceIds: ids,
	}),
	fc.record({
		type: type("recordDelivery"),
		goalId: goal,
		on: date,
		evidenceIds: ids.filter(({ length }) => length > 0),
	}),
	fc.record({ type: type("selfCheckSite"), siteId: small.map(siteId), evidenceIds: ids }),
	fc.tuple(small, maybe(small.map(evidenceId))).map(([n, of]) => ({
		type: "raiseDoubt" as const,
		doubt: {
			id: doubtId(n),
			rule: null,
			about: `疑点${n}`,
			evidenceId: of,
			message: { zh: "存疑", en: "Doubtful" },
		},
	})),
	fc.record({
		type: type("resolveDoubt"),
		doubtId: small.map(doubtId),
		outcome: one("cleared" as const, "upheld" as const),
		reason: why,
	}),
);

const OFFICE_OF_LEAD = actor("cityOffice", CITY, { unitId: LEAD });
const anybody: fc.Arbitrary<Actor> = one(
	UNIT,
	UNIT,
	WATCHER,
	CITY_OFFICE,
	CITY_OFFICE,
	PROV_OFFICE,
	OFFICE_OF_LEAD,
	actor("countyOffice", COUNTY),
	actor("accUnit", CITY, { unitId: LEAD }),
	actor("discipline", PROVINCE),
	COUNTY_OFFICE,
);
const states = one(
	...([
		"inProgress",
		"inProgress",
		"inProgress",
		"planning",
		"selfChecked",
		"supplementing",
		"closed",
	] as const),
);
const moves = fc.array(fc.tuple(command, anybody), { minLength: 1, maxLength: 30, size: "max" });

/** Carries out what is accepted, step by step; gives every state with what led to it. */
function play(start: Issue, steps: readonly (readonly [ProgressCommand, Actor])[]) {
	let state = start;
	const taken: { before: Issue; after: Issue; events: readonly IssueEvent[]; who: Actor }[] = [];
	for (const [at, [move, who]] of steps.entries()) {
		const now = moment(`2026-03-02T0${Math.floor(at / 10)}:0${at % 10}:00.000Z`);
		const decision = decideIssue(state, IssueCommand.parse(move), contextOf(who, { now }));
		if (!decision.ok) {
			expect(decision.refusals.length).toBeGreaterThan(0);
			for (const { rule, message, clears } of decision.refusals) {
				const texts = [rule, message.zh, message.en, clears.zh, clears.en];
				expect(texts.every((words) => words.trim() !== "" && !words.includes("undefined"))).toBe(true);
			}
			continue;
		}
		const before = state;
		state = decision.events.reduce<Issue>(evolveIssue, state);
		taken.push({ before, after: state, events: decision.events, who });
	}
	return { state, taken };
}

const RUNS = { numRuns: 300 };

test("[progress I11] anything by anybody is decided; events and states are what their schemas say", () => {
	fc.assert(
		fc.property(states, moves, (lifecycle, steps) => {
			const start: Issue = { ...START, lifecycle };
			const { state, taken } = play(start, steps);
			const events = taken.flatMap((step) => step.events);
			expect(events.reduce<Issue>(evolveIssue, start)).toEqual(state);
			for (const event of events) expect(IssueEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
			expect(Issue.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
		}),
		RUNS,
	);
});

test("[progress I11] a verb that is closed refuses every command of it", () => {
	fc.assert(
		fc.property(states, moves, command, anybody, (lifecycle, steps, last, who) => {
			const { state } = play({ ...START, lifecycle }, steps);
			const context = contextOf(who);
			if (refusalsOf(state, last.type, context).length > 0) {
				expect(decideIssue(state, IssueCommand.parse(last), context).ok).toBe(false);
			}
		}),
		RUNS,
	);
});

test("[progress I3] [progress I6] nothing that was written down is lost or rewritten", () => {
	fc.assert(
		fc.property(moves, (steps) => {
			for (const { before, after } of play(START, steps).taken) {
				const [a, b] = [progressOf(before), progressOf(after)];
				for (const list of ["work", "cycles", "readings", "deliveries", "waivers"] as const) {
					expect(b[list].slice(0, a[list].length)).toEqual(a[list]);
				}
				expect(b.reports.slice(0, a.reports.length).map(({ returned, ...rest }) => rest)).toEqual(
					a.reports.map(({ returned, ...rest }) => rest),
				);
				expect(b.evidence.slice(0, a.evidence.length).map(({ withdrawn, ...rest }) => rest)).toEqual(
					a.evidence.map(({ withdrawn, ...rest }) => rest),
				);
				expect(lastActivityDay(b)).toBeGreaterThanOrEqual(lastActivityDay(a));
			}
		}),
		RUNS,
	);
});

test("[progress I5] [progress I9] nobody verifies what his own side said, nor resolves a doubt about it", () => {
	fc.assert(
		fc.property(moves, (steps) => {
			const { state, taken } = play(START, steps);
			const { attainments, completions, doubts } = progressOf(state);
			for (const { by, verified } of [...attainments, ...completions]) {
				if (verified !== null)
					expect(isSameParty(by, verified.by) || verified.by.unitId === LEAD).toBe(false);
			}
			for (const { against, resolved } of doubts) {
				if (resolved !== null) expect(against.some((by) => isSameParty(by, resolved.by))).toBe(false);
			}
			for (const { before, after, who } of taken) {
				const more = (actualPercent(after) ?? 0) > (actualPercent(before) ?? 0);
				if (more && "unitId" in who) expect(who.unitId).not.toBe(LEAD);
			}
			expect(new Set(doubts.map(({ id }) => id)).size).toBe(doubts.length);
		}),
		RUNS,
	);
});
