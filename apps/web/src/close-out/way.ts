import { latestCheck } from "@zhenggai/domain/close-out";
import type { IssueDetail } from "@zhenggai/domain/issues";
import type { IsoDate, Tier } from "@zhenggai/domain/kernel";
import type { CloseOutVerb } from "./verbs.ts";

/** What of an issue says where it is on the way out. */
export type OnTheWay = {
	readonly row: Pick<IssueDetail["row"], "lifecycle" | "tier">;
	readonly closeOut: Pick<
		IssueDetail["closeOut"],
		"state" | "tiers" | "sequence" | "nextStep" | "nextSigner" | "signers" | "gates" | "watchPoints"
	>;
	readonly asOf: IsoDate;
};

type StepKind = "selfCheck" | "acceptance" | "publicNotice" | "signing" | "filing" | "closed";

/** One step of the way by the rule set. */
export type WayStep = {
	readonly kind: StepKind;
	/** Of an acceptance: whose. */
	readonly tier: Tier | null;
	readonly state: "done" | "now" | "ahead";
};

const UNDER_WAY: ReadonlySet<string> = new Set([
	"inProgress",
	"selfChecked",
	"acceptance",
	"supplementing",
	"publicNotice",
	"signing",
	"filing",
	"closed",
]);

function isDone({ row, closeOut }: OnTheWay, kind: StepKind, tier: Tier | null): boolean {
	const { state } = closeOut;
	if (row.lifecycle === "closed") return true;
	switch (kind) {
		case "selfCheck":
			return state.selfCheck !== null;
		case "acceptance":
			return state.acceptances.findLast((given) => given.tier === tier)?.verdict === "pass";
		case "publicNotice":
			return state.notices.some(({ ended, stopped }) => ended !== null && stopped === null);
		case "signing":
			return state.signatures.length >= closeOut.signers.length;
		case "filing":
		case "closed":
			return false;
	}
}

/** The way by the rule set: from the owner's "done" over every tier to the end, each step with where it stands. */
export function stepsOf(issue: OnTheWay): readonly WayStep[] {
	const { tiers, sequence } = issue.closeOut;
	const middle = sequence.flatMap((step): Omit<WayStep, "state">[] =>
		step === "acceptance"
			? tiers.map((tier) => ({ kind: "acceptance", tier }))
			: [{ kind: step, tier: null }],
	);
	const all: readonly Omit<WayStep, "state">[] = [
		{ kind: "selfCheck", tier: null },
		...middle,
		{ kind: "closed", tier: null },
	];
	const done = all.map(({ kind, tier }) => isDone(issue, kind, tier));
	const now = UNDER_WAY.has(issue.row.lifecycle) ? done.indexOf(false) : -1;
	return all.map((step, at) => ({ ...step, state: done[at] ? "done" : at === now ? "now" : "ahead" }));
}

/** Who takes a step: the lead unit, the office of a tier, its office or acceptance unit, a signer, or gate keepers. */
export type Whose =
	| { readonly kind: "lead" | "keepers" }
	| { readonly kind: "office" | "acceptor"; readonly tier: Tier }
	| { readonly kind: "signer"; readonly signer: string };

/** What comes next, and for whom; `until` is the last day of what only time brings. */
export type Next =
	| { readonly verb: CloseOutVerb; readonly whose: Whose; readonly part?: string }
	| { readonly verb: null; readonly what: "notice" | "watch"; readonly until: IsoDate };

const LEAD: Whose = { kind: "lead" };

function nextInAcceptance({ row, closeOut }: OnTheWay): Next {
	const { atTier } = closeOut.state;
	if (atTier !== null) {
		const seen = latestCheck(closeOut.state) !== undefined;
		return {
			verb: seen ? "decideAcceptance" : "recordSiteCheck",
			whose: { kind: "acceptor", tier: atTier },
		};
	}
	const shut = closeOut.gates.find(({ decision }) => decision?.verdict !== "yes");
	if (shut !== undefined) return { verb: "decideGate", whose: { kind: "keepers" }, part: shut.gate };
	return closeOut.nextStep === "signing"
		? { verb: "signCloseOut", whose: { kind: "signer", signer: closeOut.nextSigner ?? "" } }
		: { verb: "startNotice", whose: { kind: "office", tier: row.tier } };
}

function nextOfNotice({ row, closeOut, asOf }: OnTheWay): Next {
	const office: Whose = { kind: "office", tier: row.tier };
	const running = closeOut.state.notices.find(({ ended, stopped }) => ended === null && stopped === null);
	if (running === undefined) return { verb: "startNotice", whose: office };
	const open = running.objections.find(({ answer }) => answer === null);
	if (open !== undefined) return { verb: "answerObjection", whose: office, part: open.id };
	return running.end < asOf
		? { verb: "endNotice", whose: office }
		: { verb: null, what: "notice", until: running.end };
}

function nextAfterClose({ row, closeOut, asOf }: OnTheWay): Next | null {
	const office: Whose = { kind: "office", tier: row.tier };
	const { lookBacks, resultPublished } = closeOut.state;
	const found = lookBacks.findLast(({ result }) => result === "rebounded" || result === "neverDone");
	if (found !== undefined) return { verb: "reopenIssue", whose: office, part: found.id };
	if (resultPublished === null) return { verb: "publishResult", whose: office };
	const waiting = closeOut.watchPoints.find(({ seen }) => !seen);
	if (waiting === undefined) return null;
	return waiting.on <= asOf
		? { verb: "recordLookBack", whose: office }
		: { verb: null, what: "watch", until: waiting.on };
}

/** The one step that comes next on the way out, whoever looks at it. Null before the work has begun and at the end. */
export function nextOnTheWay(issue: OnTheWay): Next | null {
	const { row, closeOut } = issue;
	const office: Whose = { kind: "office", tier: row.tier };
	switch (row.lifecycle) {
		case "inProgress":
			return closeOut.state.longTerm === null
				? { verb: "selfCheck", whose: LEAD }
				: { verb: "reviewLongTerm", whose: office };
		case "selfChecked":
			return { verb: "applyAcceptance", whose: LEAD };
		case "acceptance":
			return nextInAcceptance(issue);
		case "supplementing":
			return { verb: "submitSupplements", whose: LEAD };
		case "publicNotice":
			return nextOfNotice(issue);
		case "signing":
			return { verb: "signCloseOut", whose: { kind: "signer", signer: closeOut.nextSigner ?? "" } };
		case "filing": {
			const pending = closeOut.state.filings.find(({ receipt }) => receipt === null);
			return pending === undefined
				? { verb: "fileCloseOut", whose: office }
				: { verb: "receiveFiling", whose: { kind: "office", tier: pending.to } };
		}
		case "closed":
			return nextAfterClose(issue);
		default:
			return null;
	}
}
