import { placeResource } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";
import type { SweepResult } from "@zhenggai/domain/supervision";
import { authorise, ownPrefix } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { sweepDay } from "./sweep-day.ts";

/**
 * Sweeps what of the actor's region is missing through today, as the night would have. Once more changes nothing: each
 * day is swept once.
 */
export const runSweep =
	(context: ServiceContext) =>
	async (actor: Actor, signal?: AbortSignal): Promise<SweepResult> => {
		authorise(actor, "runSweep", placeResource("region" in actor ? actor.region : null));
		const { today } = momentOf(context);
		const options = { prefix: ownPrefix(actor), ...(signal === undefined ? {} : { signal }) };
		return { day: today, ...(await sweepDay(context)(today, options)) };
	};
