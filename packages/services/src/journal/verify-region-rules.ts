import type { Actor, RegionCode } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { loadRegionBook } from "@zhenggai/storage/rules";
import type { ServiceContext } from "../kit/context.ts";
import { authoriseRules, regionRulesId } from "../rules/index.ts";
import { type ChainCheck, verifyStream } from "./verify-stream.ts";

/** Checks the hash chain of what a region said about its rules; whole and empty where it never said anything. */
export const verifyRegionRules =
	(context: ServiceContext) =>
	async (actor: Actor, region: RegionCode): Promise<ChainCheck> => {
		authoriseRules(actor, region);
		const rules = (await loadRegionBook(readerOf(context.database))).get(region);
		if (rules === undefined) return { whole: true, firstBroken: null, events: 0 };
		return verifyStream(context, { id: regionRulesId(region), version: rules.version });
	};
