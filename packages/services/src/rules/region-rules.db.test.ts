import { IsoDate, type Outcome, type RegionCode } from "@zhenggai/domain/kernel";
import type { RegionRulesCommand, RegionRulesView } from "@zhenggai/domain/rules";
import { describe, expect, it } from "vitest";
import { person, program, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	deadline,
	OTHER_CITY,
	otherCity,
	PROVINCE,
	provOffice,
	register,
	rulesOf,
} from "../testing/ledger.ts";

const { services, setNow, another, database } = await testServices();
const world = await buildWorld(services);
const day = (text: string) => IsoDate.parse(text);
const TODAY = "2026-03-02";

const change = (name: string, value: number | string | string[], from = TODAY): RegionRulesCommand => ({
	type: "changeParameter",
	name,
	value,
	effectiveFrom: day(from),
	reason: "本市实际需要",
});
const versionOf = async (region: RegionCode) =>
	(await services.rules.getRegionRules(provOffice, region)).version;
/** Commands a region's rules as they are. */
const run = async (
	actor: typeof cityOffice,
	region: RegionCode,
	command: RegionRulesCommand,
): Promise<Outcome<RegionRulesView>> =>
	services.rules.commandRegionRules(actor, region, command, { expectedVersion: await versionOf(region) });
const paramIn = async (region: RegionCode, name: string, on?: string) => {
	const view = await services.rules.getRegionRules(
		provOffice,
		region,
		on === undefined ? undefined : day(on),
	);
	const param = view.params.find((one) => one.name === name);
	if (param === undefined) throw new Error(`no ${name}`);
	return param;
};

describe("changing a parameter", () => {
	it("holds for the region's issues at once, with its source, and is told to every node", async () => {
		const other = await another();
		const inCity = await register(world, { region: CITY });
		const elsewhere = await register(world, { region: OTHER_CITY });
		const provisional = { deadline: deadline("2026-05-20"), region: COUNTY } as const;
		const parent = await register(world, { region: CITY, deadline: deadline("2026-06-30") });
		const child = await register(world, { ...provisional, parentId: parent.row.id, tier: "county" });
		const rulesFound = async (of = services) =>
			(await of.rules.checkIssue(provOffice, child.row.id)).map(({ rule }) => rule);
		expect(await rulesFound()).not.toContain("DL-06");
		expect(await rulesFound(other)).not.toContain("DL-06");
		const view = accepted(await run(cityOffice, CITY, change("bufferDays", 20)));
		expect(view.params.find(({ name }) => name === "bufferDays")).toMatchObject({
			value: { v: 20, src: `office ${CITY} ${TODAY}` },
			inherited: { v: 60, src: "D" },
			setBy: { region: CITY, regionName: "青屏市", by: cityOffice.kind === "person" ? cityOffice.name : "" },
		});
		expect(await rulesFound()).toContain("DL-06");
		await expect.poll(() => rulesFound(other)).toContain("DL-06");
		const findings = await services.rules.checkIssue(provOffice, child.row.id);
		expect(findings.find(({ rule }) => rule === "DL-06")?.params.bufferDays).toEqual({
			v: 20,
			src: `office ${CITY} ${TODAY}`,
		});
		expect((await services.issues.getIssue(provOffice, inCity.row.id)).ruleSet.id).toBe("base");
		expect((await paramIn(OTHER_CITY, "bufferDays")).value).toEqual({ v: 60, src: "D" });
		expect(elsewhere.row.region).toBe(OTHER_CITY);
	});

	it("is refused to others, outside of the region, and to a key without the verb", async () => {
		const command = change("immediateDays", 20);
		for (const [actor, rule] of [
			[countyOffice, "NOT_ALLOWED"],
			[auditor, "NOT_ALLOWED"],
			[otherCity, "OUT_OF_REGION"],
		] as const) {
			expect(rulesOf(await run(actor, CITY, command))).toEqual([rule]);
		}
		expect(rulesOf(await run(program("cityOffice", CITY, ["read", "write"]), CITY, command))).toHaveLength(1);
		await expect(run(person("provOffice", "690000"), CITY, command)).rejects.toMatchObject({
			code: "NOT_FOUND",
		});
		await expect(services.rules.getRegionRules(person("public", PROVINCE))).rejects.toMatchObject({
			code: "NOT_ALLOWED",
		});
	});

	it("answers a repeated key once and with the same", async () => {
		const envelope = { expectedVersion: await versionOf(CITY), idempotencyKey: "rules-repeat-1" };
		const command = change("stallDays", 25);
		const first = accepted(await services.rules.commandRegionRules(cityOffice, CITY, command, envelope));
		const again = accepted(await services.rules.commandRegionRules(cityOffice, CITY, command, envelope));
		expect(again.version).toBe(first.version);
	});

	it("of two administrators at once lets one pass and shows the other what changed", async () => {
		const colleague = person("cityOffice", OTHER_CITY, null, "王晓燕");
		const tries = await Promise.all(
			[otherCity, colleague].map((actor, at) =>
				services.rules.commandRegionRules(actor, OTHER_CITY, change("stallDays", 20 + at), {
					expectedVersion: 0,
				}),
			),
		);
		expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
		const lost = tries.find(({ ok }) => !ok);
		if (lost === undefined || lost.ok) throw new Error("one must lose");
		expect(lost.refusals.map(({ rule }) => rule)).toEqual(["VERSION_CONFLICT"]);
		expect(lost.conflict).toMatchObject({ currentVersion: 1, changes: [{ type: "parameterChanged" }] });
		expect(
			(await services.rules.listRegionRulesHistory(otherCity, { region: OTHER_CITY, limit: 10 })).items,
		).toHaveLength(1);
	});
});

