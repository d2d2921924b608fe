import type { Bilingual } from "@zhenggai/domain/kernel";

/** Why the server cannot start. `text` says it to the operator, with the way out, in both languages. */
export class StartError extends Error {
	readonly text: Bilingual;

	constructor(text: Bilingual, cause?: unknown) {
		super(text.en, cause === undefined ? undefined : { cause });
		this.name = "StartError";
		this.text = text;
	}
}

/** The text for people of anything that a start can throw: ours and storage's errors carry one. */
export function startErrorText(error: unknown): Bilingual | null {
	if (!(error instanceof Error) || !("text" in error)) return null;
	const { text } = error;
	if (typeof text !== "object" || text === null || !("zh" in text) || !("en" in text)) return null;
	return typeof text.zh === "string" && typeof text.en === "string" ? { zh: text.zh, en: text.en } : null;
}
