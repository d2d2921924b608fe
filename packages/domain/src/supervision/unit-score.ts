import { z } from "zod";
import type { Issue } from "../issues/index.ts";
import { Bilingual, IsoDate, IssueId, RegionCode, UnitId } from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { RuleId } from "../rules/index.ts";
import { type RulesOn, type ScoreEntry, scoreEntries } from "./score.ts";

/** One point of a unit with its rule, its day and its issue (RSP-05). */
export type UnitPoint = ScoreEntry & { readonly unitId: UnitId; readonly issueId: IssueId };

/** Both days included. */
export type ScorePeriod = { readonly from: IsoDate; readonly to: IsoDate };

/** A unit's points of a period, and where it stands among those that lost any: 1 lost most, equals stand alike. */
export type UnitScore = {
	readonly unitId: UnitId;
	readonly rank: number;
	readonly points: number;
	readonly entries: readonly UnitPoint[];
};

const activeWith = (
	{ assignments }: Pick<Issue, "assignments">,
	role: "lead" | "responsible",
	on: IsoDate,
) => [
	...new Set(
		assignments.flatMap((held) =>
			held.role === role && held.unitId !== null && isActive(held, on) ? [held.unitId] : [],
		),
	),
];

/**
 * The units that answer for a light of a day: those that led then, or were responsible where none led (`D`: S30 speaks of
 * the unit of the task). Who took over later answers for nothing from before.
 */
export function unitsAnswering(issue: Pick<Issue, "assignments">, on: IsoDate): readonly UnitId[] {
	const leads = activeWith(issue, "lead", on);
	return leads.length > 0 ? leads : activeWith(issue, "responsible", on);
}

/** Every point that an issue costs its units up to a day. A registration that was voided never was a finding. */
export function pointsOfUnits(issue: Issue, rulesOn: RulesOn, until: IsoDate): UnitPoint[] {
	if (issue.ending?.kind === "voided") return [];
	return scoreEntries(issue, rulesOn, until).flatMap((entry) =>
		unitsAnswering(issue, entry.on).map((unitId) => ({ ...entry, unitId, issueId: issue.id })),
	);
}

/** The scores of a period out of the points of any issues, who lost most first (RSP-05): each is the sum of its points. */
export function unitScores(points: readonly UnitPoint[], { from, to }: ScorePeriod): UnitScore[] {
	const inPeriod = points.filter(({ on }) => from <= on && on <= to);
	const scores = [...Map.groupBy(inPeriod, ({ unitId }) => unitId)]
		.map(([unitId, entries]) => ({
			...{ unitId, entries },
			points: entries.reduce((sum, { points: lost }) => sum + lost, 0),
		}))
		.toSorted((a, b) => a.points - b.points || (a.unitId < b.unitId ? -1 : 1));
	return scores.map((score) => ({
		...score,
		rank: 1 + scores.filter(({ points: lost }) => lost < score.points).length,
	}));
}

const period = {
	/** The first day; the first of the year where it is left out. */
	from: IsoDate.optional(),
	/** The last day; today where it is left out. */
	to: IsoDate.optional(),
	/** Only points on issues of this region and below. */
	region: RegionCode.optional(),
	cursor: z.string().max(600).optional(),
	limit: z.int().min(1).max(200).default(50),
};

export const UnitScoreQuery = z.object({ ...period, unitId: UnitId.optional() });
export type UnitScoreQuery = z.infer<typeof UnitScoreQuery>;

/** One line of the ranking. */
export const UnitScoreRow = z.object({
	unitId: UnitId,
	unitName: z.string(),
	/** 1 lost most; equals stand alike. */
	rank: z.int(),
	points: z.number(),
	/** How many points of their own make it up: each can be opened. */
	entries: z.int(),
	issues: z.int(),
	reds: z.int(),
	/** Times that yellow cost points: every second one of a task and year. */
	yellows: z.int(),
});
export type UnitScoreRow = z.infer<typeof UnitScoreRow>;

const page = { from: IsoDate, to: IsoDate, nextCursor: z.string().nullable() };

/** A page of the ranking. Units that lost nothing are not on it. */
export const UnitScorePage = z.object({ items: z.array(UnitScoreRow), ...page, units: z.int() });
export type UnitScorePage = z.infer<typeof UnitScorePage>;

export const UnitPointQuery = z.object({ ...period, unitId: UnitId });
export type UnitPointQuery = z.infer<typeof UnitPointQuery>;

/** One point as a list shows it: what it is for, and the issue it leads to. */
export const UnitPointRow = z.object({
	issueId: IssueId,
	issueNumber: z.string(),
	region: RegionCode,
	regionName: z.string(),
	statement: z.string(),
	rule: RuleId,
	points: z.number(),
	on: IsoDate,
	light: z.enum(["yellow", "red"]),
	message: Bilingual,
});
export type UnitPointRow = z.infer<typeof UnitPointRow>;

/** A page of a unit's points, the newest first, with the sum of all of them. */
export const UnitPointPage = z.object({
	unitId: UnitId,
	unitName: z.string(),
	points: z.number(),
	entries: z.int(),
	items: z.array(UnitPointRow),
	...page,
});
export type UnitPointPage = z.infer<typeof UnitPointPage>;
