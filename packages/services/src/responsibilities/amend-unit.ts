import type { Actor, CommandEnvelope, Outcome, UnitId } from "@zhenggai/domain/kernel";
import { type NewUnit, type Unit, Unit as UnitSchema } from "@zhenggai/domain/responsibilities";
import { withTransaction } from "@zhenggai/storage";
import { stampOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { done } from "../kit/outcome.ts";
import { commandUnit } from "./command-unit.ts";

/**
 * Corrects a unit or takes it out of service (the justification is then the reason). A new name reaches the line of
 * every issue that shows it at once.
 */
export const amendUnit =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		unitId: UnitId,
		changes: Partial<NewUnit & { active: boolean }>,
		envelope: CommandEnvelope,
	): Promise<Outcome<Unit>> => {
		const reason = envelope.justification ?? null;
		const command = { type: "amendUnit", changes, reason } as const;
		const { result } = await withTransaction(context.database, (tx) =>
			once<Outcome<Unit>>(
				tx,
				{
					stamp: stampOf(actor),
					key: envelope.idempotencyKey,
					verb: "amendUnit",
					input: [unitId, command],
					at: context.now(),
				},
				{
					run: () => commandUnit(tx, context, { actor, unitId, command, envelope }),
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(UnitSchema.parse(stored)),
				},
			),
		);
		return result;
	};
