import type { ProposedComplaint } from "@zhenggai/domain/complaints";
import type { Reading } from "@zhenggai/domain/kernel";
import { withOther } from "../../importing/other-texts.ts";
import { ROW_FIELDS, type RowField, type TextField } from "./row-fields.ts";

type ValueOf<F extends "verdict" | "status" | "pollutionTypes"> = NonNullable<ProposedComplaint[F]>["value"];

/** What a clerk says of one field. Null, or an empty text or list, is "the table does not say". */
export type RowCorrection =
	| { readonly field: TextField; readonly value: string }
	| { readonly field: "seq" | "batch"; readonly value: number | null }
	| { readonly field: "receiptNumber"; readonly value: string }
	| { readonly field: "isKey"; readonly value: boolean }
	| { readonly field: "channel"; readonly value: ProposedComplaint["channel"] }
	| { readonly field: "verdict"; readonly value: ValueOf<"verdict"> | null }
	| { readonly field: "status"; readonly value: ValueOf<"status"> | null }
	| { readonly field: "pollutionTypes"; readonly value: readonly ValueOf<"pollutionTypes">[number][] }
	| { readonly field: "citedReceipts"; readonly value: string }
	/** One of the texts of columns that the ledger has no field for; empty leaves it out. */
	| { readonly field: "otherFields"; readonly index: number; readonly value: string }
	/** The same made a text of the row, or added to it. */
	| { readonly field: "otherFields"; readonly index: number; readonly as: TextField };

/** A value that a clerk has set: certain, and in the place where the old one stood or the row stands. */
function certain<T>(row: ProposedComplaint, old: Reading<unknown> | null, value: T): Reading<T> {
	const place = old?.place ?? { line: row.lines[0], endLine: row.lines[1], cells: null };
	return { value, raw: old?.raw ?? "", place, confidence: 1 };
}

const splitReceipts = (text: string): string[] => [
	...new Set(
		text
			.split(/[、，,;；\s]+/)
			.map((receipt) => receipt.trim())
			.filter((receipt) => receipt !== ""),
	),
];

/** The row with one field as the clerk says. */
export function correctRow(row: ProposedComplaint, correction: RowCorrection): ProposedComplaint {
	switch (correction.field) {
		case "seq":
		case "batch":
		case "isKey":
		case "channel":
			return { ...row, [correction.field]: correction.value };
		case "receiptNumber":
			return { ...row, receiptNumber: correction.value.trim() || null };
		case "otherFields":
			if ("as" in correction) return assignOther(row, correction.index, correction.as);
			return { ...row, otherFields: withOther(row.otherFields, correction.index, correction.value) };
		case "citedReceipts":
			return { ...row, citedReceipts: splitReceipts(correction.value) };
		case "verdict":
			return {
				...row,
				verdict: correction.value === null ? null : certain(row, row.verdict, correction.value),
			};
		case "status":
			return {
				...row,
				status: correction.value === null ? null : certain(row, row.status, correction.value),
			};
		case "pollutionTypes": {
			const types = [...correction.value];
			return { ...row, pollutionTypes: types.length === 0 ? null : certain(row, row.pollutionTypes, types) };
		}
		default: {
			const text = correction.value.trim();
			return { ...row, [correction.field]: text === "" ? null : certain(row, row[correction.field], text) };
		}
	}
}

function assignOther(row: ProposedComplaint, index: number, field: TextField): ProposedComplaint {
	const other = row.otherFields[index];
	if (other === undefined) return row;
	const old = row[field];
	const text = old === null ? other.text : `${old.value}\n${other.text}`;
	const place = old?.place ?? other.place;
	return {
		...row,
		otherFields: withOther(row.otherFields, index, ""),
		[field]: { value: text, raw: old?.raw ?? other.text, place, confidence: 1 },
	};
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of a row can be otherwise than it was read. */
export type Corrected = RowField | "otherFields";
const CORRECTED: readonly Corrected[] = [...ROW_FIELDS, "otherFields"];

/** The fields that a clerk has set otherwise than they were read. */
export const correctedFields = (row: ProposedComplaint, asRead: ProposedComplaint): ReadonlySet<Corrected> =>
	new Set(CORRECTED.filter((field) => !same(row[field], asRead[field])));

/** The row with one field as it was read. */
export const restoreField = (
	row: ProposedComplaint,
	asRead: ProposedComplaint,
	field: RowField,
): ProposedComplaint => ({ ...row, [field]: asRead[field] });
