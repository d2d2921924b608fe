import { type CloseOutRound, type CloseOutState, NO_CLOSE_OUT } from "../close-out/index.ts";
import type { Issue } from "../issues/index.ts";
import { type ActorStamp, type Instant, type IsoDate, type IssueId, shanghaiDate } from "../kernel/index.ts";
import { planOf } from "../plans/index.ts";
import { NO_PROGRESS, type ProgressState } from "../progress/index.ts";
import type { ResponsibilityTrace, TraceLink, TracePart } from "./schema.ts";

type Act = { readonly at: Instant; readonly by: ActorStamp };
/** What the walk reads of an issue. */
export type TracedIssue = Pick<Issue, "id" | "assignments" | "plan" | "progress" | "closeOut">;

const act = (part: TracePart, { at, by }: Act, more: Partial<TraceLink> = {}): TraceLink => ({
	part,
	on: shanghaiDate(at),
	at,
	by,
	name: null,
	unitId: by.unitId,
	personId: null,
	detail: null,
	...more,
});

/** Units and people who answered for the issue on that day; ended assignments as long as they held. */
const answering = ({ assignments }: TracedIssue, asOf: IsoDate): TraceLink[] =>
	assignments
		.filter(({ from, until }) => from <= asOf && (until === null || until > asOf))
		.map(({ role, unitId, personId, from }) => ({
			part: "answering" as const,
			on: from,
			at: null,
			by: null,
			name: null,
			unitId,
			personId,
			detail: role,
		}));

function planning(issue: TracedIssue): TraceLink[] {
	const plan = planOf(issue);
	return [
		...plan.submissions.flatMap((of) => [
			...of.authors.map((by) => act("planned", { at: of.at, by }, { detail: String(of.round) })),
			act("submitted", of, { detail: String(of.round) }),
		]),
		...plan.baselines.map((of) =>
			act("approved", { at: of.approvedAt, by: of.approvedBy }, { detail: String(of.version) }),
		),
	];
}

function progressing({ reports, attainments, completions }: ProgressState): TraceLink[] {
	return [
		...reports.map((of) => act("reported", of, { detail: of.cycle })),
		...[...attainments, ...completions].flatMap((of) => [
			act("attained", of, { detail: of.measureId }),
			...(of.verified === null ? [] : [act("verified", of.verified, { detail: of.verified.verdict })]),
		]),
	];
}

const closing = (of: CloseOutRound): TraceLink[] => [
	...(of.selfCheck === null ? [] : [act("selfChecked", of.selfCheck)]),
	...(of.application === null ? [] : [act("applied", of.application)]),
	...of.siteChecks.flatMap((check) =>
		check.checkers.map(({ name, unitId }) =>
			act("checked", check, { on: check.on, name, unitId, detail: check.finding }),
		),
	),
	...of.expertOpinions.map((one) =>
		act("examined", one, { on: one.on, name: one.expert, detail: one.verdict }),
	),
	...of.discussions.map((one) => act("examined", one, { on: one.on, name: one.body, detail: null })),
	...of.acceptances.map((one) => act("accepted", one, { detail: `${one.tier} ${one.verdict}` })),
	...of.gates.map((one) => act("gate", one, { detail: `${one.gate} ${one.verdict}` })),
	...of.signatures.map((one) => act("signed", one, { name: one.name, detail: one.signer })),
	...of.filings.flatMap((one) => [
		act("filed", one, { detail: one.documentNumber }),
		...(one.receipt === null ? [] : [act("received", one.receipt, { detail: one.receipt.verdict })]),
	]),
];

/**
 * What was done in every attempt, those that are over first: after a rebound the ones who let it pass stand in an earlier
 * attempt. What an attempt took over from the one before is told once.
 */
function closings(state: CloseOutState): TraceLink[] {
	const links = [...state.earlier, state].flatMap(closing);
	return [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
}

/** The parts that somebody has to take on the way to a close-out. */
const EXPECTED: readonly TracePart[] = [
	"answering",
	"planned",
	"submitted",
	"approved",
	"reported",
	"verified",
	"selfChecked",
	"checked",
	"accepted",
	"signed",
];

/** Newest first: the walk goes backwards from the failure. */
const backwards = (a: TraceLink, b: TraceLink): number => {
	const [x, y] = [a.at ?? a.on, b.at ?? b.on];
	return a.on === b.on ? (x < y ? 1 : x > y ? -1 : 0) : a.on < b.on ? 1 : -1;
};

/**
 * Walks the chain of responsibility of an issue from a failure on the day `asOf` backwards (RSP-01): who had signed,
 * accepted, checked, verified, reported, approved and planned by then, and who answered for it. What was done later is
 * left out. `missing` names the parts that nobody had taken.
 */
export function traceResponsibility(issue: TracedIssue, asOf: IsoDate): ResponsibilityTrace {
	const acts = [
		...planning(issue),
		...progressing(issue.progress ?? NO_PROGRESS),
		...closings(issue.closeOut ?? NO_CLOSE_OUT),
	].filter(({ at, on }) => (at === null ? on : shanghaiDate(at)) <= asOf);
	const links = [...acts.toSorted(backwards), ...answering(issue, asOf)];
	const taken = new Set(links.map(({ part }) => part));
	return { issueId: issue.id, asOf, links, missing: EXPECTED.filter((part) => !taken.has(part)) };
}

/** The chains of several issues. */
export const traceAll = (
	issues: ReadonlyMap<IssueId, TracedIssue>,
	ids: readonly IssueId[],
	asOf: IsoDate,
): ResponsibilityTrace[] =>
	ids.flatMap((id) => {
		const issue = issues.get(id);
		return issue === undefined ? [] : [traceResponsibility(issue, asOf)];
	});
