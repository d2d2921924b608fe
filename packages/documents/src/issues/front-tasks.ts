import type { Label } from "../text/find-labels.ts";
import type { LabelField } from "../text/labels.ts";
import type { Mark } from "../text/marks.ts";

/** What an issue says of itself and a task of the plan's front chapters does not. */
const SUBSTANCE: ReadonlySet<LabelField> = new Set(["statement", "goal", "measures", "progress"]);

/**
 * Drops numbers of the front chapters that name units and a deadline like issues do (二、主要任务 （一）… 牵头单位：…
 * 完成时限：…): series of numbers none of which has a goal, measures or a result, standing before a series that has.
 * Where no such series follows, the tasks are the list and are kept. Both arguments are in text order.
 */
export function withoutFrontTasks(starts: readonly Mark[], anchors: readonly Label[]): Mark[] {
	let cursor = 0;
	const told = starts.map((mark, i) => {
		const next = starts[i + 1]?.start ?? Number.POSITIVE_INFINITY;
		while ((anchors[cursor]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) cursor++;
		let substance = false;
		for (let k = cursor; (anchors[k]?.start ?? Number.POSITIVE_INFINITY) < next; k++) {
			if (SUBSTANCE.has(anchors[k]?.field ?? "remarks")) substance = true;
		}
		return substance;
	});
	let from = 0;
	for (let i = 1; i < starts.length; i++) {
		const restarts = (starts[i]?.value ?? 0) <= (starts[i - 1]?.value ?? 0);
		if (!restarts) continue;
		if (told.slice(from, i).some(Boolean)) break;
		from = i;
	}
	const rest = told.slice(from);
	return rest.filter(Boolean).length * 2 >= rest.length && from > 0 ? starts.slice(from) : [...starts];
}
