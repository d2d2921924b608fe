import { UnitId } from "@zhenggai/domain/kernel";
import type { NewUnit } from "@zhenggai/domain/responsibilities";
import { describe, expect, it } from "vitest";
import { newId, person, SYSTEM, testServices } from "../testing/index.ts";
import {
	accepted,
	assignment,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	OTHER_CITY,
	otherCity,
	PROVINCE,
	provOffice,
	register,
	rulesOf,
	run,
} from "../testing/ledger.ts";

const { services } = await testServices();
const world = await buildWorld(services);
const { responsibilities } = services;

const unit = (name: string, more: Partial<NewUnit> = {}): NewUnit => ({
	name,
	aliases: [],
	kind: "department",
	region: CITY,
	parentId: null,
	...more,
});

describe("units", () => {
	it("are registered in their region, and found by name and other names", async () => {
		const made = accepted(
			await responsibilities.registerUnit(cityOffice, unit("青屏市林业局", { aliases: ["市林草局"] })),
		);
		for (const text of ["林业", "林草", "局"]) {
			const page = await responsibilities.listUnits(countyOffice, { text, region: CITY, limit: 50 });
			expect(page.items.map(({ id }) => id)).toContain(made.id);
		}
		expect(rulesOf(await responsibilities.registerUnit(cityOffice, unit("青屏市林业局")))).toEqual([
			"UNIT_NAME_TAKEN",
		]);
	});

	it("are refused to roles that may not, and outside of the region", async () => {
		expect(rulesOf(await responsibilities.registerUnit(auditor, unit("甲局")))).toEqual(["NOT_ALLOWED"]);
		expect(rulesOf(await responsibilities.registerUnit(otherCity, unit("甲局")))).toEqual(["OUT_OF_REGION"]);
		const amend = responsibilities.amendUnit(
			otherCity,
			world.units.cityEco,
			{ name: "乙局" },
			{ expectedVersion: 1 },
		);
		await expect(amend).rejects.toMatchObject({ code: "NOT_FOUND" });
	});

	it("of one name are not registered twice at once", async () => {
		const outcomes = await Promise.all(
			Array.from({ length: 4 }, () => responsibilities.registerUnit(cityOffice, unit("青屏市气象局"))),
		);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	});

	it("are registered once for a repeated key", async () => {
		const ask = () => responsibilities.registerUnit(cityOffice, unit("青屏市交通局"), "unit-key-1");
		const [one, two] = await Promise.all([ask(), ask()]);
		expect(accepted(one)).toEqual(accepted(two));
	});

	it("of a list are registered with their tree, all or none", async () => {
		const row = (name: string, parentIndex: number | null = null, region = CITY) => ({
			...unit(name, { region }),
			parentIndex,
		});
		const list = [row("青屏市水务集团"), row("青屏市排水公司", 0), row("青屏市泵站管理所", 1)];
		const wrong = [...list, row("青屏市水务集团"), row("云渡市某局", null, OTHER_CITY), row("其下属单位", 4)];
		const refusedList = await responsibilities.registerUnits(cityOffice, wrong);
		expect(refusedList.ok ? [] : refusedList.refusals.map(({ rule, field }) => [rule, field])).toEqual([
			["UNIT_NAME_TAKEN", "units.3.name"],
			["OUT_OF_REGION", "units.4"],
		]);
		const found = () => responsibilities.listUnits(cityOffice, { text: "青屏市水务集团", limit: 9 });
		expect((await found()).items).toEqual([]);
		const ask = () => responsibilities.registerUnits(cityOffice, list, "units-key-1");
		const made = accepted(await ask());
		expect(made.map(({ parentId }) => parentId)).toEqual([null, made[0]?.id, made[1]?.id]);
		expect(accepted(await ask())).toEqual(made);
		expect((await found()).items).toHaveLength(1);
		const later = responsibilities.registerUnits(cityOffice, [row("甲公司", 1), row("乙公司")]);
		await expect(later).rejects.toMatchObject({ code: "BAD_INPUT" });
		expect(rulesOf(await responsibilities.registerUnits(auditor, [row("丙公司")]))).toEqual(["NOT_ALLOWED"]);
	});

	it("carry a new name into the lines and the search of their issues", async () => {
		const made = accepted(await responsibilities.registerUnit(cityOffice, unit("青屏市环境保护局")));
		const issue = await register(world);
		accepted(
			await run(world, cityOffice, issue, {
				type: "assignIssue",
				assignments: [assignment("lead", made.id)],
				importId: null,
			}),
		);
		const renamed = await responsibilities.amendUnit(
			cityOffice,
			made.id,
			{ name: "青屏市生态文明局" },
			{ expectedVersion: 1 },
		);
		expect(accepted(renamed)).toMatchObject({ version: 2, name: "青屏市生态文明局" });
		const search = async (text: string) =>
			(
				await services.issues.listIssues(cityOffice, {
					filter: { text },
					sort: "due",
					descending: false,
					limit: 5,
				})
			).items;
		expect(await search("环境保护局")).toEqual([]);
		expect(await search("生态文明")).toMatchObject([
			{ id: issue.row.id, leadUnits: ["青屏市生态文明局"], version: 2 },
		]);
	});

	it("do not leave while something hangs on them, nor close a circle", async () => {
		const issue = await register(world);
		const parent = accepted(await responsibilities.registerUnit(cityOffice, unit("青屏市城管局")));
		const child = accepted(
			await responsibilities.registerUnit(cityOffice, unit("青屏市城管支队", { parentId: parent.id })),
		);
		accepted(
			await run(world, cityOffice, issue, {
				type: "assignIssue",
				assignments: [assignment("lead", parent.id)],
				importId: null,
			}),
		);
		const leave = await responsibilities.amendUnit(
			cityOffice,
			parent.id,
			{ active: false },
			{ expectedVersion: 1, justification: "机构改革" },
		);
		expect(rulesOf(leave).toSorted()).toEqual(["ACTIVE_CHILDREN", "SUCCESSOR_MISSING"]);
		const circle = await responsibilities.amendUnit(
			cityOffice,
			parent.id,
			{ parentId: child.id },
			{ expectedVersion: 1 },
		);
		expect(rulesOf(circle)).toEqual(["UNIT_CYCLE"]);
		const late = await responsibilities.amendUnit(
			cityOffice,
			parent.id,
			{ name: "青屏市城管委" },
			{ expectedVersion: 0 },
		);
		expect(rulesOf(late)).toEqual(["VERSION_CONFLICT"]);
	});

	it("are listed page by page, each once, within the province", async () => {
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page: Awaited<ReturnType<typeof responsibilities.listUnits>> = await responsibilities.listUnits(
				provOffice,
				{
					limit: 3,
					...(cursor === undefined ? {} : { cursor }),
				},
			);
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor ?? undefined;
		} while (cursor !== undefined);
		const whole = await responsibilities.listUnits(provOffice, { limit: 500 });
		expect(seen).toEqual(whole.items.map(({ id }) => id));
		expect(whole.items.map(({ region }) => region)).toEqual(
			whole.items.map(({ region }) => region).toSorted(),
		);
		expect((await responsibilities.listUnits(person("provOffice", "620000"), { limit: 5 })).items).toEqual(
			[],
		);
		expect(
			(await responsibilities.listUnits(cityOffice, { parentId: UnitId.parse(newId()), limit: 5 })).items,
		).toEqual([]);
		await expect(responsibilities.listUnits(person("public", PROVINCE), { limit: 5 })).rejects.toMatchObject({
			code: "NOT_ALLOWED",
		});
	});
});

