import { randomUUID } from "node:crypto";
import type { CalendarCommand, CalendarPreview, CalendarYearRow, WorkingCalendar } from "@zhenggai/client";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { formatOf, writeListing } from "../command-line/output.ts";
import { refusedError } from "../command-line/refused.ts";
import { required } from "../command-line/values.ts";
import { say, speak } from "../say.ts";
import { bodyOfYear, yearOf } from "./calendar-body.ts";

const monthDays = (days: readonly string[]): string => days.map((day) => day.slice(5)).join(" ");

/** Where a year is from: the notice of its last word, else the table of the program. */
const sourceOf = ({ words: [last] }: CalendarYearRow, officialSource: string): string =>
	last === undefined ? officialSource : `${last.notice.number} ${last.notice.title}`;

async function writeYears(
	context: CommandContext,
	calendar: WorkingCalendar,
	years: readonly CalendarYearRow[],
): Promise<void> {
	const { language } = context;
	const heads = [
		say("年份", "Year"),
		say("工作日", "Working days"),
		say("放假（周一至周五）", "Holidays"),
		say("调休上班", "Make-up days"),
		say("来源", "Source"),
		say("何人", "By"),
	];
	await writeListing(
		context,
		heads.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Holidays" || heading.en === "Source",
		})),
		years.map((year) => [
			String(year.year),
			String(year.workingDays),
			monthDays(year.holidays),
			monthDays(year.makeUpDays),
			sourceOf(year, calendar.officialSource),
			year.words[0]?.by ?? "",
		]),
		{ ...calendar, years },
	);
}

/** `calendar list`: every year that is known, the newest first, and those that are wanted and not there. */
export const list: Runner = async (context) => {
	const { client } = await context.connect();
	const calendar = await client.rules.calendar.query();
	const wanted = context.arguments[0] === undefined ? null : yearOf(context);
	const years = calendar.years.filter(({ year }) => wanted === null || year === wanted);
	if (wanted !== null && years.length === 0)
		throw new CommandError(
			EXIT.notFound,
			say(
				`没有${wanted}年的工作日历，载入：zhenggai calendar add ${wanted}`,
				`There is no calendar of ${wanted}; load it with zhenggai calendar add ${wanted}`,
			),
		);
	await writeYears(context, calendar, years);
	for (const year of calendar.wanted)
		context.talk(
			say(
				`还没有${year}年的工作日历，国务院办公厅通知公布后请省整改办载入：zhenggai calendar add ${year}`,
				`The calendar of ${year} is missing: the provincial office loads it once the notice is out, with zhenggai calendar add ${year}`,
			),
		);
	return EXIT.done;
};

async function writePreview(context: CommandContext, preview: CalendarPreview): Promise<void> {
	const { language } = context;
	const row = (day: string, zh: string, en: string) => [day, speak(say(zh, en), language)];
	await writeListing(
		context,
		[say("日期", "Day"), say("将变为", "Becomes")].map((heading) => ({
			heading: speak(heading, language),
			flexible: false,
		})),
		[
			...preview.freed.map((day) => row(day, "放假", "free")),
			...preview.worked.map((day) => row(day, "上班", "worked")),
		],
		preview,
	);
	if (formatOf(context) === "json") return;
	const before = preview.workingDaysBefore;
	context.talk(
		say(
			`${preview.year}年共${preview.workingDays}个工作日${before === null ? "" : `（现为${before}个）`}；未入账`,
			`${preview.workingDays} working days in ${preview.year}${before === null ? "" : ` (now ${before})`}; nothing was changed`,
		),
	);
}

/** Sends what is said of a year as it is now, or with --dry-run shows what it would change. */
async function send(context: CommandContext, command: CalendarCommand): Promise<void> {
	const { client } = await context.connect();
	if (context.options.flag("dry-run")) {
		const preview = await client.rules.previewCalendar.query({ command });
		if (preview.refusals.length > 0) throw refusedError(preview.refusals);
		await writePreview(context, preview);
		return;
	}
	const now = await client.rules.calendar.query();
	const expectedVersion = now.years.find(({ year }) => year === command.year)?.version ?? 0;
	const outcome = await client.rules.commandCalendar.mutate({
		command,
		envelope: { expectedVersion, idempotencyKey: randomUUID() },
	});
	if (!outcome.ok) throw refusedError(outcome.refusals);
	const { value } = outcome;
	await writeYears(
		context,
		value,
		value.years.filter(({ year }) => year === command.year),
	);
	context.talk(say("已入账，各处即按新日历计算", "Entered: working days are counted by it from now on"));
}

/** `calendar add`: a year that nobody loaded yet. */
export const add: Runner = async (context) => {
	await send(context, { type: "registerCalendarYear", ...(await bodyOfYear(context)) });
	return EXIT.done;
};

/** `calendar correct`: a year that changed afterwards. What was made before keeps its last day. */
export const correct: Runner = async (context) => {
	const reason = required("reason", context.options.value("reason"));
	await send(context, { type: "correctCalendarYear", ...(await bodyOfYear(context)), reason });
	return EXIT.done;
};
