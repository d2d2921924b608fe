import type { Actor, DrawId } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { drawFor } from "../close-out/index.ts";
import type { ServiceContext } from "../kit/context.ts";
import { type ChainCheck, verifyStream } from "./verify-stream.ts";

/** Checks the hash chain of a look-back draw from its first entry to its state; its frame is among the entries. */
export const verifyDraw =
	(context: ServiceContext) =>
	async (actor: Actor, drawId: DrawId): Promise<ChainCheck> =>
		verifyStream(context, await drawFor(readerOf(context.database), actor, drawId));
