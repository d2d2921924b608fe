import type { Bilingual, Language } from "@zhenggai/domain/kernel";

/** A sentence of this front in both languages. The kernel's own `say` would bring the schema library with it. */
export const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** The sentence in one language. */
export const speak = (text: Bilingual, language: Language): string => (language === "en" ? text.en : text.zh);
