import type { Actor, ScreeningId } from "@zhenggai/domain/kernel";
import type { ScreeningDetail } from "@zhenggai/domain/screening";
import type { ServiceContext } from "../kit/context.ts";
import { screeningDetail, screeningFor } from "./detail.ts";

/** Everything that the actor may see of a sweep. Throws NOT_FOUND for one that has nothing to do with its region. */
export const getScreening =
	(context: ServiceContext) =>
	async (actor: Actor, id: ScreeningId): Promise<ScreeningDetail> =>
		screeningDetail(context, actor, await screeningFor(context, actor, id));
