import type { Issue } from "../issues/index.ts";
import { type Bilingual, type IsoDate, say } from "../kernel/index.ts";
import type { ResolvedRules, RuleId } from "../rules/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import { assessments } from "./assessments.ts";
import { boundTo } from "./bound-rules.ts";

/** One point of a score with its rule and the day it fell on (RSP-05). */
export type ScoreEntry = {
	readonly rule: RuleId;
	readonly points: number;
	readonly on: IsoDate;
	readonly message: Bilingual;
};
export type Score = { readonly points: number; readonly entries: readonly ScoreEntry[] };

const NOTHING: Score = { points: 0, entries: [] };

/**
 * What the lights of an issue take from the year's score of its units (WRN-06, S30): so much for every second yellow,
 * so much for every red, one light a cycle. Lights that a contest took back cost nothing.
 */
export function scoreOf(issue: Pick<Issue, "supervision">, rules: ResolvedRules, asOf: IsoDate): Score {
	const bound = boundTo(rules);
	const year = asOf.slice(0, 4);
	const entries: ScoreEntry[] = [];
	let yellows = 0;
	for (const { light, on } of assessments(issue, bound, asOf)) {
		if (!on.startsWith(year)) continue;
		const [zh, en] = [formatDate(on, "zh-CN"), formatDate(on, "en")];
		if (light === "red") {
			const message = say(`${zh}红灯`, `Red on ${en}`);
			entries.push({ rule: "WRN-06", points: bound.scoreRed, on, message });
		}
		if (light !== "yellow") continue;
		yellows += 1;
		if (yellows % bound.yellowToLetter !== 0) continue;
		const message = say(`同一任务第${yellows}次黄牌（${zh}）`, `Yellow for the ${yellows}. time on ${en}`);
		entries.push({ rule: "WRN-06", points: bound.scoreYellowTwice, on, message });
	}
	if (entries.length === 0) return NOTHING;
	return { points: entries.reduce((sum, { points }) => sum + points, 0), entries };
}
