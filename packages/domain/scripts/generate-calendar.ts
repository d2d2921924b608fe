/*
 * Writes the official calendar's table from the npm package chinese-days, which follows the yearly notices of the
 * General Office of the State Council. Run it after raising that package's version:
 *
 *   node scripts/generate-calendar.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { CalendarData } from "../src/kernel/calendar.ts";

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("chinese-days/package.json"));
const { version } = z
	.object({ version: z.string() })
	.parse(JSON.parse(readFileSync(join(home, "package.json"), "utf8")));
const published = z
	.object({ holidays: z.record(z.string(), z.string()), workdays: z.record(z.string(), z.string()) })
	.parse(JSON.parse(readFileSync(join(home, "dist/chinese-days.json"), "utf8")));

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const ofYear = (dates: readonly string[], year: number) =>
	dates
		.filter((date) => date.startsWith(`${year}-`))
		.map((date) => date.slice(5))
		.toSorted();

const holidays = Object.keys(published.holidays).filter((date) => !isWeekend(date));
const makeUpDays = Object.keys(published.workdays).filter(isWeekend);
const years = [...new Set(holidays.map((date) => Number(date.slice(0, 4))))].toSorted((a, b) => a - b);

const data = CalendarData.parse({
	source: `国务院办公厅节假日安排通知 (chinese-days ${version})`,
	years: years.map((year) => ({
		year,
		holidays: ofYear(holidays, year),
		makeUpDays: ofYear(makeUpDays, year),
	})),
});
const target = join(import.meta.dirname, "../src/kernel/official-calendar.json");
writeFileSync(target, `${JSON.stringify(data, null, "\t")}\n`);
