import { type Actor, type Outcome, PersonId } from "@zhenggai/domain/kernel";
import { type NewPerson, type Person, Person as PersonSchema } from "@zhenggai/domain/responsibilities";
import { type Tx, withTransaction } from "@zhenggai/storage";
import { stampOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { done } from "../kit/outcome.ts";
import { enterPeople } from "./enter-people.ts";

/** Puts a person on record. */
export const registerPerson =
	(context: ServiceContext) =>
	async (actor: Actor, person: NewPerson, idempotencyKey?: string): Promise<Outcome<Person>> => {
		const enter = async (tx: Tx): Promise<Outcome<Person>> => {
			const people = [{ id: PersonId.parse(context.newId()), person }];
			const outcome = await enterPeople(tx, context, { actor, people, idempotencyKey });
			if (!outcome.ok) return outcome;
			const [entered] = outcome.value;
			if (entered === undefined) throw new Error("A person was accepted and not entered");
			return done(entered);
		};
		const { result } = await withTransaction(context.database, (tx) =>
			once<Outcome<Person>>(
				tx,
				{
					stamp: stampOf(actor),
					key: idempotencyKey,
					verb: "registerPerson",
					input: person,
					at: context.now(),
				},
				{
					run: () => enter(tx),
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(PersonSchema.parse(stored)),
				},
			),
		);
		return result;
	};
