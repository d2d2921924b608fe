import type { Issue } from "../issues/index.ts";
import { type IssueId, type RegionCode, type Tier, wordingLikeness } from "../kernel/index.ts";
import type { NoticeImportContext } from "./import.ts";
import { comparableNumber } from "./numbers.ts";
import type { ProposedNotice } from "./proposal.ts";

/** An issue of the ledger as a notice looks for it. */
export type MatchableIssue = Pick<
	Issue,
	"id" | "tier" | "region" | "numberByTier" | "mandates" | "statement" | "sourceTexts"
>;

/** An issue that a notice may be about, and what speaks for it. */
export type RankedIssue = {
	readonly issueId: IssueId;
	/** The number fits, or only the wording does. */
	readonly by: "number" | "text";
	/** How alike the wordings are, from 0 to 1. */
	readonly score: number;
};

/** Which issue a notice is about; null where nothing tells. */
export type NoticeMatch = {
	readonly issueId: IssueId | null;
	readonly by: "number" | "text" | null;
	readonly score: number;
	/** Something speaks against it: whoever attaches the notice looks first. */
	readonly doubtful: boolean;
	/** The likeliest issues, the matched one first. */
	readonly candidates: readonly RankedIssue[];
};

/** Wordings at least this much alike are two wordings of one finding when the numbers agree (`D`). */
const ALIKE_WITH_NUMBER = 0.5;
/** The same when nothing but the wording speaks for it (`D`). */
const ALIKE = 0.6;
/** Below this a wording alone leaves a doubt (`D`). */
const SURE = 0.8;
/** Worth showing to somebody who chooses (`D`). */
const WORTH_A_LOOK = 0.25;
/** What an agreeing number counts for beside the wording (`D`). */
const NUMBER_BONUS = 0.25;
/** Of two issues that fit alike the one on the list of the printed number is meant, and of its region (`D`). */
const OWN_LIST = 0.1;
const OWN_REGION = 0.05;
/** Two issues that are nearer than this fit as well as each other (`D`). */
const TIE = 0.03;
const SHOWN = 5;

type Ranked = RankedIssue & { readonly weight: number };

/** The numbers under which an issue stands on the list of a tier. */
function numbersOn(issue: MatchableIssue, { inspectionId, tier }: NoticeImportContext): Set<string> {
	const own = issue.numberByTier[tier];
	const mandated =
		issue.tier === tier
			? issue.mandates
					.filter((mandate) => mandate.inspectionId === inspectionId)
					.flatMap(({ number, seq }) => (seq === null ? [number] : [number, String(seq)]))
			: [];
	return new Set([...(own === null ? [] : [own]), ...mandated].map(comparableNumber));
}

/** The numbers of a notice, the surer ones first: `12-02` may be a number of its own, or the second measure of 12. */
function numbersOf({ number, seq }: ProposedNotice): string[] {
	const printed = number === null ? [] : [comparableNumber(number)];
	const main = printed.flatMap((one) => (one.includes("|") ? (one.split("|")[0] ?? []) : []));
	const all = [...printed, ...(seq === null ? [] : [String(seq)]), ...main];
	return [...new Set(all)].filter((one) => one !== "");
}

export const bestWording = (
	statement: string | null,
	issue: MatchableIssue,
): { text: string; score: number } => {
	let best = { text: issue.statement, score: 0 };
	if (statement === null) return best;
	for (const text of [issue.statement, ...issue.sourceTexts.map((later) => later.text)]) {
		const score = wordingLikeness(statement, text);
		if (score > best.score) best = { text, score };
	}
	return best;
};

const near = (region: RegionCode, tier: Tier, issue: MatchableIssue): number =>
	(issue.tier === tier ? OWN_LIST : 0) + (issue.region === region ? OWN_REGION : 0);

function rank(
	notice: ProposedNotice,
	issues: readonly MatchableIssue[],
	context: NoticeImportContext,
): Ranked[] {
	const numbered = issues.map((issue) => numbersOn(issue, context));
	const number = numbersOf(notice).find((one) => numbered.some((held) => held.has(one)));
	const statement = notice.statement?.value ?? null;
	return issues
		.map((issue, at): Ranked => {
			const byNumber = number !== undefined && (numbered[at]?.has(number) ?? false);
			const { score } = bestWording(statement, issue);
			const weight = score + (byNumber ? NUMBER_BONUS : 0) + near(context.region, context.tier, issue);
			return { issueId: issue.id, by: byNumber ? "number" : "text", score, weight };
		})
		.filter(({ by, score }) => by === "number" || score >= WORTH_A_LOOK)
		.toSorted((a, b) => b.weight - a.weight || (a.issueId < b.issueId ? -1 : 1));
}

const wanted = (by: "number" | "text"): number => (by === "number" ? ALIKE_WITH_NUMBER : ALIKE);

function matchOne(ranked: readonly Ranked[]): Omit<NoticeMatch, "candidates"> {
	const alike = ranked.find(({ by, score }) => score >= wanted(by));
	const best = alike ?? ranked.find(({ by }) => by === "number");
	if (best === undefined) return { issueId: null, by: null, score: 0, doubtful: false };
	const { issueId, by, score, weight } = best;
	const tied = ranked.some(
		(other) => other !== best && other.by === by && Math.abs(other.weight - weight) < TIE,
	);
	const otherNumber = by === "text" && ranked.some((other) => other.by === "number");
	const unsure = by === "text" ? score < SURE : score < ALIKE_WITH_NUMBER;
	return { issueId, by, score, doubtful: tied || otherNumber || unsure };
}

/**
 * Finds the issue that each notice is about among those of an inspection: by its number on the list of the tier where
 * the wordings agree, by the wording alone, or by the number alone. Each notice is looked at by itself, so that two
 * notices about measures of one issue both find it, whatever their order. A match is doubtful where the number fits but
 * the wording is another or missing, where only the wording speaks and not loudly, where the printed number belongs to
 * another issue, and where two issues fit as well. Linear in the issues for each notice.
 */
export function matchNotices(
	notices: readonly ProposedNotice[],
	issues: readonly MatchableIssue[],
	context: NoticeImportContext,
): NoticeMatch[] {
	return notices.map((notice) => {
		const ranked = rank(notice, issues, context);
		const match = matchOne(ranked);
		const others = ranked.filter(({ issueId }) => issueId !== match.issueId);
		const first = ranked.filter(({ issueId }) => issueId === match.issueId);
		const candidates = [...first, ...others]
			.slice(0, SHOWN)
			.map(({ issueId, by, score }) => ({ issueId, by, score }));
		return { ...match, candidates };
	});
}
