import {
	addDays,
	type Deadline,
	type Instant,
	Instant as InstantSchema,
	type IsoDate,
} from "@zhenggai/domain/kernel";
import type { SampleDeadline } from "./data/kinds.ts";

/** The month `count` months after that of `date`. */
function monthAfter(date: IsoDate, count: number): { year: number; month: number } {
	const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count;
	return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** A deadline of the sample as a document of that day would have worded it. */
export function deadlineOn(today: IsoDate, deadline: SampleDeadline): Deadline {
	switch (deadline.kind) {
		case "day": {
			const date = addDays(today, deadline.inDays);
			const [year, month, day] = date.split("-").map(Number);
			return { text: `${year}年${month}月${day}日前`, category: "fixed", point: { precision: "day", date } };
		}
		case "monthEnd": {
			const { year, month } = monthAfter(today, deadline.inMonths);
			return {
				text: `${year}年${month}月底前`,
				category: "fixed",
				point: { precision: "month", year, month },
			};
		}
		case "yearEnd": {
			const year = Number(today.slice(0, 4)) + deadline.inYears;
			return { text: `${year}年底前`, category: "fixed", point: { precision: "year", year } };
		}
		case "immediate":
			return { text: "立行立改", category: "immediate", point: { precision: "openEnded" } };
		case "longTerm":
			return { text: "长期坚持", category: "longTerm", point: { precision: "openEnded" } };
		case "yearly":
			return {
				text: `每年${deadline.month}月底前`,
				category: "recurring",
				point: { precision: "recurring", every: "year", month: deadline.month },
			};
	}
}

/** Office hours of a day in Asia/Shanghai, a little later for each `step`. */
export function workMoment(date: IsoDate, step: number): Instant {
	const minutes = 60 + ((step * 7) % 420);
	return InstantSchema.parse(new Date(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000).toISOString());
}
