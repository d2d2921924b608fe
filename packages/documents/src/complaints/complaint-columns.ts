import { ComplaintColumn } from "@zhenggai/domain/complaints";
import type { ColumnMapping, ColumnTarget } from "@zhenggai/domain/issues";
import { type ColumnHints, hintsFor } from "../tables/column-hints.ts";
import type { HeaderRules } from "../tables/find-header.ts";
import { type ComplaintField, fieldOfColumn, isComplaintHeader } from "../text/columns.ts";
import { isReceipt } from "../text/receipts.ts";
import { isPlace } from "./values.ts";

const FIELD_OF: Readonly<Record<ComplaintColumn, ComplaintField>> = {
	seq: "seq",
	receiptNumber: "receipt",
	batch: "batch",
	channel: "channel",
	summary: "summary",
	regionText: "region",
	cityText: "city",
	pollutionTypes: "types",
	investigation: "investigation",
	verdict: "verdict",
	closureTarget: "target",
	handling: "handling",
	status: "status",
	accountability: "accountability",
	remarks: "remarks",
};
const ENTRIES = ComplaintColumn.options.map((column): [ComplaintColumn, ComplaintField] => [
	column,
	FIELD_OF[column],
]);
const COLUMN_OF: ReadonlyMap<ComplaintField, ComplaintColumn> = new Map(
	ENTRIES.map(([column, field]) => [field, column]),
);
const FIELDS: ReadonlyMap<ColumnTarget, ComplaintField> = new Map<ColumnTarget, ComplaintField>(ENTRIES);

/** The field of a column as the ledger names it; texts that it keeps without a field are `other`. */
export const complaintColumnOf = (field: ComplaintField): ColumnTarget => COLUMN_OF.get(field) ?? "other";

/** What clerks said of the columns of complaint tables. */
export const complaintHints = (mappings: readonly ColumnMapping[]): ColumnHints<ComplaintField> =>
	hintsFor(mappings, "complaints", (target) =>
		target === "other" || target === "ignore" ? target : (FIELDS.get(target) ?? null),
	);

const JOINED: ReadonlySet<ComplaintField> = new Set([
	"summary",
	"investigation",
	"target",
	"handling",
	"accountability",
	"remarks",
	"other",
]);

/** How well a column fits: receipts tell 受理编号 from 编号, places tell 行政区域 from 承办单位. */
function fit(field: ComplaintField, words: string, norm: string): number {
	if (field === "receipt") return isReceipt(norm) ? 1 : 0;
	if (field === "region") return (isPlace(norm) ? 1 : 0) + (/单位|部门/.test(words) ? 0 : 0.5);
	return 0;
}

/** The headers of complaint tables: enough of the columns that only such tables have, or whatever a clerk says. */
export const complaintRules = (hints: ColumnHints<ComplaintField>): HeaderRules<ComplaintField> => ({
	fieldOf: fieldOfColumn,
	enough: (columns) =>
		new Set(columns.filter((field) => field !== null)).size >= 4 && isComplaintHeader(columns),
	subjects: ["summary", "receipt"],
	most: (field) => (JOINED.has(field) ? null : 1),
	fit,
	// 编号 beside 受理编号 counts the rows.
	instead: (field, texts, columns) =>
		field === "receipt" && !columns.includes("seq") && texts.every((norm) => /^\d{1,4}$/.test(norm))
			? "seq"
			: null,
	hints,
});
