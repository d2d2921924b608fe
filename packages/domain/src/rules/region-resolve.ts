import { type IsoDate, parentRegion, type RegionCode, tierOf } from "../kernel/index.ts";
import { builtInRuleSets } from "./built-in.ts";
import { boundsBreach, moveBreach, type RuleTier, sameKindOf } from "./limits.ts";
import { limitOfParam } from "./param-limits.ts";
import { stepOn } from "./region-evolve.ts";
import type { ParamChange, ParamFrame, RegionRules, RuleSetChoice } from "./region-schema.ts";
import { resolveRules, ruleSetChain } from "./resolve.ts";
import type { Param, ResolvedRules, RuleSet } from "./schema.ts";

const BASE = "base";

/** The rules of regions as they were loaded; a region that has none of its own is not in it. */
export type RegionBook = ReadonlyMap<RegionCode, RegionRules>;
export const NO_REGION_RULES: RegionBook = new Map();

/** What is asked: whose rules, on which day. */
export type RulesQuestion = {
	readonly region: RegionCode;
	readonly on: IsoDate;
	/** The set that an inspection's office named for it; null or left out where it named none. */
	readonly inspectionSet?: string | null;
};

/** A region and those above it, the province first. */
export function lineageOf(region: RegionCode): RegionCode[] {
	const line: RegionCode[] = [];
	for (let at: RegionCode | null = region; at !== null; at = parentRegion(at)) line.unshift(at);
	return line;
}

/** The tier whose limits a region's rules have to keep; null for a county, which keeps none of its own. */
export function ruleTierOf(region: RegionCode): RuleTier | null {
	const tier = tierOf(region);
	return tier === "county" ? null : tier;
}

/** The source tag of a value that an office set: whose, and from when. */
export const officeSource = (region: RegionCode, from: IsoDate): string => `office ${region} ${from}`;

/** Whose value it is and from when, for a source tag that {@link officeSource} made; null for every other. */
export function readOfficeSource(src: string): { region: string; from: string } | null {
	const found = /^office (\d{6}) (\d{4}-\d{2}-\d{2})$/.exec(src);
	const [, region, from] = found ?? [];
	return region === undefined || from === undefined ? null : { region, from };
}

/** The ids of a set and of those that it is built on, itself first; empty where it does not resolve on the day. */
export function chainIds(sets: readonly RuleSet[], id: string, on: IsoDate): readonly string[] {
	const chain = ruleSetChain(sets, id, on);
	return chain.ok ? chain.value.map((set) => set.id) : [];
}

/** A choice that is in force, with the region that made it. */
export type ChoiceInForce = { readonly region: RegionCode; readonly choice: RuleSetChoice };

/**
 * The rule set that a region works by on a day: its own choice, or that of the nearest region above. A city's choice
 * holds only while it is built on the set that its province works by.
 */
export function choiceOn(
	book: RegionBook,
	region: RegionCode,
	on: IsoDate,
	sets: readonly RuleSet[] = builtInRuleSets(),
): ChoiceInForce | null {
	let held: ChoiceInForce | null = null;
	for (const place of lineageOf(region)) {
		const choice = stepOn(book.get(place)?.choices ?? [], on);
		if (choice === undefined || choice.ruleSetId === null) continue;
		const chain = chainIds(sets, choice.ruleSetId, on);
		if (chain.length === 0) continue;
		if (held !== null && !chain.includes(held.choice.ruleSetId ?? BASE)) continue;
		held = { region: place, choice };
	}
	return held;
}

/** The parameters that a region itself sets on a day, the latest word on each. */
export function changesOn(rules: RegionRules | undefined, on: IsoDate): readonly ParamChange[] {
	if (rules === undefined) return [];
	const latest = new Map<string, ParamChange>();
	for (const change of rules.changes) if (change.from <= on) latest.set(change.name, change);
	return [...latest.values()].filter(({ value }) => value !== null);
}

/** The frame that the province of a region has set for a parameter on a day; null without one. */
export function frameOn(book: RegionBook, region: RegionCode, name: string, on: IsoDate): ParamFrame | null {
	const [province] = lineageOf(region);
	if (province === undefined || province === region) return null;
	const frames = book.get(province)?.frames.filter((frame) => frame.name === name) ?? [];
	const frame = stepOn(frames, on);
	return frame === undefined || frame.bounds === null ? null : frame;
}

/** Whether what a region set may hold over what it would inherit, on that day, within the frame of its province. */
function mayHold(book: RegionBook, region: RegionCode, change: ParamChange, inherited: Param, on: IsoDate) {
	const limit = limitOfParam(change.name);
	const tier = ruleTierOf(region);
	if (change.value === null || limit === null || tier === null) return false;
	if (!sameKindOf(change.value, inherited.v)) return false;
	if (moveBreach(limit, tier, inherited.v, change.value) !== null) return false;
	const frame = frameOn(book, region, change.name, on);
	return frame?.bounds == null || boundsBreach(frame.bounds, change.value) === null;
}

/** The set of a question before any office changed a parameter of it. */
function setFor(book: RegionBook, question: RulesQuestion, sets: readonly RuleSet[]): ResolvedRules {
	const { region, on, inspectionSet = null } = question;
	const wanted = [inspectionSet, choiceOn(book, region, on, sets)?.choice.ruleSetId, BASE];
	for (const id of wanted) {
		const found = id == null ? null : resolveRules(sets, id, on);
		if (found?.ok === true) return found.value;
	}
	// For days before anybody had rules.
	const first = sets.find(({ id }) => id === BASE)?.effectiveFrom;
	const base = first === undefined ? null : resolveRules(sets, BASE, first);
	if (base?.ok !== true) throw new Error("The base rule set does not resolve");
	return base.value;
}

/**
 * The rules that something in a region is under on a day: the set that its inspection names, else the one that its
 * region chose, else that of the region above, else the base; then what its province and its city set themselves, each
 * as far as it keeps the limits that hold on that day. Pure: later events on the same regions change no earlier day.
 * Throws only where the base itself does not resolve.
 */
export function rulesOf(
	book: RegionBook,
	question: RulesQuestion,
	sets: readonly RuleSet[] = builtInRuleSets(),
): ResolvedRules {
	const set = setFor(book, question, sets);
	let params: Record<string, Param> | null = null;
	for (const place of lineageOf(question.region)) {
		for (const change of changesOn(book.get(place), question.on)) {
			const inherited = Object.hasOwn(set.params, change.name)
				? (params ?? set.params)[change.name]
				: undefined;
			if (change.value === null || inherited === undefined) continue;
			if (!mayHold(book, place, change, inherited, question.on)) continue;
			params ??= { ...set.params };
			params[change.name] = { v: change.value, src: officeSource(place, change.from) };
		}
	}
	return params === null ? set : { ...set, params };
}

/** What would hold in a region without what it sets itself: the set, and what the region above it says. */
export function inheritedRules(
	book: RegionBook,
	question: RulesQuestion,
	sets: readonly RuleSet[] = builtInRuleSets(),
): ResolvedRules {
	const own = book.get(question.region);
	if (own === undefined) return rulesOf(book, question, sets);
	const without = new Map(book).set(question.region, { ...own, changes: [] });
	return rulesOf(without, question, sets);
}
