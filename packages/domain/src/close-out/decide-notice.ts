import type { Issue, IssueContext } from "../issues/index.ts";
import {
	accept,
	type Bilingual,
	type Decision,
	type IsoDate,
	type Refusal,
	refusal,
	reject,
	say,
	shanghaiDate,
	soonestWorkingDay,
} from "../kernel/index.ts";
import { isLive } from "../plans/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { RuleParams } from "../rules/index.ts";
import { caseVocab, formatDate, vocab } from "../vocabulary/index.ts";
import { blocksBefore, bodyGuard, type CommandOf, dayGuard, standsApart } from "./asking.ts";
import type { CloseOutStep } from "./closing.ts";
import type { PublicNotice } from "./closing-end.ts";
import type { CloseOutEvent } from "./events.ts";
import { doneAlready, duplicateId, notThatDay, notTheStep, OFFICES, ownWork } from "./refusals.ts";
import { nextStep, noticeEnd, stepLeft } from "./sequence.ts";
import { closeOutOf, openObjections, runningNotice } from "./state.ts";

/** Whether a step is the one that the rule set puts next, and nothing blocks the way out of acceptance (CLO-02). */
export function stepGuard(
	issue: Issue,
	step: CloseOutStep,
	doing: Bilingual,
	context: IssueContext,
): readonly Refusal[] {
	const blocked = blocksBefore(issue, "closeOut", context);
	if (blocked.length > 0) return blocked;
	const next = nextStep(issue, context.rules);
	return next === step ? [] : [notTheStep(next === null ? null : caseVocab.closeOutStep[next], doing)];
}

/** What keeps a notice from being published whatever it says. */
export const startGuard = (issue: Issue, context: IssueContext): readonly Refusal[] => [
	...bodyGuard(context, vocab.issueVerb.startNotice),
	...(runningNotice(closeOutOf(issue)) === undefined
		? stepGuard(issue, "publicNotice", vocab.issueVerb.startNotice, context)
		: [doneAlready(vocab.issueVerb.startNotice)]),
];

/** What a notice says that the ledger itself has to supply (PUB-02). */
const FROM_LEDGER: Readonly<
	Record<string, { readonly label: Bilingual; readonly there: (issue: Issue) => boolean }>
> = {
	issue: { label: vocab.noticeField.statement, there: ({ statement }) => statement !== "" },
	deadline: { label: vocab.noticeField.deadline, there: ({ deadline }) => deadline !== null },
	goal: { label: vocab.noticeField.goal, there: ({ goal }) => goal !== null && goal !== "" },
	responsibleUnit: {
		label: vocab.noticeField.responsibleUnits,
		there: ({ assignments }) =>
			assignments.some((held) => isActive(held) && (held.role === "lead" || held.role === "responsible")),
	},
	measures: { label: vocab.noticeField.measures, there: ({ measures }) => measures.some(isLive) },
};

function fieldsGuard(issue: Issue, context: IssueContext): Refusal[] {
	const missing = new RuleParams(context.rules, ["noticeFields"]).strings("noticeFields").flatMap((name) => {
		const field = Object.hasOwn(FROM_LEDGER, name) ? FROM_LEDGER[name] : undefined;
		return field === undefined || field.there(issue) ? [] : [field.label];
	});
	if (missing.length === 0) return [];
	return [
		refusal(
			"PUB-02",
			say(
				`台账中没有${missing.map(({ zh }) => zh).join("、")}，公示不完整`,
				`The ledger has no ${missing.map(({ en }) => en.toLowerCase()).join(", ")}: the notice would be incomplete`,
			),
			say("补齐后再公示", "Fill it in first"),
			{ field: "notice", who: OFFICES, basis: "S24 S25 S26" },
		),
	];
}

/**
 * PUB-01: a notice begins before one of today would be over. A year or a month that was mistyped would hold the issue up
 * until then, for a notice that is published is not taken back.
 */
function farGuard(start: IsoDate, { now, rules, calendar }: IssueContext): Refusal[] {
	const latest = noticeEnd(shanghaiDate(now), rules, calendar);
	if (!latest.ok || start <= latest.value) return [];
	return [
		notThatDay(
			"PUB-01",
			"start",
			OFFICES,
			say(
				`公示开始日期过晚，应不晚于${formatDate(latest.value, "zh-CN")}`,
				`The notice begins too late: on ${formatDate(latest.value, "en")} at the latest`,
			),
			"S24 S25",
		),
	];
}

/** Publishes the notice: its last day follows from the rule set, and it cannot be dated back. */
export function decideStartNotice(
	issue: Issue,
	command: CommandOf<"startNotice">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const { noticeId: id, start, channel, contact, completion } = command;
	const { now: at, stamp: by } = context;
	const state = closeOutOf(issue);
	const used = [...state.earlier, state].some(({ notices }) => notices.some((held) => held.id === id));
	const end = noticeEnd(start, context.rules, context.calendar);
	const refusals = [
		...startGuard(issue, context),
		...(used ? [duplicateId("noticeId")] : []),
		...fieldsGuard(issue, context),
		...(start < shanghaiDate(at)
			? [
					notThatDay(
						"PUB-01",
						"start",
						OFFICES,
						say(
							"公示自发布之日起计，不能早于今天",
							"The notice counts from its publication: not before today",
						),
						"S24 S25",
					),
				]
			: []),
		...farGuard(start, context),
		...(end.ok ? [] : end.refusals),
	];
	if (!end.ok || refusals.length > 0) return reject(...refusals);
	const notice: PublicNotice = {
		id,
		start,
		end: end.value,
		channel,
		contact,
		completion,
		at,
		by,
		objections: [],
		ended: null,
		stopped: null,
	};
	return accept<CloseOutEvent>({ type: "noticeStarted", at, notice });
}

