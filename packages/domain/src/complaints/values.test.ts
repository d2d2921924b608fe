import { describe, expect, test } from "vitest";
import { daysBetween, type Region, RegionCode } from "../kernel/index.ts";
import {
	parseReceipt,
	personalDataIn,
	receiptKey,
	resolvePlaces,
	rootsOf,
	standingRegion,
	suggestPlaces,
	withoutPersonalData,
} from "./index.ts";
import { CITY, COUNTY, day, OTHER_CITY, PROVINCE } from "./testing/complaints.ts";

describe("receipt numbers", () => {
	test.each([
		["D3SX202505280018", { form: "national", channel: "phone", round: 3, letters: "SX", serial: "0018" }],
		["X3HB202406020025", { form: "national", channel: "letter", round: 3, letters: "HB", day: "2024-06-02" }],
		["D3QD20240401001", { form: "national", serial: "001", day: "2024-04-01" }],
		[
			"X370000201811280001",
			{ form: "regionCode", channel: "letter", round: null, letters: null, day: "2018-11-28" },
		],
		["信20170816001", { form: "dated", channel: "letter", day: "2017-08-16", serial: "001" }],
		["BCD2022092601", { form: "dated", channel: null, day: "2022-09-26" }],
		["D3SX202513400018", { form: "national", day: null }],
		["d12001", { form: "other", channel: "phone", day: null }],
		["访受〔2021〕0530001号", { form: "other", key: "访受20210530001" }],
	] as const)("[complaints I4] %s is taken apart as far as its form is known", (raw, parts) => {
		expect(parseReceipt(raw)).toMatchObject(parts);
	});

	test("[complaints I3] printings of one number have one key", () => {
		const printings = [
			"D3JX202405240001",
			"＊D3JX 202405240001",
			"第31批 D3JX202405240001",
			"d3jx202405240001★",
		];
		expect(new Set(printings.map(receiptKey)).size).toBe(1);
		expect(receiptKey("D3JX202405240001")).not.toBe(receiptKey("D3JX202405240002"));
	});

	// domain.md Appendix A, S45 and S54.
	test.each([
		["D3SX202505280001", 1],
		["D3SX202506010001", 5],
		["D3SX202506040001", 8],
		["D3SX202506140001", 18],
	])("the day in %s is that of batch %i", (raw, batch) => {
		const { day: batchDay } = parseReceipt(raw);
		expect(batchDay !== null && daysBetween(day("2025-05-28"), batchDay) + 1).toBe(batch);
	});
});

describe("regions", () => {
	const regions: readonly Region[] = [
		[PROVINCE, "琼岭省"],
		[CITY, "澄川市"],
		[COUNTY, "青石县"],
		["990103", "城关区"],
		[OTHER_CITY, "白沙市"],
		["990203", "城关区"],
	].map(([code, name]) => ({ code: RegionCode.parse(code), name: name ?? "" }));
	const resolve = (text: string | null, within = PROVINCE) => resolvePlaces(text, regions, within);

	test.each([
		["青石县", [COUNTY]],
		["澄川市青石县", [COUNTY]],
		["澄川市 青石县", [COUNTY]],
		["澄川市本级", [CITY]],
		["澄川市、白沙市", [CITY, OTHER_CITY]],
		["白沙市城关区", ["990203"]],
		["城关区", []],
		["青石县、某某镇", []],
		["省直部门", []],
	])("[complaints I6] %s is resolved wholly or not at all", (text, places) => {
		expect(resolve(text)).toEqual(places);
	});

	test("[complaints I6] only regions of the table's own region are meant", () => {
		expect(resolve("城关区", CITY)).toEqual(["990103"]);
		expect(resolve("白沙市", CITY)).toEqual([]);
		expect(resolve(null)).toEqual([]);
	});

	test.each([
		["城关区", PROVINCE, ["990103", "990203"]],
		["城关", CITY, ["990103"]],
		["澄川市城关区北街道", PROVINCE, ["990103", "990203", CITY]],
		["新城开发区", PROVINCE, []],
	] as const)("what %s may mean is offered, the narrower first", (text, within, codes) => {
		expect(suggestPlaces(text, regions, within).map(({ code }) => code)).toEqual(codes);
	});

	test.each([
		[[COUNTY], COUNTY],
		[[COUNTY, RegionCode.parse("990103")], CITY],
		[[COUNTY, OTHER_CITY], PROVINCE],
		[[], CITY],
	] as const)("[complaints I5] %j stands under %s", (places, region) => {
		expect(standingRegion(places, places.length === 0 ? CITY : PROVINCE)).toBe(region);
	});
});

test("[complaints I12] dust and fume are one case of air", () => {
	expect(rootsOf(["dust", "fume", "air", "solidWaste"])).toEqual(["air", "soil"]);
});

describe("[complaints I7] personal data", () => {
	test.each([
		["电话13812345678", 1, 0],
		["+86 138 1234 5678，另138-1234-5679", 2, 0],
		["证号11010519491231002X", 0, 1],
		["受理编号D3JX202405240001、X370000201811280001", 0, 0],
		["投资13800000000元", 0, 0],
		["证号110105194912310021（校验位不符）", 0, 0],
		["座机0991-1234567", 0, 0],
	])("%s", (text, mobiles, identities) => {
		expect(personalDataIn(text)).toEqual({ mobiles, identities });
		const clean = withoutPersonalData(text);
		expect(personalDataIn(clean)).toEqual({ mobiles: 0, identities: 0 });
		expect(withoutPersonalData(clean)).toBe(clean);
		if (mobiles + identities === 0) expect(clean).toBe(text);
	});

	test.each([
		[
			"（来信）“油烟”，电话：１３８１２３４５６７８；请于３日内答复！",
			"（来信）“油烟”，电话：〔已隐去〕；请于３日内答复！",
		],
		["㈠证号１１０１０５１９４９１２３１００２Ｘ，噪声６０㏈", "㈠证号〔已隐去〕，噪声６０㏈"],
		["𠮷某13812345678，另+86 138-1234-5679。", "𠮷某〔已隐去〕，另〔已隐去〕。"],
	])("what is not masked of %s stays as it was written", (text, clean) => {
		expect(withoutPersonalData(text)).toBe(clean);
	});
});
