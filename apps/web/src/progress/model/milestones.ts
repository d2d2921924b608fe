import type { IssueDetail } from "@zhenggai/domain/issues";
import { milestoneKey } from "@zhenggai/domain/plans";

/** A milestone as the page shows it. */
export type Step = {
	readonly measureId: string;
	readonly measure: string;
	readonly key: string;
	readonly text: string;
	readonly due: string;
	readonly weight: number;
	readonly reach: "verified" | "claimed" | "rejected" | "open";
	readonly late: boolean;
};

/** How a milestone stands, in one word: what is late is so only while nobody says that it is reached. */
export type StepState = "verified" | "claimed" | "rejected" | "late" | "open";

export const stepState = ({ reach, late }: Pick<Step, "reach" | "late">): StepState =>
	late && reach === "open" ? "late" : reach;

/** The milestones of live measures with how far they are, by their day. */
export function stepsOf({ measures, progress }: Pick<IssueDetail, "measures" | "progress">): readonly Step[] {
	const reached = new Map(progress.milestones.map((one) => [`${one.measureId}|${one.key}`, one]));
	return measures
		.flatMap((measure) =>
			measure.milestones.flatMap((milestone) => {
				const key = milestoneKey(milestone);
				const known = reached.get(`${measure.id}|${key}`);
				if (known === undefined) return [];
				const { text, due, weight } = milestone;
				const { reach, late } = known;
				return [{ measureId: measure.id, measure: measure.text, key, text, due, weight, reach, late }];
			}),
		)
		.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

const DAY_MS = 86_400_000;
const dayOf = (date: string): number => Date.parse(date) / DAY_MS;

/** A line in time, as parts of its length from 0 to 1. */
export type TimeLine = {
	readonly from: string;
	readonly to: string;
	readonly today: number;
	/** Those of one day share a place. */
	readonly places: readonly { readonly at: number; readonly due: string; readonly steps: readonly Step[] }[];
};

/** Puts milestones on a line that also holds today; null where there is none. */
export function timeLine(steps: readonly Step[], today: string): TimeLine | null {
	const [first] = steps;
	const last = steps.at(-1);
	if (first === undefined || last === undefined) return null;
	const from = first.due < today ? first.due : today;
	const to = last.due > today ? last.due : today;
	const length = Math.max(1, dayOf(to) - dayOf(from));
	const at = (date: string) => (dayOf(date) - dayOf(from)) / length;
	const days = [...new Set(steps.map(({ due }) => due))];
	return {
		...{ from, to, today: at(today) },
		places: days.map((due) => ({ at: at(due), due, steps: steps.filter((step) => step.due === due) })),
	};
}
