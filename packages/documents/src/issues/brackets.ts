import { findLabels } from "../text/find-labels.ts";
import { type Passage, part } from "../text/view.ts";
import type { DraftField } from "./draft.ts";

/** A bracket that holds labels of its own: （责任单位：甲，完成时限：2019年底）. */
export interface Bracket {
	fields: DraftField[];
	/** Offsets of the bracket in its passage. */
	from: number;
	to: number;
}

const BRACKETED =
	/\(([^()\n]{0,20}?(?:单位|部门|主体|时限|期限)\s?[:][^()]{1,300}(?:\([^()]{0,40}\)[^()]{0,200}){0,4})\)/g;

/** The brackets of a text that hold labels, each with what it says. The fields keep the place of the text that they stand in. */
export function bracketsIn(passage: Passage, field: DraftField): Bracket[] {
	const out: Bracket[] = [];
	for (const match of passage.norm.matchAll(BRACKETED)) {
		const from = match.index + 1;
		const to = match.index + match[0].length - 1;
		const inner = passage.norm.slice(from, to);
		const labels = findLabels(inner, []).filter((label) => label.form !== "alone" && label.form !== "spaced");
		const fields: DraftField[] = [];
		for (const [i, label] of labels.entries()) {
			const value = part(passage, from + label.end, from + (labels[i + 1]?.start ?? inner.length));
			const clean = value && part(value, 0, value.text.replace(/[,，;；、\s]+$/, "").length);
			if (clean) fields.push({ ...field, field: label.field, word: label.word, passage: clean });
		}
		if (fields.length > 0) out.push({ fields, from: match.index, to: to + 1 });
	}
	return out;
}

/** Whether nothing but a stop follows a bracket in its passage. */
export const closes = (passage: Passage | undefined, bracket: Bracket | undefined): boolean =>
	passage !== undefined && bracket !== undefined && /^[。;\s]*$/.test(passage.norm.slice(bracket.to));

/**
 * A statement whose unit and deadline stand in brackets behind it (甲河水质超标。（责任单位：甲，整改时限：2019年底）)
 * falls apart into the sentence and the fields of the brackets.
 */
export function withoutBrackets(field: DraftField): DraftField[] {
	if (field.field !== "statement") return [field];
	const bracket = bracketsIn(field.passage, field).at(-1);
	const sentence = bracket && closes(field.passage, bracket) ? part(field.passage, 0, bracket.from) : null;
	return bracket && sentence ? [{ ...field, passage: sentence }, ...bracket.fields] : [field];
}
