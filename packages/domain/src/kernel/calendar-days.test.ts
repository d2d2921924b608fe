import { describe, expect, test } from "vitest";
import { type CalendarDayKind, readCalendarDays } from "./calendar-days.ts";

describe("reading the days of a year", () => {
	test.each<[string, CalendarDayKind, string[]]>([
		["1月1日", "holidays", ["2027-01-01"]],
		["01-01 2027-02-08\n2027年2月9日", "holidays", ["2027-01-01", "2027-02-08", "2027-02-09"]],
		["2月5日（周五）至9日（周二）放假调休，共5天", "holidays", ["2027-02-05", "2027-02-08", "2027-02-09"]],
		["4月30日至5月3日", "holidays", ["2027-04-30", "2027-05-03"]],
		["2月6日（周六）、2月20日（周六）上班", "makeUpDays", ["2027-02-06", "2027-02-20"]],
		["2/6; 2/7", "makeUpDays", ["2027-02-06", "2027-02-07"]],
		// A day that is named alone is taken as it is: whether it can be one is for the rules to say.
		["1月2日", "holidays", ["2027-01-02"]],
		["", "makeUpDays", []],
	])("“%s” among %s", (text, kind, days) => {
		expect(readCalendarDays(text, 2027, kind)).toEqual({ days, unread: [] });
	});

	test.each(["2月30日", "元旦", "13-01", "5月3日至1日", "1月1日至12月31日"])("“%s” says no days", (text) => {
		expect(readCalendarDays(`1月1日、${text}`, 2027, "holidays")).toEqual({
			days: ["2027-01-01"],
			unread: [text],
		});
	});
});
