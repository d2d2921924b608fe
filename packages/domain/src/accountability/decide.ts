import { can } from "../access/index.ts";
import {
	type Actor,
	accept,
	type Decision,
	differing,
	isSameParty,
	type Refusal,
	reject,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import type { ReferralCommand, ReferralVerb } from "./commands.ts";
import { type ReferralContext, referralResource } from "./context.ts";
import { decideAppeal, decideOutcome, decideReceive, decideRecordAppeal } from "./decide-discipline.ts";
import type { ReferralEvent } from "./events.ts";
import { EVENTS_OF_REFERRAL_VERB, REFERRAL_TRANSITIONS } from "./lifecycle.ts";
import {
	distinctionMissing,
	evidenceMissing,
	factsMissing,
	inFuture,
	notThen,
	notThere,
	ownReferral,
	personNeeded,
	subjectMissing,
	thereAlready,
	unchanged,
	unknownIn,
	wrongOrder,
} from "./refusals.ts";
import { Distinction, type Referral, type ReferralContent } from "./schema.ts";
import { traceAll } from "./trace.ts";
import { knownReferral, sightOf } from "./visibility.ts";

type CommandOf<V extends ReferralVerb> = Extract<ReferralCommand, { type: V }>;
type Decided = Decision<ReferralEvent>;

/** The parts of a referral's content, in the order of its form. */
export const REFERRAL_FIELDS = [
	"title",
	"issueIds",
	"failedOn",
	"failureMode",
	"fraudKind",
	"facts",
	"evidence",
	"instrumentIds",
	"documents",
	"subjects",
	"faultTolerance",
] as const satisfies readonly (keyof ReferralContent)[];

/** RSP-03: whether a person, known by name, acts. */
const personGuard = (actor: Actor, verb: ReferralVerb): Refusal[] =>
	actor.kind === "person" ? [] : [personNeeded(verb)];

/**
 * Who may, and whether the state lets it through: what holds for a verb before its particulars are known. Whoever may
 * not see the referral is told that there is none.
 */
export function referralGate(
	referral: Referral,
	verb: ReferralVerb,
	context: Pick<ReferralContext, "actor">,
): readonly Refusal[] {
	const { actor } = context;
	const sight = sightOf(actor, referral);
	const denied = can(actor, verb, referralResource(referral));
	const unseen = sight === "none" && denied === null ? [notThere()] : [];
	const refusals = [...(denied === null ? [] : [denied]), ...personGuard(actor, verb), ...unseen];
	if (refusals.length > 0) return refusals;
	const open = EVENTS_OF_REFERRAL_VERB[verb].some(
		(type) => REFERRAL_TRANSITIONS[referral.state][type] !== "refused",
	);
	if (open) return [];
	return [notThen(verb, knownReferral(referral, sight === "whole" ? "whole" : "facts").state)];
}

/** That everything which the content names is there. */
function referencesGuard(content: ReferralContent, { surroundings }: ReferralContext): Refusal[] {
	const { issues, units, instruments } = surroundings;
	return [
		...content.issueIds.flatMap((id, at) =>
			issues.has(id) ? [] : [unknownIn(say("问题", "issue"), `issueIds.${at}`)],
		),
		...content.evidence.flatMap(({ issueId, evidenceId }, at) => {
			const held = issues.get(issueId)?.progress?.evidence.some(({ id }) => id === evidenceId) ?? false;
			return held && content.issueIds.includes(issueId)
				? []
				: [unknownIn(say("佐证材料", "piece of evidence"), `evidence.${at}`)];
		}),
		...content.instrumentIds.flatMap((id, at) =>
			instruments === null || instruments.has(id)
				? []
				: [unknownIn(say("督办件", "instrument"), `instrumentIds.${at}`)],
		),
		...content.subjects.flatMap(({ unitId }, at) =>
			unitId === null || units.has(unitId) ? [] : [unknownIn(say("单位", "unit"), `subjects.${at}.unitId`)],
		),
	];
}

const failedGuard = (
	{ failedOn }: ReferralContent,
	verb: ReferralVerb,
	{ now }: ReferralContext,
): Refusal[] => (failedOn > shanghaiDate(now) ? [inFuture("failedOn", verb)] : []);

function decideDraft(
	state: Referral | null,
	command: CommandOf<"draftReferral">,
	context: ReferralContext,
): Decided {
	const { referralId, region, content } = command;
	const denied = can(context.actor, command.type, referralResource({ region }));
	const closed = [...(denied === null ? [] : [denied]), ...personGuard(context.actor, command.type)];
	if (closed.length > 0) return reject(...closed);
	if (state !== null) return reject(thereAlready());
	const refusals = [...referencesGuard(content, context), ...failedGuard(content, command.type, context)];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<ReferralEvent>({ type: "referralDrafted", at, by, referralId, region, content });
}

function decideAmend(
	state: Referral,
	command: CommandOf<"amendReferral">,
	context: ReferralContext,
): Decided {
	const changes = differing(state.content, command.changes, REFERRAL_FIELDS);
	if (changes === null) return reject(unchanged());
	const content = { ...state.content, ...changes.to };
	const refusals = [...referencesGuard(content, context), ...failedGuard(content, command.type, context)];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<ReferralEvent>({ type: "referralAmended", at, by, ...changes });
}

/** RSP-02: facts, evidence, whom it is about, and each of the three distinctions answered in words. */
export function submissionGuard({ content }: Pick<Referral, "content">): Refusal[] {
	const { facts, evidence, instrumentIds, documents, subjects, faultTolerance } = content;
	return [
		...(facts.length < 2 ? [factsMissing()] : []),
		...(evidence.length + instrumentIds.length + documents.length === 0 ? [evidenceMissing()] : []),
		...(subjects.length === 0 ? [subjectMissing()] : []),
		...Distinction.options.filter((key) => faultTolerance[key] === null).map(distinctionMissing),
	];
}

function decideSubmit(state: Referral, context: ReferralContext): Decided {
	const refusals = [...submissionGuard(state), ...referencesGuard(state.content, context)];
	if (refusals.length > 0) return reject(...refusals);
	const { issueIds, failedOn } = state.content;
	const traces = traceAll(context.surroundings.issues, issueIds, failedOn);
	return accept<ReferralEvent>({ type: "referralSubmitted", at: context.now, by: context.stamp, traces });
}

/** SOD-01: those who wrote or handed it in do not decide on it. */
export function deciderGuard(state: Referral, stamp: ReferralContext["stamp"]): Refusal[] {
	const wrote = [...state.authors, ...state.submissions.map(({ by }) => by)];
	return wrote.some((by) => isSameParty(by, stamp)) ? [ownReferral()] : [];
}

function decideDecide(
	state: Referral,
	command: CommandOf<"decideReferral">,
	context: ReferralContext,
): Decided {
	const { now: at, stamp: by } = context;
	const submitted = state.submissions.at(-1);
	const refusals = [
		...deciderGuard(state, by),
		...(command.on > shanghaiDate(at) ? [inFuture("on", command.type)] : []),
		...(submitted !== undefined && command.on < shanghaiDate(submitted.at)
			? [wrongOrder("on", command.type)]
			: []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { verdict, decidedBy, on, reason, document } = command;
	const decision = { verdict, decidedBy, on, reason, document, at, by };
	const type = verdict === "refer" ? "referralReferred" : "referralDeclined";
	return accept<ReferralEvent>({ type, at, by, decision });
}

function decideReturn(state: Referral, reason: string, context: ReferralContext): Decided {
	const { now: at, stamp: by } = context;
	const refusals = deciderGuard(state, by);
	return refusals.length > 0
		? reject(...refusals)
		: accept<ReferralEvent>({ type: "referralReturned", at, by, reason });
}

/**
 * What a command would make happen to a referral: its events, or every reason why not. Includes the policy table. Pure
 * and total: it never throws, and it proposes nothing by itself (RSP-03).
 */
export function decideReferral(
	state: Referral | null,
	command: ReferralCommand,
	context: ReferralContext,
): Decided {
	if (command.type === "draftReferral") return decideDraft(state, command, context);
	if (state === null) return reject(notThere());
	const closed = referralGate(state, command.type, context);
	if (closed.length > 0) return reject(...closed);
	switch (command.type) {
		case "amendReferral":
			return decideAmend(state, command, context);
		case "submitReferral":
			return decideSubmit(state, context);
		case "returnReferral":
			return decideReturn(state, command.reason, context);
		case "decideReferral":
			return decideDecide(state, command, context);
		case "receiveReferral":
			return decideReceive(state, command, context);
		case "recordOutcome":
			return decideOutcome(state, command, context);
		case "recordAppeal":
			return decideRecordAppeal(state, command, context);
		case "decideAppeal":
			return decideAppeal(state, command, context);
		case "withdrawReferral":
			return accept<ReferralEvent>({
				type: "referralWithdrawn",
				at: context.now,
				by: context.stamp,
				reason: command.reason,
			});
	}
}
