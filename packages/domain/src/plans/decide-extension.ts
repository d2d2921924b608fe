import type { Issue, IssueContext } from "../issues/index.ts";
import {
	accept,
	addMonths,
	type Decision,
	daysBetween,
	type IsoDate,
	lastDay,
	type Refusal,
	type Role,
	refusal,
	reject,
	sameJson,
	say,
	shanghaiDate,
	type Tier,
} from "../kernel/index.ts";
import { RuleParams } from "../rules/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import type { PlanCommand } from "./commands.ts";
import { currentBaseline, planContentOf, planOf } from "./content.ts";
import { wantedMeasures } from "./decide-change.ts";
import { standsApart } from "./decide-review.ts";
import { isLive, type Measure } from "./elements.ts";
import type { PlanEvent } from "./events.ts";
import { duplicatesIn, freshGuard } from "./guards.ts";
import {
	baselineMoved,
	movesMore,
	noBaseline,
	nothingPending,
	ownWork,
	pendingAlready,
	reasonNeeded,
} from "./refusals.ts";
import type { Baseline, Extension } from "./schema.ts";

type CommandOf<T extends PlanCommand["type"]> = Extract<PlanCommand, { type: T }>;

const EXTENSION = say("延期申请", "request for an extension");
const DECIDING = say("审批延期", "decide on the extension");
const LEAD: readonly Role[] = ["leadUnit"];

/** The request that waits for its decision, if any: there is one at most. */
export const pendingExtension = (issue: Pick<Issue, "plan">): Extension | undefined =>
	planOf(issue).extensions.find(({ decision }) => decision === null);

/** How often the deadline has been extended. */
export const grantedExtensions = (issue: Issue): number =>
	planOf(issue).extensions.filter(({ decision }) => decision?.verdict === "grant").length;

const dueOf = (issue: Issue): IsoDate | null =>
	issue.deadline === null ? null : lastDay(issue.deadline.point);

const withoutDate = (): Refusal =>
	refusal(
		"EXT-01",
		say("没有确定的到期日，无从延期", "There is no due date that could be extended"),
		say("先在方案中确定整改时限", "Set a deadline in the plan first"),
		{ field: "deadline", who: LEAD, basis: "S33" },
	);

const tooLate = (due: IsoDate): Refusal =>
	refusal(
		"EXT-01",
		say(
			`整改时限已于${formatDate(due, "zh-CN")}届满，不再受理延期申请`,
			`The deadline passed on ${formatDate(due, "en")}: no extension can be asked for any more`,
		),
		say("按逾期处理，尽快完成整改", "It counts as overdue; finish the work"),
		{ who: LEAD, basis: "S33" },
	);

/** What keeps an extension from being asked for whatever it says. */
export function requestGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const due = dueOf(issue);
	return [
		...(currentBaseline(issue) === null ? [noBaseline()] : []),
		...(pendingExtension(issue) === undefined ? [] : [pendingAlready(EXTENSION)]),
		...(due === null ? [withoutDate()] : []),
		...(due !== null && shanghaiDate(context.now) > due ? [tooLate(due)] : []),
	];
}

/** What of a measure an extension leaves as it is. */
const lasting = ({ deadline: _, milestones: __, state: ___, importId: ____, ...rest }: Measure) => rest;

/** EXT-02: only dates of measures that the plan has, each once. */
function datesOnlyGuard(issue: Issue, wanted: readonly Measure[]): Refusal[] {
	const live = new Map(issue.measures.filter(isLive).map((measure) => [measure.id, measure]));
	const beyond = wanted.flatMap((measure, index) => {
		const held = live.get(measure.id);
		return held !== undefined && sameJson(lasting(held), lasting(measure)) ? [] : [movesMore(index)];
	});
	return [...duplicatesIn(wanted, "measures"), ...beyond];
}

/** The measures with the dates of an extension; those that it does not name stay as they are. */
export function rescheduled(of: Pick<Issue, "measures">, wanted: readonly Measure[]): Measure[] {
	const dates = new Map(wanted.map(({ id, deadline, milestones }) => [id, { deadline, milestones }]));
	return of.measures.map((measure) => ({ ...measure, ...dates.get(measure.id) }));
}

/** Whether a request plans something between today and the new deadline. */
const stillSteps = (measures: readonly Measure[], today: IsoDate, to: IsoDate): boolean =>
	measures.some(({ milestones }) => milestones.some(({ due }) => due > today && due <= to));