describe("within what the province allows", () => {
	it("a city cannot leave it, and what it had set gives way", async () => {
		accepted(await run(cityOffice, CITY, change("noticeLength", 30)));
		accepted(
			await run(provOffice, PROVINCE, {
				type: "limitParameter",
				name: "noticeLength",
				bounds: { kind: "range", min: 10, max: 20 },
				effectiveFrom: day(TODAY),
				reason: "全省公示期统一在二十个工作日以内",
			}),
		);
		expect(rulesOf(await run(cityOffice, CITY, change("noticeLength", 25)))).toEqual([
			"OUTSIDE_PROVINCE_LIMITS",
		]);
		expect(rulesOf(await run(cityOffice, CITY, change("noticeLength", 8)))).toEqual([
			"PARAM_DIRECTION",
			"OUTSIDE_PROVINCE_LIMITS",
		]);
		const overruled = await paramIn(CITY, "noticeLength");
		expect(overruled.value.v).toBe(10);
		expect(overruled.overruled?.value).toBe(30);
		expect(overruled.frame?.bounds).toEqual({ kind: "range", min: 10, max: 20 });
		accepted(await run(cityOffice, CITY, change("noticeLength", 15)));
		expect(await paramIn(CITY, "noticeLength")).toMatchObject({ value: { v: 15 }, overruled: null });
	});

	it("a city takes only rule sets that are built on the province's", async () => {
		const choose = (ruleSetId: string): RegionRulesCommand => ({
			type: "chooseRuleSet",
			ruleSetId,
			effectiveFrom: day(TODAY),
			reason: "按省里规定",
		});
		const view = accepted(await run(provOffice, PROVINCE, choose("sc")));
		expect(view.ruleSet).toMatchObject({ id: "sc", chosenBy: { region: PROVINCE } });
		expect(rulesOf(await run(cityOffice, CITY, choose("jl")))).toEqual(["OUTSIDE_PROVINCE_SET"]);
		const own = accepted(await run(cityOffice, CITY, choose("sc-mianyang")));
		expect(own.ruleSet.id).toBe("sc-mianyang");
		expect(own.choosable.map(({ id }) => id)).toEqual(["sc", "sc-guangyuan", "sc-mianyang"]);
		const rows = await services.rules.listRegionRules(countyOffice);
		expect(
			rows.map(({ region, ruleSetId, own: chosen, mayChange }) => [region, ruleSetId, chosen, mayChange]),
		).toEqual([
			[PROVINCE, "sc", true, false],
			[CITY, "sc-mianyang", true, false],
		]);
		const inspection = (await services.issues.listInspections(provOffice))[0];
		expect(inspection?.planDueOn).toBe("2026-03-04");
	});
});

