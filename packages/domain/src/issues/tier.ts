import { parentRegion, type RegionCode, type Tier, tierOf } from "../kernel/index.ts";

const RANK: Readonly<Record<Tier, number>> = { central: 0, province: 1, city: 2, county: 3 };

/** Whether tier `a` lies below tier `b`: a county below a city, a province below the central tier. */
export const isLower = (a: Tier, b: Tier): boolean => RANK[a] > RANK[b];

/** Whether an issue of `region` can stand on a list of `tier`: a county's list holds nothing of a whole city. */
export const fitsTier = (region: RegionCode, tier: Tier): boolean => !isLower(tier, tierOf(region));

/**
 * The region whose list of `tier` holds an issue of `region`: the city for a county's issue on the city's list,
 * null for the central list. Numbers are unique within such a list (DATA-01).
 */
export function listRegion(tier: Tier, region: RegionCode): RegionCode | null {
	if (tier === "central") return null;
	let at: RegionCode = region;
	while (isLower(tierOf(at), tier)) {
		const up = parentRegion(at);
		if (up === null) return at;
		at = up;
	}
	return at;
}
