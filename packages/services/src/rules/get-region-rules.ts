import { can, placeResource } from "@zhenggai/domain/access";
import {
	type Actor,
	type IsoDate,
	type Refusal,
	type RegionCode,
	refusal,
	sameJson,
	say,
} from "@zhenggai/domain/kernel";
import {
	builtInRuleSets,
	chainIds,
	changesOn,
	choiceOn,
	frameOn,
	inheritedRules,
	limitOfParam,
	lineageOf,
	PARAM_NAMES,
	type Param,
	type ParamLimit,
	type RegionBook,
	type RegionParam,
	type RegionRulesView,
	RULE_KEEPERS,
	readOfficeSource,
	rulesOf,
	ruleTierOf,
	type Said,
	stepOn,
} from "@zhenggai/domain/rules";
import { type Reader, readerOf } from "@zhenggai/storage";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { loadRegionBook } from "@zhenggai/storage/rules";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { authoriseRules, ownRegion, ruleSetNamed } from "./region-facts.ts";

type Spoken = Pick<Said, "from" | "at" | "reason"> & { readonly by: { readonly name: string } };
type Viewing = {
	readonly actor: Actor;
	readonly book: RegionBook;
	readonly region: RegionCode;
	readonly on: IsoDate;
	readonly nameOf: (region: RegionCode) => string;
};

const saidIn = (region: RegionCode, said: Spoken, { nameOf }: Viewing): Said => ({
	region,
	regionName: nameOf(region),
	from: said.from,
	by: said.by.name,
	at: said.at,
	reason: said.reason,
});

const fixed = (): Refusal =>
	refusal(
		"PARAM_FIXED",
		say("该参数随规则集取值，本级不得调整", "It comes with the rule set: this office may not change it"),
		say("如需不同取值，由省里选用或发布规则集", "Another value takes another rule set"),
		{ field: "value", who: ["provOffice"] },
	);

const locked = (): Refusal =>
	refusal(
		"OUTSIDE_PROVINCE_LIMITS",
		say("省里规定该参数各市统一，不得另定", "The province keeps this parameter the same everywhere"),
		say("请省整改办调整", "Ask the provincial office"),
		{ field: "value", who: ["provOffice"] },
	);

const noTier = (): Refusal =>
	refusal(
		"RULES_TIER",
		say("规则由省、市两级维护，县（区）随所在市", "Rules are kept by the province and its cities"),
		say("请市整改办调整", "Ask the city's office"),
		{ who: RULE_KEEPERS },
	);

function changeRefusal(name: string, limit: ParamLimit, viewing: Viewing): Refusal | null {
	const { actor, region, book, on } = viewing;
	const denied = can(actor, "changeParameter", placeResource(region));
	if (denied !== null) return denied;
	const tier = ruleTierOf(region);
	if (tier === null) return noTier();
	if (limit[tier] === "never") return fixed();
	return frameOn(book, region, name, on)?.bounds?.kind === "locked" ? locked() : null;
}

/** Who set a value that holds: found by its source tag. */
function setterOf(name: string, value: Param, viewing: Viewing): Said | null {
	const source = readOfficeSource(value.src);
	const owner =
		source === null ? undefined : lineageOf(viewing.region).find((code) => code === source.region);
	const change = changesOn(owner === undefined ? undefined : viewing.book.get(owner), viewing.on).find(
		(one) => one.name === name,
	);
	return owner === undefined || change === undefined ? null : saidIn(owner, change, viewing);
}

