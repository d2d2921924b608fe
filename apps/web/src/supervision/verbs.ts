import type { CommandVerb } from "../types.ts";

/**
 * Verbs of supervision that have a form. The table is on the first page; the forms come when one is opened. Lights are
 * recorded by the ledger itself and have none.
 */
export const supervisionForms = {
	contestLight: true,
	decideContest: true,
	recordExposure: true,
	settleExposure: true,
} as const satisfies Partial<Record<CommandVerb, true>>;
