import type { Failure } from "@zhenggai/client";
import type { ComplaintFilter, ComplaintRow, ComplaintTotals } from "./wire.ts";

/** What is added up: an inspection, or one batch or region of it. */
export type TotalsScope = {
	readonly inspectionId: string;
	readonly batch: number | null;
	readonly region: string | null;
};

export type TotalsState = {
	readonly scope: TotalsScope | null;
	readonly totals: ComplaintTotals | null;
	/** The inspection's name, as the rows give it. */
	readonly name: string;
	readonly failure: Failure | null;
};

export type TotalsAction =
	| { type: "asked"; scope: TotalsScope; name: string }
	| { type: "loaded"; scope: TotalsScope; totals: ComplaintTotals }
	| { type: "failed"; scope: TotalsScope; failure: Failure };

export const EMPTY_TOTALS: TotalsState = { scope: null, totals: null, name: "", failure: null };

export const sameScope = (a: TotalsScope | null, b: TotalsScope | null): boolean =>
	a?.inspectionId === b?.inspectionId && a?.batch === b?.batch && a?.region === b?.region;

/** What the totals are of. Answers to another scope are dropped. */
export function reduceTotals(state: TotalsState, action: TotalsAction): TotalsState {
	switch (action.type) {
		case "asked":
			return sameScope(state.scope, action.scope)
				? { ...state, name: action.name }
				: { scope: action.scope, totals: null, name: action.name, failure: null };
		case "loaded":
			return sameScope(state.scope, action.scope)
				? { ...state, totals: action.totals, failure: null }
				: state;
		case "failed":
			return sameScope(state.scope, action.scope) ? { ...state, failure: action.failure } : state;
	}
}

/**
 * What of the ledger the list in front of the reader belongs to: the inspection of its filter, else of the selected
 * row, else the one counted before; with the batch and the region of the filter. Null where nothing says.
 */
export function scopeOf(
	filter: ComplaintFilter,
	row: Pick<ComplaintRow, "inspectionId"> | null,
	before: TotalsScope | null,
): TotalsScope | null {
	const inspectionId = filter.inspectionId ?? row?.inspectionId ?? before?.inspectionId;
	if (inspectionId === undefined) return null;
	return { inspectionId, batch: filter.batch ?? null, region: filter.region ?? null };
}
