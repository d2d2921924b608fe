import type { Issue, IssueContext } from "../issues/index.ts";
import {
	type ActorStamp,
	accept,
	type Decision,
	isSameParty,
	type Refusal,
	refusal,
	reject,
	say,
} from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { RuleParams } from "../rules/index.ts";
import type { PlanCommand } from "./commands.ts";
import { currentBaseline, planContentOf, planOf } from "./content.ts";
import { planDiff } from "./diff.ts";
import type { PlanEvent } from "./events.ts";
import { duplicatePart, ownWork, reasonNeeded, unknownItem, weakerNeedsReason } from "./refusals.ts";
import type { Baseline, PlanContent, PlanReview } from "./schema.ts";

type CommandOf<T extends PlanCommand["type"]> = Extract<PlanCommand, { type: T }>;

/** Units that do the work: none of theirs decides on it. */
const workers = (issue: Issue): ReadonlySet<string> =>
	new Set(
		issue.assignments
			.filter((held) => isActive(held) && (held.role === "lead" || held.role === "responsible"))
			.flatMap(({ unitId }) => unitId ?? []),
	);

/** Whether somebody stands apart from those who wrote or asked, and from the units that do the work (SOD-01). */
export const standsApart = (issue: Issue, from: readonly ActorStamp[], stamp: ActorStamp): boolean =>
	from.every((other) => !isSameParty(other, stamp)) &&
	(stamp.unitId === null || !workers(issue).has(stamp.unitId));

/** The plan is handed in: what it must have is asked by the rules of the step. */
export function decideSubmit(issue: Issue, context: IssueContext): Decision<PlanEvent> {
	const { submissions, authors } = planOf(issue);
	const { now, stamp } = context;
	const submission = { round: submissions.length + 1, at: now, by: stamp, authors: [...authors] };
	return accept<PlanEvent>({ type: "planSubmitted", at: now, submission });
}

const REVIEWING = say("审核方案", "review the plan");

/** SOD-01: the reviewer is none of those who handed it in or wrote it. */
export function reviewerGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const last = planOf(issue).submissions.at(-1);
	const wrote = last === undefined ? [] : [last.by, ...last.authors];
	return standsApart(issue, wrote, context.stamp) ? [] : [ownWork(REVIEWING)];
}

function itemsGuard(issue: Issue, command: CommandOf<"reviewPlan">): Refusal[] {
	const known = new Set<string>([
		"goal",
		"deadline",
		"constraints",
		"assignments",
		...issue.measures.map(({ id }) => `measure:${id}`),
		...planOf(issue).goals.map(({ id }) => `goal:${id}`),
	]);
	const items = command.items.map(({ item }) => item);
	return command.items.flatMap(({ item, verdict, reason }, index) => [
		...(known.has(item) ? [] : [unknownItem(index)]),
		...(items.indexOf(item) === index ? [] : [duplicatePart(`items.${index}.item`)]),
		...(verdict === "return" && reason === null ? [reasonNeeded("PLAN-07", `items.${index}.reason`)] : []),
	]);
}

/** BASE-02: a version that promises less than the one before says why it was let pass. */
export function weakerGuard(before: PlanContent, after: PlanContent, field: string): Refusal[] {
	const weaker = planDiff(before, after).filter((difference) => difference.weaker === true);
	if (weaker.length === 0) return [];
	const names = weaker.map(({ label }) => label);
	const items = say(names.map(({ zh }) => zh).join("、"), names.map(({ en }) => en).join(", "));
	return [weakerNeedsReason(items, field)];
}

const APPROVERS = ["provOffice", "cityOffice", "leadingGroup"] as const;

/** BASE-01, BASE-02: another baseline in the place of one that there was says why. */
function againGuard(issue: Issue, { opinion }: CommandOf<"reviewPlan">): Refusal[] {
	const before = currentBaseline(issue);
	if (before === null || opinion !== null) return [];
	const weaker = weakerGuard(before.content, planContentOf(issue), "opinion");
	return weaker.length > 0 ? weaker : [reasonNeeded("BASE-01", "opinion")];
}

function verdictGuard(issue: Issue, command: CommandOf<"reviewPlan">, context: IssueContext): Refusal[] {
	const returned = command.items.some(({ verdict }) => verdict === "return");
	if (command.verdict === "return") {
		return returned || command.opinion !== null ? [] : [reasonNeeded("PLAN-07", "opinion")];
	}
	const asked: readonly string[] = new RuleParams(context.rules, ["reviewCriteria"]).strings(
		"reviewCriteria",
	);
	const unmet = Object.entries(command.criteria).some(([name, met]) => !met && asked.includes(name));
	return [
		...(returned
			? [
					refusal(
						"PLAN-07",
						say("有退回的事项，不能批准", "Items are returned: the plan cannot be approved"),
						say("整体退回，或改为通过", "Return the plan, or let the items pass"),
						{ field: "items", who: APPROVERS, basis: "S04" },
					),
				]
			: []),
		...(unmet
			? [
					refusal(
						"PLAN-07",
						say(
							"四项标准（目标可达、措施可行、责任落地、时限合理）须全部符合方可批准",
							"Goals reachable, measures feasible, responsibility landed, deadline reasonable: all four have to be met",
						),
						say("退回并逐项说明理由", "Return the plan with reasons item by item"),
						{ field: "criteria", who: APPROVERS, basis: "S04" },
					),
				]
			: []),
		...againGuard(issue, command),
	];
}

/** The plan is approved, which makes it the baseline, or goes back with reasons item by item. */
export function decideReview(
	issue: Issue,
	command: CommandOf<"reviewPlan">,
	context: IssueContext,
): Decision<PlanEvent> {
	const refusals = [
		...reviewerGuard(issue, context),
		...itemsGuard(issue, command),
		...verdictGuard(issue, command, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const { verdict, items, criteria, relations, opinion } = command;
	const round = planOf(issue).submissions.length;
	const weighed = relations === undefined ? {} : { relations };
	const review: PlanReview = { round, at, by, verdict, items, criteria, ...weighed, opinion };
	if (verdict === "return") return accept<PlanEvent>({ type: "planReturned", at, review });
	const before = currentBaseline(issue);
	const baseline: Baseline = {
		version: (before?.version ?? 0) + 1,
		content: planContentOf(issue),
		approvedAt: at,
		approvedBy: by,
		reason: before === null ? null : opinion,
		origin: null,
	};
	return accept<PlanEvent>({ type: "planApproved", at, review, baseline });
}
