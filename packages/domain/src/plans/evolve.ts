import type { Issue } from "../issues/index.ts";
import { type ActorStamp, isSameParty } from "../kernel/index.ts";
import { planOf } from "./content.ts";
import type { PlanEvent } from "./events.ts";
import type { Baseline, PlanState } from "./schema.ts";

/** Everybody who wrote in the plan, each once. */
export const withAuthor = (authors: readonly ActorStamp[], by: ActorStamp): ActorStamp[] =>
	authors.some((author) => isSameParty(author, by)) ? [...authors] : [...authors, by];

/** A new version of the plan takes the place of the one before; that one stays in the list. */
const withBaseline = (plan: PlanState, baseline: Baseline): PlanState => ({
	...plan,
	baselines: [...plan.baselines, baseline],
	originalDeadline: plan.baselines.length === 0 ? baseline.content.deadline : plan.originalDeadline,
	authors: [],
});

/** What the approved content makes of the issue itself. */
const contentsOf = ({ content }: Baseline): Partial<Issue> => ({
	goal: content.goal,
	deadline: content.deadline,
	constraints: content.constraints,
	measures: content.measures,
});

const decided = <T extends { id: string; decision: unknown }>(
	items: readonly T[],
	id: string,
	decision: T["decision"],
): T[] => items.map((item) => (item.id === id ? { ...item, decision } : item));

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
export function evolvePlan(issue: Issue, event: PlanEvent): Partial<Issue> {
	const plan = planOf(issue);
	switch (event.type) {
		case "goalsSet":
			return { plan: { ...plan, goals: event.to, authors: withAuthor(plan.authors, event.by) } };
		case "planItemWaived":
			return {
				plan: {
					...plan,
					waivers: [...plan.waivers, event.waiver],
					authors: withAuthor(plan.authors, event.waiver.by),
				},
			};
		case "planSubmitted":
			return { plan: { ...plan, submissions: [...plan.submissions, event.submission] } };
		case "planReturned":
			return { plan: { ...plan, reviews: [...plan.reviews, event.review] } };
		case "planApproved":
			return {
				plan: withBaseline({ ...plan, reviews: [...plan.reviews, event.review] }, event.baseline),
			};
		case "planChangeProposed":
			return { plan: { ...plan, changes: [...plan.changes, event.change] } };
		case "planChangeApproved": {
			const { approvedAt: at, approvedBy: by, content } = event.baseline;
			const decision = { verdict: "approve" as const, at, by, reason: event.reason };
			const changes = decided(plan.changes, event.changeId, decision);
			return {
				plan: { ...withBaseline({ ...plan, changes }, event.baseline), goals: content.goals },
				...contentsOf(event.baseline),
			};
		}
		case "planChangeRefused": {
			const { at, by, reason } = event;
			const decision = { verdict: "refuse" as const, at, by, reason };
			return { plan: { ...plan, changes: decided(plan.changes, event.changeId, decision) } };
		}
		case "extensionRequested":
			return { plan: { ...plan, extensions: [...plan.extensions, event.extension] } };
		case "extensionGranted": {
			const { approvedAt: at, approvedBy: by } = event.baseline;
			const decision = { verdict: "grant" as const, at, by, reason: event.reason };
			const extensions = decided(plan.extensions, event.extensionId, decision);
			return {
				plan: withBaseline({ ...plan, extensions }, event.baseline),
				...contentsOf(event.baseline),
			};
		}
		case "extensionRefused": {
			const { at, by, reason } = event;
			const decision = { verdict: "refuse" as const, at, by, reason };
			return { plan: { ...plan, extensions: decided(plan.extensions, event.extensionId, decision) } };
		}
		case "planPublished":
			return { plan: { ...plan, publications: [...plan.publications, event.publication] } };
	}
}
