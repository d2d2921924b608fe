import type { CommandVerb } from "../types.ts";

/** Verbs of progress that have a form. The table is on the first page; the forms come when one is opened. */
export const progressForms = {} as const satisfies Partial<Record<CommandVerb, true>>;
