import { type InstrumentRow, type InstrumentVerb, needsApproval } from "@zhenggai/domain/supervision";

/** Verbs of an instrument that is there, each with a form. Drafting begins on an issue's page. */
const FORMS = {
	approveInstrument: true,
	issueInstrument: true,
	acknowledgeInstrument: true,
	readdressInstrument: true,
	holdTalk: true,
	minuteTalk: true,
	replyInstrument: true,
	verifyReply: true,
	liftInstrument: true,
	escalateInstrument: true,
	discardInstrument: true,
	extendListing: true,
	preAcceptListing: true,
	unlist: true,
	failListing: true,
} as const satisfies Record<Exclude<InstrumentVerb, "draftInstrument">, true>;

export type InstrumentAction = keyof typeof FORMS;

export const isInstrumentAction = (verb: string): verb is InstrumentAction => Object.hasOwn(FORMS, verb);

const OF_TALKS: ReadonlySet<string> = new Set(["holdTalk", "minuteTalk"]);
const OF_LISTINGS: ReadonlySet<string> = new Set([
	"extendListing",
	"preAcceptListing",
	"unlist",
	"failListing",
]);
const OF_REPLIES: ReadonlySet<string> = new Set(["replyInstrument", "verifyReply", "liftInstrument"]);

/** Whether a kind of instrument has such a step at all: what it never has needs no reason why not. */
export function hasStep({ kind }: Pick<InstrumentRow, "kind">, verb: string): boolean {
	if (OF_TALKS.has(verb)) return kind === "admonitoryTalk";
	if (OF_LISTINGS.has(verb)) return kind === "listedSupervision";
	if (OF_REPLIES.has(verb)) return kind !== "listedSupervision";
	return verb !== "approveInstrument" || needsApproval(kind);
}

type At = Pick<InstrumentRow, "state" | "kind" | "stage">;

/** The steps that lead on from a state, the usual one first. */
function nextVerbs({ state, kind, stage }: At): readonly InstrumentAction[] {
	const listed = kind === "listedSupervision";
	switch (state) {
		case "drafted":
			return needsApproval(kind) ? ["approveInstrument"] : ["issueInstrument"];
		case "approved":
			return ["issueInstrument"];
		case "issued":
			if (listed) return ["acknowledgeInstrument", "preAcceptListing"];
			return kind === "admonitoryTalk" ? ["acknowledgeInstrument", "holdTalk"] : ["acknowledgeInstrument"];
		case "acknowledged":
			if (listed) return ["preAcceptListing"];
			if (stage === "toLift") return ["liftInstrument"];
			return kind === "admonitoryTalk" ? ["holdTalk"] : ["replyInstrument"];
		case "held":
			return ["minuteTalk"];
		case "minuted":
			return ["replyInstrument"];
		case "replied":
			// Another addressed unit still answers.
			return ["verifyReply", "replyInstrument"];
		case "verified":
			return ["liftInstrument"];
		case "preAccepted":
			return ["unlist"];
		default:
			return [];
	}
}

/** The step that comes next for the reader: the first that is allowed, else the usual one with the reasons why not. */
export function primaryAction(
	row: At,
	actions: readonly { readonly verb: string; readonly allowed: boolean }[],
): InstrumentAction | null {
	const next = nextVerbs(row);
	const allowed = next.find((verb) => actions.some((action) => action.verb === verb && action.allowed));
	return allowed ?? next[0] ?? null;
}
