import type { DrawDetail } from "@zhenggai/domain/close-out";
import type { Actor, DrawId } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import { drawDetail, drawFor } from "./draw-detail.ts";

/** Everything about one draw. Throws NOT_FOUND also for one outside of the actor's region. */
export const getDraw =
	(context: ServiceContext) =>
	async (actor: Actor, id: DrawId): Promise<DrawDetail> =>
		drawDetail(context, await drawFor(readerOf(context.database), actor, id), actor);
