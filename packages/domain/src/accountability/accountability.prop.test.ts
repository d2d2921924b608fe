import fc from "fast-check";
import { expect, test } from "vitest";
import { actor, CITY, COUNTY, PROVINCE } from "../issues/testing.ts";
import { type Actor, isSameParty, Role } from "../kernel/index.ts";
import type { ReferralCommand } from "./commands.ts";
import { decideReferral } from "./decide.ts";
import { ReferralEvent } from "./events.ts";
import { evolveReferral, replayReferral } from "./evolve.ts";
import { CONFIDENTIAL } from "./lifecycle.ts";
import { Referral } from "./schema.ts";
import {
	appeal,
	CITY_DISCIPLINE,
	CITY_GROUP,
	CITY_OFFICE,
	consequence,
	context,
	decide,
	decideAppealOf,
	draft,
	outcome,
	RECEIVE,
	SECOND_DISCIPLINE,
	SUBMIT,
} from "./testing.ts";
import { knownReferral, sightOf } from "./visibility.ts";

const people: fc.Arbitrary<Actor> = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(CITY_OFFICE, CITY_GROUP, CITY_DISCIPLINE, SECOND_DISCIPLINE) },
	fc
		.record({ role: fc.constantFrom(...Role.options), region: fc.constantFrom(CITY, COUNTY, PROVINCE) })
		.map(({ role, region }) => actor(role, region)),
	fc.constant<Actor>({ kind: "system", name: "系统" }),
);
const commands = fc.constantFrom<ReferralCommand>(
	draft(),
	draft({ facts: "" }),
	{ type: "amendReferral", changes: { facts: "补充事实" } },
	{ type: "amendReferral", changes: { facts: "" } },
	SUBMIT,
	{ type: "returnReferral", reason: "补充" },
	decide(),
	decide("doNotRefer"),
	RECEIVE,
	outcome(),
	outcome({ result: "exempted", consequences: [] }),
	appeal(0),
	appeal(1),
	decideAppealOf(1),
	decideAppealOf(1, "upheld"),
	decideAppealOf(2, "partlyUpheld", [consequence({ subject: 1 })]),
	{ type: "withdrawReferral", reason: "有误" },
);
const asked = fc.array(fc.tuple(commands, people), { maxLength: 60 });

function play(steps: readonly (readonly [ReferralCommand, Actor])[]) {
	let state: Referral | null = null;
	const events: ReferralEvent[] = [];
	for (const [command, who] of steps) {
		const decision = decideReferral(state, command, context(who));
		if (!decision.ok) {
			expect(decision.refusals.length).toBeGreaterThan(0);
			continue;
		}
		for (const event of decision.events) state = evolveReferral(state, event);
		events.push(...decision.events);
	}
	return { state, events };
}

test("[accountability I11] whatever is asked: nothing throws, events replay to the state, both read back as their schemas", () => {
	fc.assert(
		fc.property(asked, (steps) => {
			const { state, events } = play(steps);
			expect(replayReferral(events)).toEqual(state);
			expect(state?.version ?? 0).toBe(events.length);
			for (const event of events)
				expect(ReferralEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
			if (state !== null) expect(Referral.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
		}),
		{ numRuns: 400 },
	);
});

test("[accountability I3] [accountability I4] no path to an outcome avoids a person, the group's decision or a complete submission", () => {
	fc.assert(
		fc.property(asked, (steps) => {
			const { state, events } = play(steps);
			for (const { by } of events) expect(by.kind).toBe("person");
			if (state === null || state.conclusion === null) return;
			expect(state.decision?.verdict).toBe("refer");
			expect(state.decision?.by.role).toBe("leadingGroup");
			expect(state.conclusion.by.role).toBe("discipline");
			expect(state.content.facts.length).toBeGreaterThan(1);
			const { decision } = state;
			if (decision !== null) expect(state.authors.some((by) => isSameParty(by, decision.by))).toBe(false);
		}),
		{ numRuns: 400 },
	);
});

test("[accountability I8] what the office knows does not move with what it may not know", () => {
	fc.assert(
		fc.property(asked, (steps) => {
			const { state, events } = play(steps);
			if (state === null) return;
			const told = replayReferral(events.filter(({ type }) => !CONFIDENTIAL[type]));
			if (told === null) throw new Error("a draft is told");
			expect(knownReferral(state, "facts")).toEqual({ ...told, known: state.known });
			expect(sightOf(CITY_OFFICE, state)).toBe("facts");
		}),
		{ numRuns: 400 },
	);
});
