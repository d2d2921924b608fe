import type { Bilingual } from "@zhenggai/domain/kernel";
import { DatabaseError, EmbeddedDatabaseError } from "@zhenggai/storage";

/** Why the server cannot start. `text` says it to the operator, with the way out, in both languages. */
export class StartError extends Error {
	readonly text: Bilingual;

	constructor(text: Bilingual, cause?: unknown) {
		super(text.en, cause === undefined ? undefined : { cause });
		this.name = "StartError";
		this.text = text;
	}
}

/** The text for the operator of an error that a start foresees; null for a fault of the program. */
export const startErrorText = (error: unknown): Bilingual | null =>
	error instanceof StartError || error instanceof DatabaseError || error instanceof EmbeddedDatabaseError
		? error.text
		: null;
