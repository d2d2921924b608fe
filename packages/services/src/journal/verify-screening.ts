import type { Actor, ScreeningId } from "@zhenggai/domain/kernel";
import type { ServiceContext } from "../kit/context.ts";
import { screeningFor } from "../screening/index.ts";
import { type ChainCheck, verifyStream } from "./verify-stream.ts";

/** Checks the hash chain of a sweep for similar problems from its first entry to its state. */
export const verifyScreening =
	(context: ServiceContext) =>
	async (actor: Actor, screeningId: ScreeningId): Promise<ChainCheck> =>
		verifyStream(context, await screeningFor(context, actor, screeningId));
