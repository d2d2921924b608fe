import { z } from "zod";

/** A GB/T 2260 code of six digits: `620000` province, `621200` city, `621202` county. */
export const RegionCode = z
	.string()
	.regex(/^[1-9]\d{5}$/, "a GB/T 2260 code of six digits, such as 621202")
	.brand("RegionCode");
export type RegionCode = z.infer<typeof RegionCode>;

export const Tier = z.enum(["central", "province", "city", "county"]);
export type Tier = z.infer<typeof Tier>;

/** A place of the sample or of an office's own list. */
export const Region = z.object({ code: RegionCode, name: z.string().min(1).max(60) });
export type Region = z.infer<typeof Region>;

/**
 * The state's own code. No ledger is kept for it: the operator of a server speaks for it while its ledger has no places
 * and nobody has said where it is.
 */
export const NOWHERE_YET = RegionCode.parse("100000");

/** The tier that a code stands for. */
export function tierOf(code: RegionCode): Exclude<Tier, "central"> {
	if (code.endsWith("0000")) return "province";
	return code.endsWith("00") ? "city" : "county";
}

/**
 * The significant digits of a code: 2 for a province, 4 for a city, 6 for a county. "Mine and below" is the set
 * of codes that start with it.
 */
export function regionPrefix(code: RegionCode): string {
	return { province: code.slice(0, 2), city: code.slice(0, 4), county: code as string }[tierOf(code)];
}

/** Whether `inner` is `outer` or lies below it. */
export const isWithin = (inner: RegionCode, outer: RegionCode): boolean =>
	inner.startsWith(regionPrefix(outer));

/** The region one tier up, or null for a province. */
export function parentRegion(code: RegionCode): RegionCode | null {
	const tier = tierOf(code);
	if (tier === "province") return null;
	return RegionCode.parse(tier === "city" ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`);
}
