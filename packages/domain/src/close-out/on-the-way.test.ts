import { expect, test } from "vitest";
import { BASE_RULES, day } from "../issues/testing.ts";
import { closingRow } from "./closing-view.ts";
import { closingPlace } from "./on-the-way.ts";
import {
	acceptedIssue,
	CITY_OFFICE,
	closedIssue,
	FILE_IT,
	filing,
	GROUP,
	having,
	lookBack,
	lookBackId,
	noticed,
	objection,
	PROV_OFFICE,
	signing,
} from "./testing.ts";

const filed = () => having(filing(), [CITY_OFFICE, FILE_IT(), { on: "2026-06-18" }]);
const objectedTo = () =>
	having(
		noticed(),
		[CITY_OFFICE, objection(1, "2026-06-05"), { on: "2026-06-08" }],
		[CITY_OFFICE, objection(2, "2026-06-04"), { on: "2026-06-08" }],
	);
const reopened = () =>
	having(
		closedIssue(),
		[PROV_OFFICE, lookBack(1, { result: "rebounded" }), { on: "2026-09-20" }],
		[GROUP, { type: "reopenIssue", lookBackId: lookBackId(1), reason: "反弹" }, { on: "2026-09-21" }],
	);

test.each([
	["accepted by every tier", acceptedIssue, null],
	[
		"under a notice",
		noticed,
		{ stage: "publicNotice", sortOn: "2026-06-16", objectionDue: null, publishedOn: null },
	],
	["signing", signing, { stage: "signing", sortOn: "2026-06-17", objectionDue: null, publishedOn: null }],
	["to be filed", filing, { stage: "filing", sortOn: "2026-06-17", objectionDue: null, publishedOn: null }],
	["filed", filed, { stage: "receipt", sortOn: "2026-06-18", objectionDue: null, publishedOn: null }],
	["closed", closedIssue, { stage: "closed", sortOn: "2026-06-20", objectionDue: null, publishedOn: null }],
	["reopened", reopened, null],
] as const)(
	"[close-out I32] an issue stands on the list of what it waits for alone: %s",
	(_, issue, place) => {
		expect(closingPlace(issue())).toEqual(place);
	},
);

test("[close-out I32] an objected notice is sorted by the first answer that is due", () => {
	const issue = objectedTo();
	const dues = issue.closeOut?.notices.at(-1)?.objections.map(({ answerDueOn }) => answerDueOn) ?? [];
	expect(closingPlace(issue)?.objectionDue).toBe(dues.toSorted()[0]);
	const names = { number: "7", region: "澄川市", unit: () => "澄川市生态环境局" };
	const row = closingRow(issue, names, BASE_RULES, day("2026-12-01"));
	expect(row.objections.map(({ on, late }) => [on, late])).toEqual([
		["2026-06-04", true],
		["2026-06-05", true],
	]);
	expect(row.notice).toMatchObject({ over: true, objections: 2 });
	expect(closingRow(signing(), names, BASE_RULES, day("2026-06-17")).signatures).toEqual({
		...{ done: 0, of: 4, next: "leadUnitPrincipal" },
	});
});

test("a closed issue says which watch point is next, and whether its day has come", () => {
	const names = { number: "7", region: "澄川市", unit: () => undefined };
	const watchOn = (on: string) => closingRow(closedIssue(), names, BASE_RULES, day(on)).watch;
	expect(watchOn("2026-09-19")).toEqual({ months: 3, on: "2026-09-20", due: false });
	expect(watchOn("2026-09-20")).toMatchObject({ due: true });
	expect(closingRow(signing(), names, BASE_RULES, day("2026-06-17")).watch).toBeNull();
});
