import { EventId, type Instant, type IsoDate, shanghaiDate } from "@zhenggai/domain/kernel";
import type { ServiceDependencies } from "../ports.ts";

/** What every use case is made with. */
export type ServiceContext = ServiceDependencies;

/** Ids of journal entries. */
export const eventIds = (context: Pick<ServiceContext, "newId">) => (): EventId =>
	EventId.parse(context.newId());

/** One moment for everything that a request does, and its day in Asia/Shanghai. */
export function momentOf(context: ServiceContext): { now: Instant; today: IsoDate } {
	const now = context.now();
	return { now, today: shanghaiDate(now) };
}