describe("people", () => {
	const phone = "0100-5550123";
	it("are put on record by the office that keeps their unit, which alone sees their phone", async () => {
		const entered = accepted(
			await responsibilities.registerPerson(cityOffice, {
				name: "沈知远",
				unitId: world.units.cityEco,
				title: "局长",
				phone,
			}),
		);
		const phoneFor = async (actor: typeof cityOffice) =>
			(await responsibilities.listPeople(actor, { text: "沈知", limit: 5 })).items.find(
				({ id }) => id === entered.id,
			)?.phone;
		expect(await phoneFor(cityOffice)).toBe(phone);
		expect(await phoneFor(auditor)).toBeNull();
		expect(await phoneFor(otherCity)).toBeNull();
		expect(await phoneFor(person("provOffice", "620000"))).toBeUndefined();
	});

	it("are refused to roles that may not, and outside of the region", async () => {
		const record = { name: "甲", unitId: world.units.cityEco, title: null, phone: null };
		expect(rulesOf(await responsibilities.registerPerson(auditor, record))).toEqual(["NOT_ALLOWED"]);
		expect(rulesOf(await responsibilities.registerPerson(otherCity, record))).toEqual(["OUT_OF_REGION"]);
		const unknown = { ...record, unitId: UnitId.parse(newId()) };
		expect(rulesOf(await responsibilities.registerPerson(cityOffice, unknown))).toContain("UNKNOWN_UNIT");
	});
});

describe("regions", () => {
	it("are named by the province, and a new name reaches the lines", async () => {
		const issue = await register(world, { region: COUNTY });
		const rename = [{ code: COUNTY, name: "松泉区" }];
		expect(rulesOf(await responsibilities.registerRegions(cityOffice, rename))).toEqual(["NOT_ALLOWED"]);
		expect(rulesOf(await responsibilities.registerRegions(person("provOffice", "620000"), rename))).toEqual([
			"OUT_OF_REGION",
		]);
		accepted(await responsibilities.registerRegions(provOffice, rename));
		const page = await services.issues.listIssues(countyOffice, {
			filter: {},
			sort: "due",
			descending: false,
			limit: 9,
		});
		expect(page.items.find(({ id }) => id === issue.row.id)?.regionName).toBe("松泉区");
		expect((await responsibilities.listRegions(cityOffice, CITY)).map(({ name }) => name)).toContain(
			"松泉区",
		);
		expect((await responsibilities.listRegions(SYSTEM, OTHER_CITY)).map(({ code }) => code)).toEqual([
			OTHER_CITY,
		]);
	});
});
