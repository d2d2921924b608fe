import type { Label } from "../text/find-labels.ts";
import type { LabelField } from "../text/labels.ts";
import type { Mark } from "../text/marks.ts";

const OF_ONE_MEASURE: ReadonlySet<LabelField> = new Set([
	"responsible",
	"lead",
	"support",
	"supervise",
	"deadline",
	"person",
	"leader",
]);

/**
 * Leaves out labels that belong to single measures (（一）清淤。责任单位：甲 完成时限：… （二）…). They are told by their
 * rhythm: the same label follows the first and the second measure, with no label of an issue between.
 */
export function withoutNested(labels: readonly Label[], marks: readonly Mark[]): Label[] {
	const nested = new Set<Label>();
	let cursor = 0;
	for (const [i, label] of labels.entries()) {
		while ((marks[cursor]?.start ?? Number.POSITIVE_INFINITY) < label.end) cursor++;
		if (label.field !== "measures") continue;
		for (const inner of nestedAfter(labels, i, marks, cursor)) nested.add(inner);
	}
	return nested.size === 0 ? [...labels] : labels.filter((label) => !nested.has(label));
}

function nestedAfter(labels: readonly Label[], at: number, marks: readonly Mark[], cursor: number): Label[] {
	const opening = marks[cursor];
	const first = labels[at + 1];
	const own = labels[at];
	if (!opening || !first || !own || opening.value !== 1 || !opening.boundary || opening.start - own.end > 200)
		return [];
	if (!OF_ONE_MEASURE.has(first.field) || first.start < opening.end) return [];
	const out: Label[] = [];
	let group = 0;
	let index = at + 1;
	let expected = 2;
	for (let m = cursor + 1; m < marks.length && m < cursor + 400; m++) {
		const mark = marks[m];
		if (!mark || mark.style !== opening.style || !mark.boundary) continue;
		if (mark.value !== expected) break;
		const before = take(labels, index, mark.start);
		if (before === null || (expected === 2 && before.length === 0)) break;
		const next = labels[index + before.length];
		// The label behind the second measure must be the one behind the first, else the second mark opens an issue.
		if (expected === 2 && next?.field !== first.field) break;
		out.push(...before);
		if (expected === 2) group = before.length;
		index += before.length;
		expected++;
	}
	if (out.length === 0) return [];
	// Behind the last measure stand as many labels, of the same fields, as behind the first.
	const pattern = labels.slice(at + 1, at + 1 + group);
	const last = labels.slice(index, index + group);
	return [...out, ...last.filter(({ field }, k) => pattern[k]?.field === field)];
}

/** Labels from an index up to an offset; null when one of them can only belong to an issue. */
function take(labels: readonly Label[], from: number, offset: number): Label[] | null {
	const out: Label[] = [];
	for (let i = from; i < labels.length; i++) {
		const label = labels[i];
		if (!label || label.start >= offset) break;
		if (!OF_ONE_MEASURE.has(label.field)) return null;
		out.push(label);
	}
	return out;
}
