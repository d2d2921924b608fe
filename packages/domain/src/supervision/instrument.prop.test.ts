import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actor, CITY, day, LEAD, moment, STRANGER, SUPERVISOR, WORKER } from "../issues/testing.ts";
import { type Actor, addDays, type IsoDate } from "../kernel/index.ts";
import { Instrument, InstrumentKind, isReplyOverdue } from "./instrument.ts";
import { InstrumentCommand } from "./instrument-commands.ts";
import { decideInstrument } from "./instrument-decide.ts";
import { InstrumentEvent } from "./instrument-events.ts";
import { evolveInstrument, InstrumentReplayError, replayInstrument } from "./instrument-evolve.ts";
import { instrumentRefusalsOf } from "./instrument-guards.ts";
import {
	EVENTS_OF_INSTRUMENT_VERB,
	INSTRUMENT_STATES,
	INSTRUMENT_TRANSITIONS,
	isInstrumentOver,
} from "./instrument-lifecycle.ts";
import {
	CITY_CLERK,
	DISCIPLINE,
	draft,
	GROUP,
	instrumentId,
	LEAD_CLERK,
	on,
	PROV_CLERK,
	SUP_CLERK,
} from "./testing.ts";

const FIRST = day("2026-03-02");
const date = fc.integer({ min: -40, max: 500 }).map((days) => addDays(FIRST, days));
const unit = fc.constantFrom(LEAD, WORKER, SUPERVISOR, STRANGER);
const units = fc.uniqueArray(unit, { minLength: 1, maxLength: 3 });
const reason = fc.constantFrom("情况属实", "材料不全", "汛期停工");
const of = <T extends object>(
	type: InstrumentCommand["type"],
	fields: { [K in keyof T]: fc.Arbitrary<T[K]> },
) => fc.record<T>(fields).map((values) => InstrumentCommand.parse({ type, ...values }));

const command: fc.Arbitrary<InstrumentCommand> = fc.oneof(
	{ weight: 1, arbitrary: of("approveInstrument", { opinion: fc.option(reason) }) },
	{
		weight: 3,
		arbitrary: of("issueInstrument", {
			on: date,
			documentNumber: fc.constant("函〔2026〕1号"),
			signer: fc.constant("沈岚"),
			limitOn: fc.option(date),
			replyAsked: fc.boolean(),
		}),
	},
	{ weight: 3, arbitrary: of("acknowledgeInstrument", { unitId: unit }) },
	{ weight: 1, arbitrary: of("readdressInstrument", { addresseeUnitIds: units, reason }) },
	{
		weight: 2,
		arbitrary: of("holdTalk", {
			heldOn: date,
			chairedBy: fc.constant("沈岚"),
			present: fc.constant(["何川"]),
		}),
	},
	{ weight: 2, arbitrary: of("minuteTalk", { minutes: reason }) },
	{ weight: 4, arbitrary: of("replyInstrument", { text: reason, evidenceIds: fc.constant([]) }) },
	{ weight: 4, arbitrary: of("verifyReply", { verdict: fc.constantFrom("accepted", "rejected"), reason }) },
	{ weight: 2, arbitrary: of("liftInstrument", { reason }) },
	{
		weight: 1,
		arbitrary: of("escalateInstrument", { to: fc.constantFrom(instrumentId(2), instrumentId(3)), reason }),
	},
	{ weight: 1, arbitrary: of("discardInstrument", { reason }) },
	{ weight: 3, arbitrary: of("extendListing", { to: date, askedOn: date, reason }) },
	{ weight: 2, arbitrary: of("preAcceptListing", { opinion: reason }) },
	{ weight: 2, arbitrary: of("unlist", { reason }) },
	{ weight: 1, arbitrary: of("failListing", { reason }) },
);
const anybody: fc.Arbitrary<Actor> = fc.constantFrom(
	CITY_CLERK,
	CITY_CLERK,
	PROV_CLERK,
	GROUP,
	DISCIPLINE,
	SUP_CLERK,
	LEAD_CLERK,
	actor("respUnit", CITY, { unitId: WORKER }),
	actor("cityOffice", CITY, { unitId: LEAD }),
	{ kind: "system", name: "sweep" },
	{ kind: "anonymous" },
);
const kind = fc.constantFrom(...InstrumentKind.options);
const step = fc.tuple(command, anybody, fc.integer({ min: 0, max: 12 }));
/** Steps that lead far: an issued instrument of the kind, then anything. */
const history = fc.tuple(kind, fc.boolean(), fc.array(step, { maxLength: 30, size: "max" }));
const RUNS = { numRuns: 500 };

