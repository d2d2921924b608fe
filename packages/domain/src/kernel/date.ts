import { z } from "zod";

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A civil date of Asia/Shanghai, `YYYY-MM-DD`. A day that does not exist is refused. */
export const IsoDate = z
	.string()
	.regex(DATE, "YYYY-MM-DD")
	.refine((text) => {
		const parsed = new Date(`${text}T00:00:00Z`);
		return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
	}, "a day of the calendar")
	.brand("IsoDate");
export type IsoDate = z.infer<typeof IsoDate>;

/** A moment in UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime({ offset: false }).brand("Instant");
export type Instant = z.infer<typeof Instant>;
