import type { Actor, InstrumentId } from "@zhenggai/domain/kernel";
import type { InstrumentDetail } from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import { instrumentDetail } from "./detail.ts";
import { instrumentFor } from "./scope.ts";

/** Everything about one instrument. Throws NOT_FOUND also for one that the actor may not see. */
export const getInstrument =
	(context: ServiceContext) =>
	async (actor: Actor, instrumentId: InstrumentId): Promise<InstrumentDetail> =>
		instrumentDetail(context, await instrumentFor(readerOf(context.database), actor, instrumentId), actor);
