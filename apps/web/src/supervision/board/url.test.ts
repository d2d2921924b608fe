import { describe, expect, test } from "vitest";
import { readSupervisionUrl, sameInstruments, supervisionHref } from "./url.ts";

const UNIT = "0197a000-0000-7000-8000-000000000001";

describe("the board's address", () => {
	test.each([
		["nothing", {}, "/supervision"],
		["one stage", { stages: ["late"] }, "/supervision?stage=late"],
		[
			"every filter",
			{
				stages: ["toIssue", "toApprove"],
				kinds: ["circular"],
				region: "680100",
				unitId: UNIT,
				issueId: UNIT,
			},
			`/supervision?stage=toIssue%2CtoApprove&kind=circular&region=680100&unit=${UNIT}&issue=${UNIT}`,
		],
	] as const)("%s", (_name, filter, href) => {
		const asked = Object.fromEntries(
			Object.entries(filter).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]),
		);
		expect(supervisionHref(asked)).toBe(href);
		const params = Object.fromEntries(new URL(href, "http://x").searchParams);
		expect(readSupervisionUrl(params)).toEqual(asked);
	});

	test("what it does not know is left out", () => {
		expect(
			readSupervisionUrl({ stage: "nowhere", kind: "toString", region: "1", unit: "x", issue: "" }),
		).toEqual({});
	});

	test("filters are the same when they ask the same", () => {
		expect(sameInstruments({ stages: ["late"] }, { stages: ["late"] })).toBe(true);
		expect(sameInstruments({ stages: ["late"] }, {})).toBe(false);
	});
});
