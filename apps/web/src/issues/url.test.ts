import { describe, expect, test } from "vitest";
import { ledgerHref, PARAMS, readLedgerUrl, sameFilter, writeLedgerUrl } from "./url.ts";

const UNIT = "01980000-0000-7000-8000-000000000001";

describe("reading the address", () => {
	test("an empty address is the whole ledger in the order of the deadlines", () => {
		expect(readLedgerUrl({})).toEqual({ filter: {}, sort: "due", descending: false });
	});

	test("every filter is read", () => {
		const view = readLedgerUrl({
			q: " 河道 ",
			region: "621200",
			unit: UNIT,
			as: "lead",
			source: "centralInspection,media",
			inspection: UNIT,
			round: "3",
			tier: "city",
			state: "planning,assigned",
			field: "lake",
			kind: "common",
			from: "2026-01-01",
			to: "2026-12-31",
			due: "overdue",
			parent: UNIT,
			import: UNIT,
			gap: "1",
			sort: "number",
			desc: "1",
		});
		expect(view).toEqual({
			filter: {
				text: "河道",
				region: "621200",
				unitId: UNIT,
				unitRole: "lead",
				sourceKinds: ["centralInspection", "media"],
				inspectionId: UNIT,
				round: 3,
				tier: "city",
				states: ["planning", "assigned"],
				field: "lake",
				generality: "common",
				dueFrom: "2026-01-01",
				dueTo: "2026-12-31",
				standing: "overdue",
				parentId: UNIT,
				importId: UNIT,
				incomplete: true,
			},
			sort: "number",
			descending: true,
		});
	});

	test.each([
		["an unknown state", { state: "solved" }],
		["a region that is no code", { region: "甘肃" }],
		["a unit that is no id", { unit: "1; drop" }],
		["a round beyond fifty", { round: "51" }],
		["a round that is no number", { round: "three" }],
		["a date that is none", { from: "yesterday" }],
		["blank words", { q: "   " }],
		["a gap that is not asked for", { gap: "0" }],
	])("%s is left out", (_name, params) => {
		expect(readLedgerUrl(params).filter).toEqual({});
	});

	test("known values beside unknown ones are kept, each once", () => {
		expect(readLedgerUrl({ state: "planning,solved,planning" }).filter).toEqual({ states: ["planning"] });
	});

	test("a parameter given twice counts once", () => {
		expect(readLedgerUrl({ tier: ["city", "county"] }).filter).toEqual({ tier: "city" });
	});
});

describe("writing the address", () => {
	test("what is not set is taken out of the address", () => {
		const params = writeLedgerUrl({ filter: {}, sort: "due", descending: false });
		expect(Object.keys(params).sort()).toEqual([...Object.values(PARAMS), "sort", "desc"].sort());
		expect(Object.values(params).every((value) => value === undefined)).toBe(true);
	});

	test("links carry only what is set", () => {
		expect(ledgerHref({})).toBe("/issues");
		expect(ledgerHref({ standing: "overdue", incomplete: true })).toBe("/issues?due=overdue&gap=1");
	});
});

test("filters are the same when they ask for the same rows", () => {
	expect(sameFilter({ states: ["planning"] }, { states: ["planning"] })).toBe(true);
	expect(sameFilter({ states: ["planning"] }, { states: ["assigned"] })).toBe(false);
	expect(sameFilter({}, { text: "河" })).toBe(false);
});
