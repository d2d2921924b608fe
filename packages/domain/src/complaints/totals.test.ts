import { describe, expect, test } from "vitest";
import type { Finding } from "../rules/index.ts";
import {
	closureRates,
	emptyTally,
	evaluateTotals,
	type PublishedTotals,
	sumOf,
	tallyOf,
	untrueShare,
} from "./index.ts";
import { totals } from "./testing/cases.ts";
import { elements, rulesOn } from "./testing/complaints.ts";

// The figures of domain.md Appendix A.

/** What the rules say about a bulletin by itself. */
function said(published: PublishedTotals): Finding[] {
	const subject = totals(published.cases, {}, published);
	if (subject.kind !== "totals") return [];
	return evaluateTotals(subject.totals, rulesOn()).filter(({ field }) =>
		["published.types", "published.regions", "published.verdicts", "published.statuses"].includes(
			field ?? "",
		),
	);
}
const figures = (numbers: readonly number[]) =>
	Object.fromEntries(numbers.map((count, at) => [`第${at + 1}项`, count]));

describe("published figures that reconcile", () => {
	test.each<[string, PublishedTotals]>([
		[
			"Hainan to 23 Dec 2023 (S46)",
			{
				cases: 1427,
				verdicts: { true: 440, partlyTrue: 779, mostlyTrue: 108, untrue: 100 },
				statuses: { closed: 492, stageClosed: 291, open: 644 },
			},
		],
		["Inner Mongolia, a batch (S47)", { cases: 27, statuses: { closed: 7, stageClosed: 17, open: 3 } }],
		["Inner Mongolia, all (S47)", { cases: 395, statuses: { closed: 151, stageClosed: 209, open: 35 } }],
		["Tongliao", { cases: 224, statuses: { closed: 97, stageClosed: 83, open: 44 } }],
		["Chifeng", { cases: 98, statuses: { closed: 40, stageClosed: 54, open: 4 } }],
		["Shaanxi, a batch (S49)", { cases: 108, types: figures([11, 20, 25, 18, 1, 30, 3]) }],
		["Shaanxi, all (S49)", { cases: 2194, types: figures([341, 435, 535, 280, 7, 526, 70]) }],
		[
			"Hubei 14 Jun 2024 (S54)",
			{ cases: 121, regions: figures([58, 7, 7, 4, 5, 6, 1, 3, 5, 10, 3, 4, 4, 1, 2, 1]) },
		],
		["Hubei 2017 (S41)", { cases: 1925, statuses: { closed: 1325, stageClosed: 576, open: 24 } }],
		["Guichi 2018, industries (S50)", { cases: 187, regions: figures([12, 25, 23, 94, 20, 2, 11]) }],
	])("%s", (_name, published) => {
		expect(said(published)).toEqual([]);
	});

	test("Shaanxi's 2,194 are 1,445 calls and letters of one kind and 749 of the other", () => {
		expect(sumOf(figures([1445, 749]))).toBe(2194);
	});
});

describe("types exceed cases, and it is said why", () => {
	test.each([
		["Shandong 11 Nov 2018 (S43)", 151, [44, 108, 14, 9, 53, 2, 2, 16], 248],
		["Hainan 2019 (S42)", 126, [72, 62, 59, 23, 21, 17, 14], 268],
		["Guichi 2018 (S50)", 187, [61, 47, 1, 31, 60, 51, 27, 12, 4], 294],
	] as const)("%s", (_name, cases, types, sum) => {
		expect(sumOf(figures(types))).toBe(sum);
		const [found, ...rest] = said({ cases, types: figures(types) });
		expect(rest).toEqual([]);
		expect(found).toMatchObject({ rule: "DATA-05", severity: "inform", field: "published.types" });
		expect(found?.message.zh).toContain(`合计${sum}项，多于${cases}件`);
	});
});

describe("rates", () => {
	const hainan = {
		...emptyTally(),
		cases: 1427,
		verdicts: { true: 440, partlyTrue: 779, mostlyTrue: 108, untrue: 100 },
		statuses: { closed: 492, stageClosed: 291, open: 644 },
	};

	test("Hainan: both closure rates, and 7.01 % untrue (S46)", () => {
		const { strict, broad } = closureRates(hainan);
		expect([strict?.toFixed(3), broad?.toFixed(3)]).toEqual(["0.345", "0.549"]);
		expect(untrueShare(hainan)?.toFixed(4)).toBe("0.0701");
	});

	test("Hubei 2017: 68.83 % closed (S41)", () => {
		const hubei = { cases: 1925, statuses: { closed: 1325, stageClosed: 576, open: 24 } };
		expect(closureRates(hubei).strict?.toFixed(4)).toBe("0.6883");
	});

	test("there are no rates of nothing", () => {
		expect(closureRates(emptyTally())).toEqual({ strict: null, broad: null });
		expect(untrueShare(emptyTally())).toBeNull();
	});
});

test("[complaints I12] a tally counts each property, and a national type once a case", () => {
	const tally = tallyOf([
		elements({ pollutionTypes: ["dust", "fume", "noise"], isKey: true }),
		elements({ verdict: null, status: null, channel: null, pollutionTypes: [] }),
		elements({ verdict: "untrue", status: "stageClosed" }),
	]);
	expect(tally).toMatchObject({
		cases: 3,
		keys: 1,
		multiType: 1,
		noType: 1,
		noVerdict: 1,
		noStatus: 1,
		noChannel: 1,
		types: { dust: 1, fume: 1, noise: 1, water: 1, air: 0 },
		roots: { air: 1, noise: 1, water: 1 },
		verdicts: { true: 1, untrue: 1 },
		statuses: { closed: 1, stageClosed: 1 },
	});
});
