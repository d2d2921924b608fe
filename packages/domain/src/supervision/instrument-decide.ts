import {
	accept,
	addDays,
	addWorkingDays,
	type Decision,
	type IsoDate,
	ok,
	type Refusal,
	type Result,
	reject,
	say,
	shanghaiDate,
	type UnitId,
} from "../kernel/index.ts";
import { boundTo } from "./bound-rules.ts";
import type { Instrument, InstrumentKind } from "./instrument.ts";
import type { InstrumentCommand } from "./instrument-commands.ts";
import { dayOf, type InstrumentContext } from "./instrument-context.ts";
import { decideExtend, limitGuard } from "./instrument-decide-listing.ts";
import type { InstrumentEvent } from "./instrument-events.ts";
import { draftRefusals, instrumentRefusalsOf, kindRefusals, skippedRungs } from "./instrument-guards.ts";
import * as refuse from "./instrument-refusals.ts";

type CommandOf<T extends InstrumentCommand["type"]> = Extract<InstrumentCommand, { type: T }>;

function addresseeGuard(ids: readonly UnitId[], { surroundings }: InstrumentContext): Refusal[] {
	return ids.flatMap((id, index) => {
		if (ids.indexOf(id) !== index) return [refuse.unitTwice(index)];
		const unit = surroundings.units.get(id);
		if (unit === undefined) return [refuse.unknownUnit(index)];
		return unit.active ? [] : [refuse.unitClosed(unit.name, index)];
	});
}

