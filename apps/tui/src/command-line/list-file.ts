import { type PlainRow, readTable } from "@zhenggai/documents/reading";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";
import { CommandError, EXIT } from "./exit.ts";
import { readInput } from "./input.ts";

/** A column of a list that an office keeps: its key, which is its English name, and the words that may stand above it. */
export type ListColumn<K extends string> = {
	readonly key: K;
	readonly names: readonly string[];
	readonly required: boolean;
};

/** A row of the list with the number that its reader sees. */
export type ListRow<K extends string> = {
	readonly line: number;
	readonly values: Readonly<Partial<Record<K, string>>>;
};

/** Something wrong in a row. */
export type RowProblem = { readonly line: number; readonly column: Bilingual; readonly problem: Bilingual };

/** More would tell nothing new. */
const MOST_PROBLEMS = 20;

/** Where in the file something stands. */
export const rowPlace = (line: number, column: Bilingual | null): Bilingual =>
	column === null
		? say(`第 ${line} 行`, `row ${line}`)
		: say(`第 ${line} 行“${column.zh}”`, `row ${line}, "${column.en}"`);

/** How a column is called in messages. */
export const columnName = <K extends string>({ key, names }: ListColumn<K>): Bilingual =>
	say(names[0] ?? key, key);

/** The rows at fault as the command's end: nothing of the file is used. */
export function rowsError(problems: readonly RowProblem[]): CommandError {
	const lines = problems.slice(0, MOST_PROBLEMS).map(({ line, column, problem }) => {
		const place = rowPlace(line, column);
		return say(`${place.zh}：${problem.zh}`, `${place.en}: ${problem.en}`);
	});
	const rest = problems.length - lines.length;
	if (rest > 0) lines.push(say(`另有 ${rest} 处`, `and ${rest} more`));
	lines.push(say("未登记任何内容", "Nothing was registered"));
	return new CommandError(
		EXIT.failed,
		say(lines.map(({ zh }) => zh).join("\n"), lines.map(({ en }) => en).join("\n")),
	);
}

const plain = (text: string): string => text.replace(/[\s*＊（）()]/g, "").toLowerCase();

/** Which column each cell of the first row heads; null where that row is data already. */
function headingOf<K extends string>(
	first: PlainRow,
	columns: readonly ListColumn<K>[],
): (K | null)[] | null {
	const keys = first.cells.map(
		(cell) => columns.find(({ names }) => names.some((name) => plain(name) === plain(cell)))?.key ?? null,
	);
	return keys.some((key) => key !== null) ? keys : null;
}

function checkHeading<K extends string>(
	keys: readonly (K | null)[],
	columns: readonly ListColumn<K>[],
): void {
	const missing = columns.filter(({ key, required }) => required && !keys.includes(key));
	if (missing.length === 0) return;
	const names = missing.map(columnName);
	throw new CommandError(
		EXIT.failed,
		say(
			`表头缺少列：${names.map(({ zh }) => zh).join("、")}`,
			`The heading lacks the columns: ${names.map(({ en }) => en).join(", ")}`,
		),
	);
}

/**
 * The rows of a list by column. A first row that names the columns may give them in any order, with others between;
 * without one they stand in the order of `columns`. Values that are missing or too many go to `problems`.
 */
export function listRows<K extends string>(
	table: readonly PlainRow[],
	columns: readonly ListColumn<K>[],
	problems: RowProblem[],
): ListRow<K>[] {
	const [first] = table;
	const heading = first === undefined ? null : headingOf(first, columns);
	if (heading !== null) checkHeading(heading, columns);
	const keys = heading ?? columns.map(({ key }) => key);
	const rows = table.slice(heading === null ? 0 : 1).map(({ line, cells }): ListRow<K> => {
		const values: Partial<Record<K, string>> = {};
		for (const [index, key] of keys.entries()) {
			const text = cells[index] ?? "";
			if (key !== null && text !== "") values[key] = text;
		}
		for (const column of columns)
			if (column.required && values[column.key] === undefined)
				problems.push({ line, column: columnName(column), problem: say("为空", "is empty") });
		const extra = heading === null ? cells.slice(columns.length).find((text) => text !== "") : undefined;
		if (extra !== undefined)
			problems.push({
				line,
				column: say(extra, extra),
				problem: say("多出的一列", "is one column too many"),
			});
		return { line, values };
	});
	if (rows.length === 0)
		throw new CommandError(EXIT.failed, say("文件里只有表头", "The file holds nothing but its heading"));
	return rows;
}

/** Reads a list from CSV, TSV (UTF-8 or GB18030) or a workbook; `-` is standard input. */
export async function readList<K extends string>(
	path: string,
	columns: readonly ListColumn<K>[],
	problems: RowProblem[],
): Promise<ListRow<K>[]> {
	const { name, bytes } = await readInput(path);
	const table = await readTable(name, bytes);
	if (!table.ok) throw new CommandError(EXIT.failed, table.problem.message);
	return listRows(table.rows, columns, problems);
}
