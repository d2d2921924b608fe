import type { IssueDetail } from "@zhenggai/domain/issues";
import type { IsoDate } from "@zhenggai/domain/kernel";
import { isIsoDate } from "../iso-date.ts";

type Terms = IssueDetail["closeOut"]["terms"];

/** One day of a notice: which one it is of those that count, null where it does not count. */
export type NoticeDay = { readonly on: IsoDate; readonly nth: number | null };

const DAY_MS = 86_400_000;

/** A day some days later. */
export function dayAfter(day: IsoDate, days: number): IsoDate | null {
	const text = new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
	return isIsoDate(text) ? text : null;
}

/**
 * Every day of a notice that starts on `start`, the last one being its end (PUB-01). Null where the calendar that came with
 * the issue does not reach so far: nothing is guessed.
 */
export function noticeDays({ notice, rest }: Terms, start: IsoDate): readonly NoticeDay[] | null {
	const off = new Set<string>(rest.days);
	const length = Math.max(1, Math.ceil(notice.length));
	const days: NoticeDay[] = [];
	let counted = 0;
	for (let on: IsoDate | null = start; on !== null && counted < length; on = dayAfter(on, 1)) {
		if (notice.unit === "workingDay" && (on < rest.from || on > rest.to)) return null;
		const first = on === start && !notice.countFirstDay;
		const counts = !first && (notice.unit === "calendarDay" || !off.has(on));
		if (counts) counted += 1;
		days.push({ on, nth: counts ? counted : null });
	}
	return days;
}
