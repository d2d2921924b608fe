import { describe, expect, test } from "vitest";
import { Actor, NOWHERE_YET, Region } from "../kernel/index.ts";
import { refuseRegions, topOf } from "./regions.ts";

const region = (code: string) => Region.parse({ code, name: `地方${code}` });
const list = (...codes: string[]) => codes.map(region);
const operator = (at: string) =>
	Actor.parse({ kind: "operator", name: "operator", role: "provOffice", region: at, unitId: null });
const office = (role: string, at: string) =>
	Actor.parse({ kind: "person", userId: "u", personId: null, name: "甲", role, region: at, unitId: null });

describe("the place of a list that all others lie in", () => {
	test.each([
		{ name: "a province with its places", codes: ["680102", "680000", "680100"], top: "680000" },
		{ name: "a city alone", codes: ["680100"], top: "680100" },
		{ name: "a county with nothing above it", codes: ["680121", "680122"], top: null },
		{ name: "two provinces", codes: ["680000", "690000"], top: null },
		{ name: "nothing", codes: [], top: null },
	])("$name", ({ codes, top }) => {
		expect(topOf(list(...codes))).toBe(top);
	});
});

describe("who may name places", () => {
	const first = operator(NOWHERE_YET);
	const cases = [
		{
			name: "the operator of an empty ledger names the first",
			actor: first,
			codes: ["680000", "680100"],
			none: true,
			rules: [],
		},
		{
			name: "and has to name the one above all",
			actor: first,
			codes: ["680121", "680122"],
			none: true,
			rules: ["TOP_REGION_MISSING"],
		},
		{
			name: "but not two provinces",
			actor: first,
			codes: ["680000", "690000"],
			none: true,
			rules: ["TOP_REGION_MISSING"],
		},
		{
			name: "and nothing any more once there are some",
			actor: first,
			codes: ["690000"],
			none: false,
			rules: ["OUT_OF_REGION"],
		},
		{
			name: "an operator with a place keeps to it",
			actor: operator("680000"),
			codes: ["680100", "690000"],
			none: true,
			rules: ["OUT_OF_REGION"],
		},
		{
			name: "a province names its own",
			actor: office("provOffice", "680000"),
			codes: ["680100"],
			none: false,
			rules: [],
		},
		{
			name: "also before there are any",
			actor: office("provOffice", "680000"),
			codes: ["690000"],
			none: true,
			rules: ["OUT_OF_REGION"],
		},
		{
			name: "a person cannot speak for nowhere",
			actor: office("provOffice", NOWHERE_YET),
			codes: ["680000"],
			none: true,
			rules: ["OUT_OF_REGION"],
		},
		{
			name: "a city does not",
			actor: office("cityOffice", "680100"),
			codes: ["680121"],
			none: false,
			rules: ["NOT_ALLOWED"],
		},
		{
			name: "an auditor does not",
			actor: office("auditor", "680000"),
			codes: ["680121"],
			none: false,
			rules: ["NOT_ALLOWED"],
		},
		{
			name: "the whole state is no place",
			actor: first,
			codes: [NOWHERE_YET],
			none: true,
			rules: ["NOT_A_PLACE"],
		},
		{
			name: "a code stands once",
			actor: first,
			codes: ["680000", "680000"],
			none: true,
			rules: ["REGION_TWICE"],
		},
	];
	test.each(cases)("$name", ({ actor, codes, none, rules }) => {
		expect(refuseRegions(actor, list(...codes), none).map(({ rule }) => rule)).toEqual(rules);
	});

	test("a refusal names the line at fault", () => {
		const [refusal] = refuseRegions(operator("680000"), list("680000", "690000"), false);
		expect(refusal?.field).toBe("regions.1.code");
	});
});
