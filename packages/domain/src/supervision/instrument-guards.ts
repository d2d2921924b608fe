import { can } from "../access/index.ts";
import type { Actor, ActorStamp, Bilingual, IsoDate } from "../kernel/index.ts";
import { isSameParty, type Refusal, type UnitId } from "../kernel/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import { caseVocab, valuesOf } from "../vocabulary/index.ts";
import { boundTo } from "./bound-rules.ts";
import { type Instrument, type InstrumentKind, needsApproval } from "./instrument.ts";
import type { InstrumentVerb } from "./instrument-commands.ts";
import {
	dayOf,
	type InstrumentContext,
	type InstrumentFacts,
	type InstrumentIssue,
	instrumentResource,
} from "./instrument-context.ts";
import { isPossible } from "./instrument-lifecycle.ts";
import * as refuse from "./instrument-refusals.ts";

type Refusals = readonly Refusal[];
const OFFICE_ROLES: ReadonlySet<string> = new Set([...refuse.OFFICES, "leadingGroup"]);
const OVER: ReadonlySet<string> = new Set(["closed", "merged", "carriedOver", "withdrawn"]);

/** Whether somebody acts for an office or the leading group: the others handle only what they drafted themselves. */
const actsAsSupervisor = ({ actor }: Pick<InstrumentContext, "actor">): boolean =>
	"role" in actor && OFFICE_ROLES.has(actor.role);

/** Why a kind is not the actor's to draft: what stands above a letter is submitted by an office. */
export const kindRefusals = (kind: InstrumentKind, actor: Actor): Refusals =>
	needsApproval(kind) && !actsAsSupervisor({ actor }) ? [refuse.notYourKind(kind)] : [];

/** Why an actor can draft nothing on an issue, whatever its particulars. */
export function draftRefusals(issue: InstrumentIssue, actor: Actor, today: IsoDate): Refusals {
	const denied = can(actor, "draftInstrument", instrumentResource(issue, today));
	if (denied !== null) return [denied];
	return OVER.has(issue.lifecycle) ? [refuse.issueOver()] : [];
}

/** The policy table, asked of the place of the instrument or of the issue it is to be about. */
export function policyGuard(
	verb: InstrumentVerb,
	at: Parameters<typeof instrumentResource>[0],
	context: InstrumentContext,
): Refusals {
	const assignments = context.surroundings.issue?.assignments ?? [];
	const denied = can(context.actor, verb, instrumentResource({ ...at, assignments }, dayOf(context)));
	return denied === null ? [] : [denied];
}

/** Who is addressed by an instrument: the actor's own unit. */
export const addressedUnit = (
	{ addresseeUnitIds }: Pick<Instrument, "addresseeUnitIds">,
	{ stamp }: InstrumentContext,
): UnitId | null => addresseeUnitIds.find((id) => id === stamp.unitId) ?? null;

/** Kinds of rungs below a kind that no instrument on the issue has used and the ladder of the rule set has. */
export function skippedRungs(
	kind: InstrumentKind,
	instruments: readonly Pick<InstrumentFacts, "kind" | "state">[],
	rules: ResolvedRules,
): InstrumentKind[] {
	const { rungs } = boundTo(rules);
	const own = rungs.get(kind);
	if (own === undefined) return [];
	let highest = 0;
	for (const { kind: used, state } of instruments) {
		if (state === "drafted" || state === "approved" || state === "discarded") continue;
		highest = Math.max(highest, rungs.get(used) ?? 0);
	}
	const skipped: InstrumentKind[] = [];
	for (const [other, rung] of rungs) {
		if (rung > highest && rung < own && other !== "specialInspection") skipped.push(other);
	}
	return skipped;
}

const replyPart = (instrument: Instrument, context: InstrumentContext): Refusals => {
	if (instrument.kind === "listedSupervision") return [refuse.wrongKind(instrument, "replyInstrument")];
	const unit = addressedUnit(instrument, context);
	if (unit === null) return [refuse.notAddressed()];
	const { talk, state, replies } = instrument;
	const waits = replies.some(({ by, verification }) => verification === null && by.unitId === unit);
	if (state === "replied" && waits) return [refuse.wrongInstrumentState(instrument, "replyInstrument")];
	return talk !== null && talk.minutes === null ? [refuse.talkNotMinuted()] : [];
};

const liftPart = ({ kind, state, replyDueOn }: Instrument): Refusals => {
	if (kind === "listedSupervision") return [refuse.wrongKind({ kind }, "liftInstrument")];
	const unasked = kind === "circular" && replyDueOn === null;
	return state === "verified" || unasked ? [] : [refuse.notVerified()];
};

/** Whether two stamps speak for the same body: one unit, or one office or group of one region. */
const isSameBody = (a: ActorStamp, b: ActorStamp): boolean =>
	isSameParty(a, b) ||
	(a.unitId === null && b.unitId === null && a.role !== null && a.role === b.role && a.region === b.region);

