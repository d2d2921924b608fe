import type { Bilingual } from "../kernel/index.ts";

// Not the kernel's own: fronts take labels without loading the schema library that comes with it.

/** Makes a pair of sentences. */
export const say = (zh: string, en: string): Bilingual => ({ zh, en });
