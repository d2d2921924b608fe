import { z } from "zod";
import { IsoDate } from "./date.ts";
import { addDays, dateOf, lastDayOfMonth } from "./date-arithmetic.ts";

/** 时限类别 (domain.md §5.3). */
export const DeadlineCategory = z.enum(["immediate", "fixed", "staged", "recurring", "longTerm"]);
export type DeadlineCategory = z.infer<typeof DeadlineCategory>;

const year = z.int().min(1990).max(2100);

/** A date as exactly as it was written, never more exactly. */
export const DatePoint = z.discriminatedUnion("precision", [
	z.object({ precision: z.literal("day"), date: IsoDate }),
	z.object({ precision: z.literal("month"), year, month: z.int().min(1).max(12) }),
	z.object({ precision: z.literal("quarter"), year, quarter: z.int().min(1).max(4) }),
	z.object({ precision: z.literal("halfYear"), year, half: z.int().min(1).max(2) }),
	z.object({ precision: z.literal("year"), year }),
	/** End of a five-year plan: the 14th ends with 2025. */
	z.object({ precision: z.literal("fiveYearPlan"), plan: z.int().min(8).max(30) }),
	/** Every period anew; `month` is the last month of the yearly term where one is named (每年6月底前). */
	z.object({
		precision: z.literal("recurring"),
		every: z.enum(["month", "quarter", "halfYear", "year"]),
		month: z.int().min(1).max(12).nullable(),
	}),
	z.object({ precision: z.literal("openEnded") }),
]);
export type DatePoint = z.infer<typeof DatePoint>;

/** A deadline: its wording, its category and the date as written. */
export const Deadline = z.object({
	text: z.string().min(1).max(500),
	category: DeadlineCategory,
	point: DatePoint,
});
export type Deadline = z.infer<typeof Deadline>;

/**
 * The last day of the stated period (rule DL-02): 2021年6月底 is 2021-06-30, “十四五”末 is 2025-12-31. Null for
 * open-ended and recurring dates, which have no single last day.
 */
export function lastDay(point: DatePoint): IsoDate | null {
	switch (point.precision) {
		case "day":
			return point.date;
		case "month":
			return lastDayOfMonth(point.year, point.month);
		case "quarter":
			return lastDayOfMonth(point.year, point.quarter * 3);
		case "halfYear":
			return lastDayOfMonth(point.year, point.half * 6);
		case "year":
			return dateOf(point.year, 12, 31);
		case "fiveYearPlan":
			return dateOf(1955 + point.plan * 5, 12, 31);
		case "recurring":
		case "openEnded":
			return null;
	}
}

const PERIOD_MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/** The last day of the period of a recurring date that `asOf` falls in, or null for other dates. */
export function currentOccurrence(point: DatePoint, asOf: IsoDate): IsoDate | null {
	if (point.precision !== "recurring") return null;
	const [y, m] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
	if (point.every === "year") {
		const due = lastDayOfMonth(y, point.month ?? 12);
		return due >= asOf ? due : lastDayOfMonth(y + 1, point.month ?? 12);
	}
	const span = PERIOD_MONTHS[point.every];
	return lastDayOfMonth(y, Math.ceil(m / span) * span);
}

/** The first moment after a due date is the next day at 00:00 in Asia/Shanghai; this is that day. */
export const overdueFrom = (due: IsoDate): IsoDate => addDays(due, 1);
