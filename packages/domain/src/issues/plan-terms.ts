import { z } from "zod";
import {
	addDays,
	addMonths,
	Deadline,
	IsoDate,
	lastDay,
	shanghaiDate,
	workingDaysBetween,
} from "../kernel/index.ts";
import { Goal, grantedExtensions, Measure, planOf, workingDayAfter } from "../plans/index.ts";
import { type RuleContext, RuleParams } from "../rules/index.ts";
import { isLive } from "./rules-elements.ts";
import { planDueOn } from "./rules-plan.ts";
import { PHASE } from "./rules-subject.ts";
import type { Issue } from "./schema.ts";
import { issueNumber } from "./summary.ts";

/** A measure of the plan above, as far as a plan below may begin with it: units and ids are each tier's own. */
export const MeasureAbove = Measure.pick({
	number: true,
	text: true,
	type: true,
	term: true,
	deadline: true,
	milestones: true,
	similarScreening: true,
});

/** What the issue above promises; a plan below starts from it and is compared with it (PLAN-06, DL-05, ANTI-05). */
export const PlanAbove = z.object({
	number: z.string(),
	goal: z.string().nullable(),
	deadline: Deadline.nullable(),
	goals: z.array(Goal),
	measures: z.array(MeasureAbove),
});

/** What the rules ask of a plan, of its extension and of its publication, in days and figures. */
export const PlanTerms = z.object({
	/** The day by which the plan is due (PLAN-04); null where none is owed, or in a year without a calendar. */
	dueOn: IsoDate.nullable(),
	/** Working days after today up to that day; negative once it has passed. */
	workingDaysLeft: z.int().nullable(),
	/** The questions of the review that have to be answered with yes (PLAN-07). */
	criteria: z.array(z.string()),
	extension: z.object({
		leadDays: z.int(),
		maxMonths: z.int(),
		maxCount: z.int(),
		granted: z.int(),
		/** The last day on which it is asked for in time (EXT-01); null without a date to extend. */
		askBy: IsoDate.nullable(),
		/** The latest day that one extension may name (EXT-04). */
		latest: IsoDate.nullable(),
		/** Whether the tier above the approving one has to decide on the next (EXT-04). */
		higherTier: z.boolean(),
	}),
	publication: z.object({
		/** The day by which the approved plan is published (PLAN-12); null before the approval. */
		by: IsoDate.nullable(),
		channels: z.int(),
	}),
	/** While the plan is written; null for an issue at the top, and afterwards. */
	above: PlanAbove.nullable(),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

/** What lies round the issue that its terms depend on. */
export type PlanSurroundings = { readonly feedbackDate: IsoDate | null; readonly parent: Issue | null };

function aboveOf(parent: Issue): z.infer<typeof PlanAbove> {
	const { goal, deadline, measures } = parent;
	return {
		number: issueNumber(parent),
		goal,
		deadline,
		goals: planOf(parent).goals,
		measures: measures
			.filter(isLive)
			.map(({ number, text, type, term, deadline: due, milestones, similarScreening }) => ({
				...{ number, text, type, term, deadline: due, similarScreening },
				milestones: milestones.map((step) => ({ text: step.text, due: step.due, weight: step.weight })),
			})),
	};
}

function dueOf(
	issue: Issue,
	feedbackDate: IsoDate | null,
	workingDays: number,
	{ asOf, calendar }: RuleContext,
) {
	const owed = issue.parentId === null && PHASE[issue.lifecycle] === "planning";
	const due = owed && feedbackDate !== null ? planDueOn(calendar, feedbackDate, workingDays) : null;
	if (due === null || !due.ok) return { dueOn: null, workingDaysLeft: null };
	const left = workingDaysBetween(calendar, asOf, due.value);
	return { dueOn: due.value, workingDaysLeft: left.ok ? left.value : null };
}

/** The day by which the latest reviewed version is made public: changes and extensions are not published anew. */
function publishBy(issue: Issue, workingDays: number, { calendar }: RuleContext): IsoDate | null {
	const reviewed = planOf(issue).baselines.findLast(({ origin }) => origin === null);
	if (reviewed === undefined) return null;
	const due = workingDayAfter(calendar, shanghaiDate(reviewed.approvedAt), workingDays);
	return due.ok ? due.value : null;
}

/** What the rules of a day ask of an issue's plan, told before anybody writes. */
export function planTerms(issue: Issue, around: PlanSurroundings, context: RuleContext): PlanTerms {
	const params = new RuleParams(context.rules, [
		"planDueWd",
		"reviewCriteria",
		"extLeadDays",
		"extMaxMonths",
		"extMaxCount",
		"publishWithinWd",
		"channels",
	]);
	const [leadDays, maxMonths] = [params.number("extLeadDays"), params.number("extMaxMonths")];
	const maxCount = params.number("extMaxCount");
	const granted = grantedExtensions(issue);
	const due = issue.deadline === null ? null : lastDay(issue.deadline.point);
	const open = PHASE[issue.lifecycle] === "planning" || issue.lifecycle === "reopened";
	return {
		...dueOf(issue, around.feedbackDate, params.number("planDueWd"), context),
		criteria: [...params.strings("reviewCriteria")],
		extension: {
			...{ leadDays, maxMonths, maxCount, granted, higherTier: granted >= maxCount },
			askBy: due === null ? null : addDays(due, -leadDays),
			latest: due === null ? null : addMonths(due, maxMonths),
		},
		publication: {
			by: publishBy(issue, params.number("publishWithinWd"), context),
			channels: params.number("channels"),
		},
		above: open && around.parent !== null ? aboveOf(around.parent) : null,
	};
}
