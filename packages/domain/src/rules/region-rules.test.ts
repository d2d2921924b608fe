import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	type Actor,
	ActorStamp,
	type Decision,
	Instant,
	IsoDate,
	RegionCode,
	type Role,
} from "../kernel/index.ts";
import { caseVocab, ruleParamNote, UNAPPLIED_PARAMS } from "../vocabulary/index.ts";
import { builtInRuleSets } from "./built-in.ts";
import { limitBreach, moveBreach } from "./limits.ts";
import { limitOfParam, PARAM_LIMITS, PARAM_NAMES } from "./param-limits.ts";
import { readParamValue } from "./read-param-value.ts";
import { decideRegionRules } from "./region-decide.ts";
import { evolveRegionRules } from "./region-evolve.ts";
import { describeRegionRules } from "./region-history.ts";
import { choiceOn, inheritedRules, officeSource, readOfficeSource, rulesOf } from "./region-resolve.ts";
import {
	type RegionRules,
	type RegionRulesCommand,
	type RegionRulesEvent,
	RegionRulesId,
} from "./region-schema.ts";
import base from "./rule-sets/base.json" with { type: "json" };

const day = (text: string) => IsoDate.parse(text);
const PROVINCE = RegionCode.parse("680000");
const CITY = RegionCode.parse("680100");
const COUNTY = RegionCode.parse("680121");
const TODAY = "2026-03-02";

const actorOf = (role: Role, region: RegionCode): Actor => ({
	kind: "person",
	userId: `${role}-${region}`,
	personId: null,
	name: `${role} ${region}`,
	role,
	region,
	unitId: null,
});
const idOf = (region: RegionCode) => RegionRulesId.parse(`00000000-0000-7000-8000-000000${region}`);

/** A ledger's rules of regions, one command after the other. */
class Setting {
	readonly book = new Map<RegionCode, RegionRules>();
	readonly events: RegionRulesEvent[] = [];

	decide(
		region: RegionCode,
		command: RegionRulesCommand,
		on: string = TODAY,
		role: Role = region === PROVINCE ? "provOffice" : "cityOffice",
		from: RegionCode = region,
	): Decision<RegionRulesEvent> {
		const actor = actorOf(role, from);
		return decideRegionRules(this.book.get(region) ?? null, command, {
			actor,
			stamp: ActorStamp.parse({
				kind: "person",
				id: `${role}-${from}`,
				name: `${role} ${from}`,
				role,
				region: from,
				unitId: null,
			}),
			now: Instant.parse(`${on}T01:00:00.000Z`),
			region,
			id: idOf(region),
			book: this.book,
		});
	}

	/** Does it, or says which rules refuse it. */
	run(region: RegionCode, command: RegionRulesCommand, on: string = TODAY): string[] {
		const decision = this.decide(region, command, on);
		if (!decision.ok) return decision.refusals.map(({ rule }) => rule);
		for (const event of decision.events) {
			this.book.set(region, evolveRegionRules(this.book.get(region) ?? null, event));
			this.events.push(event);
		}
		return [];
	}

	value(name: string, region: RegionCode = COUNTY, on: string = TODAY, inspectionSet: string | null = null) {
		return rulesOf(this.book, { region, on: day(on), inspectionSet }).params[name];
	}
}

const choose = (ruleSetId: string | null, from: string = TODAY): RegionRulesCommand => ({
	type: "chooseRuleSet",
	ruleSetId,
	effectiveFrom: day(from),
	reason: "按本地规定",
});
const change = (
	name: string,
	value: number | string | boolean | string[],
	from = TODAY,
): RegionRulesCommand => ({
	type: "changeParameter",
	name,
	value,
	effectiveFrom: day(from),
	reason: "工作需要",
});
const withdraw = (name: string, from = TODAY): RegionRulesCommand => ({
	type: "withdrawParameter",
	name,
	effectiveFrom: day(from),
	reason: "恢复原规定",
});
const frame = (
	name: string,
	bounds: Extract<RegionRulesCommand, { type: "limitParameter" }>["bounds"],
	from = TODAY,
): RegionRulesCommand => ({
	type: "limitParameter",
	name,
	bounds,
	effectiveFrom: day(from),
	reason: "全省统一",
});

