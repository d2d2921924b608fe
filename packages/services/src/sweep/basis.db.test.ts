import { IsoDate } from "@zhenggai/domain/kernel";
import { withTransaction } from "@zhenggai/storage";
import { expect, test } from "vitest";
import { testServices } from "../testing/index.ts";
import { accepted, buildWorld, provOffice } from "../testing/ledger.ts";
import { basisOf } from "./basis.ts";

const { services, dependencies, database, setNow } = await testServices();
await buildWorld(services);

const days = (...texts: string[]) => texts.map((text) => IsoDate.parse(text));
const basis = (on: string) =>
	withTransaction(database, (tx) => basisOf(tx, dependencies, 6801, IsoDate.parse(on)));

test("a year that is loaded or corrected has everything judged anew, from the day on which it was", async () => {
	setNow("2026-11-20T02:00:00.000Z");
	const notice = {
		number: "国办发明电〔2026〕90号",
		title: "部分节假日安排的通知",
		issuedOn: IsoDate.parse("2026-11-05"),
	};
	const said = { year: 2027, notice, makeUpDays: [], holidays: days("2027-01-01") };
	const [before, yesterday] = [await basis("2026-11-20"), await basis("2026-11-19")];
	accepted(
		await services.rules.commandCalendar(
			provOffice,
			{ type: "registerCalendarYear", ...said },
			{ expectedVersion: 0 },
		),
	);
	const loaded = await basis("2026-11-20");
	expect(loaded).not.toBe(before);
	expect(await basis("2026-11-20")).toBe(loaded);
	// What is made up for an earlier day is judged by the calendar of that day.
	expect(await basis("2026-11-19")).toBe(yesterday);
	accepted(
		await services.rules.commandCalendar(
			provOffice,
			{
				...{ type: "correctCalendarYear", ...said, reason: "延长假期" },
				holidays: days("2027-01-01", "2027-01-04"),
			},
			{ expectedVersion: 1 },
		),
	);
	expect(await basis("2026-11-20")).not.toBe(loaded);
});
