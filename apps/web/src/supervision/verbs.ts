import type { CommandVerb } from "../types.ts";

/** Verbs of supervision that have a form. The table is on the first page; the forms come when one is opened. */
export const supervisionForms = {} as const satisfies Partial<Record<CommandVerb, true>>;
