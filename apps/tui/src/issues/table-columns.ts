import {
	type ColumnMapping,
	ColumnMapping as ColumnMappingSchema,
	type ColumnTarget,
	contestedFields,
	kindOfColumn,
	type ReadTable,
} from "@zhenggai/domain/issues";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import type { CommandContext } from "../command-line/command.ts";
import { noSuchValue, usageError, valueNamed } from "../command-line/values.ts";
import { say } from "../say.ts";

const OPTION = "--map";

function choiceOf(text: string): ColumnMapping["columns"][number] {
	const at = Math.max(text.lastIndexOf("="), text.lastIndexOf("＝"));
	const [words, name] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
	if (at < 0 || words === "" || name === "")
		throw usageError(OPTION, say(`“${text}”应写作 列名=字段`, `"${text}" must be written column=field`));
	const field = valueNamed(vocab.columnTarget, name);
	if (field === null) throw usageError(OPTION, noSuchValue(vocab.columnTarget, name));
	return { index: null, words, field };
}

const named = (field: ColumnTarget): Bilingual => vocab.columnTarget[field];

/** What `--map` says of columns; null where it was not given. */
export function mapOption({ options }: CommandContext): ColumnMapping | null {
	const columns = options.values("map").map(choiceOf);
	if (columns.length === 0) return null;
	const [contested] = contestedFields(columns.map(({ field }) => field));
	if (contested !== undefined)
		throw usageError(
			OPTION,
			say(`“${named(contested).zh}”只能对应一列`, `only one column can be "${named(contested).en}"`),
		);
	const kinds = new Set(columns.flatMap(({ field }) => kindOfColumn(field) ?? []));
	if (kinds.size > 1)
		throw usageError(
			OPTION,
			say(
				`方案的字段和信访件的字段不能混用：${columns.map(({ field }) => `${field}（${named(field).zh}）`).join("、")}`,
				`fields of plans and of complaints cannot be mixed: ${columns.map(({ field }) => field).join(", ")}`,
			),
		);
	return ColumnMappingSchema.parse({ layout: null, header: null, kind: null, columns });
}

const bare = (text: string): string =>
	text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\s\p{P}\p{S}]+/gu, "");

const lowest = (words: string): string => words.slice(words.lastIndexOf("·") + 1);

/** Throws for a column that no table of the document has: a slip of the pen must not pass in silence. */
export function checkMapped(mapping: ColumnMapping | null, tables: readonly ReadTable[]): void {
	const columns = tables.flatMap((table) => table.columns);
	const headers = new Set(columns.flatMap(({ words }) => [bare(words), bare(lowest(words))]));
	const absent = (mapping?.columns ?? []).filter(({ words }) => !headers.has(bare(words)));
	if (absent.length === 0) return;
	const names = absent.map(({ words }) => words);
	const there = [...new Set(columns.map(({ words }) => words).filter((words) => words !== ""))];
	throw usageError(
		OPTION,
		say(
			`表格中没有这一列：${names.join("、")}。有：${there.join("、")}`,
			`the tables have no such column: ${names.join(", ")}. There are: ${there.join(", ")}`,
		),
	);
}

const SHOWN = 12;

/** Columns that the reader does not know, and how to say what they hold; null where there is none. */
export function unknownColumnsText(tables: readonly ReadTable[]): Bilingual | null {
	const open = tables.flatMap(({ columns }) =>
		columns.filter(({ words, how }) => words !== "" && (how === "unknown" || how === "guessed")),
	);
	const first = [...new Map(open.map((column) => [column.words, column])).values()].slice(0, SHOWN);
	const [one] = first;
	if (one === undefined) return null;
	const list = (language: "zh" | "en") =>
		first
			.map(({ words, field, samples }) => {
				const guess = field === null ? "" : ` ≈ ${named(field)[language]}`;
				return `  ${words}${guess}  ${samples.slice(0, 2).join(" / ").slice(0, 60)}`;
			})
			.join("\n");
	const example = `--map '${one.words}=${one.field ?? "responsibleUnits"}'`;
	return say(
		`未识别的列（原文保留在其他栏目中）：\n${list("zh")}\n用 ${example} 指明某列是什么`,
		`Columns that are not known (their text is kept as other text):\n${list("en")}\nSay what a column holds with ${example}`,
	);
}
