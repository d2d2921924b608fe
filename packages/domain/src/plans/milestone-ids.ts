import type { IssueCommand } from "../issues/index.ts";
import type { MeasureId, MilestoneId } from "../kernel/index.ts";
import { milestoneKey } from "./content.ts";
import type { Measure, Milestone } from "./elements.ts";

type Held = readonly Pick<Measure, "id" | "milestones">[];
type Stepped = { readonly id: MeasureId; readonly milestones: Milestone[] };

/** A step that the ledger has without an id stays without one: what is known of it is known by its day and wording. */
function identified(
	milestones: readonly Milestone[],
	held: readonly Milestone[],
	newId: () => MilestoneId,
): Milestone[] {
	const known = new Set(held.map(milestoneKey));
	return milestones.map((milestone) =>
		milestone.id !== undefined || known.has(milestoneKey(milestone))
			? milestone
			: { ...milestone, id: newId() },
	);
}

/**
 * A command whose new milestones have ids of their own, so that they stay the same steps when their day or wording is
 * changed. `held` are the measures of the issue as they are; `newId` is asked once for every step without an id.
 */
export function withMilestoneIds(command: IssueCommand, held: Held, newId: () => MilestoneId): IssueCommand {
	const stepsOf = (id: MeasureId) => held.find((measure) => measure.id === id)?.milestones ?? [];
	const measured = <T extends Stepped>(measures: readonly T[]): T[] =>
		measures.map((measure) => ({
			...measure,
			milestones: identified(measure.milestones, stepsOf(measure.id), newId),
		}));
	switch (command.type) {
		case "registerIssue":
		case "addMeasure":
			return { ...command, measures: measured(command.measures) };
		case "requestExtension":
			return { ...command, measures: measured(command.measures) };
		case "proposePlanChange":
			return {
				...command,
				content: { ...command.content, measures: measured(command.content.measures) },
			};
		case "amendMeasure": {
			const { milestones } = command.changes;
			if (milestones === undefined) return command;
			const steps = identified(milestones, stepsOf(command.measureId), newId);
			return { ...command, changes: { ...command.changes, milestones: steps } };
		}
		default:
			return command;
	}
}
