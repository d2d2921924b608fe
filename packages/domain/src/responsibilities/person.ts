import { can, placeResource } from "../access/index.ts";
import {
	type Actor,
	type ActorStamp,
	accept,
	type Decision,
	differing,
	type Instant,
	type Refusal,
	type Role,
	refusal,
	reject,
	say,
} from "../kernel/index.ts";
import type { PersonCommand, PersonEvent } from "./commands.ts";
import type { NewPerson, Person, Unit } from "./schema.ts";

type UnitPlace = Pick<Unit, "id" | "name" | "region" | "active">;

export type PersonContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	readonly importing?: boolean;
	readonly surroundings: {
		/** The unit that the person belongs to now, null where none. */
		readonly currentUnit: UnitPlace | null;
		/** The unit that the command names, null where it names none or none is there. */
		readonly unit: UnitPlace | null;
	};
};

const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
const KEYS = ["name", "unitId", "title", "phone"] as const satisfies readonly (keyof NewPerson)[];

const allowed = (
	action: PersonCommand["type"],
	unit: UnitPlace | null,
	context: PersonContext,
): Refusal | null =>
	can(context.actor, action, {
		...placeResource(unit?.region ?? null),
		importing: context.importing ?? false,
	});

function unitGuard(unitId: NewPerson["unitId"], context: PersonContext): Refusal[] {
	if (unitId === null) return [];
	const { unit } = context.surroundings;
	if (unit === null || unit.id !== unitId) {
		return [
			refusal(
				"UNKNOWN_UNIT",
				say("没有这个单位", "No such unit"),
				say("先登记单位，或不填", "Register it first, or leave it empty"),
				{ field: "unitId", who: OFFICES },
			),
		];
	}
	if (unit.active) return [];
	return [
		refusal(
			"UNIT_INACTIVE",
			say(`单位“${unit.name}”已停用`, `The unit “${unit.name}” is not active`),
			say("选择在用的单位", "Choose an active unit"),
			{ field: "unitId", who: OFFICES },
		),
	];
}

function decideAmendPerson(
	state: Person,
	command: Extract<PersonCommand, { type: "amendPerson" }>,
	context: PersonContext,
): Decision<PersonEvent> {
	const { currentUnit, unit } = context.surroundings;
	const denied = allowed(command.type, currentUnit, context);
	if (denied !== null) return reject(denied);
	const changes = differing<NewPerson>(state, command.changes, KEYS);
	if (changes === null) {
		return reject(
			refusal(
				"NO_CHANGE",
				say("内容与现有记录相同，没有变更", "Nothing differs from what is recorded"),
				say("修改至少一项后再提交", "Change at least one thing"),
				{ field: "changes", who: OFFICES },
			),
		);
	}
	const moving = changes.to.unitId !== undefined;
	const movedAway = moving ? allowed(command.type, unit, context) : null;
	const refusals = [
		...(movedAway === null ? [] : [movedAway]),
		...(moving ? unitGuard(changes.to.unitId ?? null, context) : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<PersonEvent>({ type: "personAmended", at: context.now, changes, reason: command.reason });
}

/** What a command would make happen to a person's record. Pure and total. */
export function decidePerson(
	state: Person | null,
	command: PersonCommand,
	context: PersonContext,
): Decision<PersonEvent> {
	if (command.type === "amendPerson") {
		if (state !== null) return decideAmendPerson(state, command, context);
		return reject(
			refusal(
				"UNKNOWN_PERSON",
				say("没有这个人员", "No such person"),
				say("先登记人员", "Register them first"),
				{ who: OFFICES },
			),
		);
	}
	const { personId, person } = command;
	const denied = allowed(command.type, context.surroundings.unit, context);
	if (denied !== null) return reject(denied);
	if (state !== null) {
		return reject(
			refusal(
				"ALREADY_REGISTERED",
				say("该人员已登记", "This person is registered already"),
				say("打开已有人员进行更正", "Amend the record that is there"),
				{ field: "personId", who: OFFICES },
			),
		);
	}
	const refusals = unitGuard(person.unitId, context);
	if (refusals.length > 0) return reject(...refusals);
	return accept<PersonEvent>({ type: "personRegistered", at: context.now, personId, person });
}

/** The state after an event; every event adds one to the version. */
export function evolvePerson(state: Person | null, event: PersonEvent): Person {
	if (event.type === "personRegistered") return { id: event.personId, ...event.person, version: 1 };
	if (state === null) throw new Error("a person's history must begin with the registration");
	return { ...state, ...event.changes.to, version: state.version + 1 };
}

/** The state after all events of a stream, or null for an empty one. */
export const replayPerson = (events: readonly PersonEvent[]): Person | null =>
	events.reduce<Person | null>(evolvePerson, null);
