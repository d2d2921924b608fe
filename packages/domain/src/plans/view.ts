import { z } from "zod";
import type { Issue } from "../issues/index.ts";
import { Bilingual, Deadline, ExtensionId, IsoDate, lastDay, PlanChangeId } from "../kernel/index.ts";
import { planContentOf, plannedPercent, planOf } from "./content.ts";
import { pendingChange } from "./decide-change.ts";
import { pendingExtension, rescheduled } from "./decide-extension.ts";
import { type PlanDifference, planDiff } from "./diff.ts";
import type { UnitNames } from "./measure-text.ts";
import {
	Baseline,
	Extension,
	PlanChange,
	type PlanContent,
	PlanPublication,
	PlanReview,
	PlanState,
	Submission,
} from "./schema.ts";

/** One thing that two versions of a plan say differently, as `planDiff` tells it. */
export const PlanDifferenceView = z.object({
	item: z.string(),
	label: Bilingual,
	from: Bilingual.nullable(),
	to: Bilingual.nullable(),
	weaker: z.boolean().nullable(),
});

const differing = { differences: z.array(PlanDifferenceView) };

/** What is shown of an issue's plan on a day: its versions, what differs between them, and what waits for a decision. */
export const PlanView = z.object({
	goals: PlanState.shape.goals,
	waivers: PlanState.shape.waivers,
	/** Everybody who wrote in it since the last baseline: none of them may review it (SOD-01). */
	authors: PlanState.shape.authors,
	submissions: z.array(Submission),
	reviews: z.array(PlanReview),
	/** The latest last. What differs is told from the version before; nothing for the first. */
	baselines: z.array(Baseline.extend(differing)),
	/** What each would change of the version that it was asked on. */
	changes: z.array(PlanChange.extend(differing)),
	extensions: z.array(Extension.extend(differing)),
	pendingChangeId: PlanChangeId.nullable(),
	pendingExtensionId: ExtensionId.nullable(),
	publications: z.array(PlanPublication),
	/** Stays beside the deadline that holds, however often that was extended (EXT-05). */
	originalDeadline: Deadline.nullable(),
	originalDue: IsoDate.nullable(),
	plannedPercent: z.number().nullable(),
	/** How a plan that is written again differs from the version that holds; empty while nothing is written. */
	draft: z.array(PlanDifferenceView),
});
export type PlanView = z.infer<typeof PlanView>;

/** Who differs from what: the differences of a list that nobody changes any more. */
const told = (
	from: PlanContent | undefined,
	to: PlanContent | undefined,
	names: UnitNames,
): PlanDifference[] => (from === undefined || to === undefined ? [] : planDiff(from, to, names));

/** The plan of an issue as it is shown on a day; `names` gives units their names. */
export function planView(
	issue: Pick<Issue, "goal" | "deadline" | "constraints" | "measures" | "plan">,
	asOf: IsoDate,
	names: UnitNames,
): PlanView {
	const plan = planOf(issue);
	const { baselines, originalDeadline } = plan;
	const version = (n: number): PlanContent | undefined =>
		baselines.find((baseline) => baseline.version === n)?.content;
	return {
		goals: plan.goals,
		waivers: plan.waivers,
		authors: plan.authors,
		submissions: plan.submissions,
		reviews: plan.reviews,
		baselines: baselines.map((baseline) => ({
			...baseline,
			differences: told(version(baseline.version - 1), baseline.content, names),
		})),
		changes: plan.changes.map((change) => ({
			...change,
			differences: told(version(change.against), change.content, names),
		})),
		extensions: plan.extensions.map((extension) => {
			const before = version(extension.against);
			const after = before && {
				...before,
				deadline: extension.to,
				measures: rescheduled(before, extension.measures),
			};
			return { ...extension, differences: told(before, after, names) };
		}),
		pendingChangeId: pendingChange(issue)?.id ?? null,
		pendingExtensionId: pendingExtension(issue)?.id ?? null,
		publications: plan.publications,
		originalDeadline,
		originalDue: originalDeadline === null ? null : lastDay(originalDeadline.point),
		plannedPercent: plannedPercent(issue, asOf),
		draft: told(baselines.at(-1)?.content, planContentOf(issue), names),
	};
}
