import { placeResource } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";
import type { SweepResult } from "@zhenggai/domain/supervision";
import { authorise, ownPrefix } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { sweepDay } from "./sweep-day.ts";

/** How long one call sweeps at most: whoever waits for a longer answer loses the connection (`D`). */
const MOST_MS = 30_000;

/**
 * Sweeps what of the actor's region is missing through today, as the night would have, for half a minute at most; `complete`
 * says whether that was enough, and the next call goes on. Once more changes nothing: each day is swept once.
 */
export const runSweep =
	(context: ServiceContext) =>
	async (actor: Actor, signal?: AbortSignal): Promise<SweepResult> => {
		authorise(actor, "runSweep", placeResource("region" in actor ? actor.region : null));
		const { today } = momentOf(context);
		const enough = AbortSignal.timeout(MOST_MS);
		const until = signal === undefined ? enough : AbortSignal.any([signal, enough]);
		return { day: today, ...(await sweepDay(context)(today, { prefix: ownPrefix(actor), signal: until })) };
	};