type Seen = {
	before: Instrument;
	command: InstrumentCommand;
	who: Actor;
	today: IsoDate;
	events: readonly InstrumentEvent[] | null;
	after: Instrument;
};

const others = (["supervisionLetter", "listedSupervision"] as const).map((of, at) => ({
	id: instrumentId(at + 2),
	issueId: draft().issueId,
	kind: of,
	state: "drafted" as const,
}));

/** Plays a history on the real decider; days pass between steps. */
function play(
	[of, open, steps]: [Instrument["kind"], boolean, [InstrumentCommand, Actor, number][]],
	see: (seen: Seen) => void = () => {},
): { events: InstrumentEvent[]; state: Instrument } {
	let today = FIRST;
	const context = (who: Actor) => on(who, { now: moment(`${today}T02:00:00.000Z`), instruments: others });
	const opening: [InstrumentCommand, Actor, number][] = open
		? [
				[{ type: "approveInstrument", opinion: null }, GROUP, 0],
				[
					{
						type: "issueInstrument",
						on: FIRST,
						documentNumber: "函〔2026〕1号",
						signer: "沈岚",
						limitOn: of === "listedSupervision" ? addDays(FIRST, 180) : null,
						replyAsked: true,
					},
					CITY_CLERK,
					0,
				],
			]
		: [];
	const first = decideInstrument(null, draft(of, { addresseeUnitIds: [LEAD, WORKER] }), context(CITY_CLERK));
	if (!first.ok) throw new Error("the draft is sound");
	const events = [...first.events];
	let state = replayInstrument(events);
	for (const [move, who, days] of [...opening, ...steps]) {
		if (state === null) break;
		today = addDays(today, days);
		const decision = decideInstrument(state, move, context(who));
		const before: Instrument = state;
		let after: Instrument = state;
		for (const event of decision.ok ? decision.events : []) {
			after = evolveInstrument(after, event);
			events.push(event);
		}
		see({ before, command: move, who, today, events: decision.ok ? decision.events : null, after });
		state = after;
	}
	if (state === null) throw new Error("no state");
	return { events, state };
}
const check = (see: (seen: Seen) => void) =>
	fc.assert(
		fc.property(history, (of) => void play(of, see)),
		RUNS,
	);

test("[supervision I19] the events give the state, and both are what their schemas say after JSON", () => {
	fc.assert(
		fc.property(history, (of) => {
			const { events, state } = play(of);
			expect(replayInstrument(events)).toEqual(state);
			expect(state.version).toBe(events.length);
			expect(Instrument.parse(JSON.parse(JSON.stringify(state)))).toStrictEqual(state);
			for (const event of events) {
				expect(InstrumentEvent.parse(JSON.parse(JSON.stringify(event)))).toStrictEqual(event);
			}
		}),
		RUNS,
	);
});

test("[supervision I19] every refusal explains itself; a verb makes only its own events; an end has no way out", () => {
	check(({ before, command: move, who, today, events }) => {
		const context = on(who, { now: moment(`${today}T02:00:00.000Z`), instruments: others });
		const decision = decideInstrument(before, move, context);
		if (!decision.ok) {
			expect(decision.refusals.length).toBeGreaterThan(0);
			for (const { rule, message, clears } of decision.refusals) {
				const texts = [rule, message.zh, message.en, clears.zh, clears.en];
				expect(texts.every((words) => words.trim() !== "" && !words.includes("undefined"))).toBe(true);
			}
		}
		for (const { type } of events ?? []) expect(EVENTS_OF_INSTRUMENT_VERB[move.type]).toContain(type);
		if (isInstrumentOver(before.state)) expect(events).toBeNull();
		if (move.type !== "draftInstrument" && instrumentRefusalsOf(before, move.type, context).length > 0) {
			expect(events).toBeNull();
		}
	});
});

