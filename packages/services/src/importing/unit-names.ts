import { parentRegion, type RegionCode, tierOf } from "@zhenggai/domain/kernel";

/** A unit's name as names are compared: in one width, without white space and marks. */
export const plainName = (name: string): string => name.normalize("NFKC").replace(/[\s\p{P}\p{S}]+/gu, "");

/** Short forms that stand for the whole word at the end of a name. */
const WHOLE: Readonly<Record<string, string>> = { 政府: "人民政府", 委: "委员会", 党委: "委员会" };

const TIER_WORD: Readonly<Record<string, "province" | "city" | "county">> = {
	省: "province",
	自治区: "province",
	市: "city",
	州: "city",
	盟: "city",
	县: "county",
	区: "county",
	旗: "county",
};

/** A name without the place in front of it: what it is called within its region. */
export type LocalName = { readonly region: RegionCode; readonly bare: string };

export type NamedRegion = { readonly code: RegionCode; readonly name: string };

/** The region itself and those above it. */
export function lineageOf(region: RegionCode): RegionCode[] {
	const up = parentRegion(region);
	return up === null ? [region] : [region, ...lineageOf(up)];
}

const whole = (bare: string): string => WHOLE[bare] ?? bare;

/** The name of a unit within its own region: `岚江市生态环境局` of 岚江市, and `市生态环境局`, are `生态环境局`. */
export function bareName(name: string, region: RegionCode, regions: ReadonlyMap<RegionCode, string>): string {
	let rest = plainName(name).replace(/^中共/u, "");
	for (const code of lineageOf(region).toReversed()) {
		const place = regions.get(code);
		if (place !== undefined && rest.length > place.length && rest.startsWith(place))
			rest = rest.slice(place.length);
	}
	for (const [word, tier] of Object.entries(TIER_WORD)) {
		if (tier === tierOf(region) && rest.length > word.length + 1 && rest.startsWith(word)) {
			rest = rest.slice(word.length);
			break;
		}
	}
	return whole(rest);
}

function placeInFront(
	name: string,
	regions: readonly NamedRegion[],
): { region: RegionCode; rest: string } | null {
	let found: { region: RegionCode; rest: string } | null = null;
	let rest = name;
	for (;;) {
		const next = regions
			.filter((place) => rest.length > place.name.length && rest.startsWith(place.name))
			.toSorted((a, b) => b.name.length - a.name.length)[0];
		if (next === undefined) return found;
		rest = rest.slice(next.name.length);
		found = { region: next.code, rest };
	}
}

/**
 * What a name of a document may mean, the likeliest first: with a place in front of it that place's; with 省, 市 or
 * 县 in front the province's, city's or county's that the document speaks for; else of the document's own region,
 * then of those above.
 */
export function readingsOf(name: string, at: RegionCode, regions: readonly NamedRegion[]): LocalName[] {
	const plain = plainName(name).replace(/^中共/u, "");
	const placed = placeInFront(plain, regions);
	if (placed !== null) return [{ region: placed.region, bare: whole(placed.rest) }];
	const lineage = lineageOf(at);
	const [word, tier] = Object.entries(TIER_WORD).find(([prefix]) => plain.startsWith(prefix)) ?? [];
	const readings: LocalName[] = [];
	if (word !== undefined) {
		const region = lineage.find((code) => tierOf(code) === tier);
		if (region !== undefined) readings.push({ region, bare: whole(plain.slice(word.length)) });
	}
	return [...readings, ...lineage.map((region) => ({ region, bare: whole(plain) }))];
}
