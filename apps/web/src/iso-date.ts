import type { Instant, IsoDate } from "@zhenggai/domain/kernel";

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: the domain's date, told without its schema library. */
export function isIsoDate(text: string): text is IsoDate {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const parsed = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Whether a text is a moment, as the journal writes them. */
export const isInstant = (text: string): text is Instant => !Number.isNaN(Date.parse(text));
