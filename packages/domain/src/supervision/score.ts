import type { Issue } from "../issues/index.ts";
import { type Bilingual, type IsoDate, say } from "../kernel/index.ts";
import type { ResolvedRules, RuleId } from "../rules/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import { assessmentsUnder } from "./assessments.ts";
import { boundTo } from "./bound-rules.ts";

/** What a point of a score fell for: the light, and the how manieth of its year on one task. */
export type ScoredLight = { readonly light: "yellow" | "red"; readonly nth: number; readonly on: IsoDate };

/** One point of a score with its rule and the day it fell on (RSP-05). */
export type ScoreEntry = ScoredLight & {
	readonly rule: RuleId;
	readonly points: number;
	readonly message: Bilingual;
};
export type Score = { readonly points: number; readonly entries: readonly ScoreEntry[] };

/** The rules that an issue is under on a day. */
export type RulesOn = (day: IsoDate) => ResolvedRules;

const NONE: readonly ScoreEntry[] = [];

/** What a point says of itself. */
export function pointMessage({ light, nth, on }: ScoredLight): Bilingual {
	const [zh, en] = [formatDate(on, "zh-CN"), formatDate(on, "en")];
	return light === "red"
		? say(`${zh}红灯`, `Red on ${en}`)
		: say(`同一任务第${nth}次黄牌（${zh}）`, `Yellow number ${nth} on one task, on ${en}`);
}

const entry = (light: ScoredLight, points: number): ScoreEntry[] =>
	points === 0 ? [] : [{ ...light, rule: "WRN-06", points, message: pointMessage(light) }];

/**
 * Every point that the lights of an issue cost up to a day, year by year, under the rules that held on the day of each
 * light (WRN-06, S30): so much for every second yellow of a year, so much for every red, one light a cycle. Lights that a
 * contest took back cost nothing.
 */
export function scoreEntries(
	issue: Pick<Issue, "supervision">,
	rulesOn: RulesOn,
	until: IsoDate,
): readonly ScoreEntry[] {
	const isLit = issue.supervision?.changes.some(({ to }) => to === "yellow" || to === "red") === true;
	if (!isLit) return NONE;
	const seen = new Map<string, number>();
	return assessmentsUnder(issue, (day) => boundTo(rulesOn(day)), until).flatMap(({ light, on }) => {
		if (light !== "yellow" && light !== "red") return [];
		const bound = boundTo(rulesOn(on));
		const ofYear = `${on.slice(0, 4)} ${light}`;
		const nth = (seen.get(ofYear) ?? 0) + 1;
		seen.set(ofYear, nth);
		if (light === "red") return entry({ light, nth, on }, bound.scoreRed);
		return nth % bound.yellowToLetter === 0 ? entry({ light, nth, on }, bound.scoreYellowTwice) : [];
	});
}

/**
 * What the lights of an issue take from the year's score of its units (WRN-06, S30), up to a day of that year. `rules` are
 * those of each day, or one set for all.
 */
export function scoreOf(
	issue: Pick<Issue, "supervision">,
	rules: ResolvedRules | RulesOn,
	asOf: IsoDate,
): Score {
	const rulesOn = typeof rules === "function" ? rules : () => rules;
	const year = asOf.slice(0, 4);
	const entries = scoreEntries(issue, rulesOn, asOf).filter(({ on }) => on.startsWith(year));
	return { points: entries.reduce((sum, { points }) => sum + points, 0), entries };
}
