import { z } from "zod";

/** A sentence for people in both languages of the interface; Chinese comes first everywhere. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

/** Makes a {@link Bilingual}. */
export const say = (zh: string, en: string): Bilingual => ({ zh, en });

export const Language = z.enum(["zh-CN", "en"]);
export type Language = z.infer<typeof Language>;

/** The sentence of `text` in `language`. */
export const inLanguage = (text: Bilingual, language: Language): string =>
	language === "en" ? text.en : text.zh;