function paramOf(
	name: string,
	limit: ParamLimit,
	{ value, inherited }: { value: Param; inherited: Param },
	viewing: Viewing,
): RegionParam {
	const { book, region, on } = viewing;
	const own = book.get(region);
	const held = changesOn(own, on).find((change) => change.name === name);
	const overruled =
		held === undefined || held.value === null || sameJson(held.value, value.v)
			? null
			: { value: held.value, said: saidIn(region, held, viewing) };
	const frame = frameOn(book, region, name, on);
	const [province] = lineageOf(region);
	return {
		name,
		value,
		inherited,
		setBy: setterOf(name, value, viewing),
		overruled,
		planned: (own?.changes ?? [])
			.filter((change) => change.name === name && change.from > on)
			.map((change) => ({ value: change.value, said: saidIn(region, change, viewing) })),
		limit,
		frame:
			frame?.bounds == null || province === undefined
				? null
				: { bounds: frame.bounds, said: saidIn(province, frame, viewing) },
		refusal: changeRefusal(name, limit, viewing),
	};
}

function paramsOf(viewing: Viewing): RegionParam[] {
	const { book, region, on } = viewing;
	const now = rulesOf(book, { region, on }).params;
	const without = inheritedRules(book, { region, on }).params;
	return PARAM_NAMES.flatMap((name) => {
		const [value, inherited, limit] = [now[name], without[name], limitOfParam(name)];
		if (value === undefined || inherited === undefined || limit === null) return [];
		return [paramOf(name, limit, { value, inherited }, viewing)];
	});
}

/** The sets that a region may choose on a day: all in force, in a city those that are built on its province's. */
function choosableIn({ book, region, on }: Viewing): RegionRulesView["choosable"] {
	const above = lineageOf(region).at(-2);
	const needed = above === undefined ? null : (choiceOn(book, above, on)?.choice.ruleSetId ?? null);
	const ids = [...new Set(builtInRuleSets().map(({ id }) => id))];
	return ids.flatMap((id) => {
		const chain = chainIds(builtInRuleSets(), id, on);
		const set = ruleSetNamed(id);
		const fits = chain.length > 0 && (needed === null || chain.includes(needed));
		return fits && set !== undefined ? [{ id, name: set.name }] : [];
	});
}

/** The rules of a region as its page shows them, out of what was loaded. */
export function viewOf(viewing: Viewing): RegionRulesView {
	const { actor, book, region, on } = viewing;
	const rules = rulesOf(book, { region, on });
	const held = choiceOn(book, region, on);
	const own = book.get(region);
	const denied = can(actor, "chooseRuleSet", placeResource(region));
	return {
		region,
		regionName: viewing.nameOf(region),
		version: own?.version ?? 0,
		on,
		ruleSet: {
			id: rules.id,
			version: rules.version,
			name: ruleSetNamed(rules.id)?.name ?? say(rules.id, rules.id),
			chosenBy: held === null ? null : saidIn(held.region, held.choice, viewing),
		},
		plannedChoices: (own?.choices ?? [])
			.filter(({ from }) => from > on)
			.map((choice) => ({ ruleSetId: choice.ruleSetId, said: saidIn(region, choice, viewing) })),
		ownChoice: stepOn(own?.choices ?? [], on)?.ruleSetId ?? null,
		choosable: choosableIn(viewing),
		chooseRefusal: denied ?? (ruleTierOf(region) === null ? noTier() : null),
		params: paramsOf(viewing),
	};
}

/** The page of a region's rules on a day, read anew. */
export async function readView(
	reader: Reader,
	{ actor, region, on }: Pick<Viewing, "actor" | "region" | "on">,
): Promise<RegionRulesView> {
	const [book, regions] = await Promise.all([loadRegionBook(reader), findRegions(reader, lineageOf(region))]);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	return viewOf({ actor, book, region, on, nameOf: (code) => names.get(code) ?? code });
}

/** The rules of a region on a day: the actor's own and today when nothing is named. */
export const getRegionRules =
	(context: ServiceContext) =>
	async (actor: Actor, region?: RegionCode, on?: IsoDate): Promise<RegionRulesView> => {
		const wanted = region ?? ownRegion(actor);
		authoriseRules(actor, wanted);
		const day = on ?? momentOf(context).today;
		return readView(readerOf(context.database), { actor, region: wanted, on: day });
	};
