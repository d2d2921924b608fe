import type { Actor, ImportId, Outcome, PersonId, Refusal } from "@zhenggai/domain/kernel";
import {
	decidePerson,
	evolvePerson,
	type NewPerson,
	type Person,
	type PersonEvent,
	type Unit,
} from "@zhenggai/domain/responsibilities";
import { appendBatches, type Tx } from "@zhenggai/storage";
import { loadUnits, savePeople } from "@zhenggai/storage/responsibilities";
import { stampOf } from "../kit/authorise.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { conflicted, done, refused } from "../kit/outcome.ts";

export type PeopleRequest = {
	readonly actor: Actor;
	readonly people: readonly { readonly id: PersonId; readonly person: NewPerson }[];
	readonly idempotencyKey?: string | undefined;
	/** Set while an import is applied. */
	readonly importId?: ImportId;
};

type Entered = {
	readonly person: Person;
	readonly unit: Unit | null;
	readonly events: readonly PersonEvent[];
};

/** Decides on new people and writes their records, all or none, within a transaction. */
export async function enterPeople(
	tx: Tx,
	context: ServiceContext,
	{ actor, people, idempotencyKey, importId }: PeopleRequest,
): Promise<Outcome<Person[]>> {
	const { now } = momentOf(context);
	const stamp = stampOf(actor);
	const unitIds = people.flatMap(({ person }) => (person.unitId === null ? [] : [person.unitId]));
	const units = await loadUnits(tx, [...new Set(unitIds)]);
	const entered: Entered[] = [];
	const refusals: Refusal[] = [];
	for (const { id, person } of people) {
		const unit = person.unitId === null ? null : (units.get(person.unitId) ?? null);
		const decision = decidePerson(
			null,
			{ type: "registerPerson", personId: id, person },
			{ actor, stamp, now, importing: importId !== undefined, surroundings: { currentUnit: null, unit } },
		);
		if (!decision.ok) {
			refusals.push(...decision.refusals);
			continue;
		}
		const next = decision.events.reduce<Person | null>(evolvePerson, null);
		if (next !== null) entered.push({ person: next, unit, events: decision.events });
	}
	if (refusals.length > 0) return refused(refusals);
	const cause = {
		verb: "registerPerson",
		importId: importId ?? null,
		idempotencyKey: idempotencyKey ?? null,
		justification: null,
	};
	const appended = await appendBatches(
		tx,
		entered.map(({ person, unit, events }) => ({
			streamKind: "person",
			streamId: person.id,
			expectedVersion: 0,
			events: drafts(events),
			actor: stamp,
			at: now,
			region: unit?.region ?? null,
			cause,
			ids: eventIds(context),
		})),
	);
	if (!appended.ok) {
		const [conflict] = appended.conflicts;
		return conflict === undefined ? refused([]) : conflicted(conflict);
	}
	await savePeople(
		tx,
		entered.map(({ person }) => person),
	);
	return done(entered.map(({ person }) => person));
}
