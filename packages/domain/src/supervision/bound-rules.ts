import type { IssueState } from "../kernel/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { InstrumentKind } from "./instrument.ts";

const NAMES = [
	"scheduleTolerancePp",
	"completedMeans",
	"stallDays",
	"immediateDays",
	"yellowLagPp",
	"redLagPp",
	"palette",
	"colourCadence",
	"dispatchDay",
	"scoreYellowTwice",
	"scoreRed",
	"ladder",
	"ladderLeadDays",
	"ladderCoolingDays",
	"yellowToLetter",
	"letterReplyWd",
	"talkReplyDays",
	"upgradeRaises",
	"recurrenceCount",
] as const;

const CLOSING: readonly IssueState[] = ["publicNotice", "signing", "filing", "closed"];
const CHECKED: readonly IssueState[] = ["selfChecked", "acceptance", "supplementing", ...CLOSING];

/** From which state on an issue counts as completed: the rule set says which of the three it means. */
const COMPLETED: Readonly<Record<string, readonly IssueState[]>> = {
	selfChecked: CHECKED,
	accepted: CLOSING,
	closed: ["closed"],
};

/** The place of each kind on the ladder of a rule set; a kind that it leaves out is never proposed. */
function rungsOf(ladder: readonly string[]): ReadonlyMap<InstrumentKind, number> {
	const rungs = new Map<InstrumentKind, number>();
	for (const [at, step] of ladder.entries()) {
		const kind = InstrumentKind.safeParse(step);
		if (kind.success) rungs.set(kind.data, at);
	}
	// 专项督察 stands beside 挂牌督办 (domain.md §4 SUP, rung 5).
	const listed = rungs.get("listedSupervision");
	if (listed !== undefined && !rungs.has("specialInspection")) rungs.set("specialInspection", listed);
	return rungs;
}

function bind(rules: ResolvedRules) {
	const params = new RuleParams(rules, NAMES);
	return {
		tolerancePp: params.number("scheduleTolerancePp"),
		completed: new Set(COMPLETED[params.string("completedMeans")] ?? CLOSING),
		stallDays: params.number("stallDays"),
		immediateDays: params.number("immediateDays"),
		yellowLagPp: params.number("yellowLagPp"),
		redLagPp: params.number("redLagPp"),
		palette: params.strings("palette"),
		colourCadence: params.string("colourCadence"),
		dispatchDay: params.number("dispatchDay"),
		scoreYellowTwice: params.number("scoreYellowTwice"),
		scoreRed: params.number("scoreRed"),
		rungs: rungsOf(params.strings("ladder")),
		ladderLeadDays: params.number("ladderLeadDays"),
		coolingDays: params.number("ladderCoolingDays"),
		yellowToLetter: params.number("yellowToLetter"),
		letterReplyWd: params.number("letterReplyWd"),
		talkReplyDays: params.number("talkReplyDays"),
		upgradeRaises: params.strings("upgradeRaises"),
		recurrenceCount: params.number("recurrenceCount"),
	};
}

/** What this room reads of a rule set. */
export type BoundSupervision = Readonly<ReturnType<typeof bind>>;

const bound = new WeakMap<ResolvedRules, BoundSupervision>();

/** The parameters of a rule set, read once: they are asked for millions of issues. */
export function boundTo(rules: ResolvedRules): BoundSupervision {
	const known = bound.get(rules);
	if (known !== undefined) return known;
	const made = bind(rules);
	bound.set(rules, made);
	return made;
}
