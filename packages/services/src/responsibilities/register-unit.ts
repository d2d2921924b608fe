import { type Actor, type Outcome, UnitId } from "@zhenggai/domain/kernel";
import { type NewUnit, type Unit, Unit as UnitSchema } from "@zhenggai/domain/responsibilities";
import { withTransaction } from "@zhenggai/storage";
import { stampOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { done } from "../kit/outcome.ts";
import { commandUnit } from "./command-unit.ts";

/** Puts a unit into the tree. */
export const registerUnit =
	(context: ServiceContext) =>
	async (actor: Actor, unit: NewUnit, idempotencyKey?: string): Promise<Outcome<Unit>> => {
		const { result } = await withTransaction(context.database, (tx) =>
			once<Outcome<Unit>>(
				tx,
				{ stamp: stampOf(actor), key: idempotencyKey, verb: "registerUnit", input: unit, at: context.now() },
				{
					run: () => {
						const unitId = UnitId.parse(context.newId());
						const envelope = { expectedVersion: 0, idempotencyKey };
						return commandUnit(tx, context, {
							actor,
							unitId,
							command: { type: "registerUnit", unitId, unit },
							envelope,
						});
					},
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(UnitSchema.parse(stored)),
				},
			),
		);
		return result;
	};
