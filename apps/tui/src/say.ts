import type { Bilingual, Language } from "@zhenggai/domain/kernel";

/** A sentence of this front in both languages. The kernel's own `say` would bring the schema library with it. */
export const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** The sentence in one language. */
export const speak = (text: Bilingual, language: Language): string => (language === "en" ? text.en : text.zh);

/** What a field said, in one language: words of the ledger itself, or a text of both; a dash where it said nothing. */
export const told = (text: string | Bilingual | null, language: Language): string =>
	text === null ? "-" : typeof text === "string" ? text : speak(text, language);
