import { expect, test } from "vitest";
import { type Actor, Instant, PersonId, RegionCode, UnitId } from "../kernel/index.ts";
import { type PersonCommand, PersonEvent } from "./commands.ts";
import { decidePerson, evolvePerson, type PersonContext, replayPerson } from "./person.ts";
import type { NewPerson, Person } from "./schema.ts";

const PERSON = PersonId.parse("00000003-0000-7000-8000-000000000001");
const UNIT = UnitId.parse("00000002-0000-7000-8000-000000000001");
const OTHER_UNIT = UnitId.parse("00000002-0000-7000-8000-000000000002");
const CITY = RegionCode.parse("990100");
const OTHER = RegionCode.parse("990200");

const who = (role: "cityOffice" | "respUnit", region = CITY): Actor => ({
	kind: "person",
	userId: "u",
	personId: null,
	name: "办公室",
	role,
	region,
	unitId: null,
});
const place = { id: UNIT, name: "市水务局", region: CITY, active: true };
const context = (
	more: Partial<PersonContext["surroundings"]> = {},
	actor: Actor = who("cityOffice"),
): PersonContext => ({
	actor,
	stamp: { kind: "person", id: "u", name: "办公室", role: "cityOffice", region: CITY, unitId: null },
	now: Instant.parse("2026-03-02T01:00:00.000Z"),
	surroundings: { currentUnit: place, unit: place, ...more },
});
const newPerson: NewPerson = { name: "何川", unitId: UNIT, title: "科长", phone: null };
const person: Person = { id: PERSON, version: 1, ...newPerson };
const register = (more: Partial<NewPerson> = {}): PersonCommand => ({
	type: "registerPerson",
	personId: PERSON,
	person: { ...newPerson, ...more },
});
const amend = (changes: Partial<NewPerson>): PersonCommand => ({
	type: "amendPerson",
	changes,
	reason: null,
});

const cases: {
	name: string;
	state: Person | null;
	command: PersonCommand;
	context?: PersonContext;
	rules: string[];
}[] = [
	{ name: "registerPerson", state: null, command: register(), rules: [] },
	{
		name: "registerPerson by a unit: not allowed",
		state: null,
		command: register(),
		context: context({}, who("respUnit")),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "registerPerson of another city: not allowed",
		state: null,
		command: register(),
		context: context({}, who("cityOffice", OTHER)),
		rules: ["OUT_OF_REGION"],
	},
	{ name: "registerPerson twice", state: person, command: register(), rules: ["ALREADY_REGISTERED"] },
	{
		name: "registerPerson of a unit that is not there",
		state: null,
		command: register(),
		context: context({ unit: null }),
		rules: ["UNKNOWN_UNIT"],
	},
	{
		name: "registerPerson of a unit that is not active",
		state: null,
		command: register(),
		context: context({ unit: { ...place, active: false } }),
		rules: ["UNIT_INACTIVE"],
	},
	{
		name: "registerPerson of no unit",
		state: null,
		command: register({ unitId: null }),
		context: context({ unit: null }),
		rules: [],
	},
	{ name: "amendPerson", state: person, command: amend({ title: "副局长" }), rules: [] },
	{ name: "amendPerson to the same", state: person, command: amend({ title: "科长" }), rules: ["NO_CHANGE"] },
	{
		name: "amendPerson of nobody",
		state: null,
		command: amend({ title: "副局长" }),
		rules: ["UNKNOWN_PERSON"],
	},
	{
		name: "amendPerson of another city: not allowed",
		state: person,
		command: amend({ title: "副局长" }),
		context: context({ currentUnit: { ...place, region: OTHER } }),
		rules: ["OUT_OF_REGION"],
	},
	{
		name: "amendPerson into another city: not allowed",
		state: person,
		command: amend({ unitId: OTHER_UNIT }),
		context: context({ unit: { ...place, id: OTHER_UNIT, region: OTHER } }),
		rules: ["OUT_OF_REGION"],
	},
	{
		name: "amendPerson to a unit that is not there",
		state: person,
		command: amend({ unitId: OTHER_UNIT }),
		context: context({ unit: null }),
		rules: ["UNKNOWN_UNIT"],
	},
	{
		name: "amendPerson out of its unit",
		state: person,
		command: amend({ unitId: null }),
		context: context({ unit: null }),
		rules: [],
	},
];

test.each(cases)("[responsibilities I8] $name → $rules", ({ state, command, context: given, rules }) => {
	const decision = decidePerson(state, command, given ?? context());
	expect(decision.ok ? [] : decision.refusals.map(({ rule }) => rule)).toEqual(rules);
});

test("[responsibilities I4] a person's history replays to the steps' state", () => {
	const events: PersonEvent[] = [];
	let state: Person | null = null;
	for (const command of [register(), amend({ title: "副局长", phone: "0990-1234567" })]) {
		const decision = decidePerson(state, command, context());
		if (!decision.ok) throw new Error("refused");
		for (const event of decision.events) {
			state = evolvePerson(state, event);
			events.push(event);
		}
	}
	expect(state).toEqual({ ...person, title: "副局长", phone: "0990-1234567", version: 2 });
	expect(replayPerson(events)).toEqual(state);
	expect(events.map((event) => PersonEvent.parse(JSON.parse(JSON.stringify(event))))).toStrictEqual(events);
	expect(() => replayPerson(events.slice(1))).toThrow("registration");
});
