import type { CommandVerb } from "../types.ts";

/** Verbs of the plan that have a form. The table is on the first page; the forms come when one is opened. */
export const planForms = {} as const satisfies Partial<Record<CommandVerb, true>>;
