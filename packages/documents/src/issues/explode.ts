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

/** Fields whose cells, in a table, may hold a small form: 整改目标：… ↵ 整改措施：… under a header that names neither. */
const FORMS: ReadonlySet<LabelField> = new Set(["statement", "goal", "measures", "other"]);
const OF_A_FORM: ReadonlySet<LabelField> = new Set([...MAY_NEST, "statement", "goal", "measures"]);
const FORM_HEADER = /单位|部门|责任|时限|期限|时间|目标|措施|要求|问题|任务|内容|分工/;

/**
 * A cell of a table that begins with a label of its own (整改目标：… ↵ 整改措施：…) falls apart into these fields.
 * Results and remarks stay whole: they repeat the labels of what they report on.
 */
export function explodeCell(field: DraftField): DraftField[] {
	if (!FORMS.has(field.field) || (field.field === "other" && !FORM_HEADER.test(field.word))) return [field];
	const { passage } = field;
	const labels = findLabels(passage.norm, findMarks(passage.norm)).filter(
		({ form, lineStart, field: of }) =>
			lineStart && OF_A_FORM.has(of) && (form === "colon" || form === "boxed"),
	);
	if (labels[0]?.start !== 0) return [field];
	return labels.flatMap((label, i) => {
		const value = part(passage, label.end, labels[i + 1]?.start ?? passage.text.length);
		return value ? [{ ...field, field: label.field, word: label.word, passage: value }] : [];
	});
}

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
