import { expect, test } from "vitest";
import { type Actor, Instant, RegionCode, UnitId } from "../kernel/index.ts";
import type { UnitCommand } from "./commands.ts";
import { UnitEvent } from "./commands.ts";
import type { NewUnit, Unit } from "./schema.ts";
import { decideUnit, evolveUnit, NO_UNIT_SURROUNDINGS, replayUnit, type UnitSurroundings } from "./unit.ts";

const id = (n: number) => UnitId.parse(`00000002-0000-7000-8000-00000000000${n}`);
const PROVINCE = RegionCode.parse("990000");
const CITY = RegionCode.parse("990100");
const COUNTY = RegionCode.parse("990102");
const OTHER = RegionCode.parse("990200");
const NOW = Instant.parse("2026-03-02T01:00:00.000Z");

const office = (region = CITY, role: "cityOffice" | "countyOffice" | "leadUnit" = "cityOffice"): Actor => ({
	kind: "person",
	userId: "u",
	personId: null,
	name: "办公室",
	role,
	region,
	unitId: null,
});
const context = (surroundings: Partial<UnitSurroundings> = {}, actor: Actor = office()) => ({
	actor,
	stamp: { kind: "person", id: "u", name: "办公室", role: "cityOffice", region: CITY, unitId: null } as const,
	now: NOW,
	surroundings: { ...NO_UNIT_SURROUNDINGS, ...surroundings },
});
const newUnit = (more: Partial<NewUnit> = {}): NewUnit => ({
	name: "澄川市生态环境局",
	aliases: ["市生态环境局"],
	kind: "department",
	region: CITY,
	parentId: null,
	...more,
});
const unit: Unit = { id: id(1), version: 1, active: true, ...newUnit() };
const parent = { id: id(2), name: "澄川市人民政府", region: CITY, active: true };
const register = (more: Partial<NewUnit> = {}): UnitCommand => ({
	type: "registerUnit",
	unitId: id(1),
	unit: newUnit(more),
});
const amend = (
	changes: Extract<UnitCommand, { type: "amendUnit" }>["changes"],
	reason: string | null = null,
): UnitCommand => ({ type: "amendUnit", changes, reason });

type Case = {
	name: string;
	state: Unit | null;
	command: UnitCommand;
	context?: ReturnType<typeof context>;
	rules: string[];
};

