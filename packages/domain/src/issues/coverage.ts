import { isWithin, parentRegion, type Region, type RegionCode, tierOf } from "../kernel/index.ts";
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
