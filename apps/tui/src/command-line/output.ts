import { say, speak } from "../say.ts";
import type { Align, Cells } from "../terminal/cells.ts";
import { cleanLine } from "../terminal/clean.ts";
import type { Look } from "../terminal/look.ts";
import type { Page } from "../terminal/page.ts";
import type { CommandContext } from "./command.ts";

/** A column of a listing. `flexible` ones give way where the terminal is too narrow. */
export type OutputColumn = {
	readonly heading: string;
	readonly align?: Align;
	readonly flexible?: boolean;
};

export type Format = "json" | "csv" | "plain" | "table";

/** How the data is written: as asked for, as a table on a terminal, plain into a pipe. */
export function formatOf(context: Pick<CommandContext, "options" | "environment">): Format {
	const asked = (["json", "csv", "plain"] as const).find((name) => context.options.flag(name));
	return asked ?? (context.environment.columns === null ? "plain" : "table");
}

/** Text that spreadsheet programs would run as a formula gets an apostrophe in front; numbers stay as they are. */
const harmless = (text: string): string =>
	/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;

const csvCell = (text: string): string => {
	const safe = harmless(text);
	return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV with CR LF, as spreadsheet programs and RFC 4180 want it. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
	rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");

/** Rows with tabs between; tabs and line breaks inside of a value become spaces. */
export const plainRows = (rows: readonly (readonly string[])[]): string =>
	rows.map((row) => `${row.map(cleanLine).join("\t")}\n`).join("");

const LEAST_FLEXIBLE = 12;

/** Widths that fit: natural ones, with the flexible columns sharing what is missing. */
function widthsOf(
	columns: readonly OutputColumn[],
	rows: readonly (readonly string[])[],
	total: number,
	cells: Cells,
): number[] {
	const natural = columns.map((column, index) =>
		Math.max(cells.width(column.heading), ...rows.map((row) => cells.width(row[index] ?? ""))),
	);
	const flexible = columns.flatMap((column, index) => (column.flexible === true ? [index] : []));
	const gaps = 2 * (columns.length - 1);
	const sum = natural.reduce((all, width) => all + width, 0) + gaps;
	let excess = sum - total;
	for (const [turn, index] of flexible.entries()) {
		if (excess <= 0) break;
		const width = natural[index] ?? 0;
		const share = Math.ceil(excess / (flexible.length - turn));
		const cut = Math.min(share, Math.max(0, width - LEAST_FLEXIBLE));
		natural[index] = width - cut;
		excess -= cut;
	}
	return natural;
}

/** A table whose columns line up in display cells, no line longer than `total`. */
export function tableText(
	columns: readonly OutputColumn[],
	rows: readonly (readonly string[])[],
	place: { total: number; headings: boolean },
	cells: Cells,
): string {
	const clean = rows.map((row) => row.map(cleanLine));
	const widths = widthsOf(columns, clean, place.total, cells);
	const set = (row: readonly string[]) => {
		const parts = row.map((text, index) => cells.fit(text, widths[index] ?? 0, columns[index]?.align));
		return cells.clip(parts.join("  ").trimEnd(), place.total);
	};
	const headings = place.headings
		? [set(columns.map((column) => column.heading)), set(widths.map((width) => "-".repeat(width)))]
		: [];
	return [...headings, ...clean.map(set)].map((line) => `${line}\n`).join("");
}

/** One JSON object, readable on a terminal, on one line into a pipe. */
export const jsonText = (value: unknown, columns: number | null): string =>
	`${JSON.stringify(value, null, columns === null ? undefined : 2)}\n`;

/** Writes a listing in the format that was asked for. `whole` is what `--json` prints. */
export async function writeListing(
	context: CommandContext,
	columns: readonly OutputColumn[],
	rows: readonly (readonly string[])[],
	whole: unknown,
): Promise<void> {
	const headings = !context.options.flag("no-headers");
	const titled = headings ? [columns.map((column) => column.heading), ...rows] : rows;
	const total = context.environment.columns ?? 80;
	const write: Record<Format, () => string | Promise<string>> = {
		json: () => jsonText(whole, context.environment.columns),
		csv: () => csvText(titled),
		plain: () => plainRows(titled),
		table: async () => tableText(columns, rows, { total, headings }, await context.cells()),
	};
	context.out(await write[formatOf(context)]());
}

const PLAIN_WIDTH = 100;
const WIDEST = 120;

/** Writes a page of the dashboard: painted on a terminal, its words alone into a pipe. */
export async function writePage(
	context: CommandContext,
	set: (width: number, look: Look) => Page,
): Promise<void> {
	// Measuring text takes longest to load, and only pages and tables need it.
	const [{ makeLook }, { plainText }] = await Promise.all([
		import("../terminal/look.ts"),
		import("../terminal/lines.ts"),
	]);
	const { columns } = context.environment;
	const look = makeLook(context.environment);
	const width = Math.min(columns ?? PLAIN_WIDTH, WIDEST);
	for (const one of set(width, look).lines) {
		const text = columns === null ? plainText(one) : look.palette.paint(one, width);
		context.out(`${text.trimEnd()}\n`);
	}
}

/** What a page says of the whole list. */
type Listed = {
	readonly total: { readonly count: number; readonly exact: boolean };
	readonly nextCursor: string | null;
	readonly asOf: string;
};

/** Says below a listing how much of the whole it is and of which day; `counter` is the Chinese measure word. */
export function tellListed(context: CommandContext, shown: number, page: Listed, counter: string): void {
	const total = `${page.total.count}${page.total.exact ? "" : "+"}`;
	const rest = say("，--limit all 列出全部", "; --limit all lists all");
	const more = page.nextCursor === null ? "" : speak(rest, context.language);
	context.talk(
		say(
			`${shown} ${counter}，共 ${total} ${counter}${more}（截至 ${page.asOf}）`,
			`${shown} of ${total}${more} (as of ${page.asOf})`,
		),
	);
}
