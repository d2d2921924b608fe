import { can } from "../../access/index.ts";
import {
	accept,
	addDays,
	type Decision,
	type IsoDate,
	type IssueId,
	type Refusal,
	reject,
	shanghaiDate,
} from "../../kernel/index.ts";
import { caseVocab } from "../../vocabulary/index.ts";
import type { LookBack } from "../closing-after.ts";
import type { DrawCommand, DrawVerb } from "./commands.ts";
import {
	type DrawContext,
	type DrawnIssue,
	drawnItem,
	drawResource,
	partyTookPart,
	unitTookPart,
} from "./context.ts";
import type { DrawEvent } from "./events.ts";
import { frameText, inOrder, methodOf, redraw } from "./frame.ts";
import { DRAW_TRANSITIONS, EVENT_OF_DRAW_VERB } from "./lifecycle.ts";
import * as no from "./refusals.ts";
import { type Draw, type DrawnItem, drawProgress, type FrameItem, isOpenItem } from "./schema.ts";

type CommandOf<V extends DrawVerb> = Extract<DrawCommand, { type: V }>;
type Decided = Decision<DrawEvent>;

/** The longest period of a draw: a year, leap days included. */
const LONGEST_DAYS = 366;

const earliestLater = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** Whether the state lets a verb through, and who may. */
export function drawGate(
	draw: Draw,
	verb: DrawVerb,
	{ actor }: Pick<DrawContext, "actor">,
): readonly Refusal[] {
	const denied = can(actor, verb, drawResource(draw));
	if (denied !== null) return [denied];
	return DRAW_TRANSITIONS[draw.state][EVENT_OF_DRAW_VERB[verb]] === "refused"
		? [no.notNow(verb, caseVocab.drawState[draw.state])]
		: [];
}

function seedGuard({ basis, to }: CommandOf<"openDraw">, today: IsoDate): Refusal[] {
	// On its last day nearly everything that is drawn from is known: a seed could be chosen by what it draws.
	if (basis.kind === "declared") return today >= to ? [no.seedTooLate()] : [];
	// The frame is frozen on a day after the period, and the number comes on a day after that.
	const earliest = earliestLater(today, addDays(to, 1));
	return basis.publishedOn > earliest ? [] : [no.publishedTooSoon(earliest)];
}

function decideOpen(state: Draw | null, command: CommandOf<"openDraw">, context: DrawContext): Decided {
	const { drawId, region, from, to, basis } = command;
	const denied = can(context.actor, command.type, drawResource({ region }));
	if (denied !== null) return reject(denied);
	if (state !== null) return reject(no.drawThereAlready());
	const { now: at, stamp: by, rules, surroundings } = context;
	const [other] = surroundings.overlapping;
	const refusals = [
		...(surroundings.regions.has(region) ? [] : [no.regionUnknown()]),
		...(from > to || to > addDays(from, LONGEST_DAYS) ? [no.periodWrong()] : []),
		...(other === undefined ? [] : [no.overlaps(other.from, other.to)]),
		...seedGuard(command, shanghaiDate(at)),
	];
	if (refusals.length > 0) return reject(...refusals);
	const method = methodOf(rules);
	return accept<DrawEvent>({ type: "drawOpened", at, by, drawId, region, from, to, basis, method });
}

/** What keeps the frame from being frozen today. */
export function freezeGuard({ to, basis }: Draw, context: Pick<DrawContext, "now">): Refusal[] {
	const today = shanghaiDate(context.now);
	if (today <= to) return [no.periodRuns(to)];
	return basis.kind === "public" && today >= basis.publishedOn ? [no.numberOut()] : [];
}

const drawn = (
	draw: Draw,
	items: readonly FrameItem[],
	seed: string,
	{ now: at, stamp: by }: DrawContext,
): DrawEvent => {
	const { picked, strata } = redraw(items, seed, draw.method);
	const known = new Map<string, FrameItem>(items.map((item) => [item.id, item]));
	return {
		type: "sampleDrawn",
		at,
		by,
		seed,
		strata: strata.map((stratum) => ({ ...stratum })),
		items: picked.flatMap(({ id, stratum, why }) => {
			const item = known.get(id);
			if (item === undefined) return [];
			const { id: issueId, number, region, unit, type } = item;
			return [{ issueId, number, region, unit, type, stratum, why }];
		}),
	};
};