const unlistPart = ({ kind, state, listing }: Instrument, { stamp }: InstrumentContext): Refusals => {
	if (kind !== "listedSupervision") return [refuse.wrongKind({ kind }, "unlist")];
	const preAccepted = listing?.preAccepted ?? null;
	if (state !== "preAccepted" || preAccepted === null) return [refuse.notPreAccepted()];
	return isSameBody(preAccepted.by, stamp) ? [refuse.ownPreAcceptance()] : [];
};

const ofKind = (instrument: Instrument, kind: InstrumentKind, verb: InstrumentVerb): Refusals =>
	instrument.kind === kind ? [] : [refuse.wrongKind(instrument, verb)];

const ownSide = (instrument: Instrument, context: InstrumentContext): Refusals =>
	actsAsSupervisor(context) ||
	isSameParty(instrument.draftedBy, context.stamp) ||
	(instrument.draftedBy.role === context.stamp.role && context.stamp.role === "discipline")
		? []
		: [refuse.notYourDraft()];

/** What keeps a verb from being done whatever its particulars are, beside the policy and the lifecycle. */
function part(
	instrument: Instrument,
	verb: Exclude<InstrumentVerb, "draftInstrument">,
	context: InstrumentContext,
): Refusals {
	switch (verb) {
		case "approveInstrument":
			if (!needsApproval(instrument.kind)) return [refuse.needsNoApproval(instrument)];
			return isSameParty(instrument.draftedBy, context.stamp) ? [refuse.ownDraft()] : [];
		case "issueInstrument":
			if (context.stamp.kind !== "person") return [refuse.nobodyNamed()];
			if (needsApproval(instrument.kind) && instrument.state !== "approved") {
				return [refuse.approvalMissing(instrument)];
			}
			return ownSide(instrument, context);
		case "acknowledgeInstrument": {
			const unit = addressedUnit(instrument, context);
			if (unit === null) return [refuse.notAddressed()];
			return instrument.acknowledged.some(({ unitId }) => unitId === unit)
				? [refuse.acknowledgedAlready()]
				: [];
		}
		case "holdTalk":
			return [
				...ofKind(instrument, "admonitoryTalk", verb),
				...(instrument.talk !== null && instrument.talk.heldOn !== null ? [refuse.heldAlready()] : []),
			];
		case "minuteTalk":
			return ofKind(instrument, "admonitoryTalk", verb);
		case "replyInstrument":
			return replyPart(instrument, context);
		case "verifyReply": {
			const waiting = instrument.replies.filter(({ verification }) => verification === null);
			if (waiting.some(({ by }) => isSameParty(by, context.stamp))) return [refuse.ownReply()];
			return addressedUnit(instrument, context) === null ? ownSide(instrument, context) : [refuse.ownReply()];
		}
		case "liftInstrument":
			return [...liftPart(instrument), ...ownSide(instrument, context)];
		case "discardInstrument":
			return ownSide(instrument, context);
		case "extendListing":
		case "preAcceptListing":
		case "failListing":
			return ofKind(instrument, "listedSupervision", verb);
		case "unlist":
			return unlistPart(instrument, context);
		case "readdressInstrument":
		case "escalateInstrument":
			return [];
	}
}

/**
 * Why a verb cannot be done on an instrument by this actor, whatever its particulars. When this is empty a command with
 * sound particulars is accepted; when it is not, every command of the verb is refused.
 */
export function instrumentRefusalsOf(
	instrument: Instrument,
	verb: Exclude<InstrumentVerb, "draftInstrument">,
	context: InstrumentContext,
): Refusals {
	const denied = policyGuard(verb, instrument, context);
	if (denied.length > 0) return denied;
	if (isPossible(verb, instrument.state)) return part(instrument, verb, context);
	// What a rule says of a step taken too early tells more than the state alone.
	if (verb === "liftInstrument" && instrument.state === "replied") return [refuse.notVerified()];
	return [refuse.wrongInstrumentState(instrument, verb)];
}

const isOpenVerb = (verb: InstrumentVerb): verb is Exclude<InstrumentVerb, "draftInstrument"> =>
	verb !== "draftInstrument";

/** Something the viewer can or cannot do next with an instrument, with the reasons. */
export type InstrumentAction = {
	readonly verb: InstrumentVerb;
	readonly label: Bilingual;
	readonly allowed: boolean;
	readonly refusals: Refusal[];
	readonly warnings: Refusal[];
};

/** What an actor can do next with an instrument, and why not what it cannot: fronts make their buttons of it. */
export const instrumentActions = (instrument: Instrument, context: InstrumentContext): InstrumentAction[] =>
	valuesOf(caseVocab.instrumentVerb)
		.filter(isOpenVerb)
		.map((verb) => {
			const refusals = [...instrumentRefusalsOf(instrument, verb, context)];
			return {
				verb,
				label: caseVocab.instrumentVerb[verb],
				allowed: refusals.length === 0,
				refusals,
				warnings: [],
			};
		});
