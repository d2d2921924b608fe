import { type DeadlineDraft, emptyDeadline } from "../../issues/index.ts";
import { emptyMeasure, type PlanMeasure } from "./measure-draft.ts";

/**
 * The cells of what a spreadsheet puts on the clipboard: tabs between cells, a new line after each row, and cells that
 * hold either of them in quotes. A short row stays short: nothing moves into it from the next.
 */
export function cellsOf(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = "";
	let quoted = false;
	const source = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
	const endCell = () => {
		row.push(cell.trim());
		cell = "";
	};
	const endRow = () => {
		endCell();
		if (row.some((part) => part !== "")) rows.push(row);
		row = [];
	};
	for (let at = 0; at < source.length; at++) {
		const sign = source.charAt(at);
		if (quoted) {
			if (sign !== '"') cell += sign;
			else if (source.charAt(at + 1) === '"') {
				cell += '"';
				at++;
			} else quoted = false;
		} else if (sign === '"' && cell === "") quoted = true;
		else if (sign === "\t") endCell();
		else if (sign === "\n") endRow();
		else cell += sign;
	}
	endRow();
	return rows;
}

/** What a column of a pasted table can be. */
export const PASTE_FIELDS = ["number", "text", "type", "term", "deadline", "units", "skip"] as const;
export type PasteField = (typeof PASTE_FIELDS)[number];

const HEADINGS: readonly (readonly [PasteField, RegExp])[] = [
	["number", /^(序号|编号|措施编号|no\.?|number)$/i],
	["deadline", /时限|期限|完成时间|deadline|due/i],
	["units", /单位|部门|unit/i],
	["type", /类型|类别|type/i],
	["term", /当下改|长效|性质|term/i],
	["text", /措施|内容|任务|事项|measure/i],
];

const headingOf = (cell: string): PasteField | null =>
	HEADINGS.find(([, pattern]) => cell.length <= 14 && pattern.test(cell))?.[0] ?? null;

/** Whether the first row says what the columns are. */
export const isHeading = (row: readonly string[]): boolean =>
	row.filter((cell) => headingOf(cell) !== null).length >= 2 || (row.length === 1 && row[0] === "整改措施");

const looksLike = (cells: readonly string[], pattern: RegExp): boolean =>
	cells.some((cell) => cell !== "") && cells.every((cell) => cell === "" || pattern.test(cell));

const DATE = /^(\d{4}[-/.年]\d{1,2}|\d{4}年|.{0,6}\d{4}年.{0,8}$)/;

/** What each column seems to be: by its heading, else by what stands in it. The longest texts are the measures. */
export function guessColumns(rows: readonly (readonly string[])[]): PasteField[] {
	const [first = []] = rows;
	const width = Math.max(0, ...rows.map((row) => row.length));
	if (isHeading(first)) return Array.from({ length: width }, (_, at) => headingOf(first[at] ?? "") ?? "skip");
	const column = (at: number) => rows.map((row) => row[at] ?? "");
	const length = (at: number) => column(at).reduce((sum, cell) => sum + cell.length, 0);
	const all = Array.from({ length: width }, (_, at) => at);
	const longest = all.reduce((best, at) => (length(at) > length(best) ? at : best), 0);
	return all.map((at) => {
		if (at === longest) return "text";
		if (looksLike(column(at), /^[(（]?\d{1,3}[)）.、]?$/)) return "number";
		if (looksLike(column(at), DATE)) return "deadline";
		return looksLike(column(at), /(局|厅|委|办|政府|公司|中心|部|院|队|站)$/) ? "units" : "skip";
	});
}

/** A date as tables write it. Null where it is none: nobody guesses a day. */
export function pastedDeadline(cell: string): DeadlineDraft | null {
	const text = cell.normalize("NFKC").replaceAll(/\s+/g, "");
	const begun: DeadlineDraft = { ...emptyDeadline, text: cell.trim(), category: "fixed" };
	const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(前|之前|以前)?$/.exec(text);
	if (day !== null) {
		const [, year = "", month = "", date = ""] = day;
		const iso = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
		const parsed = new Date(`${iso}T00:00:00Z`);
		const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso);
		return real ? { ...begun, precision: "day", date: iso } : null;
	}
	const month = /^(\d{4})[-/.年](\d{1,2})月?(底|末|底前|末前|前)?$/.exec(text);
	if (month !== null) {
		const [, year = "", of = ""] = month;
		return Number(of) >= 1 && Number(of) <= 12
			? { ...begun, precision: "month", year, month: String(Number(of)) }
			: null;
	}
	const year = /^(\d{4})年(底|末|底前|末前|前|内)?$/.exec(text);
	return year === null ? null : { ...begun, precision: "year", year: year[1] ?? "" };
}

/** Words of a list of choices, to find what a cell says. */
export type Words<V extends string> = readonly { readonly value: V; readonly label: string }[];
export type PasteWords = {
	readonly type: Words<Exclude<PlanMeasure["type"], "">>;
	readonly term: Words<Exclude<PlanMeasure["term"], "">>;
};

/** 工程类 and 工程措施 are 工程治理: a word that says only that it is a kind does not count. */
const kindOf = (cell: string): string => cell.replace(/(类措施|类型|措施|类)$/u, "");

const chosen = <V extends string>(cell: string, words: Words<V>): V | "" => {
	const kind = kindOf(cell);
	if (kind === "") return "";
	return words.find(({ label }) => cell.includes(label) || label.includes(kind))?.value ?? "";
};

/** A row of a table as a measure, with what of it was not understood and the names of units still to be looked up. */
export type PastedRow = {
	readonly measure: PlanMeasure;
	readonly units: readonly string[];
	readonly unread: readonly string[];
};

export const unitNames = (cell: string): string[] =>
	cell
		.split(/[、，,；;\n]/)
		.map((name) => name.trim())
		.filter((name) => name !== "");

/** One row by what its columns are. What is not understood is told and left empty. */
export function pastedRow(
	row: readonly string[],
	columns: readonly PasteField[],
	words: PasteWords,
): PastedRow {
	const cell = (field: PasteField): string => {
		const at = columns.indexOf(field);
		return at === -1 ? "" : (row[at] ?? "");
	};
	const deadline = cell("deadline") === "" ? null : pastedDeadline(cell("deadline"));
	const type = chosen(cell("type"), words.type);
	const term = chosen(cell("term"), words.term);
	const lost = (field: PasteField, found: boolean) => (cell(field) === "" || found ? [] : [cell(field)]);
	return {
		measure: emptyMeasure({
			...{ number: cell("number").replaceAll(/[()（）.、]/g, ""), text: cell("text"), type, term },
			...(deadline === null ? {} : { deadline }),
			similarScreening: cell("text").includes("举一反三"),
		}),
		units: unitNames(cell("units")),
		unread: [
			...lost("deadline", deadline !== null),
			...lost("type", type !== ""),
			...lost("term", term !== ""),
		],
	};
}

/** The rows under a heading, or all where there is none. */
export const bodyOf = (rows: readonly (readonly string[])[]): (readonly string[])[] => {
	const [first = []] = rows;
	return isHeading(first) ? rows.slice(1) : [...rows];
};
