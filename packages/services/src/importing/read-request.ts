import type { ReadingHint } from "@zhenggai/domain/issues";
import type { KeptSource } from "@zhenggai/storage/imports";

/** A document on its way to a reader, with what the clerk says about it. */
export type ReadRequest = { readonly source: KeptSource; readonly hint: ReadingHint };

/** The document as the reader takes it. */
export const inputOf = ({ source: { kind, name, bytes } }: ReadRequest) =>
	kind === "pasted" ? { pasted: new TextDecoder().decode(bytes) } : { name, bytes };
