import { isWithin, parentRegion, type Region, type RegionCode, tierOf } from "../kernel/index.ts";

/**
 * The region that a complaint stands under: its only place, else the lowest region that holds all of its places, so
 * that a case which spans two cities stands once, with the province. Without a known place it is the table's own.
 */
export function standingRegion(places: readonly RegionCode[], listRegion: RegionCode): RegionCode {
	let [common] = places;
	if (common === undefined) return listRegion;
	while (!places.every((place) => isWithin(place, common ?? listRegion))) {
		const above: RegionCode | null = parentRegion(common);
		if (above === null) return listRegion;
		common = above;
	}
	return isWithin(common, listRegion) ? common : listRegion;
}

const SEPARATORS = /[、,，;；/／和及]+/u;
/** 某市 本级, 市直 and the like mean the city itself. */
const OWN_LEVEL = /(?:市本级|市直|市级|省直|省本级|本级|直属)(?:部门|单位|机关)?$/u;

const dense = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");

const named = (regions: readonly Region[], name: string): Region[] =>
	regions.filter((region) => dense(region.name) === name);

/** A place named by itself, or with the city in front of it; null when no region or several could be meant. */
function placeOf(name: string, regions: readonly Region[], cities: readonly Region[]): Region | null {
	const alone = named(regions, name);
	if (alone.length === 1) return alone[0] ?? null;
	const below = cities.flatMap((city) => {
		const cityName = dense(city.name);
		if (!name.startsWith(cityName) || name === cityName) return [];
		const rest = name.slice(cityName.length);
		if (OWN_LEVEL.test(`市${rest}`) && named(regions, rest).length === 0) return [city];
		return named(regions, rest).filter((region) => isWithin(region.code, city.code));
	});
	return below.length === 1 ? (below[0] ?? null) : null;
}

/**
 * The regions that a region cell names, all of them or none: a name that no region of the list has, or several have
 * (城关区), leaves the whole cell unresolved instead of being guessed. `regions` are those of the table's region.
 */
export function resolvePlaces(
	text: string | null,
	regions: readonly Region[],
	within: RegionCode,
): RegionCode[] {
	if (text === null) return [];
	const known = regions.filter(({ code }) => isWithin(code, within));
	const cities = known.filter(({ code }) => tierOf(code) === "city");
	const found: RegionCode[] = [];
	for (const part of text.split(SEPARATORS).map(dense).filter(Boolean)) {
		const place = placeOf(part, known, cities);
		if (place === null) return [];
		found.push(place.code);
	}
	return [...new Set(found)];
}

/** 城关区 without the word for its kind, as tables often print it. */
const bare = (name: string): string => (name.length > 2 ? name.replace(/[省市区县州盟旗]$/u, "") : name);

/**
 * Regions that a printed region may mean, likeliest first, for a clerk to choose from: those whose name stands in the
 * text or holds it, a lower tier before a higher one. Empty where nothing is alike.
 */
export function suggestPlaces(text: string, regions: readonly Region[], within: RegionCode): Region[] {
	const printed = dense(text);
	const alike = regions.filter(({ code, name }) => {
		const known = dense(name);
		return isWithin(code, within) && (printed.includes(bare(known)) || known.includes(bare(printed)));
	});
	const depth = ({ code }: Region): number => ({ province: 0, city: 1, county: 2 })[tierOf(code)];
	return alike.toSorted((a, b) => depth(b) - depth(a)).slice(0, SUGGESTIONS);
}
const SUGGESTIONS = 5;
