import { can } from "../access/index.ts";
import {
	accept,
	type Decision,
	isWithin,
	type Refusal,
	type RegionCode,
	reject,
	say,
	shanghaiDate,
	type UnitId,
} from "../kernel/index.ts";
import type { ScreeningCommand, ScreeningVerb } from "./commands.ts";
import {
	heldTarget,
	type ScreeningContext,
	screeningResource,
	startResource,
	targetResource,
} from "./context.ts";
import { isUndecided, screeningTotals, standingOf } from "./coverage.ts";
import type { ScreeningEvent } from "./events.ts";
import { EVENT_OF_SCREENING_VERB, SCREENING_TRANSITIONS } from "./lifecycle.ts";
import {
	alreadyOpened,
	dayWrong,
	duePassed,
	findsUndecided,
	findTwice,
	findUnknown,
	institutionMissing,
	notCovered,
	nothingToScreen,
	screeningNotThere,
	screeningOver,
	screeningThereAlready,
	targetOutside,
	targetTwice,
	targetUnknown,
	unchanged,
	unknownIn,
	waivedOrScreened,
} from "./refusals.ts";
import { type Screening, type ScreeningTarget, targetKey } from "./schema.ts";

type CommandOf<V extends ScreeningVerb> = Extract<ScreeningCommand, { type: V }>;
type Refusals = readonly Refusal[];
type Decided = Decision<ScreeningEvent>;
type Placed = { target: ScreeningTarget; region: RegionCode };

/** Verbs about one target: what they reach depends on where it lies. */
const ABOUT_TARGET: ReadonlySet<ScreeningVerb> = new Set(["recordScreened", "openFound", "dismissFound"]);

/** Whether the state lets a verb through, and for verbs that are about the whole sweep who may. */
export function screeningGate(
	screening: Screening,
	verb: ScreeningVerb,
	{ actor }: Pick<ScreeningContext, "actor">,
): Refusals {
	const denied = ABOUT_TARGET.has(verb)
		? firstAllowed(screening, verb, actor)
		: can(actor, verb, screeningResource(screening));
	if (denied !== null) return [denied];
	return SCREENING_TRANSITIONS[screening.state][EVENT_OF_SCREENING_VERB[verb]] === "refused"
		? [screeningOver(verb)]
		: [];
}

/** Null where at least one target is within reach, else why the first is not. */
function firstAllowed(
	screening: Screening,
	verb: ScreeningVerb,
	actor: ScreeningContext["actor"],
): Refusal | null {
	let first: Refusal | null = null;
	for (const held of screening.coverage) {
		const denied = can(actor, verb, targetResource(screening, held));
		if (denied === null) return null;
		first ??= denied;
	}
	return first;
}

/** The targets of a command with where they lie, or why they cannot be targets. */
function targetsOf(
	areas: readonly RegionCode[],
	unitIds: readonly UnitId[],
	held: ReadonlySet<string>,
	{ actor, surroundings }: ScreeningContext,
): { placed: Placed[]; refusals: Refusal[] } {
	const placed: Placed[] = [];
	const refusals: Refusal[] = [];
	const seen = new Set(held);
	const add = (target: ScreeningTarget, region: RegionCode | undefined, field: string, what: Refusal) => {
		const key = targetKey(target);
		if (region === undefined) refusals.push(what);
		else if ("region" in actor && !isWithin(region, actor.region)) refusals.push(targetOutside(field));
		else if (seen.has(key)) refusals.push(targetTwice(field));
		else placed.push({ target, region });
		seen.add(key);
	};
	for (const [at, region] of areas.entries()) {
		const field = `areas.${at}`;
		const known = surroundings.regions.has(region) ? region : undefined;
		add({ kind: "area", region }, known, field, unknownIn(say("区域", "area"), field));
	}
	for (const [at, unitId] of unitIds.entries()) {
		const field = `unitIds.${at}`;
		const unit = surroundings.units.get(unitId);
		const region = unit?.active === true ? unit.region : undefined;
		add({ kind: "unit", unitId }, region, field, unknownIn(say("单位", "unit"), field));
	}
	return { placed, refusals };
}

