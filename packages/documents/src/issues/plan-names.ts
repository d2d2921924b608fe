import type { ColumnNames } from "../tables/read-tables.ts";
import { fold } from "../text/fold.ts";
import { LABEL_WORDS, type LabelField } from "../text/labels.ts";
import { readDeadline } from "./deadline.ts";
import { planColumnOf } from "./plan-columns.ts";

/** Known words inside a header, longest first: 拟采取的整改措施 speaks of measures. */
const TELLING = LABEL_WORDS.filter(([word, field]) => word.length >= 3 && planColumnOf(field) !== "other");

function speaksOfTime(text: string): boolean {
	const deadline = readDeadline(text)?.deadline;
	return deadline !== undefined && (deadline.point !== null || deadline.category !== null);
}

function guess(words: string, samples: readonly string[]): LabelField | null {
	const norm = fold(words).replace(/[\s·]+/g, "");
	const named = TELLING.find(([word]) => norm.includes(word))?.[1] ?? null;
	if (named !== null) return named;
	const dated = samples.length > 0 && samples.every((text) => text.length <= 30 && speaksOfTime(text));
	return dated && /期|时|日|完成/.test(norm) ? "deadline" : null;
}

/** How plans name their columns. */
export const planNames = (rules: ColumnNames<LabelField>["rules"]): ColumnNames<LabelField> => ({
	kind: "plan",
	rules,
	nameOf: planColumnOf,
	guess,
});
