/** A measure while it is edited: which of those that were read it was, if any. */
export type MeasureDraft = { readonly from: number | null; readonly number: string; readonly text: string };

/** A measure as documents have it. */
export type Numbered = { readonly number: string | null; readonly text: string };

/** Measures as they are edited. */
export const measureDrafts = (measures: readonly Numbered[]): MeasureDraft[] =>
	measures.map(({ number, text }, from) => ({ from, number: number ?? "", text }));
