import type { Issue } from "../issues/index.ts";
import {
	type Calendar,
	noticeEnd as endOfTerm,
	type IsoDate,
	type Result,
	type Tier,
} from "../kernel/index.ts";
import { goalsMet } from "../progress/index.ts";
import { boundParams, type ResolvedRules } from "../rules/index.ts";
import type { CloseOutStep } from "./closing.ts";
import { closeOutOf, latestCheck, noticeStood, openSitesOf, standingFalseReport } from "./state.ts";

const paramsOf = boundParams([
	"tiers",
	"closeoutSequence",
	"signers",
	"noticeLength",
	"noticeUnit",
	"countFirstDay",
]);

/** From the lowest tier that accepts to the highest. The central list is accepted by the province that received it. */
const RANK: Readonly<Record<Tier, number>> = { county: 0, city: 1, province: 2, central: 2 };
const TIERS = ["county", "city", "province"] as const;

/** The highest list that an issue is known to stand on; the top one where no list says anything. */
function highestList({ tier, numberByTier }: Pick<Issue, "tier" | "numberByTier">): number {
	const { central, province, city, county } = numberByTier;
	if (central === null && province === null && city === null && county === null) return RANK.province;
	const listed = [
		tier,
		...((central ?? province) === null ? [] : (["province"] as const)),
		...(city === null ? [] : (["city"] as const)),
	];
	return Math.max(...listed.map((of) => RANK[of]));
}

/**
 * The tiers that accept an issue, one after the other (ACC-05): those of the rule set from the issue's own tier up to the
 * highest list that holds it. Never empty: where the rule set names none of them, the issue's own tier accepts.
 */
export function acceptanceTiers(
	issue: Pick<Issue, "tier" | "numberByTier">,
	rules: ResolvedRules,
): readonly Tier[] {
	const wanted = paramsOf(rules).strings("tiers");
	const [from, to] = [RANK[issue.tier], highestList(issue)];
	const tiers = TIERS.filter((tier) => wanted.includes(tier) && RANK[tier] >= from && RANK[tier] <= to);
	const own = TIERS[from] ?? "province";
	return tiers.length > 0 ? tiers : [own];
}

/** The next tier after one that has passed it, null after the last. */
export const tierAfter = (
	issue: Pick<Issue, "tier" | "numberByTier">,
	rules: ResolvedRules,
	tier: Tier,
): Tier | null => acceptanceTiers(issue, rules).find((next) => RANK[next] > RANK[tier]) ?? null;

/**
 * Whether a tier's acceptance is the place's own (自主验收): that of its own tier, as the first of several. The last word
 * is never one's own, and the first word of a tier above (as in Anhui, where the city begins) is not the county's own.
 */
export function isSelfAcceptance(
	issue: Pick<Issue, "tier" | "numberByTier">,
	rules: ResolvedRules,
	tier: Tier,
): boolean {
	const tiers = acceptanceTiers(issue, rules);
	return tiers.length > 1 && tiers[0] === tier && RANK[tier] === RANK[issue.tier];
}

/** Whether every tier has passed it in the attempt that runs. */
export function allTiersPassed(
	issue: Pick<Issue, "tier" | "numberByTier" | "closeOut">,
	rules: ResolvedRules,
): boolean {
	const { acceptances } = closeOutOf(issue);
	return acceptanceTiers(issue, rules).every(
		(tier) => acceptances.findLast((acceptance) => acceptance.tier === tier)?.verdict === "pass",
	);
}

/** Whether something has come up since every tier passed it that only a verdict of “not passed” answers. */
function isDisproved(issue: Pick<Issue, "closeOut" | "plan" | "progress" | "sites">): boolean {
	const { finding = "done" } = latestCheck(closeOutOf(issue)) ?? {};
	return (
		finding !== "done" ||
		openSitesOf(issue).length > 0 ||
		standingFalseReport(issue) !== null ||
		goalsMet(issue) === "unmet"
	);
}

/**
 * The tier that has it on the desk: the one that it was handed to, else the first that the rules in force ask for and that
 * has not passed it (they can have changed meanwhile). Once every tier has passed it nobody, unless what came up since
 * disproves them: then the last tier, which can take it back to work.
 */
export function tierAtDesk(issue: Issue, rules: ResolvedRules): Tier | null {
	const { atTier, acceptances } = closeOutOf(issue);
	if (atTier !== null || issue.lifecycle !== "acceptance") return atTier;
	const tiers = acceptanceTiers(issue, rules);
	const passed = (tier: Tier) => acceptances.findLast((one) => one.tier === tier)?.verdict === "pass";
	return tiers.find((tier) => !passed(tier)) ?? (isDisproved(issue) ? (tiers.at(-1) ?? null) : null);
}

