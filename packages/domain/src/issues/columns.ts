import { z } from "zod";
import { ComplaintColumn } from "../complaints/index.ts";
import { Instant, RegionCode } from "../kernel/index.ts";

/** What a column of a plan, task list or measure list may hold. */
export const PlanColumn = z.enum([
	"rowNumber",
	"number",
	"statement",
	"responsibleUnits",
	"leadUnits",
	"supportingUnits",
	"supervisingUnits",
	"acceptanceUnits",
	"accountabilityUnits",
	"responsibleLeaders",
	"responsiblePersons",
	"deadline",
	"goal",
	"measures",
	"progress",
	"statusText",
	"contact",
	"remarks",
]);
export type PlanColumn = z.infer<typeof PlanColumn>;

/** The two kinds of documents that are tables. */
export const TableKind = z.enum(["plan", "complaints"]);
export type TableKind = z.infer<typeof TableKind>;

export const ColumnLayoutId = z.uuid().brand("ColumnLayoutId");
export type ColumnLayoutId = z.infer<typeof ColumnLayoutId>;

/** A field that a column fills. Which are possible follows from the kind of the table. */
export const ColumnField = z.enum([...new Set([...PlanColumn.options, ...ComplaintColumn.options])]);
export type ColumnField = z.infer<typeof ColumnField>;

/** What the clerk can say of a column: a field, text without a field that is kept, or nothing that matters. */
export const ColumnTarget = z.enum([...ColumnField.options, "other", "ignore"]);
export type ColumnTarget = z.infer<typeof ColumnTarget>;

/** The fields that a table of a kind may have, in the order in which a clerk is offered them. */
export const COLUMN_FIELDS = {
	plan: PlanColumn.options,
	complaints: ComplaintColumn.options,
} as const satisfies Readonly<Record<TableKind, readonly ColumnField[]>>;

/** The field without which a table of a kind is not read: what each of its rows is about. */
export const SUBJECT_FIELDS: Readonly<Record<TableKind, readonly ColumnField[]>> = {
	plan: ["statement"],
	complaints: ["summary", "receiptNumber"],
};

const JOINED: ReadonlySet<ColumnField> = new Set([
	"statement",
	"responsibleUnits",
	"leadUnits",
	"supportingUnits",
	"supervisingUnits",
	"acceptanceUnits",
	"accountabilityUnits",
	"responsibleLeaders",
	"responsiblePersons",
	"goal",
	"measures",
	"progress",
	"contact",
	"remarks",
	"summary",
	"investigation",
	"closureTarget",
	"handling",
	"accountability",
]);

/** Whether the texts of several columns may be read as one field, in their order. A date, a verdict or a number may not. */
export const joinsColumns = (field: ColumnField): boolean => JOINED.has(field);

const isField = (target: ColumnTarget | null): target is ColumnField =>
	target !== null && target !== "other" && target !== "ignore";

/** Fields that several columns claim although only one of them can fill it, each once. */
export const contestedFields = (targets: readonly (ColumnTarget | null)[]): readonly ColumnField[] => {
	const fields = targets.filter(isField);
	return [...new Set(fields.filter((field, i) => !joinsColumns(field) && fields.indexOf(field) !== i))];
};

const KIND_OF: ReadonlyMap<ColumnTarget, TableKind> = new Map<ColumnTarget, TableKind>([
	...PlanColumn.options
		.filter((field) => !ComplaintColumn.options.some((other) => other === field))
		.map((field): [ColumnTarget, TableKind] => [field, "plan"]),
	...ComplaintColumn.options
		.filter((field) => !PlanColumn.options.some((other) => other === field))
		.map((field): [ColumnTarget, TableKind] => [field, "complaints"]),
]);

/** The kind of table that has this field; null where both may have it. */
export const kindOfColumn = (target: ColumnTarget): TableKind | null => KIND_OF.get(target) ?? null;

/** Whether tables of a kind may have this. */
export const fitsKind = (target: ColumnTarget, kind: TableKind): boolean =>
	(kindOfColumn(target) ?? kind) === kind;

/** How a column came by its field. A guess is only offered: its text is kept with the other texts until a clerk agrees. */
export const ColumnKnowledge = z.enum(["known", "mapped", "guessed", "unknown"]);
export type ColumnKnowledge = z.infer<typeof ColumnKnowledge>;

export const ReadColumn = z.object({
	/** Place in the table, from 0 at the left. */
	index: z.int().min(0),
	/** The header as printed, without line breaks and spaces; words of several rows parted by `·`. Empty where it is blank. */
	words: z.string(),
	field: ColumnTarget.nullable(),
	how: ColumnKnowledge,
	/** The first three different texts below the header, cut to 80 characters. */
	samples: z.array(z.string()).max(3),
});
export type ReadColumn = z.infer<typeof ReadColumn>;

/** The fingerprint of a header: the same words in the same order give the same one, whatever their punctuation, width and spaces. */
export const LayoutFingerprint = z.string().regex(/^[0-9a-f]{16}$/);
export type LayoutFingerprint = z.infer<typeof LayoutFingerprint>;

