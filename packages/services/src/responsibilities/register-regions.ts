import type { Actor, Outcome, Region } from "@zhenggai/domain/kernel";
import { refuseRegions } from "@zhenggai/domain/responsibilities";
import { appendEvents, type Tx, withTransaction } from "@zhenggai/storage";
import { issuesOver } from "@zhenggai/storage/in-tray";
import { refreshNames } from "@zhenggai/storage/issues";
import { listRegions, saveRegions } from "@zhenggai/storage/responsibilities";
import { z } from "zod";
import { refreshInTray } from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { done, refused } from "../kit/outcome.ts";

const Regions = z.array(z.object({ code: z.string(), name: z.string().trim().min(1).max(60) })).max(5000);

async function write(
	tx: Tx,
	context: ServiceContext,
	actor: Actor,
	regions: readonly Region[],
): Promise<void> {
	const { now, today } = momentOf(context);
	const renamed = await saveRegions(tx, regions);
	if (renamed.length === 0) return;
	const changed = regions.filter(({ code }) => renamed.includes(Number(code)));
	// Every call is a stream of its own: a list of names has no state that later calls build on.
	await appendEvents(tx, {
		streamKind: "region",
		streamId: context.newId(),
		expectedVersion: 0,
		events: drafts([{ type: "regionsRegistered", ...{ at: now, regions: changed } }]),
		actor: stampOf(actor),
		at: now,
		region: changed[0]?.code ?? null,
		cause: { verb: "registerRegions", importId: null, idempotencyKey: null, justification: null },
		ids: eventIds(context),
	});
	for (const code of renamed) await refreshNames(tx, { kind: "region", code }, today);
	// Items are expected in the new places now, and trays name the old ones by their new names (PLAN-05).
	const over = await issuesOver(
		tx,
		changed.map(({ code }) => code),
	);
	await refreshInTray(tx, over, today);
}

/**
 * Adds places or gives them another name, which reaches the lines of their issues at once. The first ones are named by
 * the operator of the machine, and the one above all others is where the ledger is from then on.
 */
export const registerRegions =
	(context: ServiceContext) =>
	async (actor: Actor, regions: readonly Region[]): Promise<Outcome<Region[]>> => {
		stampOf(actor);
		Regions.parse(regions);
		return withTransaction(context.database, async (tx) => {
			const noneYet = (await listRegions(tx, "")).length === 0;
			const refusals = refuseRegions(actor, regions, noneYet);
			if (refusals.length > 0) return refused(refusals.slice(0, 20));
			await write(tx, context, actor, regions);
			return done([...regions]);
		});
	};
