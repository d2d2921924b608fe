import type { InspectionId, IssueId } from "../kernel/index.ts";
import { type Matchable, matchItems } from "./import-match.ts";
import type { ProposedIssue } from "./proposal.ts";
import type { Issue } from "./schema.ts";

/** An issue of the ledger as an import looks for it. */
export type LedgerItem = Pick<
	Issue,
	"id" | "tier" | "numberByTier" | "mandates" | "statement" | "sourceTexts"
>;

/** Which issue of the ledger each proposed one is, and which issues the document no longer names. */
export type ProposalMatches = {
	readonly matches: readonly {
		readonly key: string;
		readonly issueId: IssueId | null;
		readonly by: "number" | "text" | null;
		readonly score: number;
	}[];
	readonly vanished: readonly IssueId[];
};

const matchableIssue = (issue: LedgerItem, inspectionId: InspectionId): Matchable => ({
	numbers: [
		...[issue.numberByTier[issue.tier]].filter((number) => number !== null),
		...issue.mandates
			.filter((mandate) => mandate.inspectionId === inspectionId)
			.flatMap(({ number, seq }) => (seq === null ? [number] : [number, String(seq)])),
	],
	texts: [issue.statement, ...issue.sourceTexts.map(({ text }) => text)],
});

const matchableProposal = ({ number, rowNumber, seq, statement }: ProposedIssue): Matchable => ({
	numbers: [number ?? rowNumber, seq === null ? null : String(seq)].filter((n) => n !== null),
	texts: [statement.value],
});

/**
 * Finds the proposed issues among those of the ledger that stand on the same inspection's list, each at most once.
 * About n·log n for n issues on both sides.
 */
export function matchProposal(
	proposed: readonly ProposedIssue[],
	ledger: readonly LedgerItem[],
	inspectionId: InspectionId,
): ProposalMatches {
	const found = matchItems(
		proposed.map(matchableProposal),
		ledger.map((issue) => matchableIssue(issue, inspectionId)),
	);
	const taken = new Set(found.map(({ at }) => at));
	return {
		matches: proposed.map(({ key }, index) => {
			const match = found[index];
			const issue = match?.at === null || match === undefined ? undefined : ledger[match.at];
			return { key, issueId: issue?.id ?? null, by: match?.by ?? null, score: match?.score ?? 0 };
		}),
		vanished: ledger.flatMap(({ id }, at) => (taken.has(at) ? [] : [id])),
	};
}
