import type { Bilingual } from "./text.ts";

// Apart from the schemas, so that fronts can take labels without loading the schema library.

/** Makes a {@link Bilingual}. */
export const say = (zh: string, en: string): Bilingual => ({ zh, en });
