import { type Actor, type Outcome, type Refusal, UnitId } from "@zhenggai/domain/kernel";
import {
	type NewUnit,
	type NewUnitOfList,
	type Unit,
	Unit as UnitSchema,
} from "@zhenggai/domain/responsibilities";
import { type Tx, withTransaction } from "@zhenggai/storage";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { stampOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { done, type Refused, refused } from "../kit/outcome.ts";
import { commandUnit } from "./command-unit.ts";

/** More would tell a clerk nothing new. */
const MOST_REFUSALS = 20;

/** Undoes what stood before the first refused unit of the list. */
class ListRefused extends Error {
	readonly outcome: Refused;

	constructor(outcome: Refused) {
		super("The list of units was refused");
		this.name = "ListRefused";
		this.outcome = outcome;
	}
}

const ofRow = (refusal: Refusal, index: number): Refusal => ({
	...refusal,
	field: `units.${index}${refusal.field === null ? "" : `.${refusal.field}`}`,
});

async function writeAll(
	tx: Tx,
	context: ServiceContext,
	actor: Actor,
	list: readonly NewUnitOfList[],
): Promise<Outcome<Unit[]>> {
	const made: (Unit | null)[] = [];
	const refusals: Refusal[] = [];
	for (const [index, { parentIndex, ...row }] of list.entries()) {
		if (parentIndex !== null && parentIndex >= index) throw new ServiceError("BAD_INPUT");
		const parent = parentIndex === null ? undefined : made[parentIndex];
		// What stands below a refused unit is not judged: it would be refused for the same fault again.
		if (parent === null) made.push(null);
		else {
			const unit: NewUnit = parent === undefined ? row : { ...row, parentId: parent.id };
			const unitId = UnitId.parse(context.newId());
			const command = { type: "registerUnit", unitId, unit } as const;
			const outcome = await commandUnit(tx, context, {
				actor,
				unitId,
				command,
				envelope: { expectedVersion: 0 },
			});
			made.push(outcome.ok ? outcome.value : null);
			if (!outcome.ok) refusals.push(...outcome.refusals.map((refusal) => ofRow(refusal, index)));
		}
	}
	if (refusals.length > 0) throw new ListRefused(refused(refusals.slice(0, MOST_REFUSALS)));
	return done(made.filter((unit) => unit !== null));
}

/** Puts the units of a list into the tree, all of them or none. A refusal's field begins with `units.<index>`. */
export const registerUnits =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		units: readonly NewUnitOfList[],
		idempotencyKey?: string,
	): Promise<Outcome<Unit[]>> => {
		const request = {
			...{ stamp: stampOf(actor), key: idempotencyKey, verb: "registerUnits", input: units },
			at: context.now(),
		};
		try {
			const { result } = await withTransaction(context.database, (tx) =>
				once<Outcome<Unit[]>>(tx, request, {
					run: () => writeAll(tx, context, actor, units),
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(z.array(UnitSchema).parse(stored)),
				}),
			);
			return result;
		} catch (thrown) {
			if (thrown instanceof ListRefused) return thrown.outcome;
			throw thrown;
		}
	};
