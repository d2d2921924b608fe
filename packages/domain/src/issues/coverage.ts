import {
	isWithin,
	parentRegion,
	type Region,
	type RegionCode,
	tierOf,
	type UnitId,
} from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { belowGuard } from "./decide-tree.ts";
import { transitionOf } from "./lifecycle.ts";
import type { Issue, IssueState } from "./schema.ts";
import { isLower } from "./tier.ts";
import type { Coverage } from "./view.ts";

/** A child as the coverage check sees it. */
export type CoverageChild = {
	readonly id: Issue["id"];
	readonly region: RegionCode;
	readonly lifecycle: IssueState;
};

/** A region that was declared to have no part in it. */
type Declined = { readonly region: RegionCode };

/**
 * The regions that have to take an item on or decline it (PLAN-05). An item of a list above its own region is
 * expected in that region. A common item is expected in every region one tier down. An individual one is expected
 * where its units sit, and wherever it was handed to or declined already. Sorted by code.
 */
export function expectedRegions(
	issue: Pick<Issue, "region" | "tier" | "generality"> & { readonly notOurs: readonly Declined[] },
	regions: readonly Region[],
	unitRegions: readonly RegionCode[],
	children: readonly CoverageChild[],
): Region[] {
	const candidates = isLower(tierOf(issue.region), issue.tier)
		? regions.filter(({ code }) => code === issue.region)
		: regions.filter(({ code }) => parentRegion(code) === issue.region);
	const touched = [
		...unitRegions,
		...children.map(({ region }) => region),
		...issue.notOurs.map((n) => n.region),
	];
	const whole = issue.generality === "common" || isLower(tierOf(issue.region), issue.tier);
	return candidates
		.filter(({ code }) => whole || touched.some((region) => isWithin(region, code)))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * How far an item is handed down: every expected region has an issue of its own, has declined with consent, or
 * hangs in neutral (挂空挡). A child that was withdrawn covers nothing; one that was merged, carried over or closed
 * does, since somebody took it on.
 */
export function coverageOf(
	expected: readonly Region[],
	children: readonly CoverageChild[],
	notOurs: readonly Declined[],
): Coverage {
	const standing = children.filter(({ lifecycle }) => lifecycle !== "withdrawn");
	const regions = expected.map(({ code, name }) => {
		const issueIds = standing.filter(({ region }) => isWithin(region, code)).map(({ id }) => id);
		const declined = notOurs.some(({ region }) => isWithin(code, region));
		const state = issueIds.length > 0 ? "assigned" : declined ? "notOurs" : "uncovered";
		return { region: code, name, state, issueIds } as const;
	});
	return { regions: [...regions], complete: regions.every(({ state }) => state !== "uncovered") };
}

/** What the coverage of an item is judged by beside its own state. */
export type CoverageGround = {
	/** The named places of its region and one tier below; others do no harm. */
	readonly regions: readonly Region[];
	/** Where its units sit, see {@link seatedUnits}. */
	readonly unitRegions: readonly RegionCode[];
	readonly children: readonly CoverageChild[];
};

/** The units whose seats say where an item is expected: those of its assignments that nobody has ended. */
export const seatedUnits = ({ assignments }: Pick<Issue, "assignments">): readonly UnitId[] => [
	...new Set(assignments.flatMap((held) => (held.unitId !== null && isActive(held) ? [held.unitId] : []))),
];

/** How far an item is handed down, on this ground. */
export const coverageOn = (issue: Issue, { regions, unitRegions, children }: CoverageGround): Coverage =>
	coverageOf(expectedRegions(issue, regions, unitRegions, children), children, issue.notOurs);

/** Whether an item can be handed down now: its list has a tier below, and the owner has not said “done” yet. */
export const canBeHandedDown = (issue: Pick<Issue, "tier" | "lifecycle">): boolean =>
	belowGuard(issue).length === 0 && transitionOf(issue.lifecycle, "issueDecomposed") !== "refused";

/** The regions in which an item hangs in neutral (挂空挡), as long as it can still be handed down to them. */
export const uncoveredOn = (
	issue: Issue,
	ground: CoverageGround,
): readonly { readonly region: RegionCode; readonly name: string }[] =>
	canBeHandedDown(issue)
		? coverageOn(issue, ground)
				.regions.filter(({ state }) => state === "uncovered")
				.map(({ region, name }) => ({ region, name }))
		: [];

/**
 * Whether the write of an issue changes how far the one above it is handed down: it takes its region's part on now, or
 * does so no more. `before` is null for one that was not on the ledger. A parent and a region stay for good.
 */
export function movesCoverage(before: Issue | null, issue: Issue): boolean {
	const covered = before !== null && before.lifecycle !== "withdrawn";
	return issue.parentId !== null && covered !== (issue.lifecycle !== "withdrawn");
}
