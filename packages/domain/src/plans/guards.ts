import type { Issue, IssueContext } from "../issues/index.ts";
import type { Refusal, UnitId } from "../kernel/index.ts";
import type { Measure } from "./elements.ts";
import { duplicatePart, unknownUnit } from "./refusals.ts";
import type { PlanContent } from "./schema.ts";

/** Parts of a list whose id stands there already. */
export function duplicatesIn(parts: readonly { readonly id: string }[], field: string): Refusal[] {
	const seen = new Set<string>();
	return parts.flatMap(({ id }, index) => {
		if (seen.has(id)) return [duplicatePart(`${field}.${index}.id`)];
		seen.add(id);
		return [];
	});
}

/** An id of its own: what was decided once is not asked for again under the same id. */
export const freshGuard = (
	asked: readonly { readonly id: string }[],
	id: string,
	field: string,
): Refusal[] => (asked.some((before) => before.id === id) ? [duplicatePart(field)] : []);

const unitsOf = (measure: Measure): UnitId[] => [...measure.responsibleUnitIds, ...measure.supportingUnitIds];

/** Units that a new version of the plan names and the one before did not: they have to be there and active. */
function unitsGuard(issue: Issue, measures: readonly Measure[], context: IssueContext): Refusal[] {
	const known = new Set<string>(issue.measures.flatMap(unitsOf));
	return measures.flatMap((measure, at) =>
		(["responsibleUnitIds", "supportingUnitIds"] as const).flatMap((key) =>
			measure[key].flatMap((id, index) => {
				const sound = known.has(id) || context.surroundings.units.get(id)?.active === true;
				return sound ? [] : [unknownUnit(`content.measures.${at}.${key}.${index}`)];
			}),
		),
	);
}

/** What keeps a new version of the plan from being a plan at all. */
export const contentGuard = (issue: Issue, content: PlanContent, context: IssueContext): Refusal[] => [
	...duplicatesIn(content.goals, "content.goals"),
	...duplicatesIn(content.measures, "content.measures"),
	...unitsGuard(issue, content.measures, context),
];
