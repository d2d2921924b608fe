import { type ColumnMapping, type ColumnTarget, PlanColumn } from "@zhenggai/domain/issues";
import { type ColumnHints, hintsFor } from "../tables/column-hints.ts";
import type { HeaderRules } from "../tables/find-header.ts";
import { fieldOfLabel, type LabelField } from "../text/labels.ts";

const LABEL_OF: Readonly<Record<PlanColumn, LabelField>> = {
	rowNumber: "rowNumber",
	number: "number",
	statement: "statement",
	responsibleUnits: "responsible",
	leadUnits: "lead",
	supportingUnits: "support",
	supervisingUnits: "supervise",
	acceptanceUnits: "acceptance",
	accountabilityUnits: "accountability",
	responsibleLeaders: "leader",
	responsiblePersons: "person",
	deadline: "deadline",
	goal: "goal",
	measures: "measures",
	progress: "progress",
	statusText: "status",
	contact: "contact",
	remarks: "remarks",
};
const COLUMN_OF: ReadonlyMap<LabelField, PlanColumn> = new Map(
	typedEntries(LABEL_OF).map(([column, label]): [LabelField, PlanColumn] => [label, column]),
);
const LABELS: ReadonlyMap<ColumnTarget, LabelField> = new Map<ColumnTarget, LabelField>(
	typedEntries(LABEL_OF),
);

function typedEntries(record: Readonly<Record<PlanColumn, LabelField>>): [PlanColumn, LabelField][] {
	return PlanColumn.options.map((column) => [column, record[column]]);
}

/** The field of a column as the ledger names it; texts that it keeps without a field are `other`. */
export const planColumnOf = (label: LabelField): ColumnTarget => COLUMN_OF.get(label) ?? "other";

/** What clerks said of the columns of plans. */
export const planHints = (mappings: readonly ColumnMapping[]): ColumnHints<LabelField> =>
	hintsFor(mappings, "plan", (target) =>
		target === "other" || target === "ignore" ? target : (LABELS.get(target) ?? null),
	);

const ONE: ReadonlySet<LabelField> = new Set(["deadline", "status", "number"]);

/** The headers of plans: the issue and two more fields, or whatever a clerk says. */
export const planRules = (hints: ColumnHints<LabelField>): HeaderRules<LabelField> => ({
	fieldOf: fieldOfLabel,
	enough: (columns) =>
		columns.includes("statement") && new Set(columns.filter((field) => field !== null)).size >= 3,
	subjects: ["statement"],
	most: (field, columns) =>
		ONE.has(field) ? 1 : field === "rowNumber" ? (columns.includes("number") ? 1 : 2) : null,
	fit: () => 0,
	instead: (field) => (field === "statement" ? "other" : null),
	hints,
});
