import { findLabels } from "../text/find-labels.ts";
import type { LabelField } from "../text/labels.ts";
import { findMarks } from "../text/marks.ts";
import { part } from "../text/view.ts";
import type { DraftField } from "./draft.ts";

const MAY_NEST: ReadonlySet<LabelField> = new Set([
	"responsible",
	"lead",
	"support",
	"supervise",
	"acceptance",
	"leader",
	"person",
	"deadline",
	"accountability",
]);

/** A cell that holds labels of its own (牵头单位：甲 责任单位：甲、乙) falls apart into their fields. */
export function explode(field: DraftField): DraftField[] {
	if (!MAY_NEST.has(field.field)) return [field];
	const { passage } = field;
	const labels = findLabels(passage.norm, findMarks(passage.norm)).filter(
		(l) => l.form === "colon" || l.form === "glued",
	);
	if (labels.length === 0) return [field];
	const out: DraftField[] = [];
	const head = part(passage, 0, labels[0]?.start ?? 0);
	if (head && !/^[(),;、]+$/.test(head.norm)) out.push({ ...field, passage: head });
	for (const [i, label] of labels.entries()) {
		const value = part(passage, label.end, labels[i + 1]?.start ?? passage.text.length);
		if (value) out.push({ ...field, field: label.field, word: label.word, passage: value });
	}
	return out;
}
