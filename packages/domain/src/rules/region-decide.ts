import { can, placeResource } from "../access/index.ts";
import {
	type Actor,
	type ActorStamp,
	accept,
	type Bilingual,
	type Decision,
	type Instant,
	type IsoDate,
	type Refusal,
	type RegionCode,
	refusal,
	reject,
	sameJson,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import { builtInRuleSets } from "./built-in.ts";
import {
	boundsBreach,
	boundsFit,
	type LimitBreach,
	limitBreach,
	moveBreach,
	RULE_KEEPERS,
} from "./limits.ts";
import { limitOfParam } from "./param-limits.ts";
import { stepOn } from "./region-evolve.ts";
import {
	chainIds,
	choiceOn,
	frameOn,
	inheritedRules,
	lineageOf,
	type RegionBook,
	ruleTierOf,
} from "./region-resolve.ts";
import type { RegionRules, RegionRulesCommand, RegionRulesEvent, RegionRulesId } from "./region-schema.ts";
import type { Param, RuleSet } from "./schema.ts";

export type RegionRulesContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	/** The region whose rules are kept, and the id of its stream. */
	readonly region: RegionCode;
	readonly id: RegionRulesId;
	/** The rules of the regions above, and of this one. */
	readonly book: RegionBook;
	/** The rule sets there are; those that come with the system when left out. */
	readonly sets?: readonly RuleSet[];
};

type CommandOf<T extends RegionRulesCommand["type"]> = Extract<RegionRulesCommand, { type: T }>;

const no = (code: string, field: string | null, message: Bilingual, clears: Bilingual): Refusal =>
	refusal(code, message, clears, { field, who: RULE_KEEPERS });
const fromBreach = (breach: LimitBreach, field: string): Refusal =>
	no(breach.code, field, breach.message, breach.clears);

/** What every command has to keep: who, where, from when, why. */
function commonRefusals(command: RegionRulesCommand, context: RegionRulesContext): Refusal[] {
	const denied = can(context.actor, command.type, placeResource(context.region));
	if (denied !== null) return [denied];
	const refusals: Refusal[] = [];
	if (ruleTierOf(context.region) === null) {
		refusals.push(
			no(
				"RULES_TIER",
				null,
				say("规则由省、市两级维护，县（区）随所在市", "Rules are kept by the province and its cities"),
				say("请市整改办调整", "Ask the city's office"),
			),
		);
	}
	if (command.effectiveFrom < shanghaiDate(context.now)) {
		refusals.push(
			no(
				"EFFECTIVE_IN_PAST",
				"effectiveFrom",
				say("生效日期不能早于今天：过去按当时的规则办理", "What held on past days stays as it was"),
				say("填写今天或以后的日期", "Give today or a later day"),
			),
		);
	}
	if (command.reason.trim().length < 2) {
		refusals.push(
			no(
				"REASON_MISSING",
				"reason",
				say("须写明原因", "A reason is needed"),
				say("填写原因（不少于两个字）", "Write the reason (at least two characters)"),
			),
		);
	}
	return refusals;
}

const setsOf = (context: RegionRulesContext): readonly RuleSet[] => context.sets ?? builtInRuleSets();

const saidBy = (command: RegionRulesCommand, context: RegionRulesContext) => ({
	from: command.effectiveFrom,
	reason: command.reason,
	by: context.stamp,
	at: context.now,
});
const headOf = (context: RegionRulesContext) => ({
	at: context.now,
	id: context.id,
	region: context.region,
});

const unchanged = (field: string): Refusal =>
	no(
		"NO_CHANGE",
		field,
		say("自该日起本就如此，没有变更", "It holds from that day already"),
		say("修改后再提交", "Change something"),
	);

/** Whether anything of these is planned after a day: then saying the same again still drops what was planned. */
const plannedAfter = (steps: readonly { readonly from: IsoDate }[], day: IsoDate): boolean =>
	steps.some(({ from }) => from > day);

function chooseRefusals(
	state: RegionRules | null,
	command: CommandOf<"chooseRuleSet">,
	context: RegionRulesContext,
): Refusal[] {
	const { ruleSetId, effectiveFrom: on } = command;
	const choices = state?.choices ?? [];
	if ((stepOn(choices, on)?.ruleSetId ?? null) === ruleSetId && !plannedAfter(choices, on)) {
		return [unchanged("ruleSetId")];
	}
	if (ruleSetId === null) return [];
	const chain = chainIds(setsOf(context), ruleSetId, on);
	if (chain.length === 0) {
		return [
			no(
				"RULE_SET_UNKNOWN",
				"ruleSetId",
				say(`没有规则集“${ruleSetId}”，或它在${on}不生效`, `No rule set "${ruleSetId}" is in force on ${on}`),
				say("从规则集清单中选择", "Choose one of the list"),
			),
		];
	}
	const above = lineageOf(context.region).at(-2);
	const theirs = above === undefined ? null : choiceOn(context.book, above, on, setsOf(context));
	const needed = theirs?.choice.ruleSetId ?? null;
	if (needed === null || chain.includes(needed)) return [];
	return [
		no(
			"OUTSIDE_PROVINCE_SET",
			"ruleSetId",
			say(
				`省里采用规则集“${needed}”，市里只能采用它或以它为基础的规则集`,
				`The province works by "${needed}": a city takes it, or a set that is built on it`,
			),
			say("选择以省规则集为基础的规则集", "Choose a set that is built on the province's"),
		),
	];
}

