import type { CalendarCommand } from "@zhenggai/client";
import { type CalendarDayKind, readCalendarDays } from "@zhenggai/domain/kernel";
import type { CommandContext } from "../command-line/command.ts";
import { readInput } from "../command-line/input.ts";
import {
	columnName,
	type ListColumn,
	type RowProblem,
	readList,
	rowsError,
} from "../command-line/list-file.ts";
import { required, usageError } from "../command-line/values.ts";
import { say } from "../say.ts";

/** What is said of a year, before the server looks at it. */
export type CalendarBody = Pick<CalendarCommand, "year" | "holidays" | "makeUpDays" | "notice">;

/** What a file says; what it leaves out comes from the options. */
type FromFile = { holidays?: string; makeUpDays?: string; notice?: Partial<Record<string, string>> };

const DAY: ListColumn<"day" | "kind"> = { key: "day", names: ["日期", "day", "date"], required: true };
const KIND: ListColumn<"day" | "kind"> = { key: "kind", names: ["类型", "kind"], required: true };

const KINDS: Readonly<Record<string, CalendarDayKind>> = {
	放假: "holidays",
	休: "holidays",
	holiday: "holidays",
	调休上班: "makeUpDays",
	上班: "makeUpDays",
	班: "makeUpDays",
	makeup: "makeUpDays",
	"make-up": "makeUpDays",
};

async function fromList(path: string): Promise<FromFile> {
	const problems: RowProblem[] = [];
	const rows = await readList(path, [DAY, KIND], problems);
	const found: Record<CalendarDayKind, string[]> = { holidays: [], makeUpDays: [] };
	for (const { line, values } of rows) {
		const kind = KINDS[(values.kind ?? "").toLowerCase()];
		if (kind !== undefined) found[kind].push(values.day ?? "");
		else if (values.kind !== undefined)
			problems.push({
				...{ line, column: columnName(KIND) },
				problem: say("应为“放假”或“调休上班”", 'must be "holiday" or "make-up"'),
			});
	}
	if (problems.length > 0) throw rowsError(problems);
	return { holidays: found.holidays.join(" "), makeUpDays: found.makeUpDays.join(" ") };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const wordsIn = (value: unknown): string | undefined => {
	if (Array.isArray(value)) return value.map(String).join(" ");
	return typeof value === "string" ? value : undefined;
};

async function fromJson(path: string): Promise<FromFile> {
	const { bytes } = await readInput(path);
	const wrong = usageError("--file", say("应为一个 JSON 对象", "must hold one JSON object"));
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
	} catch {
		throw wrong;
	}
	if (!isObject(value)) throw wrong;
	const [holidays, makeUpDays] = [wordsIn(value.holidays), wordsIn(value.makeUpDays)];
	const notice = isObject(value.notice) ? value.notice : {};
	return {
		...(holidays === undefined ? {} : { holidays }),
		...(makeUpDays === undefined ? {} : { makeUpDays }),
		notice: Object.fromEntries(
			Object.entries(notice).flatMap(([key, text]) => (typeof text === "string" ? [[key, text]] : [])),
		),
	};
}

function daysIn(option: string, text: string, year: number, kind: CalendarDayKind): string[] {
	const { days, unread } = readCalendarDays(text, year, kind);
	if (unread.length === 0) return [...days];
	throw usageError(
		`--${option}`,
		say(`看不懂的日期：${unread.join("、")}`, `these are no days: ${unread.join(", ")}`),
	);
}

/** The year of the argument. */
export function yearOf({ arguments: [text = ""] }: Pick<CommandContext, "arguments">): number {
	if (/^\d{4}$/.test(text)) return Number(text);
	throw usageError("calendar", say(`“${text}”不是年份`, `"${text}" is no year`));
}

/** What the options and the file say of a year; an option wins over the file. */
export async function bodyOfYear(context: CommandContext): Promise<CalendarBody> {
	const { options } = context;
	const year = yearOf(context);
	const path = options.value("file");
	const isJson = path !== undefined && (path === "-" || path.toLowerCase().endsWith(".json"));
	const file: FromFile = path === undefined ? {} : isJson ? await fromJson(path) : await fromList(path);
	const holidays = required("holidays", options.value("holidays") ?? file.holidays);
	const notice = (option: string, key: string) =>
		required(option, options.value(option) ?? file.notice?.[key]);
	return {
		year,
		holidays: daysIn("holidays", holidays, year, "holidays"),
		makeUpDays: daysIn("make-up", options.value("make-up") ?? file.makeUpDays ?? "", year, "makeUpDays"),
		notice: {
			number: notice("notice-number", "number"),
			title: notice("notice-title", "title"),
			issuedOn: notice("notice-date", "issuedOn"),
		},
	};
}