const cases: Case[] = [
	{ name: "registerUnit", state: null, command: register(), rules: [] },
	{
		name: "registerUnit by a unit: not allowed",
		state: null,
		command: register(),
		context: context({}, office(CITY, "leadUnit")),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "registerUnit of another city: not allowed",
		state: null,
		command: register({ region: OTHER }),
		rules: ["OUT_OF_REGION"],
	},
	{ name: "registerUnit twice", state: unit, command: register(), rules: ["ALREADY_REGISTERED"] },
	{
		name: "[responsibilities I2] registerUnit of a name that the region has",
		state: null,
		command: register(),
		context: context({ namesakes: [{ ...parent, name: "澄川市生态环境局" }] }),
		rules: ["UNIT_NAME_TAKEN"],
	},
	{
		name: "registerUnit below a parent",
		state: null,
		command: register({ parentId: id(2) }),
		context: context({ parent }),
		rules: [],
	},
	{
		name: "registerUnit below nothing",
		state: null,
		command: register({ parentId: id(2) }),
		rules: ["UNKNOWN_UNIT"],
	},
	{
		name: "registerUnit below a unit that is not active",
		state: null,
		command: register({ parentId: id(2) }),
		context: context({ parent: { ...parent, active: false } }),
		rules: ["UNIT_INACTIVE"],
	},
	{
		name: "registerUnit below a unit of a region below",
		state: null,
		command: register({ parentId: id(2) }),
		context: context({ parent: { ...parent, region: COUNTY } }),
		rules: ["PARENT_BELOW"],
	},
	{
		name: "registerUnit below a unit of the province",
		state: null,
		command: register({ parentId: id(2) }),
		context: context({ parent: { ...parent, region: PROVINCE } }),
		rules: [],
	},
	{
		name: "[responsibilities I1] registerUnit below itself",
		state: null,
		command: register({ parentId: id(1) }),
		rules: ["UNIT_CYCLE"],
	},
	{
		name: "[responsibilities I1] amendUnit to a parent below it",
		state: unit,
		command: amend({ parentId: id(2) }),
		context: context({ parent, ancestorIds: [id(3), id(1)] }),
		rules: ["UNIT_CYCLE"],
	},
	{ name: "amendUnit of the name", state: unit, command: amend({ name: "澄川市生态局" }), rules: [] },
	{
		name: "amendUnit by another city: not allowed",
		state: unit,
		command: amend({ name: "甲" }),
		context: context({}, office(OTHER)),
		rules: ["OUT_OF_REGION"],
	},
	{
		name: "amendUnit into another city: not allowed",
		state: unit,
		command: amend({ region: OTHER }),
		rules: ["OUT_OF_REGION"],
	},
	{
		name: "amendUnit to the same",
		state: unit,
		command: amend({ name: unit.name, aliases: [...unit.aliases] }),
		rules: ["NO_CHANGE"],
	},
	{ name: "amendUnit of nothing", state: null, command: amend({ name: "甲" }), rules: ["UNKNOWN_UNIT"] },
	{
		name: "amendUnit of a name that the region has",
		state: unit,
		command: amend({ name: "甲" }),
		context: context({ namesakes: [parent] }),
		rules: ["UNIT_NAME_TAKEN"],
	},
	{
		name: "amendUnit of the aliases beside a namesake",
		state: unit,
		command: amend({ aliases: [] }),
		context: context({ namesakes: [parent] }),
		rules: [],
	},
	{
		name: "[responsibilities I3] out of service without a reason",
		state: unit,
		command: amend({ active: false }),
		rules: ["REASON_MISSING"],
	},
	{
		name: "[responsibilities I3] out of service with open assignments and nobody to take them",
		state: unit,
		command: amend({ active: false }, "机构改革"),
		context: context({ openAssignments: 3 }),
		rules: ["SUCCESSOR_MISSING"],
	},
	{
		name: "[responsibilities I3] out of service with a successor that is not active",
		state: unit,
		command: amend({ active: false }, "机构改革"),
		context: context({ openAssignments: 3, successor: { ...parent, active: false } }),
		rules: ["SUCCESSOR_MISSING"],
	},
	{
		name: "[responsibilities I3] out of service with active units below",
		state: unit,
		command: amend({ active: false }, "机构改革"),
		context: context({ activeChildren: 2 }),
		rules: ["ACTIVE_CHILDREN"],
	},
	{
		name: "out of service with a successor",
		state: unit,
		command: amend({ active: false }, "机构改革"),
		context: context({ openAssignments: 3, successor: parent }),
		rules: [],
	},
	{
		name: "back into service below a parent that is not active",
		state: { ...unit, active: false, parentId: id(2) },
		command: amend({ active: true }),
		context: context({ parent: { ...parent, active: false } }),
		rules: ["UNIT_INACTIVE"],
	},
];

test.each(cases)("$name → $rules", ({ state, command, context: given, rules }) => {
	const decision = decideUnit(state, command, given ?? context());
	expect(decision.ok ? [] : decision.refusals.map(({ rule }) => rule)).toEqual(rules);
});

test("[responsibilities I4] each event adds one to the version, and replay gives the steps' state", () => {
	const commands = [
		register(),
		amend({ name: "甲局" }),
		amend({ active: false }, "机构改革"),
		amend({ active: true }),
	];
	const events: UnitEvent[] = [];
	let state: Unit | null = null;
	for (const command of commands) {
		const decision = decideUnit(state, command, context({ openAssignments: 2, successor: parent }));
		if (!decision.ok) throw new Error("refused");
		for (const event of decision.events) {
			state = evolveUnit(state, event);
			events.push(event);
		}
	}
	expect(state).toEqual({ ...unit, name: "甲局", version: 4 });
	expect(replayUnit(events)).toEqual(state);
	expect(events.map((event) => UnitEvent.parse(JSON.parse(JSON.stringify(event))))).toStrictEqual(events);
	expect(events[2]).toMatchObject({ successorId: id(2), reason: "机构改革" });
	expect(() => replayUnit(events.slice(1))).toThrow("registration");
});
