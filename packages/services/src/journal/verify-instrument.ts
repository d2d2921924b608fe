import type { Actor, InstrumentId } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import { instrumentFor } from "../supervision/index.ts";
import { type ChainCheck, verifyStream } from "./verify-stream.ts";

/** Checks the hash chain of a supervision instrument from its first entry to its state. */
export const verifyInstrument =
	(context: ServiceContext) =>
	async (actor: Actor, instrumentId: InstrumentId): Promise<ChainCheck> =>
		verifyStream(context, await instrumentFor(readerOf(context.database), actor, instrumentId));