/** A table of a document as it was read: where it stands, where its header is, and what each column holds. */
export const ReadTable = z.object({
	/** Name of the sheet, null where the document has none. */
	sheet: z.string().nullable(),
	/** First and last line of the table in the source. */
	lines: z.tuple([z.int().min(1), z.int().min(1)]),
	/** Null where no header was found: none was printed, or none is known. */
	header: z
		.object({
			/** Line of its first row. */
			line: z.int().min(1),
			/** Over how many rows it stands. */
			rows: z.int().min(1).max(3),
			/** `台账!A3:H4` in spreadsheets. */
			cells: z.string().nullable(),
		})
		.nullable(),
	/** What the table was read as; null where it was not read. */
	kind: TableKind.nullable(),
	layout: LayoutFingerprint.nullable(),
	columns: z.array(ReadColumn).max(200),
});
export type ReadTable = z.infer<typeof ReadTable>;

/** One column of a clerk's mapping: which by its header words, and by its place where words repeat or are missing. */
export const ColumnChoice = z.object({
	index: z.int().min(0).max(199).nullable(),
	words: z.string().max(200),
	field: ColumnTarget,
});
export type ColumnChoice = z.infer<typeof ColumnChoice>;

/** Who mapped a layout, when, and for which office. */
export const Remembered = z.object({ by: z.string(), at: Instant, region: RegionCode });
export type Remembered = z.infer<typeof Remembered>;

/**
 * What a clerk says about columns. It holds for tables of one layout, for the table with its header at a line (so
 * that a header nobody knows can be pointed at), or, with neither, for every column with these words.
 */
export const ColumnMapping = z
	.object({
		layout: LayoutFingerprint.nullable(),
		header: z.object({ line: z.int().min(1), rows: z.int().min(1).max(3) }).nullable(),
		/** Null: as the fields say. */
		kind: TableKind.nullable(),
		/** May be empty where a header is pointed at: then its columns are listed, and nothing is read by it yet. */
		columns: z.array(ColumnChoice).max(200),
		/** Whose memory it comes from, where the office had mapped this layout before. */
		remembered: Remembered.optional(),
	})
	.refine(({ columns }) => contestedFields(columns.map(({ field }) => field)).length === 0, {
		path: ["columns"],
		message: "two columns for a field that takes only one",
	})
	.refine(({ header, columns }) => header !== null || columns.length > 0, {
		path: ["columns"],
		message: "nothing is said of any column",
	})
	.refine(({ kind, columns }) => kind === null || columns.every(({ field }) => fitsKind(field, kind)), {
		path: ["columns"],
		message: "a field that tables of this kind do not have",
	});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** A mapping that an office keeps for every document with this layout. */
export const ColumnLayout = z.object({
	id: ColumnLayoutId,
	layout: LayoutFingerprint,
	kind: TableKind,
	columns: z.array(ColumnChoice).min(1).max(200),
	/** Whose it is: this office's, and used by the offices below that have none of their own. */
	region: RegionCode,
	savedBy: z.string(),
	savedAt: Instant,
	/** Counts how often it was saved. */
	version: z.int().min(1),
});
export type ColumnLayout = z.infer<typeof ColumnLayout>;

/** What a clerk wants to be remembered of a layout. */
export const NewColumnLayout = ColumnLayout.pick({ layout: true, kind: true, columns: true })
	.refine(({ columns }) => contestedFields(columns.map(({ field }) => field)).length === 0, {
		path: ["columns"],
		message: "two columns for a field that takes only one",
	})
	.refine(({ kind, columns }) => columns.every(({ field }) => fitsKind(field, kind)), {
		path: ["columns"],
		message: "a field that tables of this kind do not have",
	});
export type NewColumnLayout = z.infer<typeof NewColumnLayout>;

/** A remembered layout as the hint of a reading. */
export const rememberedMapping = (layout: ColumnLayout): ColumnMapping => ({
	layout: layout.layout,
	header: null,
	kind: layout.kind,
	columns: layout.columns,
	remembered: { by: layout.savedBy, at: layout.savedAt, region: layout.region },
});

/** Of these mappings those that a reading used. Mappings by words or by a line are said by the clerk and always count. */
export const usedMappings = (
	mappings: readonly ColumnMapping[],
	tables: readonly Pick<ReadTable, "layout" | "columns">[],
): readonly ColumnMapping[] => {
	const mapped = new Set(
		tables.flatMap(({ layout, columns }) =>
			columns.some(({ how }) => how === "mapped") ? (layout ?? []) : [],
		),
	);
	return mappings.filter(
		({ remembered, layout }) => remembered === undefined || (layout !== null && mapped.has(layout)),
	);
};

/** What a clerk starts from when mapping a table: what is known stays, guesses are proposals, the rest is kept as text. */
export const startingTargets = (table: Pick<ReadTable, "columns">): readonly ColumnTarget[] => {
	const targets = table.columns.map(({ field }) => field ?? "other");
	const contested = contestedFields(targets);
	return targets.map((target, i) => {
		const guessed = table.columns[i]?.how === "guessed";
		return guessed && contested.some((field) => field === target) ? "other" : target;
	});
};
