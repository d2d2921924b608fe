import { accept, type Decision, type Refusal, reject, say, shanghaiDate } from "../kernel/index.ts";
import type { ReferralCommand } from "./commands.ts";
import type { ReferralContext } from "./context.ts";
import type { ReferralEvent } from "./events.ts";
import {
	appealPending,
	consequencesWrong,
	inFuture,
	noSuchAppeal,
	noSuchSubject,
	notYourCase,
	sameDecider,
	wrongOrder,
} from "./refusals.ts";
import type { Consequence, Referral } from "./schema.ts";

type CommandOf<V extends ReferralCommand["type"]> = Extract<ReferralCommand, { type: V }>;
type Decided = Decision<ReferralEvent>;
type Verb = "receiveReferral" | "recordOutcome" | "recordAppeal" | "decideAppeal";

/** A day between the step before and today. */
const dayGuard = (
	on: string,
	notBefore: string | undefined,
	verb: Verb,
	{ now }: ReferralContext,
	field = "on",
) => [
	...(on > shanghaiDate(now) ? [inFuture(field, verb)] : []),
	...(notBefore !== undefined && on < notBefore ? [wrongOrder(field, verb)] : []),
];

/** Only the organ that took it on records its outcome: another one of a tier above takes part in appeals alone. */
function organGuard({ receipt }: Referral, { stamp }: ReferralContext): Refusal[] {
	return receipt !== null && receipt.by.region !== stamp.region ? [notYourCase(receipt.organ)] : [];
}

export function decideReceive(
	state: Referral,
	command: CommandOf<"receiveReferral">,
	context: ReferralContext,
): Decided {
	const refusals = dayGuard(command.on, state.decision?.on, command.type, context);
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const receipt = { organ: command.organ, on: command.on, at, by };
	return accept<ReferralEvent>({ type: "referralReceived", at, by, receipt });
}

/** RSP-04: consequences name subjects of the referral, each one once. */
function consequencesGuard(
	state: Referral,
	consequences: readonly Consequence[],
	field: string,
	subject?: number,
): Refusal[] {
	const seen = new Set<string>();
	return consequences.flatMap((one, at) => {
		const key = `${one.subject} ${one.outcome}`;
		const again = seen.has(key);
		seen.add(key);
		const known = one.subject < state.content.subjects.length && (subject ?? one.subject) === one.subject;
		return [
			...(known ? [] : [noSuchSubject(`${field}.${at}.subject`)]),
			...(again
				? [
						consequencesWrong(
							`${field}.${at}`,
							say("同一对象的同一处理方式重复", "The same consequence stands twice for one subject"),
						),
					]
				: []),
		];
	});
}

export function decideOutcome(
	state: Referral,
	{ type, conclusion }: CommandOf<"recordOutcome">,
	context: ReferralContext,
): Decided {
	const { result, consequences, on } = conclusion;
	const held = result === "heldToAccount";
	const fits = held === consequences.length > 0;
	const refusals = [
		...organGuard(state, context),
		...dayGuard(on, state.receipt?.on, type, context, "conclusion.on"),
		...consequencesGuard(state, consequences, "conclusion.consequences"),
		...(fits
			? []
			: [
					consequencesWrong(
						"conclusion.consequences",
						held
							? say("追责须列明处理方式", "Held to account, but no consequence is named")
							: say("未追责不能列处理方式", "Nobody was held to account, but consequences are named"),
					),
				]),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<ReferralEvent>({ type: "outcomeRecorded", at, by, conclusion: { ...conclusion, at, by } });
}

export function decideRecordAppeal(
	state: Referral,
	command: CommandOf<"recordAppeal">,
	context: ReferralContext,
): Decided {
	const { subject, on, grounds } = command;
	const pending = state.appeals.some((one) => one.subject === subject && one.decision === null);
	const refusals = [
		...(subject < state.content.subjects.length ? [] : [noSuchSubject("subject")]),
		...(pending ? [appealPending()] : []),
		...dayGuard(on, state.conclusion?.on, command.type, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const appeal = { number: state.appeals.length + 1, subject, on, grounds, at, by, decision: null };
	return accept<ReferralEvent>({ type: "appealRecorded", at, by, appeal });
}

export function decideAppeal(
	state: Referral,
	command: CommandOf<"decideAppeal">,
	context: ReferralContext,
): Decided {
	const { number, verdict, reason, decidedBy, on, consequences } = command;
	const { now: at, stamp: by } = context;
	const appeal = state.appeals.find((one) => one.number === number);
	if (appeal === undefined || appeal.decision !== null) return reject(noSuchAppeal("number"));
	const first = state.conclusion?.by;
	const own = first !== undefined && first.kind === by.kind && first.id === by.id;
	const refusals = [
		...(own ? [sameDecider()] : []),
		...dayGuard(on, appeal.on, command.type, context),
		...consequencesGuard(state, consequences, "consequences", appeal.subject),
		...(verdict === "dismissed" && consequences.length > 0
			? [
					consequencesWrong(
						"consequences",
						say("维持原处理的，不另列处理方式", "A dismissed appeal changes no consequence"),
					),
				]
			: []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const decision = { verdict, reason, decidedBy, on, consequences, at, by };
	return accept<ReferralEvent>({ type: "appealDecided", at, by, number, decision });
}

/** What holds of the consequences after all appeals: those of the outcome, replaced where an appeal had success. */
export function standingConsequences({
	conclusion,
	appeals,
}: Pick<Referral, "conclusion" | "appeals">): readonly Consequence[] {
	return appeals.reduce<readonly Consequence[]>((held, { subject, decision }) => {
		if (decision === null || decision.verdict === "dismissed") return held;
		return [...held.filter((one) => one.subject !== subject), ...decision.consequences];
	}, conclusion?.consequences ?? []);
}