function decideChoose(
	state: RegionRules | null,
	command: CommandOf<"chooseRuleSet">,
	context: RegionRulesContext,
): Decision<RegionRulesEvent> {
	const refusals = chooseRefusals(state, command, context);
	if (refusals.length > 0) return reject(...refusals);
	const choice = { ruleSetId: command.ruleSetId, ...saidBy(command, context) };
	return accept<RegionRulesEvent>({ type: "ruleSetChosen", ...headOf(context), choice });
}

const unknownParam = (name: string): Refusal =>
	no(
		"PARAM_UNKNOWN",
		"name",
		say(`没有参数“${name}”`, `There is no parameter "${name}"`),
		say("从参数清单中选择", "Choose one of the list"),
	);

/** What would hold for a parameter on a day without the region's own word. */
function inheritedParam(name: string, on: IsoDate, context: RegionRulesContext): Param | undefined {
	const { params } = inheritedRules(context.book, { region: context.region, on }, setsOf(context));
	return Object.hasOwn(params, name) ? params[name] : undefined;
}

function changeRefusals(
	state: RegionRules | null,
	command: CommandOf<"changeParameter">,
	context: RegionRulesContext,
	inherited: Param,
): Refusal[] {
	const { name, value, effectiveFrom: on } = command;
	const limit = limitOfParam(name);
	const tier = ruleTierOf(context.region);
	if (limit === null || tier === null) return [unknownParam(name)];
	const own = (state?.changes ?? []).filter((change) => change.name === name);
	if (sameJson(stepOn(own, on)?.value ?? null, value) && !plannedAfter(own, on)) return [unchanged("value")];
	const outOfShape = limitBreach(limit, value);
	if (outOfShape !== null) return [fromBreach(outOfShape, "value")];
	const moved = moveBreach(limit, tier, inherited.v, value);
	const frame = frameOn(context.book, context.region, name, on);
	const outside = frame?.bounds == null ? null : boundsBreach(frame.bounds, value);
	return [moved, outside].filter((found) => found !== null).map((found) => fromBreach(found, "value"));
}

function decideChange(
	state: RegionRules | null,
	command: CommandOf<"changeParameter">,
	context: RegionRulesContext,
): Decision<RegionRulesEvent> {
	const inherited = inheritedParam(command.name, command.effectiveFrom, context);
	if (inherited === undefined) return reject(unknownParam(command.name));
	const refusals = changeRefusals(state, command, context, inherited);
	if (refusals.length > 0) return reject(...refusals);
	const change = { name: command.name, value: command.value, ...saidBy(command, context) };
	return accept<RegionRulesEvent>({
		type: "parameterChanged",
		...headOf(context),
		change,
		before: inherited.v,
	});
}

function decideWithdraw(
	state: RegionRules | null,
	command: CommandOf<"withdrawParameter">,
	context: RegionRulesContext,
): Decision<RegionRulesEvent> {
	const own = (state?.changes ?? []).filter(({ name }) => name === command.name);
	const held = stepOn(own, command.effectiveFrom)?.value ?? null;
	const planned = own.findLast(({ from, value }) => from > command.effectiveFrom && value !== null);
	const before = held ?? planned?.value ?? null;
	if (before === null) {
		return reject(
			no(
				"NOTHING_TO_WITHDRAW",
				"name",
				say("本级自该日起没有另定该参数", "This region sets nothing of its own for it from that day on"),
				say("无需撤销", "There is nothing to withdraw"),
			),
		);
	}
	const change = { name: command.name, value: null, ...saidBy(command, context) };
	return accept<RegionRulesEvent>({ type: "parameterWithdrawn", ...headOf(context), change, before });
}

function decideLimit(
	state: RegionRules | null,
	command: CommandOf<"limitParameter">,
	context: RegionRulesContext,
): Decision<RegionRulesEvent> {
	const limit = limitOfParam(command.name);
	if (limit === null) return reject(unknownParam(command.name));
	if (ruleTierOf(context.region) !== "province") {
		return reject(
			no(
				"RULES_TIER",
				null,
				say("只有省里可以限定各市的取值", "Only a province says how far its cities may go"),
				say("请省整改办限定", "Ask the provincial office"),
			),
		);
	}
	const { bounds } = command;
	if (bounds !== null && !boundsFit(limit, bounds)) {
		return reject(
			no(
				"PARAM_KIND",
				"bounds",
				say("限定的方式与参数类型不符", "This is no frame for a parameter of its kind"),
				say("数值用上下限，清单用可选项", "A range for numbers, entries for lists and choices"),
			),
		);
	}
	const own = (state?.frames ?? []).filter(({ name }) => name === command.name);
	const now = stepOn(own, command.effectiveFrom)?.bounds ?? null;
	if (sameJson(now, bounds) && !plannedAfter(own, command.effectiveFrom)) return reject(unchanged("bounds"));
	const frame = { name: command.name, bounds, ...saidBy(command, context) };
	return accept<RegionRulesEvent>({ type: "parameterLimited", ...headOf(context), frame });
}

/** What a command would make happen to the rules of a region. Pure and total. */
export function decideRegionRules(
	state: RegionRules | null,
	command: RegionRulesCommand,
	context: RegionRulesContext,
): Decision<RegionRulesEvent> {
	const refusals = commonRefusals(command, context);
	if (refusals.length > 0) return reject(...refusals);
	switch (command.type) {
		case "chooseRuleSet":
			return decideChoose(state, command, context);
		case "changeParameter":
			return decideChange(state, command, context);
		case "withdrawParameter":
			return decideWithdraw(state, command, context);
		case "limitParameter":
			return decideLimit(state, command, context);
	}
}
