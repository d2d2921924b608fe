import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Deadline } from "../kernel/index.ts";
import { coverageOf, expectedRegions, movesCoverage, uncoveredOn } from "./coverage.ts";
import { OPEN_STATES } from "./lifecycle.ts";
import { IssueState } from "./schema.ts";
import { daysLeft, deadlineStanding, dueRangeOf, issueDue } from "./standing.ts";
import {
	CITY,
	COUNTY,
	day,
	issueAfter,
	issueId,
	OTHER_CITY,
	OTHER_COUNTY,
	PROVINCE,
	registration,
	TODAY,
} from "./testing.ts";
import { DeadlineStanding } from "./view.ts";

const standings: {
	name: string;
	due: string | null;
	ended?: boolean;
	standing: DeadlineStanding;
	left: number | null;
}[] = [
	{ name: "the day before", due: "2026-03-01", standing: "overdue", left: -1 },
	{ name: "the day itself, until 24:00", due: "2026-03-02", standing: "due7", left: 0 },
	{ name: "in a week", due: "2026-03-09", standing: "due7", left: 7 },
	{ name: "in eight days", due: "2026-03-10", standing: "due30", left: 8 },
	{ name: "in 30 days", due: "2026-04-01", standing: "due30", left: 30 },
	{ name: "in 31 days", due: "2026-04-02", standing: "due90", left: 31 },
	{ name: "in 90 days", due: "2026-05-31", standing: "due90", left: 90 },
	{ name: "in 91 days", due: "2026-06-01", standing: "later", left: 91 },
	{ name: "without a date", due: null, standing: "none", left: null },
	{ name: "ended, though long past", due: "2020-01-01", ended: true, standing: "over", left: -2252 },
];

test.each(standings)("[issues I26] $name: $standing", ({ due, ended, standing, left }) => {
	const date = due === null ? null : day(due);
	expect(deadlineStanding(date, TODAY, ended ?? false)).toBe(standing);
	expect(daysLeft(date, TODAY)).toBe(left);
});

test("[issues I26] the range of a standing holds exactly the days that have it", () => {
	fc.assert(
		fc.property(fc.integer({ min: -400, max: 400 }), (offset) => {
			const due = addDays(TODAY, offset);
			const inside = DeadlineStanding.options.filter((standing) => {
				const range = dueRangeOf(standing, TODAY);
				return range !== null && (range.from ?? due) <= due && due <= (range.to ?? due);
			});
			expect(inside).toEqual([deadlineStanding(due, TODAY, false)]);
		}),
	);
});

test("a recurring or open-ended deadline has no single due date", () => {
	const of = (deadline: Deadline | null) => issueDue({ deadline });
	expect(of(registration().deadline)).toBe("2026-12-31");
	expect(of({ text: "长期坚持", category: "longTerm", point: { precision: "openEnded" } })).toBeNull();
	expect(
		of({
			text: "每年6月底前",
			category: "recurring",
			point: { precision: "recurring", every: "year", month: 6 },
		}),
	).toBeNull();
	expect(of(null)).toBeNull();
});

const REGIONS = [
	{ code: PROVINCE, name: "云川省" },
	{ code: CITY, name: "澄川市" },
	{ code: OTHER_CITY, name: "白杨市" },
	{ code: COUNTY, name: "青石县" },
	{ code: OTHER_COUNTY, name: "云岭县" },
];
const common = { region: CITY, tier: "city", generality: "common", notOurs: [] } as const;
const child = (
	n: number,
	at: typeof COUNTY,
	lifecycle: "registered" | "withdrawn" | "merged" = "registered",
) => ({
	id: issueId(n),
	region: at,
	lifecycle,
});
const declined = { region: OTHER_COUNTY, reason: "不涉及", consentDocument: "复函", consentBy: "省整改办" };

test("[issues I25] a common item is expected in every region one tier down", () => {
	expect(expectedRegions(common, REGIONS, [], []).map(({ name }) => name)).toEqual(["青石县", "云岭县"]);
	const province = { ...common, region: PROVINCE, tier: "province" } as const;
	expect(expectedRegions(province, REGIONS, [], []).map(({ name }) => name)).toEqual(["澄川市", "白杨市"]);
});

test("[issues I25] an individual item is expected where its units sit, and where it was handed to or declined", () => {
	const individual = { ...common, generality: "individual" } as const;
	expect(expectedRegions(individual, REGIONS, [], [])).toEqual([]);
	expect(expectedRegions(individual, REGIONS, [COUNTY, CITY], []).map(({ name }) => name)).toEqual([
		"青石县",
	]);
	const handed = expectedRegions({ ...individual, notOurs: [declined] }, REGIONS, [], [child(2, COUNTY)]);
	expect(handed.map(({ name }) => name)).toEqual(["青石县", "云岭县"]);
});

test("[issues I25] an item of a list above its own region is expected in that region", () => {
	const above = { ...common, tier: "province", generality: null } as const;
	expect(expectedRegions(above, REGIONS, [], []).map(({ name }) => name)).toEqual(["澄川市"]);
});

test.each([
	{ name: "nobody took it", children: [], notOurs: [], states: ["uncovered", "uncovered"], complete: false },
	{
		name: "one took it, one declined",
		children: [child(2, COUNTY)],
		notOurs: [declined],
		states: ["assigned", "notOurs"],
		complete: true,
	},
	{
		name: "one withdrew",
		children: [child(2, COUNTY, "withdrawn")],
		notOurs: [declined],
		states: ["uncovered", "notOurs"],
		complete: false,
	},
	{
		name: "one was merged",
		children: [child(2, COUNTY, "merged")],
		notOurs: [declined],
		states: ["assigned", "notOurs"],
		complete: true,
	},
])("[issues I25] $name → $states", ({ children, notOurs, states, complete }) => {
	const coverage = coverageOf(expectedRegions(common, REGIONS, [], []), children, notOurs);
	expect(coverage.regions.map(({ state }) => state)).toEqual(states);
	expect(coverage.complete).toBe(complete);
});

test("[in-tray I10] of what is written of a child only what moves coverage changes how far it is handed down", () => {
	const parent = { ...issueAfter({}), generality: "common" as const };
	const regions = [COUNTY, OTHER_COUNTY].map((code) => ({ code, name: code }));
	const state = fc.constantFrom(null, ...IssueState.options);
	const places = fc.constantFrom(COUNTY, OTHER_COUNTY);
	let moved = 0;
	fc.assert(
		fc.property(
			fc.constantFrom(...OPEN_STATES),
			fc.array(fc.record({ region: places, lifecycle: fc.constantFrom(...IssueState.options) }), {
				maxLength: 2,
			}),
			fc.record({ region: places, before: state, after: fc.constantFrom(...IssueState.options) }),
			(lifecycle, others, { region, before, after }) => {
				const child = (of: typeof after) => ({
					...issueAfter({ region }),
					parentId: parent.id,
					lifecycle: of,
				});
				const below = others.map((other, at) => ({ ...other, id: issueId(at + 20) }));
				const hanging = (written: typeof before) =>
					uncoveredOn(
						{ ...parent, lifecycle },
						{
							regions,
							unitRegions: [],
							children: [
								...below,
								...(written === null ? [] : [{ id: issueId(9), region, lifecycle: written }]),
							],
						},
					);
				const moves = movesCoverage(before === null ? null : child(before), child(after));
				if (moves) moved += 1;
				else expect(hanging(after)).toEqual(hanging(before));
			},
		),
		{ numRuns: 500 },
	);
	expect(moved).toBeGreaterThan(20);
	expect(movesCoverage(null, { ...issueAfter({}), parentId: null })).toBe(false);
});