function decideFreeze(draw: Draw, context: DrawContext): Decided {
	const items = inOrder(context.surroundings.frame);
	const refusals = [
		...freezeGuard(draw, context),
		...(items.length === 0 ? [no.frameEmpty(isForeseeable(draw, shanghaiDate(context.now)))] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const sha256 = context.sha256(frameText(items));
	const frozen = { type: "frameFrozen", at, by, items, sha256 } as const;
	if (draw.basis.kind === "public") return accept<DrawEvent>(frozen);
	return accept<DrawEvent>(frozen, drawn(draw, items, draw.basis.text, context));
}

/** What keeps the sample from being drawn today. */
export function numberGuard({ basis }: Draw, context: Pick<DrawContext, "now">): Refusal[] {
	return basis.kind === "public" && shanghaiDate(context.now) < basis.publishedOn
		? [no.numberNotOut(basis.publishedOn)]
		: [];
}

function decideDrawn(draw: Draw, { seed }: CommandOf<"drawLookBacks">, context: DrawContext): Decided {
	const { frame } = context.surroundings;
	const same = draw.frame !== null && context.sha256(frameText(frame)) === draw.frame.sha256;
	const refusals = [...numberGuard(draw, context), ...(same ? [] : [no.frameChanged()])];
	return refusals.length > 0 ? reject(...refusals) : accept<DrawEvent>(drawn(draw, frame, seed, context));
}

/** A drawn issue that waits, with what is known of it. */
function openItem(
	draw: Draw,
	issueId: IssueId,
	{ surroundings }: DrawContext,
): { item: DrawnItem; issue: DrawnIssue } | null {
	const item = drawnItem(draw, issueId);
	const issue = surroundings.issues.get(issueId);
	return item === undefined || issue === undefined || !isOpenItem(item) ? null : { item, issue };
}

function decideAssign(draw: Draw, command: CommandOf<"assignChecker">, context: DrawContext): Decided {
	const { unitId, name, dueOn } = command;
	const issueIds = [...new Set(command.issueIds)];
	const { now: at, stamp: by, surroundings } = context;
	const refusals = issueIds.flatMap((issueId, index) => {
		const field = `issueIds.${index}`;
		const held = openItem(draw, issueId, context);
		if (held === null) return [no.notDrawn(field)];
		return unitTookPart(held.issue, unitId) ? [no.ownAcceptance(held.item.number, field)] : [];
	});
	if (surroundings.units.get(unitId)?.active !== true) refusals.push(no.unitUnknown());
	if (dueOn !== null && dueOn < shanghaiDate(at)) refusals.push(no.dayPassed());
	if (refusals.length > 0) return reject(...refusals);
	return accept<DrawEvent>({
		type: "checkerAssigned",
		at,
		issueIds,
		checker: { unitId, name, dueOn, at, by },
	});
}

/** What keeps an actor from checking a drawn issue: it was given to others, or its own side had a part in it. */
function checkerGuard({ item, issue }: { item: DrawnItem; issue: DrawnIssue }, context: DrawContext) {
	const { checker, number } = item;
	if (checker === null) return [no.nobodyNamed()];
	const { stamp } = context;
	const isNamed = stamp.unitId === checker.unitId;
	// Offices type for those who checked; the organs of other sides do not answer for each other.
	const forThem = can(context.actor, "assignChecker", drawResource(item)) === null;
	return [
		...(isNamed || forThem ? [] : [no.notTheChecker()]),
		...(partyTookPart(issue, stamp) ? [no.ownAcceptance(number, "issueId")] : []),
	];
}

const checked = (
	issueId: IssueId,
	{ id, result, on }: Pick<LookBack, "id" | "result" | "on">,
	{ now: at, stamp: by }: DrawContext,
): DrawEvent => ({
	type: "drawnChecked",
	at,
	issueId,
	result: { lookBackId: id, result, on, at, by },
});

function decideRecord(draw: Draw, command: CommandOf<"recordDrawn">, context: DrawContext): Decided {
	const { issueId, lookBack } = command;
	const held = openItem(draw, issueId, context);
	if (held === null) return reject(no.notDrawn("issueId"));
	const refusals = [
		...checkerGuard(held, context),
		...(draw.seed !== null && lookBack.on < shanghaiDate(draw.seed.at) ? [no.beforeDraw()] : []),
	];
	return refusals.length > 0 ? reject(...refusals) : accept<DrawEvent>(checked(issueId, lookBack, context));
}

function decideLink(draw: Draw, command: CommandOf<"linkLookBack">, context: DrawContext): Decided {
	const { issueId, lookBackId } = command;
	const held = openItem(draw, issueId, context);
	if (held === null) return reject(no.notDrawn("issueId"));
	const rounds = held.issue.closeOut;
	const lookBack = [...(rounds?.earlier ?? []), ...(rounds === undefined ? [] : [rounds])]
		.flatMap(({ lookBacks }) => lookBacks)
		.find(({ id, at }) => id === lookBackId && draw.seed !== null && at >= draw.seed.at);
	if (lookBack === undefined) return reject(no.lookBackUnknown());
	const refusals = [
		...checkerGuard(held, context),
		...(partyTookPart(held.issue, lookBack.by) ? [no.ownAcceptance(held.item.number, "lookBackId")] : []),
	];
	return refusals.length > 0 ? reject(...refusals) : accept<DrawEvent>(checked(issueId, lookBack, context));
}

const isGroup = ({ actor }: Pick<DrawContext, "actor">): boolean =>
	"role" in actor && actor.role === "leadingGroup";

function decideWaive(
	draw: Draw,
	{ issueId, reason }: CommandOf<"waiveDrawn">,
	context: DrawContext,
): Decided {
	const held = openItem(draw, issueId, context);
	if (held === null) return reject(no.notDrawn("issueId"));
	if (held.issue.lifecycle === "closed" && !isGroup(context)) return reject(no.onlyTheGroup());
	const { now: at, stamp: by } = context;
	return accept<DrawEvent>({ type: "drawnWaived", at, by, issueId, reason });
}

/** What stands in front of the end: drawn issues without a result. */
export function closeDrawGuard(draw: Draw): Refusal[] {
	const { open } = drawProgress(draw);
	return open === 0 ? [] : [no.stillOpen(open)];
}

/** Whether anybody could work out by now what would be drawn. */
function isForeseeable({ basis, to }: Draw, today: IsoDate): boolean {
	return basis.kind === "declared" ? today >= to : today >= basis.publishedOn;
}

/** What keeps the office from giving a draw up: it could know what would be drawn. The leading group decides then. */
export const cancelDrawGuard = (draw: Draw, context: Pick<DrawContext, "actor" | "now">): Refusal[] =>
	isForeseeable(draw, shanghaiDate(context.now)) && !isGroup(context) ? [no.outcomeKnown()] : [];

function decideEnd(
	draw: Draw,
	command: CommandOf<"closeDraw"> | CommandOf<"cancelDraw">,
	context: DrawContext,
): Decided {
	const refusals = command.type === "closeDraw" ? closeDrawGuard(draw) : cancelDrawGuard(draw, context);
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return command.type === "closeDraw"
		? accept<DrawEvent>({ type: "drawClosed", at, by, summary: command.summary })
		: accept<DrawEvent>({ type: "drawCancelled", at, by, reason: command.reason });
}

/**
 * What a command would make happen to a draw: its events, or every reason why not. Includes the policy table. Pure and
 * total: it never throws.
 */
export function decideDraw(state: Draw | null, command: DrawCommand, context: DrawContext): Decided {
	if (command.type === "openDraw") return decideOpen(state, command, context);
	if (state === null) return reject(no.drawNotThere());
	const closed = drawGate(state, command.type, context);
	if (closed.length > 0) return reject(...closed);
	switch (command.type) {
		case "freezeFrame":
			return decideFreeze(state, context);
		case "drawLookBacks":
			return decideDrawn(state, command, context);
		case "assignChecker":
			return decideAssign(state, command, context);
		case "recordDrawn":
			return decideRecord(state, command, context);
		case "linkLookBack":
			return decideLink(state, command, context);
		case "waiveDrawn":
			return decideWaive(state, command, context);
		case "closeDraw":
		case "cancelDraw":
			return decideEnd(state, command, context);
	}
}