describe("[rules I13] the catalogue of parameters", () => {
	test("has a limit, a label and an explanation for exactly the parameters of the base", () => {
		const names = Object.keys(base.params).toSorted();
		expect([...PARAM_NAMES].toSorted()).toEqual(names);
		expect(Object.keys(ruleParamNote).toSorted()).toEqual(names);
		expect(Object.keys(caseVocab.ruleParam).toSorted()).toEqual(names);
		for (const note of Object.values(ruleParamNote)) {
			expect(note.zh).toMatch(/\p{Script=Han}.*。$/u);
			expect(note.en).toMatch(/^[A-Z].*\.$/);
		}
	});

	test("says of exactly those that nothing in the ledger goes by that they are not applied yet", () => {
		const packages = join(import.meta.dirname, "../../..");
		const sources = ["domain", "documents", "storage", "services"].flatMap((part) =>
			readdirSync(join(packages, part, "src"), { recursive: true, encoding: "utf8" })
				.map((file) => file.replaceAll("\\", "/"))
				.filter((file) => file.endsWith(".ts") && !/\.test\.ts$|(^|\/)testing(\/|\.)/.test(file))
				// Where parameters are only named, limited and explained.
				.filter((file) => part !== "domain" || !/^(rules|vocabulary)\//.test(file))
				.map((file) => readFileSync(join(packages, part, "src", file), "utf8")),
		);
		const words = new Set(sources.flatMap((text) => text.match(/\b[a-z][A-Za-z]+\b/g) ?? []));
		expect(PARAM_NAMES.filter((name) => !words.has(name)).toSorted()).toEqual(
			[...UNAPPLIED_PARAMS].toSorted(),
		);
	});

	const values = builtInRuleSets().flatMap((set) =>
		Object.entries(set.params).map(([name, { v }]) => [set.id, name, v] as const),
	);
	test.each(values)("%s: %s keeps its limit", (_set, name, value) => {
		const limit = limitOfParam(name);
		expect(limit).not.toBeNull();
		expect(limit && limitBreach(limit, value)).toBeNull();
		expect(limit?.src).toBe("D");
	});

	test("what is out of kind, range, step or entries is a breach", () => {
		const breach = (
			name: keyof typeof PARAM_LIMITS,
			value: number | string | boolean | string[] | number[],
		) => limitBreach(PARAM_LIMITS[name], value)?.code ?? null;
		expect(breach("noticeLength", 6)).toBe("PARAM_RANGE");
		expect(breach("noticeLength", 10.5)).toBe("PARAM_RANGE");
		expect(breach("noticeLength", Number.NaN)).toBe("PARAM_RANGE");
		expect(breach("noticeLength", "10")).toBe("PARAM_KIND");
		expect(breach("experts", 4)).toBe("PARAM_RANGE");
		expect(breach("experts", 5)).toBeNull();
		expect(breach("sampleRatio", 0.15)).toBeNull();
		expect(breach("noticeUnit", "week")).toBe("PARAM_ELEMENT");
		expect(breach("jointAcceptance", 1)).toBe("PARAM_KIND");
		expect(breach("leadDays", [90, 90])).toBe("PARAM_LIST");
		expect(breach("leadDays", [0])).toBe("PARAM_RANGE");
		expect(breach("dossierItems", ["index", "poem"])).toBe("PARAM_ELEMENT");
		expect(breach("contentBlocks", ["publication"])).toBe("PARAM_NEEDED");
		expect(breach("bannedPhrases", ["一律关停", "一律关停"])).toBe("PARAM_LIST");
	});

	test("which way a value may be moved", () => {
		const moved = (name: keyof typeof PARAM_LIMITS, from: number | string[], to: number | string[]) =>
			moveBreach(PARAM_LIMITS[name], "city", from, to)?.code ?? null;
		expect(moved("noticeLength", 10, 15)).toBeNull();
		expect(moved("noticeLength", 10, 10)).toBeNull();
		expect(moved("noticeLength", 10, 7)).toBe("PARAM_DIRECTION");
		expect(moved("planDueWd", 45, 30)).toBeNull();
		expect(moved("planDueWd", 30, 45)).toBe("PARAM_DIRECTION");
		expect(moved("dossierItems", ["index"], ["index", "plan"])).toBeNull();
		expect(moved("dossierItems", ["index", "plan"], ["index"])).toBe("PARAM_DIRECTION");
		expect(
			moved("signers", ["acceptanceUnit", "countyPrincipals"], ["countyPrincipals", "acceptanceUnit"]),
		).toBe("PARAM_DIRECTION");
		expect(moved("verifyWdProvince", 20, 10)).toBe("PARAM_FIXED");
	});

	test("values are read as they are typed", () => {
		expect(readParamValue(PARAM_LIMITS.noticeLength, " 12 ")).toBe(12);
		expect(readParamValue(PARAM_LIMITS.noticeLength, "twelve")).toBeNull();
		expect(readParamValue(PARAM_LIMITS.siteCloseout, "是")).toBe(true);
		expect(readParamValue(PARAM_LIMITS.siteCloseout, "maybe")).toBeNull();
		expect(readParamValue(PARAM_LIMITS.leadDays, "90，30, 7")).toEqual([90, 30, 7]);
		expect(readParamValue(PARAM_LIMITS.bannedPhrases, "一律关停、先停再说")).toEqual([
			"一律关停",
			"先停再说",
		]);
		expect(readParamValue(PARAM_LIMITS.noticeUnit, "workingDay")).toBe("workingDay");
	});
});

describe("[rules I14] whose rules hold", () => {
	test("inspection, then the region's choice, then that of the region above, then the base", () => {
		const it = new Setting();
		const setOf = (region: RegionCode, inspectionSet: string | null = null) =>
			rulesOf(it.book, { region, on: day(TODAY), inspectionSet }).id;
		expect(setOf(COUNTY)).toBe("base");
		expect(it.run(PROVINCE, choose("sc"))).toEqual([]);
		expect(setOf(COUNTY)).toBe("sc");
		expect(it.run(CITY, choose("sc-guangyuan"))).toEqual([]);
		expect([setOf(PROVINCE), setOf(CITY), setOf(COUNTY)]).toEqual(["sc", "sc-guangyuan", "sc-guangyuan"]);
		expect(setOf(COUNTY, "jl")).toBe("jl");
		expect(setOf(COUNTY, "no-such-set")).toBe("sc-guangyuan");
		expect(it.run(CITY, choose(null, "2026-04-01"))).toEqual([]);
		expect(rulesOf(it.book, { region: COUNTY, on: day("2026-03-31") }).id).toBe("sc-guangyuan");
		expect(rulesOf(it.book, { region: COUNTY, on: day("2026-04-01") }).id).toBe("sc");
	});

	test("what offices set goes over it, the city's over the province's, each with its source", () => {
		const it = new Setting();
		expect(it.run(PROVINCE, change("noticeLength", 12))).toEqual([]);
		expect(it.value("noticeLength")).toEqual({ v: 12, src: officeSource(PROVINCE, day(TODAY)) });
		expect(it.run(CITY, change("noticeLength", 15))).toEqual([]);
		expect(it.value("noticeLength")?.v).toBe(15);
		expect(it.value("noticeLength", PROVINCE)?.v).toBe(12);
		expect(it.value("noticeLength", RegionCode.parse("680221"))?.v).toBe(12);
		expect(it.value("noticeLength", COUNTY, TODAY, "jl")?.v).toBe(15);
		expect(inheritedRules(it.book, { region: CITY, on: day(TODAY) }).params.noticeLength?.v).toBe(12);
		expect(readOfficeSource(it.value("noticeLength")?.src ?? "")).toEqual({ region: CITY, from: TODAY });
		expect(readOfficeSource("S25")).toBeNull();
	});

	test("a region without a word of its own shares the rules of the set, without a copy", () => {
		const it = new Setting();
		expect(rulesOf(it.book, { region: COUNTY, on: day("2014-01-01") }).id).toBe("base");
		expect(Object.keys(rulesOf(it.book, { region: COUNTY, on: day(TODAY) }).params).length).toBe(
			PARAM_NAMES.length,
		);
	});
});

describe("[rules I15] steps in time", () => {
	test("a change holds from its day on and touches no day before", () => {
		const it = new Setting();
		it.run(CITY, change("noticeLength", 15, "2026-04-01"));
		expect(it.value("noticeLength", CITY, "2026-03-31")?.v).toBe(10);
		expect(it.value("noticeLength", CITY, "2026-04-01")?.v).toBe(15);
		it.run(CITY, withdraw("noticeLength", "2026-05-01"), "2026-04-20");
		expect(it.value("noticeLength", CITY, "2026-04-30")?.v).toBe(15);
		expect(it.value("noticeLength", CITY, "2026-05-01")?.v).toBe(10);
	});

	test("what is said last replaces what was planned for its day or later", () => {
		const it = new Setting();
		it.run(CITY, change("noticeLength", 20, "2026-06-01"));
		it.run(CITY, change("noticeLength", 15, "2026-05-01"));
		expect(it.value("noticeLength", CITY, "2026-06-01")?.v).toBe(15);
		it.run(CITY, change("noticeLength", 18, "2026-07-01"));
		expect(it.value("noticeLength", CITY, "2026-06-30")?.v).toBe(15);
		expect(it.value("noticeLength", CITY, "2026-07-01")?.v).toBe(18);
	});
});

describe("[rules I16] limits", () => {
	test("an office cannot leave them", () => {
		const it = new Setting();
		expect(it.run(PROVINCE, change("noticeLength", 9))).toEqual(["PARAM_DIRECTION"]);
		expect(it.run(PROVINCE, change("noticeLength", 61))).toEqual(["PARAM_RANGE", ...[]]);
		expect(it.run(PROVINCE, change("closeoutSequence", ["acceptance"]))).toEqual(["PARAM_FIXED"]);
		expect(it.run(CITY, change("tyrosine", 1))).toEqual(["PARAM_UNKNOWN"]);
		expect(it.run(PROVINCE, change("recordWd", 5))).toEqual(["PARAM_RANGE", "PARAM_DIRECTION"].slice(0, 1));
	});

	test("a city stays within what its province allows, and gets its word back when the province gives way", () => {
		const it = new Setting();
		expect(it.run(PROVINCE, frame("noticeLength", { kind: "range", min: 10, max: 20 }))).toEqual([]);
		expect(it.run(CITY, change("noticeLength", 25))).toEqual(["OUTSIDE_PROVINCE_LIMITS"]);
		expect(it.run(CITY, change("noticeLength", 18))).toEqual([]);
		expect(it.run(PROVINCE, frame("noticeLength", { kind: "locked" }, "2026-04-01"))).toEqual([]);
		expect(it.value("noticeLength", COUNTY, "2026-03-31")?.v).toBe(18);
		expect(it.value("noticeLength", COUNTY, "2026-04-01")?.v).toBe(10);
		expect(it.run(PROVINCE, frame("noticeLength", null, "2026-05-01"), "2026-04-02")).toEqual([]);
		expect(it.value("noticeLength", COUNTY, "2026-05-01")?.v).toBe(18);
	});

	test("a city's value gives way to a stricter one of its province", () => {
		const it = new Setting();
		it.run(CITY, change("noticeLength", 12));
		it.run(PROVINCE, change("noticeLength", 15, "2026-04-01"));
		expect(it.value("noticeLength", CITY, "2026-03-31")?.v).toBe(12);
		expect(it.value("noticeLength", CITY, "2026-04-01")?.v).toBe(15);
	});

	test("a city chooses only sets that are built on its province's", () => {
		const it = new Setting();
		it.run(PROVINCE, choose("sc"));
		expect(it.run(CITY, choose("jl"))).toEqual(["OUTSIDE_PROVINCE_SET"]);
		expect(it.run(CITY, choose("base"))).toEqual(["OUTSIDE_PROVINCE_SET"]);
		expect(it.run(CITY, choose("sc-mianyang"))).toEqual([]);
		it.run(PROVINCE, choose("ah", "2026-04-01"));
		expect(choiceOn(it.book, CITY, day("2026-04-01"))?.choice.ruleSetId).toBe("ah");
		expect(choiceOn(it.book, CITY, day("2026-03-31"))?.choice.ruleSetId).toBe("sc-mianyang");
	});

	test("frames fit the kind of their parameter", () => {
		const it = new Setting();
		expect(it.run(PROVINCE, frame("noticeLength", { kind: "words", options: ["a"] }))).toEqual([
			"PARAM_KIND",
		]);
		expect(it.run(PROVINCE, frame("noticeLength", { kind: "range", min: 9, max: 3 }))).toEqual([
			"PARAM_KIND",
		]);
		expect(it.run(PROVINCE, frame("cadence", { kind: "words", options: ["month", "fortnight"] }))).toEqual(
			[],
		);
		expect(it.run(CITY, change("cadence", "quarter"))).toEqual([
			"PARAM_DIRECTION",
			"OUTSIDE_PROVINCE_LIMITS",
		]);
		expect(it.run(CITY, change("cadence", "fortnight"))).toEqual([]);
	});
});

describe("[rules I17] who, from when and why", () => {
	const it = new Setting();
	const refusedFor = (role: Role, from: RegionCode, region: RegionCode, command: RegionRulesCommand) => {
		const decision = it.decide(region, command, TODAY, role, from);
		return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
	};
	const twelve = change("noticeLength", 12);

	test("the offices of province and city, in their region; frames only the province", () => {
		expect(refusedFor("provOffice", PROVINCE, CITY, twelve)).toEqual([]);
		expect(refusedFor("cityOffice", CITY, PROVINCE, twelve)).toEqual(["OUT_OF_REGION"]);
		expect(refusedFor("cityOffice", RegionCode.parse("680200"), CITY, twelve)).toEqual(["OUT_OF_REGION"]);
		for (const role of ["countyOffice", "leadUnit", "auditor", "discipline"] as const) {
			expect(refusedFor(role, CITY, CITY, twelve)).toEqual(["NOT_ALLOWED"]);
		}
		const locked = frame("noticeLength", { kind: "locked" });
		expect(refusedFor("cityOffice", CITY, CITY, locked)).toEqual(["NOT_ALLOWED"]);
		expect(refusedFor("provOffice", PROVINCE, CITY, locked)).toEqual(["RULES_TIER"]);
		expect(refusedFor("provOffice", PROVINCE, COUNTY, twelve)).toEqual(["RULES_TIER"]);
	});

	test("from today on, with a reason, and only where something changes", () => {
		expect(it.run(CITY, change("noticeLength", 12, "2026-03-01"))).toEqual(["EFFECTIVE_IN_PAST"]);
		expect(it.run(CITY, { ...twelve, reason: " " })).toEqual(["REASON_MISSING"]);
		expect(it.run(CITY, withdraw("noticeLength"))).toEqual(["NOTHING_TO_WITHDRAW"]);
		expect(it.run(CITY, choose(null))).toEqual(["NO_CHANGE"]);
		expect(it.run(CITY, choose("no-such-set"))).toEqual(["RULE_SET_UNKNOWN"]);
		expect(it.run(PROVINCE, frame("noticeLength", null))).toEqual(["NO_CHANGE"]);
		expect(it.run(CITY, twelve)).toEqual([]);
		expect(it.run(CITY, twelve)).toEqual(["NO_CHANGE"]);
	});

	test("a refusal says who can and what clears it", () => {
		const decision = it.decide(CITY, change("noticeLength", 8));
		expect(decision.ok).toBe(false);
		if (decision.ok) return;
		expect(decision.refusals[0]).toMatchObject({ field: "value", who: ["provOffice", "cityOffice"] });
		expect(decision.refusals[0]?.clears.zh).not.toBe("");
	});
});

test("a history tells each event in one sentence of both languages", () => {
	const it = new Setting();
	it.run(PROVINCE, choose("sc"));
	it.run(PROVINCE, frame("noticeLength", { kind: "range", min: 10, max: 20 }));
	it.run(CITY, change("noticeLength", 12, "2026-04-01"));
	it.run(CITY, withdraw("noticeLength", "2026-05-01"));
	it.run(PROVINCE, choose(null, "2026-06-01"));
	const told = it.events.map((event) => describeRegionRules(event, () => ({ zh: "四川省", en: "Sichuan" })));
	expect(told.map(({ summary }) => summary.zh)).toEqual([
		"自2026年3月2日起采用规则集“四川省”",
		"自2026年3月2日起限定各市“公示期”：10 至 20",
		"自2026年4月1日起“公示期”定为12",
		"自2026年5月1日起撤销对“公示期”的调整",
		"自2026年6月1日起不再另选规则集，随上级",
	]);
	expect(told.map(({ summary }) => summary.en).every((text) => /^[\w“(]/.test(text))).toBe(true);
	expect(told[2]?.changes).toEqual([
		{
			field: "noticeLength",
			label: caseVocab.ruleParam.noticeLength,
			from: { zh: "10", en: "10" },
			to: { zh: "12", en: "12" },
		},
	]);
	expect(told[2]?.reason).toBe("工作需要");
});