const leadGuard = (unitId: UnitId | null, { surroundings }: ScreeningContext): Refusal[] =>
	unitId === null || surroundings.units.get(unitId)?.active === true
		? []
		: [unknownIn(say("单位", "unit"), "leadUnitId")];

function decideStart(
	state: Screening | null,
	command: CommandOf<"startScreening">,
	context: ScreeningContext,
): Decided {
	const issue = context.surroundings.issues.get(command.issueId);
	if (issue === undefined) return reject(unknownIn(say("问题", "issue"), "issueId"));
	const denied = can(context.actor, command.type, startResource(issue));
	if (denied !== null) return reject(denied);
	if (state !== null) return reject(screeningThereAlready());
	const { screeningId, issueId, problem, areas, unitIds, dueOn, leadUnitId } = command;
	const { placed, refusals } = targetsOf(areas, unitIds, new Set(), context);
	const all = [
		...(areas.length + unitIds.length === 0 ? [nothingToScreen()] : []),
		...refusals,
		...leadGuard(leadUnitId, context),
		...(dueOn < shanghaiDate(context.now) ? [duePassed()] : []),
	];
	if (all.length > 0) return reject(...all);
	const { now: at, stamp: by } = context;
	return accept<ScreeningEvent>({
		type: "screeningStarted",
		at,
		by,
		screeningId,
		issueId,
		region: issue.region,
		tier: issue.tier,
		problem,
		targets: placed,
		dueOn,
		leadUnitId,
	});
}

function decideAmend(
	state: Screening,
	command: CommandOf<"amendScreening">,
	context: ScreeningContext,
): Decided {
	const held = new Set(state.coverage.map(({ target }) => targetKey(target)));
	const { placed, refusals } = targetsOf(command.areas, command.unitIds, held, context);
	const dueTo = command.dueOn ?? state.dueOn;
	const leadUnitId = command.leadUnitId ?? state.leadUnitId;
	const moved = dueTo !== state.dueOn;
	const same =
		!moved && leadUnitId === state.leadUnitId && command.areas.length + command.unitIds.length === 0;
	const all = [
		...refusals,
		...leadGuard(command.leadUnitId, context),
		...(moved && dueTo < shanghaiDate(context.now) ? [duePassed()] : []),
		...(same ? [unchanged()] : []),
	];
	if (all.length > 0) return reject(...all);
	const { now: at, stamp: by } = context;
	const { reason } = command;
	return accept<ScreeningEvent>({
		type: "screeningAmended",
		at,
		by,
		targets: placed,
		dueFrom: state.dueOn,
		dueTo,
		leadUnitId,
		reason,
	});
}

function decideRecord(
	state: Screening,
	command: CommandOf<"recordScreened">,
	context: ScreeningContext,
): Decided {
	const { target, on, text, found } = command;
	const held = heldTarget(state, target);
	if (held === undefined) return reject(targetUnknown());
	const denied = can(context.actor, command.type, targetResource(state, held));
	if (denied !== null) return reject(denied);
	const known = new Set<string>(state.found.map(({ id }) => id));
	const again = found.flatMap(({ id }, at) => {
		const twice = known.has(id);
		known.add(id);
		return twice ? [findTwice(at)] : [];
	});
	const refusals = [...(on > shanghaiDate(context.now) ? [dayWrong("on", command.type)] : []), ...again];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<ScreeningEvent>({
		type: "targetScreened",
		at,
		by,
		target,
		record: { on, text, found: found.length, at, by },
		found: found.map((one) => ({
			...one,
			target: targetKey(target),
			at,
			by,
			opened: null,
			dismissed: null,
		})),
	});
}

