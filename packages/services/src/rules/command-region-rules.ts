import type { Actor, CommandEnvelope, Outcome, RegionCode } from "@zhenggai/domain/kernel";
import {
	decideRegionRules,
	evolveRegionRules,
	lineageOf,
	type RegionRules,
	type RegionRulesCommand,
	type RegionRulesView,
} from "@zhenggai/domain/rules";
import { appendEvents, readerOf, type Tx } from "@zhenggai/storage";
import { loadRegionRules, saveRegionRules } from "@zhenggai/storage/rules";
import { z } from "zod";
import { stampOf } from "../kit/authorise.ts";
import { causeOf, commandOnce, outdated } from "../kit/command.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { conflicted, done, type Refused, refused } from "../kit/outcome.ts";
import { rulesChanged } from "../kit/rules-for.ts";
import { readView } from "./get-region-rules.ts";
import { authoriseRules, regionRulesId } from "./region-facts.ts";

type Request = {
	readonly actor: Actor;
	readonly region: RegionCode;
	readonly command: RegionRulesCommand;
	readonly envelope: CommandEnvelope;
};
type Answer = { readonly ok: true; readonly version: number } | Refused;

const Kept = z.object({ version: z.int() });

async function decideAndWrite(tx: Tx, context: ServiceContext, request: Request): Promise<Answer> {
	const { actor, region, command, envelope } = request;
	const { now } = momentOf(context);
	const stamp = stampOf(actor);
	// What the province says stands still while a city's word is weighed against it.
	const book = await loadRegionRules(tx, lineageOf(region), "share");
	const state = book.get(region) ?? null;
	const id = regionRulesId(region);
	const version = state?.version ?? 0;
	const behind = await outdated(tx, id, envelope, version);
	if (behind !== null) return behind;
	const decision = decideRegionRules(state, command, { actor, stamp, now, region, id, book });
	if (!decision.ok) return refused(decision.refusals);
	const next = decision.events.reduce<RegionRules | null>(evolveRegionRules, state);
	if (next === null) throw new Error(`${command.type} was accepted without an event`);
	const appended = await appendEvents(tx, {
		streamKind: "ruleSet",
		streamId: id,
		expectedVersion: version,
		events: drafts(decision.events),
		actor: stamp,
		at: now,
		region,
		cause: causeOf(command.type, envelope),
		ids: eventIds(context),
	});
	if (!appended.ok) return conflicted(appended.conflict);
	await saveRegionRules(tx, next);
	tx.afterCommit("region rules", () => rulesChanged(context.database));
	return { ok: true, version: next.version };
}

/**
 * Does what a command on a region's rules says, or answers why not. One transaction: event, hash chain, state. From its
 * commit on this node answers by the new rules, the others as soon as the journal's feed tells them.
 */
export const commandRegionRules =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		region: RegionCode,
		command: RegionRulesCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<RegionRulesView>> => {
		authoriseRules(actor, region);
		const request = { actor, region, command, envelope };
		const result = await commandOnce<Answer>(
			context,
			{ actor, verb: command.type, input: [region, command], envelope },
			{
				run: (tx) => decideAndWrite(tx, context, request),
				store: (answer) => Kept.parse(answer),
				restore: (stored) => ({ ok: true, ...Kept.parse(stored) }),
			},
		);
		if (!result.ok) return result;
		const { today } = momentOf(context);
		return done(await readView(readerOf(context.database), { actor, region, on: today }));
	};
