import type { Proposal, ReadingHint, SourceFormat } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { decodeFile, decodeTextual } from "./source/decode.ts";
import { DEFAULT_LIMITS, type Limits } from "./source/limits.ts";
import { emptySource, Refused, type SourceDocument } from "./source/model.ts";
import { understand } from "./understand.ts";
import { warning } from "./warnings.ts";

/** A document to read: a file by its bytes, or text that was pasted. */
export type DocumentInput = { name: string; bytes: Uint8Array } | { pasted: string };

export interface ReadOptions {
	limits?: Partial<Limits>;
	/** What the clerk says about the document. */
	hint?: ReadingHint;
}

async function sha256(bytes: Uint8Array): Promise<string> {
	const digest = await globalThis.crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Reads a published document (plan, complaint table, completion notice) into a proposal. It never throws for bad
 * input: what cannot be read comes back as kind `unknown` with a warning that says why. Nothing is guessed: a field
 * that the document does not state is null, and text that belongs to no field is listed in `unassigned`.
 */
export async function readDocument(input: DocumentInput, options: ReadOptions = {}): Promise<Proposal> {
	const limits = { ...DEFAULT_LIMITS, ...options.limits };
	const bytes = "pasted" in input ? new TextEncoder().encode(input.pasted) : input.bytes;
	const name = "pasted" in input ? "" : input.name;
	const hash = await sha256(bytes);
	const decoded = await decode(input, limits);
	return understand(decoded, { name, sha256: hash }, options.hint ?? {}, limits);
}

async function decode(input: DocumentInput, limits: Limits): Promise<SourceDocument> {
	try {
		if ("pasted" in input) {
			const source = decodeTextual("txt", input.pasted, limits);
			return { ...source, format: "pasted" };
		}
		return await decodeFile(input.name, input.bytes, limits);
	} catch (error) {
		if (error instanceof Refused) return emptySource(error.format, [error.warning]);
		return emptySource(formatOf(input), [unreadable()]);
	}
}

const unreadable = (): ReadingWarning => warning("unreadableFile", { words: "" });
const formatOf = (input: DocumentInput): SourceFormat => ("pasted" in input ? "pasted" : "unknown");
