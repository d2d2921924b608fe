import type { Actor, CommandEnvelope, ImportId, Outcome, UnitId } from "@zhenggai/domain/kernel";
import { decideUnit, evolveUnit, type Unit, type UnitCommand } from "@zhenggai/domain/responsibilities";
import { appendEvents, type Tx } from "@zhenggai/storage";
import { issuesNamingUnit } from "@zhenggai/storage/in-tray";
import { refreshNames } from "@zhenggai/storage/issues";
import { loadUnitSurroundings, loadUnits, saveUnits } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { refreshInTray } from "../issues/index.ts";
import { isOwn, stampOf } from "../kit/authorise.ts";
import { causeOf, outdated } from "../kit/command.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { conflicted, done, refused } from "../kit/outcome.ts";

export type UnitRequest = {
	readonly actor: Actor;
	readonly unitId: UnitId;
	readonly command: UnitCommand;
	readonly envelope: CommandEnvelope;
	/** Set while an import is applied. */
	readonly importId?: ImportId;
};

/** What the decision has to look at: the unit as it will be. */
function wantedFacts(unitId: UnitId, state: Unit | null, command: UnitCommand) {
	const given = command.type === "registerUnit" ? command.unit : command.changes;
	return {
		unitId,
		parentId: given.parentId !== undefined ? given.parentId : (state?.parentId ?? null),
		name: given.name ?? state?.name ?? "",
		region: given.region ?? state?.region,
		leaving: command.type === "amendUnit" && command.changes.active === false,
	};
}

/** Decides a command on a unit and writes what comes of it, within a transaction. */
export async function commandUnit(
	tx: Tx,
	context: ServiceContext,
	{ actor, unitId, command, envelope, importId }: UnitRequest,
): Promise<Outcome<Unit>> {
	const { now, today } = momentOf(context);
	const stamp = stampOf(actor);
	const state = (await loadUnits(tx, [unitId], "update")).get(unitId) ?? null;
	if (command.type === "amendUnit" && (state === null || !isOwn(actor, state.region))) {
		throw new ServiceError("NOT_FOUND");
	}
	const version = state?.version ?? 0;
	const behind = await outdated(tx, unitId, envelope, version);
	if (behind !== null) return behind;
	const { region, ...wanted } = wantedFacts(unitId, state, command);
	if (region === undefined) throw new ServiceError("BAD_INPUT");
	const surroundings = await loadUnitSurroundings(tx, { ...wanted, region });
	const decision = decideUnit(state, command, {
		actor,
		stamp,
		now,
		importing: importId !== undefined,
		surroundings,
	});
	if (!decision.ok) return refused(decision.refusals);
	const next = decision.events.reduce<Unit | null>(evolveUnit, state);
	if (next === null) throw new Error("A unit was accepted without an event");
	const appended = await appendEvents(tx, {
		streamKind: "unit",
		streamId: unitId,
		expectedVersion: version,
		events: drafts(decision.events),
		actor: stamp,
		at: now,
		region: next.region,
		cause: causeOf(command.type, envelope, importId ?? null),
		ids: eventIds(context),
	});
	if (!appended.ok) return conflicted(appended.conflict);
	await saveUnits(tx, [next]);
	if (state !== null && state.name !== next.name) await refreshNames(tx, { kind: "unit", id: unitId }, today);
	// Items are expected where their units sit (PLAN-05).
	if (state !== null && state.region !== next.region) {
		await refreshInTray(tx, await issuesNamingUnit(tx, unitId), today);
	}
	return done(next);
}