const noNotice = (): Refusal =>
	refusal(
		"PUB-01",
		say("没有正在进行的公示", "No notice stands at present"),
		say("先发布公示", "Publish a notice first"),
		{ who: OFFICES, basis: "S25" },
	);

/** What keeps an objection from being registered whatever it says. */
export const objectionGuard = (issue: Issue): readonly Refusal[] =>
	runningNotice(closeOutOf(issue)) === undefined ? [noNotice()] : [];

/** Registers an objection. One that comes after the last day counts as long as the notice has not been ended. */
export function decideObjection(
	issue: Issue,
	command: CommandOf<"registerObjection">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const { objectionId: id, from, text, on } = command;
	const state = closeOutOf(issue);
	const notice = runningNotice(state);
	const reply = new RuleParams(context.rules, ["objectionReplyWd"]).number("objectionReplyWd");
	// Nobody is turned away because next year's calendar is not out: the answer is then due no later than it would be.
	const answerDueOn = soonestWorkingDay(context.calendar, on, reply);
	const used = [...state.earlier, state].some(({ notices }) =>
		notices.some(({ objections }) => objections.some((held) => held.id === id)),
	);
	const refusals = [
		...objectionGuard(issue),
		...(used ? [duplicateId("objectionId")] : []),
		...dayGuard(on, context, { rule: "PUB-03", field: "on", who: OFFICES, from: notice?.start ?? null }),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const objection = { id, from, text, on, answerDueOn, at, by, answer: null };
	return accept<CloseOutEvent>({ type: "objectionRegistered", at, objection });
}

/** What keeps objections from being answered: there is none, or whoever asks does the work that it is about. */
export function answerGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const notice = runningNotice(closeOutOf(issue));
	if (notice === undefined) return [noNotice()];
	return [
		...(openObjections(notice).length === 0
			? [
					refusal(
						"NOTHING_PENDING",
						say("没有待答复的异议", "No objection waits for an answer"),
						say("无需办理", "Nothing is to be done"),
						{ who: OFFICES },
					),
				]
			: []),
		...(standsApart(issue, [], context.stamp) ? [] : [ownWork(say("答复异议", "answer the objection"))]),
	];
}

/** Answers an objection: a dismissed one lets the notice go on, an upheld one stops it and goes back to acceptance. */
export function decideAnswer(
	issue: Issue,
	{ objectionId, verdict, text }: CommandOf<"answerObjection">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const notice = runningNotice(closeOutOf(issue));
	const open = notice === undefined ? [] : openObjections(notice);
	const guard = answerGuard(issue, context);
	const known = guard.length > 0 || open.some(({ id }) => id === objectionId);
	const refusals = [
		...guard,
		...(known
			? []
			: [
					refusal(
						"UNKNOWN_ITEM",
						say("没有这件待答复的异议", "No such objection waits for an answer"),
						say("选择待答复的异议", "Choose one that waits"),
						{ field: "objectionId", who: OFFICES },
					),
				]),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	if (verdict === "dismissed") {
		return accept<CloseOutEvent>({ type: "objectionDismissed", at, by, objectionId, text });
	}
	// The notice is stopped for all who objected to it: nobody is left without an answer (PUB-03).
	const others = open.flatMap(({ id }) => (id === objectionId ? [] : [id]));
	const also = others.length === 0 ? {} : { others };
	return accept<CloseOutEvent>({ type: "objectionUpheld", at, by, objectionId, text, ...also });
}

/** What keeps the notice from being ended: it has not stood for its whole term, or an objection is open. */
export function endGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const notice = runningNotice(closeOutOf(issue));
	if (notice === undefined) return [noNotice()];
	const open = openObjections(notice).length;
	return [
		...bodyGuard(context, vocab.issueVerb.endNotice),
		...(shanghaiDate(context.now) <= notice.end
			? [
					refusal(
						"PUB-01",
						say(
							`公示到${formatDate(notice.end, "zh-CN")}24时届满`,
							`The notice stands until the end of ${formatDate(notice.end, "en")}`,
						),
						say("届满后再结束公示", "End it once the term is over"),
						{ who: OFFICES, basis: "S24 S25" },
					),
				]
			: []),
		...(open > 0
			? [
					refusal(
						"PUB-03",
						say(`还有${open}件异议没有答复`, `${open} objections are not answered yet`),
						say("逐件答复", "Answer each"),
						{ who: OFFICES, basis: "S25" },
					),
				]
			: []),
	];
}

/** Ends the notice: what follows is the rule set's next step. */
export function decideEndNotice(issue: Issue, context: IssueContext): Decision<CloseOutEvent> {
	const refusals = endGuard(issue, context);
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const next = stepLeft(issue, context.rules, "publicNotice");
	return accept<CloseOutEvent>({ type: "noticeEnded", at, by, next });
}