describe("time", () => {
	it("leaves every past day as it was", async () => {
		setNow("2026-03-10T01:00:00.000Z");
		const pastDays = ["2026-03-01", TODAY, "2026-03-09"];
		const seen = async () =>
			Promise.all(pastDays.map((on) => services.rules.getRegionRules(provOffice, COUNTY, day(on))));
		const before = (await seen()).map(({ params, ruleSet }) => ({
			values: params.map(({ name, value }) => [name, value]),
			id: ruleSet.id,
		}));
		expect(rulesOf(await run(cityOffice, CITY, change("immediateDays", 15, "2026-03-09")))).toEqual([
			"EFFECTIVE_IN_PAST",
		]);
		accepted(await run(cityOffice, CITY, change("immediateDays", 15, "2026-03-10")));
		accepted(await run(cityOffice, CITY, change("immediateDays", 10, "2026-04-01")));
		accepted(
			await run(provOffice, PROVINCE, {
				type: "chooseRuleSet",
				ruleSetId: null,
				effectiveFrom: day("2026-03-10"),
				reason: "改按通用规则",
			}),
		);
		const after = (await seen()).map(({ params, ruleSet }) => ({
			values: params.map(({ name, value }) => [name, value]),
			id: ruleSet.id,
		}));
		expect(after).toEqual(before);
		expect((await paramIn(COUNTY, "immediateDays", "2026-03-31")).value.v).toBe(15);
		expect((await paramIn(COUNTY, "immediateDays", "2026-04-01")).value.v).toBe(10);
		expect((await paramIn(CITY, "immediateDays")).planned).toMatchObject([
			{ value: 10, said: { from: "2026-04-01" } },
		]);
	});

	it("tells who said what and why, and the journal's chain holds it", async () => {
		const { items } = await services.rules.listRegionRulesHistory(countyOffice, { region: CITY, limit: 2 });
		expect(items.map(({ summary }) => summary.zh)).toEqual([
			"自2026年4月1日起“立行立改期限（天）”定为10",
			"自2026年3月10日起“立行立改期限（天）”定为15",
		]);
		expect(items[0]).toMatchObject({
			reason: "本市实际需要",
			changes: [{ from: { zh: "30" }, to: { zh: "10" } }],
		});
		const { rows } = await database.pool.query<{ count: number }>(
			"SELECT count(*)::int AS count FROM journal.event WHERE stream_kind = 'ruleSet'",
		);
		expect(rows[0]?.count).toBeGreaterThan(8);
	});
});

describe("looking before it is changed", () => {
	it("counts the findings and lights that would come and go, in the region alone, and changes nothing", async () => {
		const version = await versionOf(CITY);
		const county = await register(world, { region: COUNTY, deadline: deadline("2026-07-20") });
		const preview = await services.rules.previewRuleChange(
			cityOffice,
			CITY,
			change("immediateDays", 8, "2026-03-11"),
		);
		expect(preview).toMatchObject({ region: CITY, on: "2026-03-11", refusals: [], complete: true });
		expect(preview.params).toEqual([
			{
				name: "immediateDays",
				before: { v: 15, src: `office ${CITY} 2026-03-10` },
				after: { v: 8, src: `office ${CITY} 2026-03-11` },
			},
		]);
		expect(preview.open).toBe(preview.checked);
		expect(preview.affected).toBe(0);
		const before = await services.rules.previewRuleChange(
			cityOffice,
			CITY,
			change("bufferDays", 5, "2026-03-11"),
		);
		expect(before.rules).toEqual([]);
		expect(await versionOf(CITY)).toBe(version);
		expect(county.row.region).toBe(COUNTY);
	});

	it("shows which issues with what, and only those of the region", async () => {
		const parent = await register(world, { region: CITY, deadline: deadline("2026-09-30") });
		const child = await register(world, {
			region: COUNTY,
			tier: "county",
			parentId: parent.row.id,
			deadline: deadline("2026-09-18"),
		});
		await register(world, { region: OTHER_CITY, deadline: deadline("2026-09-30") });
		const preview = await services.rules.previewRuleChange(
			cityOffice,
			CITY,
			change("bufferDays", 5, "2026-03-11"),
		);
		// The rule speaks on both sides of the difference.
		expect(preview.rules).toEqual([{ rule: "DL-06", appear: 2, disappear: 0 }]);
		expect(preview.affected).toBe(2);
		expect(preview.issues).toMatchObject([
			{ issueId: parent.row.id, regionName: "青屏市", appear: [{ rule: "DL-06" }], disappear: [] },
			{
				issueId: child.row.id,
				regionName: "松泉县",
				appear: [{ rule: "DL-06" }],
				disappear: [],
				light: null,
			},
		]);
		accepted(await run(cityOffice, CITY, change("bufferDays", 5, "2026-03-11")));
		const found = await services.rules.checkIssue(cityOffice, child.row.id, day("2026-03-11"));
		expect(found.map(({ rule }) => rule)).toContain("DL-06");
		expect((await services.rules.checkIssue(cityOffice, child.row.id)).map(({ rule }) => rule)).not.toContain(
			"DL-06",
		);
	});

	it("answers with refusals instead where the change cannot be made", async () => {
		const preview = await services.rules.previewRuleChange(countyOffice, CITY, change("bufferDays", 6));
		expect(preview.refusals.map(({ rule }) => rule)).toEqual(["NOT_ALLOWED"]);
		expect(preview).toMatchObject({ checked: 0, affected: 0, issues: [] });
		await expect(
			services.rules.previewRuleChange(person("provOffice", "690000"), CITY, change("bufferDays", 6)),
		).rejects.toMatchObject({ code: "NOT_FOUND" });
	});
});
