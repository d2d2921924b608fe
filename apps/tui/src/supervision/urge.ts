/** What of an issue says how somebody is urged. */
type Urged = {
	readonly instruments: readonly { readonly id: string; readonly stage: string }[];
	readonly supervision: {
		readonly ladder: readonly { readonly kind: string; readonly refusals: readonly object[] }[];
	};
	readonly proposals: readonly { readonly kind: string }[];
};

/** How somebody is urged from an issue: by what is drafted already, or by drafting. */
export type Urging =
	| { readonly kind: "issue"; readonly instrumentId: string }
	| { readonly kind: "draft"; readonly verb: string };

/**
 * 催办: what waits to be issued goes first, then what the ladder proposes, then its lowest rung that may be taken. The
 * lowest one also where none may, so that its refusals are seen. Null where the issue has no ladder.
 */
export function urgingOf({ instruments, supervision, proposals }: Urged): Urging | null {
	const waiting = instruments.find(({ stage }) => stage === "toIssue");
	if (waiting !== undefined) return { kind: "issue", instrumentId: waiting.id };
	const free = supervision.ladder.filter(({ refusals }) => refusals.length === 0);
	const proposed = free.find(({ kind }) => proposals.some((one) => one.kind === kind));
	const rung = proposed ?? free[0] ?? supervision.ladder[0];
	return rung === undefined ? null : { kind: "draft", verb: `draft:${rung.kind}` };
}
