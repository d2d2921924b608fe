import type { HistoryEntry } from "@zhenggai/domain/journal";
import type { Actor } from "@zhenggai/domain/kernel";
import { describeRegionRules, RegionRulesEvent } from "@zhenggai/domain/rules";
import { readStream } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import type { RegionRulesHistoryQuery } from "../services.ts";
import { authoriseRules, regionRulesId, ruleSetNamed } from "./region-facts.ts";

/** What a region said about its rules, the newest first, each entry in one sentence. */
export const listRegionRulesHistory =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		{ region, before, limit }: RegionRulesHistoryQuery,
	): Promise<{ items: HistoryEntry[]; more: boolean }> => {
		authoriseRules(actor, region);
		const stream = await readStream(context.database, regionRulesId(region));
		const earlier = before === undefined ? stream : stream.filter(({ version }) => version < before);
		const items = earlier
			.slice(-limit)
			.toReversed()
			.map((entry) => ({
				version: entry.version,
				type: entry.type,
				at: entry.at,
				actor: entry.actor,
				...describeRegionRules(RegionRulesEvent.parse(entry.payload), (id) => ruleSetNamed(id)?.name),
				hash: entry.hash,
			}));
		return { items, more: earlier.length > items.length };
	};
