import type { CommandVerb } from "../types.ts";

/** Verbs of acceptance and close-out that have a form. The table is on the first page; the forms come when one is opened. */
export const closeOutForms = {} as const satisfies Partial<Record<CommandVerb, true>>;
