import { describe, expect, test } from "vitest";
import { complaintsHref, PARAMS, readComplaintUrl, sameComplaints, writeComplaintUrl } from "./url.ts";

const ID = "01980000-0000-7000-8000-000000000001";
const EVERYTHING = {
	q: " 养殖场 ",
	region: "680121",
	inspection: ID,
	batch: "2",
	from: "2026-03-01",
	to: "2026-03-05",
	channel: "phone,letter",
	key: "1",
	type: "water,dust",
	verdict: "partlyTrue,untrue",
	status: "open",
	import: ID,
	waiting: "reply",
	withdrawn: "1",
	sort: "updated",
	desc: "1",
};

describe("the address of the list of complaints", () => {
	test("is empty for all of them, in the order of their batches", () => {
		expect(readComplaintUrl({})).toEqual({ filter: {}, sort: "batch", descending: false });
		expect(complaintsHref({})).toBe("/complaints");
	});

	test("says every filter, and is written as it was read", () => {
		const view = readComplaintUrl(EVERYTHING);
		expect(Object.keys(view.filter).sort()).toEqual(Object.keys(PARAMS).sort());
		expect(view.filter.text).toBe("养殖场");
		expect(writeComplaintUrl(view)).toEqual({ ...EVERYTHING, q: "养殖场" });
		expect(readComplaintUrl(writeComplaintUrl(view))).toEqual(view);
	});

	test.each([
		["an unknown region", { region: "松泉" }],
		["a batch out of bounds", { batch: "0" }],
		["a batch that is no number", { batch: "第一批" }],
		["an unknown verdict", { verdict: "maybe" }],
		["no day", { from: "3月1日" }],
		["a key mark that is neither", { key: "yes" }],
		["an id that is none", { inspection: "1", import: "x" }],
	])("never breaks: %s is left out", (_name, params) => {
		expect(readComplaintUrl(params).filter).toEqual({});
	});

	test("tells key items, the others and both apart", () => {
		expect(readComplaintUrl({ key: "0" }).filter).toEqual({ isKey: false });
		expect(complaintsHref({ isKey: false })).toBe("/complaints?key=0");
		expect(sameComplaints({ isKey: false }, {})).toBe(false);
		expect(sameComplaints({ isKey: true }, { isKey: true })).toBe(true);
	});
});
