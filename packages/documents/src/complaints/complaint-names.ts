import type { ColumnNames } from "../tables/read-tables.ts";
import { COLUMN_WORDS, type ComplaintField, fieldOfColumn } from "../text/columns.ts";
import { fold } from "../text/fold.ts";
import { isReceipt } from "../text/receipts.ts";
import { complaintColumnOf } from "./complaint-columns.ts";
import { isTypes, readStatus, readVerdict } from "./values.ts";

const TELLING = COLUMN_WORDS.filter((word) => {
	const field = fieldOfColumn(word);
	return word.length >= 3 && field !== null && complaintColumnOf(field) !== "other";
});

const BY_TEXT: readonly (readonly [ComplaintField, (norm: string) => boolean])[] = [
	["receipt", isReceipt],
	["types", isTypes],
	["verdict", (norm) => /属实|不实/.test(norm) && readVerdict(norm) !== null],
	["status", (norm) => /办结/.test(norm) && readStatus(norm) !== null],
];

function guess(words: string, samples: readonly string[]): ComplaintField | null {
	const norm = fold(words).replace(/[\s·]+/g, "");
	const named = TELLING.find((word) => norm.includes(word));
	if (named !== undefined) return fieldOfColumn(named);
	const texts = samples.map((text) => fold(text).replace(/\s+/g, ""));
	return texts.length === 0 ? null : (BY_TEXT.find(([, fits]) => texts.every(fits))?.[0] ?? null);
}

/** How complaint tables name their columns. */
export const complaintNames = (rules: ColumnNames<ComplaintField>["rules"]): ColumnNames<ComplaintField> => ({
	kind: "complaints",
	rules,
	nameOf: complaintColumnOf,
	guess,
});