function decideWaive(
	state: Screening,
	command: CommandOf<"waiveTarget">,
	context: ScreeningContext,
): Decided {
	const held = heldTarget(state, command.target);
	if (held === undefined) return reject(targetUnknown());
	if (standingOf(held) !== "pending") return reject(waivedOrScreened());
	const { target, reason } = command;
	return accept<ScreeningEvent>({ type: "targetWaived", at: context.now, by: context.stamp, target, reason });
}

function decideFind(
	state: Screening,
	command: CommandOf<"openFound"> | CommandOf<"dismissFound">,
	context: ScreeningContext,
): Decided {
	const { findId } = command;
	const find = state.found.find(({ id }) => id === findId);
	if (find === undefined || !isUndecided(find)) return reject(findUnknown());
	const held = state.coverage.find(({ target }) => targetKey(target) === find.target);
	const denied = held === undefined ? null : can(context.actor, command.type, targetResource(state, held));
	if (denied !== null) return reject(denied);
	const { now: at, stamp: by } = context;
	if (command.type === "dismissFound") {
		return accept<ScreeningEvent>({ type: "foundDismissed", at, by, findId, reason: command.reason });
	}
	const { issueId } = command;
	if (!context.surroundings.issues.has(issueId)) return reject(unknownIn(say("问题", "issue"), "issueId"));
	const taken =
		context.surroundings.taken.has(issueId) ||
		issueId === state.issueId ||
		state.found.some(({ opened }) => opened?.issueId === issueId);
	if (taken) return reject(alreadyOpened());
	return accept<ScreeningEvent>({ type: "foundOpened", at, by, findId, issueId });
}

function decideInstitution(
	command: CommandOf<"produceInstitution">,
	{ now: at, stamp: by }: ScreeningContext,
): Decided {
	const { institution } = command;
	if (institution.on > shanghaiDate(at)) return reject(dayWrong("institution.on", command.type));
	return accept<ScreeningEvent>({
		type: "institutionProduced",
		at,
		by,
		institution: { ...institution, at, by },
	});
}

/** What stands in front of the end whatever is said with it. */
export function closingGuard(state: Screening): Refusal[] {
	const { undecided } = screeningTotals(state);
	return undecided === 0 ? [] : [findsUndecided(undecided)];
}

function decideClose(
	state: Screening,
	command: CommandOf<"closeScreening">,
	context: ScreeningContext,
): Decided {
	const { summary, waiveRestReason, noInstitutionReason } = command;
	const left = state.coverage.filter((held) => standingOf(held) === "pending").map(({ target }) => target);
	const refusals = [
		...(left.length > 0 && waiveRestReason === null ? [notCovered(left.length)] : []),
		...closingGuard(state),
		...(state.institutions.length === 0 && noInstitutionReason === null ? [institutionMissing()] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<ScreeningEvent>({
		type: "screeningEnded",
		at,
		by,
		closing: { summary, on: shanghaiDate(at), noInstitutionReason, at, by },
		waivedRest:
			left.length === 0 || waiveRestReason === null ? null : { targets: left, reason: waiveRestReason },
	});
}

/**
 * What a command would make happen to a sweep: its events, or every reason why not. Includes the policy table. Pure and
 * total: it never throws.
 */
export function decideScreening(
	state: Screening | null,
	command: ScreeningCommand,
	context: ScreeningContext,
): Decided {
	if (command.type === "startScreening") return decideStart(state, command, context);
	if (state === null) return reject(screeningNotThere());
	const closed = screeningGate(state, command.type, context);
	if (closed.length > 0) return reject(...closed);
	switch (command.type) {
		case "amendScreening":
			return decideAmend(state, command, context);
		case "recordScreened":
			return decideRecord(state, command, context);
		case "waiveTarget":
			return decideWaive(state, command, context);
		case "openFound":
		case "dismissFound":
			return decideFind(state, command, context);
		case "produceInstitution":
			return decideInstitution(command, context);
		case "closeScreening":
			return decideClose(state, command, context);
		case "cancelScreening":
			return accept<ScreeningEvent>({
				type: "screeningCancelled",
				at: context.now,
				by: context.stamp,
				reason: command.reason,
			});
	}
}
