import { type InspectionId, type IssueId, wordingLikeness } from "../kernel/index.ts";
import { ALIKE_WITH_NUMBER, type Match, type Matchable, matchItems } from "./import-match.ts";
import type { ProposedIssue } from "./proposal.ts";
import { type Issue, issueWordings } from "./schema.ts";

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
		/** Found by its number alone, under a very different wording: it may be another finding. */
		readonly doubtful: boolean;
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
	texts: issueWordings(issue),
});

const matchableProposal = ({ number, rowNumber, seq, statement }: ProposedIssue): Matchable => ({
	numbers: [number ?? rowNumber, seq === null ? null : String(seq)].filter((n) => n !== null),
	texts: [statement.value],
});

/** Whether nothing but the number speaks for a match, and the wording is neither alike nor quoted. */
const isDoubtful = ({ by, score }: Match, { statement }: ProposedIssue, issue: LedgerItem): boolean =>
	by === "number" &&
	score < ALIKE_WITH_NUMBER &&
	issueWordings(issue).every((text) => wordingLikeness(statement.value, text) < ALIKE_WITH_NUMBER);

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
		matches: proposed.map((item, index) => {
			const { key } = item;
			const match = found[index];
			const issue = match?.at === null || match === undefined ? undefined : ledger[match.at];
			if (match === undefined || issue === undefined) {
				return { key, issueId: null, by: null, score: 0, doubtful: false };
			}
			const { by, score } = match;
			return { key, issueId: issue.id, by, score, doubtful: isDoubtful(match, item, issue) };
		}),
		vanished: ledger.flatMap(({ id }, at) => (taken.has(at) ? [] : [id])),
	};
}