function decideDraft(
	command: CommandOf<"draftInstrument">,
	context: InstrumentContext,
): Decision<InstrumentEvent> {
	const { issue, instruments } = context.surroundings;
	if (issue === null || issue.id !== command.issueId) return reject(refuse.notDrafted());
	const closed = draftRefusals(issue, context.actor, dayOf(context));
	if (closed.length > 0) return reject(...closed);
	const { kind, cause } = command;
	const skipped = skippedRungs(kind, instruments, context.rules);
	const refusals = [
		...kindRefusals(kind, context.actor),
		...(skipped.length > 0 && cause.skipsRungReason === null ? [refuse.rungSkipped(skipped)] : []),
		...addresseeGuard(command.addresseeUnitIds, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { instrumentId: id, issueId, title, body, addresseeUnitIds } = command;
	const { region, tier } = issue;
	const instrument = { id, issueId, region, tier, kind, title, body, cause, addresseeUnitIds };
	return accept<InstrumentEvent>({
		type: "instrumentDrafted",
		at: context.now,
		by: context.stamp,
		instrument,
	});
}

/** SUP-04: by when a kind asks for its reply when it is dispatched on a day. Null where the clock starts later or never. */
export function replyDueOn(
	kind: InstrumentKind,
	on: IsoDate,
	{ rules, calendar }: Pick<InstrumentContext, "rules" | "calendar">,
): Result<IsoDate | null> {
	if (kind === "listedSupervision" || kind === "admonitoryTalk") return ok(null);
	return addWorkingDays(calendar, on, boundTo(rules).letterReplyWd);
}

function decideDispatch(
	instrument: Instrument,
	command: CommandOf<"issueInstrument">,
	context: InstrumentContext,
): Decision<InstrumentEvent> {
	const { kind } = instrument;
	const { on, documentNumber, signer, limitOn, replyAsked } = command;
	const first = shanghaiDate(instrument.approved?.at ?? instrument.draftedAt);
	const today = dayOf(context);
	const due = replyAsked ? replyDueOn(kind, on, context) : ok(null);
	const listed = kind === "listedSupervision";
	const refusals = [
		...(on < first || on > today
			? [refuse.dayOutside("on", "SUP-01", say("制发日期", "The day of issue"), first, today)]
			: []),
		...(listed ? limitGuard(command, context) : limitOn === null ? [] : [refuse.limitNotAsked()]),
		...(replyAsked || kind === "circular" ? [] : [refuse.replyAlwaysAsked()]),
		...(due.ok ? [] : due.refusals),
	];
	if (!due.ok || refusals.length > 0) return reject(...refusals);
	return accept<InstrumentEvent>({
		type: "instrumentIssued",
		at: context.now,
		by: context.stamp,
		on,
		documentNumber,
		signer,
		replyDueOn: due.value,
		limitOn,
	});
}

function decideAcknowledge(
	instrument: Instrument,
	{ unitId }: CommandOf<"acknowledgeInstrument">,
	{ now: at, stamp: by }: InstrumentContext,
): Decision<InstrumentEvent> {
	if (unitId !== by.unitId || !instrument.addresseeUnitIds.includes(unitId)) {
		return reject(refuse.notAddressed());
	}
	return accept<InstrumentEvent>({ type: "instrumentAcknowledged", at, by, unitId });
}

function decideReaddress(
	instrument: Instrument,
	{ addresseeUnitIds, reason }: CommandOf<"readdressInstrument">,
	context: InstrumentContext,
): Decision<InstrumentEvent> {
	const held = new Set(instrument.addresseeUnitIds);
	const same = held.size === addresseeUnitIds.length && addresseeUnitIds.every((id) => held.has(id));
	const refusals = [...addresseeGuard(addresseeUnitIds, context), ...(same ? [refuse.sameAddressees()] : [])];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<InstrumentEvent>({ type: "instrumentReaddressed", at, by, addresseeUnitIds, reason });
}

function decideHold(
	{ issued, draftedAt }: Instrument,
	{ heldOn, chairedBy, present }: CommandOf<"holdTalk">,
	context: InstrumentContext,
): Decision<InstrumentEvent> {
	const first = issued?.on ?? shanghaiDate(draftedAt);
	const today = dayOf(context);
	if (heldOn < first || heldOn > today) {
		return reject(
			refuse.dayOutside("heldOn", "SUP-04", say("约谈日期", "The day of the talk"), first, today),
		);
	}
	const { now: at, stamp: by } = context;
	return accept<InstrumentEvent>({
		type: "talkHeld",
		at,
		by,
		heldOn,
		chairedBy,
		present,
		replyDueOn: addDays(heldOn, boundTo(context.rules).talkReplyDays),
	});
}

function decideEscalate(
	instrument: Instrument,
	{ to, reason }: CommandOf<"escalateInstrument">,
	context: InstrumentContext,
): Decision<InstrumentEvent> {
	const target = context.surroundings.instruments.find(({ id }) => id === to);
	if (target === undefined || target.issueId !== instrument.issueId || target.state === "discarded") {
		return reject(refuse.targetUnknown());
	}
	const { rungs } = boundTo(context.rules);
	if ((rungs.get(target.kind) ?? 0) <= (rungs.get(instrument.kind) ?? 0)) return reject(refuse.notHigher());
	const { now: at, stamp: by } = context;
	return accept<InstrumentEvent>({ type: "instrumentEscalated", at, by, to, reason });
}

function decideOn(
	instrument: Instrument,
	command: Exclude<InstrumentCommand, { type: "draftInstrument" }>,
	context: InstrumentContext,
): Decision<InstrumentEvent> {
	const { now: at, stamp: by } = context;
	switch (command.type) {
		case "approveInstrument":
			return accept<InstrumentEvent>({ type: "instrumentApproved", at, by, opinion: command.opinion });
		case "issueInstrument":
			return decideDispatch(instrument, command, context);
		case "acknowledgeInstrument":
			return decideAcknowledge(instrument, command, context);
		case "readdressInstrument":
			return decideReaddress(instrument, command, context);
		case "holdTalk":
			return decideHold(instrument, command, context);
		case "minuteTalk":
			return accept<InstrumentEvent>({ type: "talkMinuted", at, by, minutes: command.minutes });
		case "replyInstrument": {
			const { text, evidenceIds } = command;
			const reply = { text, evidenceIds, at, by, verification: null };
			return accept<InstrumentEvent>({ type: "instrumentReplied", at, reply });
		}
		case "verifyReply": {
			const type = command.verdict === "accepted" ? ("replyAccepted" as const) : ("replyRejected" as const);
			return accept<InstrumentEvent>({ type, at, by, reason: command.reason });
		}
		case "liftInstrument":
		case "unlist":
			return accept<InstrumentEvent>({ type: "instrumentLifted", at, by, reason: command.reason });
		case "escalateInstrument":
			return decideEscalate(instrument, command, context);
		case "discardInstrument":
			return accept<InstrumentEvent>({ type: "instrumentDiscarded", at, by, reason: command.reason });
		case "extendListing":
			return decideExtend(instrument, command, context);
		case "preAcceptListing":
			return accept<InstrumentEvent>({ type: "listingPreAccepted", at, by, opinion: command.opinion });
		case "failListing":
			return accept<InstrumentEvent>({ type: "listingFailed", at, by, reason: command.reason });
	}
}

/**
 * What a command would make happen to an instrument: its events, or every reason why not. Includes the policy table.
 * Pure and total: it never throws.
 */
export function decideInstrument(
	state: Instrument | null,
	command: InstrumentCommand,
	context: InstrumentContext,
): Decision<InstrumentEvent> {
	if (command.type === "draftInstrument") {
		return state === null ? decideDraft(command, context) : reject(refuse.draftedAlready());
	}
	if (state === null) return reject(refuse.notDrafted());
	const closed = instrumentRefusalsOf(state, command.type, context);
	return closed.length > 0 ? reject(...closed) : decideOn(state, command, context);
}
