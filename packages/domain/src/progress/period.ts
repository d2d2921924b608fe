import {
	type Calendar,
	dateOfDay,
	dayNumber,
	type IsoDate,
	isWorkingDay,
	lastDayOfMonth,
	weekday,
} from "../kernel/index.ts";
import type { Cadence, ReportingCycle } from "./schema.ts";

/** The period of a reporting cycle with the day its entry is due. */
export type Period = Omit<ReportingCycle, "openedAt">;

const MONTHS: Readonly<Record<Exclude<Cadence, "fortnight">, number>> = {
	month: 1,
	quarter: 3,
	halfYear: 6,
	year: 12,
};

/** Monday, 1 January 2018: fortnights are counted from there, so that everybody's begin on the same day. */
export const FIRST_FORTNIGHT = 17_532;
const FORTNIGHT = 14;

const pad = (n: number) => String(n).padStart(2, "0");

function keyOf(cadence: Exclude<Cadence, "fortnight">, year: number, nth: number): string {
	switch (cadence) {
		case "month":
			return `${year}-${pad(nth)}`;
		case "quarter":
			return `${year}-Q${nth}`;
		case "halfYear":
			return `${year}-H${nth}`;
		case "year":
			return String(year);
	}
}

/** The last working day of a fortnight; where the calendar does not know the year, its second Friday. */
function lastWorkingDay(calendar: Calendar, from: number): IsoDate {
	for (let day = from + FORTNIGHT - 1; day >= from; day--) {
		const worked = isWorkingDay(calendar, dateOfDay(day));
		if (worked.ok ? worked.value : weekday(day) === 5) return dateOfDay(day);
	}
	return dateOfDay(from + FORTNIGHT - 1);
}

/**
 * The period of a cadence that a day lies in. Its entry is due on the `dispatchDay`th of its last month (on the month's
 * last day where that is shorter), of a fortnight on its last working day.
 */
export function periodOf(cadence: Cadence, asOf: IsoDate, dispatchDay: number, calendar: Calendar): Period {
	if (cadence === "fortnight") {
		const day = dayNumber(asOf);
		const start = day - ((((day - FIRST_FORTNIGHT) % FORTNIGHT) + FORTNIGHT) % FORTNIGHT);
		const from = dateOfDay(start);
		const to = dateOfDay(start + FORTNIGHT - 1);
		return { key: from, cadence, from, to, dueOn: lastWorkingDay(calendar, start) };
	}
	const span = MONTHS[cadence];
	const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
	const nth = Math.ceil(month / span);
	const to = lastDayOfMonth(year, nth * span);
	const last = dayNumber(to);
	const endOfBefore = last - Number(to.slice(8));
	const firstOfPeriod = lastDayOfMonth(year, (nth - 1) * span);
	return {
		key: keyOf(cadence, year, nth),
		cadence,
		from: dateOfDay(dayNumber(firstOfPeriod) + 1),
		to,
		dueOn: dateOfDay(Math.min(last, endOfBefore + Math.max(1, Math.floor(dispatchDay)))),
	};
}