/** EXT-01, EXT-02, EXT-04: in time or with a reason, with milestones, and not for too long. */
function termsGuard(due: IsoDate, command: CommandOf<"requestExtension">, context: IssueContext): Refusal[] {
	const params = new RuleParams(context.rules, ["extLeadDays", "extMaxMonths"]);
	const lead = params.number("extLeadDays");
	const most = params.number("extMaxMonths");
	const today = shanghaiDate(context.now);
	const left = daysBetween(today, due);
	const to = lastDay(command.to.point);
	const latest = addMonths(due, most);
	const late = left < lead && command.lateReason === null;
	return [
		...(late
			? [
					refusal(
						"EXT-01",
						say(
							`应在到期前${lead}日提出，现距到期只有${left}日`,
							`It has to be asked for ${lead} days before the due date; ${left} are left`,
						),
						say("写明迟延提出的理由", "Write why it is asked for so late"),
						{ field: "lateReason", who: LEAD, basis: "S33" },
					),
				]
			: []),
		...(to === null || to <= due
			? [
					refusal(
						"EXT-02",
						say(
							"延期后的时限须是晚于现时限的日期",
							"The new deadline has to be a date after the present one",
						),
						say("填写延期后的日期", "Give the later date"),
						{ field: "to", who: LEAD, basis: "S33" },
					),
				]
			: []),
		...(to !== null && to > latest
			? [
					refusal(
						"EXT-04",
						say(
							`一次延期不超过${most}个月，最迟到${formatDate(latest, "zh-CN")}`,
							`One extension is ${most} months at most: ${formatDate(latest, "en")} at the latest`,
						),
						say("缩短延期", "Ask for less"),
						{ field: "to", who: LEAD, basis: "S33" },
					),
				]
			: []),
		...(to !== null && to > due && !stillSteps(command.measures, today, to)
			? [
					refusal(
						"EXT-02",
						say(
							"须附调整后的节点计划：今天到新时限之间没有节点",
							"The revised plan is missing: no milestone lies between today and the new deadline",
						),
						say("为尚未完成的措施填写新的节点", "Give the open measures new milestones"),
						{ field: "measures", who: LEAD, basis: "S33" },
					),
				]
			: []),
	];
}

/** The owner asks for a later deadline. */
export function decideRequest(
	issue: Issue,
	command: CommandOf<"requestExtension">,
	context: IssueContext,
): Decision<PlanEvent> {
	const due = dueOf(issue);
	const baseline = currentBaseline(issue);
	const closed = requestGuard(issue, context);
	if (closed.length > 0 || due === null || baseline === null || issue.deadline === null) {
		return reject(...closed);
	}
	const refusals = [
		...freshGuard(planOf(issue).extensions, command.extensionId, "extensionId"),
		...termsGuard(due, command, context),
		...datesOnlyGuard(issue, command.measures),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const extension: Extension = {
		id: command.extensionId,
		at,
		by,
		reasons: command.reasons,
		progress: command.progress,
		from: issue.deadline,
		to: command.to,
		measures: wantedMeasures(issue, command.measures),
		against: baseline.version,
		leadDays: daysBetween(shanghaiDate(at), due),
		lateReason: command.lateReason,
		decision: null,
	};
	return accept<PlanEvent>({ type: "extensionRequested", at, extension });
}

/** Tiers from the top, as an office decides for them: the leading group stands above all. */
const RANK: Readonly<Partial<Record<Role, number>>> = {
	leadingGroup: 0,
	provOffice: 1,
	cityOffice: 2,
	countyOffice: 3,
};
const LIST_RANK: Readonly<Record<Tier, number>> = { central: 1, province: 1, city: 2, county: 3 };

/** EXT-04: a further extension is decided by the tier above the one that approved the plan. */
function tierGuard(issue: Issue, context: IssueContext): Refusal[] {
	const most = new RuleParams(context.rules, ["extMaxCount"]).number("extMaxCount");
	if (grantedExtensions(issue) < most) return [];
	const role = "role" in context.actor ? context.actor.role : null;
	const rank = role === null ? undefined : RANK[role];
	// The approving tier is one above the list; a further one is one above that, the leading group where there is none.
	const wanted = Math.max(0, LIST_RANK[issue.tier] - 2);
	if (rank !== undefined && rank <= wanted) return [];
	return [
		refusal(
			"EXT-04",
			say(
				`已延期${most}次，再次延期须由上一级审批`,
				`Extended ${most} times already: the tier above has to decide`,
			),
			say("报上一级整改办（省级以上报领导小组）", "Hand it to the tier above"),
			{ who: wanted === 0 ? ["leadingGroup"] : ["provOffice", "leadingGroup"], basis: "S33" },
		),
	];
}

/** What keeps an extension from being decided whatever the verdict is. */
export function extensionGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const extension = pendingExtension(issue);
	if (extension === undefined) return [nothingPending(EXTENSION)];
	return [
		...(standsApart(issue, [extension.by], context.stamp) ? [] : [ownWork(DECIDING)]),
		...tierGuard(issue, context),
	];
}

/** A granted extension is the next version of the baseline; the original deadline stays beside it (EXT-05). */
export function decideExtension(
	issue: Issue,
	command: CommandOf<"decideExtension">,
	context: IssueContext,
): Decision<PlanEvent> {
	const extension = pendingExtension(issue);
	const baseline = currentBaseline(issue);
	const refusing = command.verdict === "refuse";
	const closed =
		extension?.id === command.extensionId ? extensionGuard(issue, context) : [nothingPending(EXTENSION)];
	if (extension === undefined || baseline === null || closed.length > 0) return reject(...closed);
	const refusals = [
		...(refusing && command.reason === null ? [reasonNeeded("EXT-03", "reason")] : []),
		...(!refusing && extension.against !== baseline.version ? [baselineMoved()] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const { extensionId, reason } = command;
	if (refusing) return accept<PlanEvent>({ type: "extensionRefused", extensionId, at, by, reason });
	const next: Baseline = {
		version: baseline.version + 1,
		content: {
			...planContentOf(issue),
			deadline: extension.to,
			measures: rescheduled(issue, extension.measures),
		},
		approvedAt: at,
		approvedBy: by,
		reason: extension.reasons,
		origin: { kind: "extension", id: extension.id },
	};
	return accept<PlanEvent>({ type: "extensionGranted", at, extensionId, baseline: next, reason });
}
