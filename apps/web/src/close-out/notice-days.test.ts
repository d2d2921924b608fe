import type { IssueDetail } from "@zhenggai/domain/issues";
import { expect, test } from "vitest";
import { isIsoDate } from "../iso-date.ts";
import { noticeDays } from "./notice-days.ts";

type Terms = IssueDetail["closeOut"]["terms"];

const on = (text: string) => {
	if (!isIsoDate(text)) throw new Error(text);
	return text;
};
/** Days of rest round Spring Festival of 2025; 26 January and 8 February are worked (Appendix A). */
const REST = [
	...["2025-01-25", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"],
	...["2025-02-01", "2025-02-02", "2025-02-03", "2025-02-04", "2025-02-09"],
].map(on);
const terms = (notice: Partial<Terms["notice"]> = {}): Terms => ({
	notice: { length: 10, unit: "workingDay", countFirstDay: true, ...notice },
	rest: { from: on("2025-01-21"), to: on("2025-02-28"), days: REST },
	...{ minCheckers: 2, recordWd: 3, attendance: [], experts: 3, kinds: [], verdicts: [] },
	...{ supplementsLatest: null, objectionReplyWd: 10, silenceAfter: null, reviewDueOn: null },
});

test("ten working days over Spring Festival end on the make-up Saturday, as published (S25)", () => {
	const days = noticeDays(terms(), on("2025-01-21"));
	expect(days).toHaveLength(19);
	expect(days?.at(-1)).toEqual({ on: "2025-02-08", nth: 10 });
	expect(days?.find((day) => day.on === "2025-01-26")?.nth).toBe(5);
	expect(days?.find((day) => day.on === "2025-01-29")?.nth).toBeNull();
});

test("calendar days need no calendar, and the first day counts where the rule set says so (S24)", () => {
	const seven = { length: 7, unit: "calendarDay" } as const;
	expect(noticeDays(terms(seven), on("2019-12-13"))?.at(-1)?.on).toBe("2019-12-19");
	const later = noticeDays(terms({ ...seven, countFirstDay: false }), on("2019-12-13"));
	expect(later?.at(-1)?.on).toBe("2019-12-20");
	expect(later?.[0]?.nth).toBeNull();
});

test("beyond the known calendar nothing is guessed", () => {
	expect(noticeDays(terms(), on("2025-02-20"))).toBeNull();
	expect(noticeDays(terms(), on("2025-01-20"))).toBeNull();
});
