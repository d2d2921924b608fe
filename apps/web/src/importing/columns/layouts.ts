import {
	COLUMN_FIELDS,
	type ColumnChoice,
	type ColumnField,
	type ColumnMapping,
	type ColumnTarget,
	contestedFields,
	fitsKind,
	joinsColumns,
	kindOfColumn,
	type ReadColumn,
	type ReadingHint,
	type ReadTable,
	SUBJECT_FIELDS,
	startingTargets,
	type TableKind,
} from "@zhenggai/domain/issues";

/** Tables of a document that have one header: what is said of one holds for all of them. */
export type LayoutGroup = {
	readonly key: string;
	readonly tables: readonly ReadTable[];
	/** The one that stands for the others. */
	readonly table: ReadTable;
	/** Columns that nobody has said anything about yet. */
	readonly open: readonly ReadColumn[];
};

const isOpen = ({ how }: ReadColumn): boolean => how === "unknown" || how === "guessed";

/** The tables by their headers. A table without one that goes on with the columns above it says nothing of its own. */
export function layoutGroups(tables: readonly ReadTable[]): LayoutGroup[] {
	const groups = Map.groupBy(tables, ({ layout, kind, lines }) => layout ?? `${kind ?? ""}@${lines[0]}`);
	return [...groups].flatMap(([key, list]) => {
		const [table] = list;
		if (table === undefined) return [];
		return { key, tables: list, table, open: table.columns.filter(isOpen) };
	});
}

/** What a clerk says of one layout so far. */
export type LayoutChoice = { readonly kind: TableKind; readonly targets: readonly ColumnTarget[] };

/** The kind that most of the columns speak for; plans where nothing speaks for either. */
function likelyKind({ kind, columns }: ReadTable): TableKind {
	if (kind !== null) return kind;
	const count = (wanted: TableKind) =>
		columns.filter(({ field }) => field !== null && kindOfColumn(field) === wanted).length;
	return count("complaints") > count("plan") ? "complaints" : "plan";
}

const within = (targets: readonly ColumnTarget[], kind: TableKind): ColumnTarget[] =>
	targets.map((target) => (fitsKind(target, kind) ? target : "other"));

/** What a clerk starts from: what is known and what is suggested. */
export function startingChoice(table: ReadTable): LayoutChoice {
	const kind = likelyKind(table);
	return { kind, targets: within(startingTargets(table), kind) };
}

/** The same for the other kind of table: fields that it does not have are kept as text. */
export const ofKind = (choice: LayoutChoice, kind: TableKind): LayoutChoice => ({
	kind,
	targets: within(choice.targets, kind),
});

export const withTarget = (choice: LayoutChoice, at: number, target: ColumnTarget): LayoutChoice => ({
	...choice,
	targets: choice.targets.map((old, i) => (i === at ? target : old)),
});

/** What can be said of a column of this kind of table. */
export const targetsOf = (kind: TableKind): readonly ColumnTarget[] => [
	...COLUMN_FIELDS[kind],
	"other",
	"ignore",
];

/** What stands against reading by a choice, and what will be read from several columns. */
export type LayoutCheck = {
	readonly contested: readonly ColumnField[];
	readonly joined: readonly { readonly field: ColumnField; readonly count: number }[];
	/** One of these fields must be named; empty where one is. */
	readonly lacking: readonly ColumnField[];
};

export function checkChoice({ kind, targets }: LayoutChoice): LayoutCheck {
	const fields = COLUMN_FIELDS[kind].map((field) => ({
		field,
		count: targets.filter((target) => target === field).length,
	}));
	return {
		contested: contestedFields(targets),
		joined: fields.filter(({ field, count }) => count > 1 && joinsColumns(field)),
		lacking: SUBJECT_FIELDS[kind].some((field) => targets.includes(field)) ? [] : SUBJECT_FIELDS[kind],
	};
}

const columnsOf = (table: ReadTable, { targets }: LayoutChoice): ColumnChoice[] =>
	table.columns.map(({ index, words }, i) => ({ index, words, field: targets[i] ?? "other" }));

/** A choice as the mapping that a reading is given: by its fingerprint, or by the line of a header without words. */
export const mappingOf = (table: ReadTable, choice: LayoutChoice): ColumnMapping => ({
	layout: table.layout,
	header:
		table.layout === null && table.header !== null
			? { line: table.header.line, rows: table.header.rows }
			: null,
	kind: choice.kind,
	columns: columnsOf(table, choice),
});

/** A choice as it is remembered; null where the header has no words to know it again by. */
export const rememberedOf = (table: ReadTable, choice: LayoutChoice) =>
	table.layout === null
		? null
		: { layout: table.layout, kind: choice.kind, columns: columnsOf(table, choice) };

/** Whether a mapping is about a table. */
const isAbout = ({ layout, header }: ColumnMapping, table: ReadTable): boolean =>
	header === null
		? layout !== null && layout === table.layout
		: table.lines[0] <= header.line && header.line <= table.lines[1];

/** The mappings of a hint that are not about a table. */
const others = (hint: ReadingHint, table: ReadTable): ColumnMapping[] =>
	(hint.columns ?? []).filter((mapping) => !isAbout(mapping, table));

/** The hint with what is now said of a table, in the place of what was said before. */
export const hintWith = (hint: ReadingHint, table: ReadTable, mapping: ColumnMapping): ReadingHint => ({
	...hint,
	columns: [mapping, ...others(hint, table)],
});

/** The hint without what was said of a table: it is read as the reader knows it. */
export const hintWithout = (hint: ReadingHint, table: ReadTable): ReadingHint => ({
	...hint,
	columns: others(hint, table),
});

/** The mapping that a table was read by; undefined where the reader knew it by itself. */
export const mappingUsed = (hint: ReadingHint, table: ReadTable): ColumnMapping | undefined =>
	table.columns.some(({ how }) => how === "mapped")
		? (hint.columns ?? []).find((mapping) => isAbout(mapping, table))
		: undefined;

/** The hint that points at a header. */
export const hintPointing = (hint: ReadingHint, table: ReadTable, line: number, rows: number): ReadingHint =>
	hintWith(hint, table, { layout: null, header: { line, rows }, kind: null, columns: [] });

/** A, B, … Z, AA: a column as spreadsheets name it. */
export function columnLetters(index: number): string {
	const rest = Math.floor(index / 26);
	return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