const STEPS = ["acceptance", "publicNotice", "signing", "filing"] as const satisfies readonly CloseOutStep[];
const MIDDLE = ["publicNotice", "signing"] as const satisfies readonly CloseOutStep[];

/**
 * The steps in the order of the rule set (CLO-02). A rule set orders notice and signature; it can leave none of the four
 * out: acceptance is always the first and filing the last.
 */
export function sequenceOf(rules: ResolvedRules): readonly CloseOutStep[] {
	const wanted = paramsOf(rules).strings("closeoutSequence");
	const rank = (step: string): number => {
		const at = wanted.indexOf(step);
		return at < 0 ? STEPS.length : at;
	};
	return ["acceptance", ...MIDDLE.toSorted((a, b) => rank(a) - rank(b)), "filing"];
}

/** The step that follows one. After filing there is none. */
export function stepAfter(rules: ResolvedRules, step: CloseOutStep): CloseOutStep | null {
	const sequence = sequenceOf(rules);
	return sequence[sequence.indexOf(step) + 1] ?? null;
}

/** Who signs, in order (CLO-01). A rule set that names nobody has the office sign: nothing is closed without a signature. */
export function signersOf(rules: ResolvedRules): readonly string[] {
	const signers = paramsOf(rules).strings("signers");
	return signers.length > 0 ? [...new Set(signers)] : [OFFICE];
}

const OFFICE = "rectificationOffice";

/** Those of the list who have not signed. */
const unsigned = ({ closeOut }: Pick<Issue, "closeOut">, rules: ResolvedRules): readonly string[] =>
	signersOf(rules).filter(
		(signer) => !closeOutOf({ closeOut }).signatures.some((held) => held.signer === signer),
	);

/**
 * Who signs next, null when everybody has. Where the list has got shorter since and everybody on it has signed before the
 * step was over, the office signs once more: it confirms that the signatures are all there, and the issue goes on.
 */
export const nextSigner = (
	issue: Pick<Issue, "closeOut" | "lifecycle">,
	rules: ResolvedRules,
): string | null => unsigned(issue, rules)[0] ?? (issue.lifecycle === "signing" ? OFFICE : null);

/** Whether somebody's signature is the last that is wanted. */
export const isLastSignature = (
	issue: Pick<Issue, "closeOut">,
	rules: ResolvedRules,
	signer: string,
): boolean => unsigned(issue, rules).every((missing) => missing === signer);

/**
 * What is left once the notice has ended or the last signature is given: the other of the two where it is still to come,
 * else the filing. Asked of what was done, not of the order alone: a rule set that is changed in between leaves no step
 * out, and asks for none twice.
 */
export function stepLeft(
	issue: Pick<Issue, "closeOut">,
	rules: ResolvedRules,
	done: "publicNotice" | "signing",
): CloseOutStep {
	if (done === "signing") return noticeStood(closeOutOf(issue)) ? "filing" : "publicNotice";
	return unsigned(issue, rules).length === 0 ? "filing" : "signing";
}

const STEP_OF = {
	acceptance: "acceptance",
	supplementing: "acceptance",
	publicNotice: "publicNotice",
	signing: "signing",
	filing: "filing",
} as const;

const isClosing = (state: Issue["lifecycle"]): state is keyof typeof STEP_OF => Object.hasOwn(STEP_OF, state);

/** The step of the way out that is to be taken next; null before the application and after the end. */
export function nextStep(
	issue: Pick<Issue, "tier" | "numberByTier" | "lifecycle" | "closeOut">,
	rules: ResolvedRules,
): CloseOutStep | null {
	if (!isClosing(issue.lifecycle)) return null;
	const step = STEP_OF[issue.lifecycle];
	if (step === "acceptance") return allTiersPassed(issue, rules) ? stepAfter(rules, step) : step;
	return step === "publicNotice" && noticeStood(closeOutOf(issue)) ? stepAfter(rules, step) : step;
}

/**
 * The last day of a notice that starts on `start` (PUB-01): it stands until the end of that day. Refused when it needs
 * working days of a year without an official calendar (DL-08).
 */
export function noticeEnd(start: IsoDate, rules: ResolvedRules, calendar: Calendar): Result<IsoDate> {
	const params = paramsOf(rules);
	return endOfTerm(calendar, start, {
		length: params.number("noticeLength"),
		unit: params.string("noticeUnit") === "calendarDay" ? "calendarDay" : "workingDay",
		countFirstDay: params.boolean("countFirstDay"),
	});
}
