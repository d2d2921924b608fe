import { can, placeResource } from "../access/index.ts";
import {
	type Actor,
	isWithin,
	NOWHERE_YET,
	type Refusal,
	type Region,
	type RegionCode,
	refusal,
	say,
} from "../kernel/index.ts";

/** The place of a list that all others lie in; null where there is none, or the list names it twice. */
export function topOf(regions: readonly Region[]): RegionCode | null {
	const over = regions.filter(({ code }) => regions.every((other) => isWithin(other.code, code)));
	return over.length === 1 ? (over[0]?.code ?? null) : null;
}

const fieldOf = (index: number): string => `regions.${index}.code`;

function notAPlace(region: Region, index: number): Refusal[] {
	if (region.code !== NOWHERE_YET) return [];
	return [
		refusal(
			"NOT_A_PLACE",
			say(
				`${region.code} 是全国的代码，不是一个地方`,
				`${region.code} stands for the whole state, not for a place`,
			),
			say("登记本省（市、县）的代码", "Name your own province, city or county"),
			{ field: fieldOf(index), who: ["provOffice"] },
		),
	];
}

function namedTwice(regions: readonly Region[]): Refusal[] {
	const seen = new Set<string>();
	return regions.flatMap(({ code }, index) => {
		if (!seen.has(code)) {
			seen.add(code);
			return [];
		}
		return [
			refusal(
				"REGION_TWICE",
				say(`${code} 在清单中出现两次`, `${code} stands in the list twice`),
				say("只保留一行", "Keep one line"),
				{ field: fieldOf(index), who: ["provOffice"] },
			),
		];
	});
}

/** Places are named by the office of their province, whose list they are on, and by the system. */
function notYours(actor: Actor, region: Region, index: number): Refusal[] {
	const denied = can(actor, "registerRegion", placeResource(region.code));
	if (denied !== null) return [{ ...denied, field: fieldOf(index) }];
	if (actor.kind === "system" || ("role" in actor && actor.role === "provOffice")) return [];
	return [
		refusal(
			"NOT_ALLOWED",
			say("行政区划由省整改办登记", "Places are registered by the provincial office"),
			say("请省整改办登记", "Ask the provincial office"),
			{ field: fieldOf(index), who: ["provOffice"] },
		),
	];
}

const withoutTop = (): Refusal =>
	refusal(
		"TOP_REGION_MISSING",
		say(
			"第一份行政区划清单里，要有一个包含其余各地的地方，台账属于它",
			"The first list of places needs one that all others lie in: the ledger is kept for it",
		),
		say("把本省（或本市、本县）本级也写进去", "Add the province, city or county itself"),
		{ field: "regions", who: ["provOffice"] },
	);

/**
 * Why somebody may not name these places. The first ones of a ledger are named by the operator of its machine, who
 * speaks for no place until then: they say where the ledger is, so one of them has to hold all others.
 */
export function refuseRegions(actor: Actor, regions: readonly Region[], noneYet: boolean): Refusal[] {
	const wrong = [...regions.flatMap(notAPlace), ...namedTwice(regions)];
	if (wrong.length > 0) return wrong;
	if (noneYet && actor.kind === "operator" && actor.region === NOWHERE_YET)
		return topOf(regions) === null ? [withoutTop()] : [];
	return regions.flatMap((region, index) => notYours(actor, region, index));
}