test("[supervision I13] the day a reply is due is set once and never moves", () => {
	check(({ before, command: move, after }) => {
		if (before.replyDueOn !== null) expect(after.replyDueOn).toBe(before.replyDueOn);
		else if (after.replyDueOn !== null) expect(["issueInstrument", "holdTalk"]).toContain(move.type);
	});
});

test("[supervision I13] what was late stays late until a reply waits for its verification or it is over", () => {
	check(({ before, after, today }) => {
		if (!isReplyOverdue(before, today) || isReplyOverdue(after, today)) return;
		expect(["replied", "lifted", "escalated"]).toContain(after.state);
		if (after.state === "lifted") expect(before.kind).toBe("circular");
	});
});

test("[supervision I12] whatever went out has a named person, a number and a signer", () => {
	check(({ after }) => {
		if (after.issued === null) return;
		expect(after.issued.by.kind).toBe("person");
		expect(after.documentNumber).not.toBeNull();
		expect(after.issued.signer).not.toBe("");
	});
});

test("[supervision I14] [SUP-05] nothing that asked for a reply is lifted without one that another side verified", () => {
	check(({ after }) => {
		if (after.state !== "lifted" || after.kind === "listedSupervision" || after.replyDueOn === null) return;
		const last = after.replies.at(-1);
		expect(last?.verification?.verdict).toBe("accepted");
		const unitOf = last?.verification?.by.unitId ?? null;
		if (unitOf !== null) expect(unitOf).not.toBe(last?.by.unitId);
	});
});

test("[supervision I16] [SUP-06] a listing's limit only moves forward within its bound, and another side unlists it", () => {
	check(({ before, after }) => {
		const [from, to] = [before.listing, after.listing];
		if (from === null || to === null) return;
		expect(to.originalLimitOn).toBe(from.originalLimitOn);
		expect(to.limitOn >= from.limitOn).toBe(true);
		expect(to.limitOn <= addDays(to.originalLimitOn, 184)).toBe(true);
		if (after.state === "lifted") {
			expect(after.listing?.preAccepted).not.toBeNull();
			expect(after.lifted?.by.id).not.toBe(after.listing?.preAccepted?.by.id);
		}
	});
});

describe("[supervision I19] the table is total", () => {
	test("an event in a state that refuses it is damage, in any other it leads where the table says", () => {
		const { events } = play(["reminderLetter", true, []]);
		const state = replayInstrument(events);
		if (state === null) throw new Error("no state");
		const by = { at: moment("2026-03-02T02:00:00.000Z"), by: on(CITY_CLERK).stamp };
		const lift: InstrumentEvent = { type: "instrumentLifted", ...by, reason: "已落实" };
		for (const from of INSTRUMENT_STATES) {
			const cell = INSTRUMENT_TRANSITIONS.instrumentLifted[from];
			const apply = () => evolveInstrument({ ...state, state: from }, lift);
			if (cell === "refused") expect(apply).toThrow(InstrumentReplayError);
			else expect(apply().state).toBe(cell);
		}
	});
	test("every state but the draft's is reached by an event", () => {
		const reached = new Set(Object.values(INSTRUMENT_TRANSITIONS).flatMap((row) => Object.values(row)));
		expect(INSTRUMENT_STATES.filter((state) => !reached.has(state))).toEqual(["drafted"]);
	});
});

test("the random histories reach every state and every event", () => {
	const seen = new Set<string>();
	for (const of of fc.sample(history, { numRuns: 2500, seed: 11 })) {
		const { events, state } = play(of);
		for (const { type } of events) seen.add(type);
		seen.add(state.state);
	}
	const wanted = [...InstrumentEvent.options.map((option) => option.shape.type.value), ...INSTRUMENT_STATES];
	expect(wanted.filter((name) => !seen.has(name))).toEqual([]);
});
