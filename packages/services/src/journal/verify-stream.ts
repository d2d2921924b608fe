import { createHash } from "node:crypto";
import { firstBrokenVersion } from "@zhenggai/domain/journal";
import { readStream } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";

/** Whether a chain of hashes is whole, and from where it is not. */
export type ChainCheck = { whole: boolean; firstBroken: number | null; events: number };

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Checks a hash chain from its first entry to the state that the ledger shows: broken also where the journal ends
 * before that state's version.
 */
export async function verifyStream(
	context: ServiceContext,
	{ id, version }: { readonly id: string; readonly version: number },
): Promise<ChainCheck> {
	const stream = await readStream(context.database, id);
	// A command that came in between is journalled already, its state not seen yet: more entries are no fault.
	const cut = stream.length < version ? stream.length + 1 : null;
	const firstBroken = firstBrokenVersion(stream, sha256) ?? cut;
	return { whole: firstBroken === null, firstBroken, events: stream.length };
}
