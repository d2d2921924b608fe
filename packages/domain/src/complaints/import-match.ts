import { similarity } from "../kernel/index.ts";
import { receiptKey } from "./receipt.ts";
import type { Complaint } from "./schema.ts";

/** What a row is found again by. */
export type MatchableComplaint = Pick<Complaint, "receiptNumber" | "batch" | "seq" | "summary">;

/** Summaries at least this much alike are two wordings of one complaint when batch and number agree (`D`). */
const ALIKE_WITH_SEQ = 0.5;
/** The same where the receipt numbers differ: one of them was misprinted (`D`). */
const ALIKE_DESPITE_RECEIPT = 0.9;
/** The same when nothing but the text speaks for it (`D`). */
const ALIKE = 0.8;
/** How much of a summary two wordings share from the start when nothing else tells where to look. */
const PROBE = 10;

const NOISE = /[\s\p{P}\p{S}]+/gu;
const probeOf = ({ summary }: MatchableComplaint): string | null =>
	summary === null ? null : `t ${summary.normalize("NFKC").replace(NOISE, "").slice(0, PROBE)}`;
const placeOf = ({ batch, seq }: MatchableComplaint): string | null =>
	seq === null ? null : `s ${batch} ${seq}`;
const keyOf = ({ receiptNumber }: MatchableComplaint): string | null =>
	receiptNumber === null ? null : `r ${receiptKey(receiptNumber)}`;

function indexBy(
	ledger: readonly MatchableComplaint[],
	key: (of: MatchableComplaint) => string | null,
): ReadonlyMap<string, number[]> {
	const index = new Map<string, number[]>();
	for (const [at, entry] of ledger.entries()) {
		const found = key(entry);
		if (found === null) continue;
		const held = index.get(found);
		if (held === undefined) index.set(found, [at]);
		else held.push(at);
	}
	return index;
}

/** How alike two summaries have to be for the rest to count; null where the rest speaks against it. */
function atLeast(row: MatchableComplaint, entry: MatchableComplaint, by: "seq" | "text"): number | null {
	const receipts = row.receiptNumber !== null && entry.receiptNumber !== null;
	if (receipts) return by === "seq" ? ALIKE_DESPITE_RECEIPT : null;
	if (by === "text" && row.batch !== null && entry.batch !== null && row.batch !== entry.batch) return null;
	return by === "seq" ? ALIKE_WITH_SEQ : ALIKE;
}

/**
 * Finds each row of a table among the complaints of the ledger, at most one for one: by receipt number, else by batch
 * and sequence number with alike summaries, else by alike summaries that begin the same. The answer has the place of
 * one ledger entry for each row, null where it is new. About linear in the rows of both sides.
 */
export function matchComplaints(
	rows: readonly MatchableComplaint[],
	ledger: readonly MatchableComplaint[],
): readonly (number | null)[] {
	const matches = rows.map((): number | null => null);
	const free = new Set(ledger.keys());
	const byReceipt = indexBy(ledger, keyOf);
	for (const [index, row] of rows.entries()) {
		const at = byReceipt.get(keyOf(row) ?? "")?.find((place) => free.has(place));
		if (at === undefined) continue;
		matches[index] = at;
		free.delete(at);
	}
	for (const [by, key] of [
		["seq", placeOf],
		["text", probeOf],
	] as const) {
		const places = indexBy(ledger, key);
		for (const [index, row] of rows.entries()) {
			if (matches[index] !== null) continue;
			const best = bestOf(row, ledger, places.get(key(row) ?? "") ?? [], free, by);
			if (best === null) continue;
			matches[index] = best;
			free.delete(best);
		}
	}
	return matches;
}

function bestOf(
	row: MatchableComplaint,
	ledger: readonly MatchableComplaint[],
	candidates: readonly number[],
	free: ReadonlySet<number>,
	by: "seq" | "text",
): number | null {
	let best: number | null = null;
	let bestScore = 0;
	for (const at of candidates) {
		const entry = ledger[at];
		if (entry === undefined || !free.has(at)) continue;
		const wanted = atLeast(row, entry, by);
		const score = similarity(row.summary ?? "", entry.summary ?? "");
		if (wanted === null || score < wanted || score <= bestScore) continue;
		[best, bestScore] = [at, score];
	}
	return best;
}
