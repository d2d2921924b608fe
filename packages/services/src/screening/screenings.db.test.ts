import type { IssueCommand } from "@zhenggai/domain/issues";
import {
	type Actor,
	FindId,
	GoalId,
	InspectionId,
	IsoDate,
	type IssueId,
	ScreeningId,
} from "@zhenggai/domain/kernel";
import type { ScreeningCommand, ScreeningDetail } from "@zhenggai/domain/screening";
import { beforeAll, describe, expect, test } from "vitest";
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
	deadline,
	measure,
	OTHER_COUNTY,
	otherCity,
	PROVINCE,
	provOffice,
	register,
	registration,
	rulesOf,
	run,
	type World,
} from "../testing/ledger.ts";

const { services } = await testServices();
let world: World;
let selfFound: InspectionId;
let origin: IssueId;
const today = IsoDate.parse("2026-03-02");
const otherCounty = person("countyOffice", OTHER_COUNTY);

const send = async (
	actor: Actor,
	id: ScreeningId,
	command: ScreeningCommand,
	issue?: ReturnType<typeof registration>,
) => {
	const start = command.type === "startScreening";
	const expectedVersion = start ? 0 : (await services.screening.getScreening(SYSTEM, id)).row.version;
	return services.screening.commandScreening(actor, id, command, { expectedVersion }, issue ?? null);
};

const start = (id: ScreeningId, issueId: IssueId = origin): ScreeningCommand => ({
	type: "startScreening",
	screeningId: id,
	issueId,
	problem: { field: "sewageWaste", words: "沿河生活污水直排" },
	areas: [COUNTY, OTHER_COUNTY],
	unitIds: [world.units.cityWater],
	dueOn: IsoDate.parse("2026-06-30"),
	leadUnitId: world.units.cityEco,
});
const record = (region: typeof COUNTY, finds: readonly FindId[] = []): ScreeningCommand => ({
	type: "recordScreened",
	target: { kind: "area", region },
	on: today,
	text: "沿河逐口排查",
	found: finds.map((id) => ({ id, text: "排口一处" })),
});
const CLOSE: ScreeningCommand = {
	type: "closeScreening",
	summary: "全市已排查",
	waiveRestReason: "水务局无直管排口",
	noInstitutionReason: null,
};
const INSTITUTION: ScreeningCommand = {
	type: "produceInstitution",
	institution: { document: "入河排口管理办法", issuer: "青屏市人民政府", on: today, inForce: true },
};

async function started(issueId: IssueId = origin): Promise<ScreeningId> {
	const id = ScreeningId.parse(newId());
	accepted(await send(cityOffice, id, start(id, issueId)));
	return id;
}

/** An issue whose plan is approved. */
async function worked(): Promise<IssueId> {
	const lead = assignment("lead", world.units.cityEco);
	const leader = accepted(
		await services.responsibilities.registerPerson(cityOffice, {
			name: "沈知远",
			unitId: world.units.cityEco,
			title: "局长",
			phone: null,
		}),
	);
	const named = (role: "responsibleLeader" | "responsiblePerson") => ({
		...assignment(role, world.units.cityEco),
		unitId: null,
		personId: leader.id,
	});
	const clerk = person("leadUnit", CITY, world.units.cityEco);
	const plan = (text: string, more: Partial<ReturnType<typeof measure>>) => ({
		...measure(text, [world.units.cityEco]),
		deadline: deadline("2026-09-30"),
		milestones: [{ text: "完工", due: IsoDate.parse("2026-09-30"), weight: 1 }],
		...more,
	});
	const goal = {
		kind: "metric",
		id: GoalId.parse(newId()),
		indicator: "生活污水集中收集率",
		unit: "%",
		baseline: 62,
		target: 85,
		direction: "atLeast",
		method: "年度统计",
	} as const;
	const steps: readonly (readonly [Actor, IssueCommand])[] = [
		[clerk, { type: "acknowledgeAssignment", assignmentId: lead.id }],
		[clerk, { type: "startPlanning" }],
		[
			clerk,
			{
				type: "addMeasure",
				importId: null,
				measures: [
					plan("新建截污管网。", { term: "immediateFix" }),
					plan("出台管网巡查制度。", { type: "policy", term: "longTermMechanism" }),
					plan("排查全市同类排口。", { type: "campaign", term: "immediateFix", similarScreening: true }),
				],
			},
		],
		[clerk, { type: "setGoals", goals: [goal] }],
		[clerk, { type: "submitPlan" }],
		[
			provOffice,
			{
				type: "reviewPlan",
				verdict: "approve",
				items: [],
				criteria: { reachable: true, feasible: true, landed: true, reasonable: true },
				opinion: null,
			},
		],
	];
	let page = await register(world, {
		region: CITY,
		assignments: [
			lead,
			assignment("supervising", world.units.provinceEco),
			named("responsibleLeader"),
			named("responsiblePerson"),
		],
	});
	for (const [who, command] of steps) {
		page = accepted(await run(world, who, page, command, { justification: "测试所需" }));
	}
	return page.row.id;
}

beforeAll(async () => {
	world = await buildWorld(services);
	selfFound = InspectionId.parse(newId());
	const inspection = {
		kind: "selfFound",
		name: "自查发现问题",
		round: null,
		batch: null,
		team: null,
		region: PROVINCE,
		enteredOn: null,
		leftOn: null,
		feedback: null,
		ruleSet: null,
	} as const;
	accepted(
		await services.issues.commandInspection(
			SYSTEM,
			selfFound,
			{ type: "registerInspection", inspectionId: selfFound, inspection },
			{ expectedVersion: 0 },
		),
	);
	origin = await worked();
});

const found = (more: Partial<ReturnType<typeof registration>> = {}) =>
	registration(world, {
		region: COUNTY,
		statement: `排查发现排口直排（${newId()}）。`,
		mandate: { inspectionId: selfFound, number: newId().slice(0, 20), seq: null, deadline: null },
		...more,
	});

const opening = (findId: FindId, issueId: IssueId): ScreeningCommand => ({
	type: "openFound",
	findId,
	issueId,
});

describe("from the issue over its class to the institution", () => {
	test("a find becomes an issue in the same transaction, and the result stands with the issue at the end", async () => {
		const id = await started();
		const [first, second] = [FindId.parse(newId()), FindId.parse(newId())];
		accepted(await send(countyOffice, id, record(COUNTY, [first, second])));
		accepted(await send(otherCounty, id, record(OTHER_COUNTY)));
		const issue = found();
		const page = accepted(await send(countyOffice, id, opening(first, issue.issueId), issue));
		expect(page.found.find((one) => one.id === first)?.opened?.issueId).toBe(issue.issueId);
		expect((await services.issues.getIssue(countyOffice, issue.issueId)).row.id).toBe(issue.issueId);
		expect(rulesOf(await send(cityOffice, id, CLOSE))).toEqual(["CLO-05", "CLO-05"]);
		accepted(await send(countyOffice, id, { type: "dismissFound", findId: second, reason: "已在台账" }));
		accepted(await send(cityOffice, id, INSTITUTION));
		const closed = accepted(await send(cityOffice, id, CLOSE));
		expect(closed).toMatchObject({
			row: { state: "closed", targets: 3, screened: 2, waived: 1, found: 2, opened: 1, institutions: 1 },
			totals: { areas: { total: 2, screened: 2 }, units: { total: 1, waived: 1 } },
		});
		const history = await services.screening.listScreeningHistory(cityOffice, { screeningId: id, limit: 50 });
		expect(history.items[0]?.type).toBe("screeningEnded");
		const byFound = await services.screening.listScreenings(cityOffice, {
			filter: { issueId: issue.issueId },
			limit: 10,
		});
		expect(byFound.items.map((row) => row.id)).toEqual([id]);

		const lineage = async (who: Actor, of: IssueId) => (await services.issues.getIssue(who, of)).screenings;
		const name = { id, state: "closed", problem: { words: "沿河生活污水直排" } };
		const { number } = (await services.issues.getIssue(cityOffice, origin)).row;
		expect(await lineage(cityOffice, issue.issueId)).toMatchObject({
			foundBy: { ...name, origin: { id: origin, number } },
			started: [],
		});
		// The county may look at the sweep, not at the city's issue that it started from.
		expect(await lineage(countyOffice, issue.issueId)).toMatchObject({ foundBy: { ...name, origin: null } });
		expect(await lineage(cityOffice, origin)).toMatchObject({ foundBy: null, started: [name] });
		// Who may not look at sweeps sees none on an issue either.
		expect(await lineage(person("liaison", CITY), origin)).toEqual({ foundBy: null, started: [] });
	});

	test("a refused part leaves nothing of the whole", async () => {
		const id = await started();
		const find = FindId.parse(newId());
		accepted(await send(countyOffice, id, record(COUNTY, [find])));
		const issue = found();
		expect(
			rulesOf(await send(countyOffice, id, opening(FindId.parse(newId()), issue.issueId), issue)),
		).toEqual(["UNKNOWN_FIND"]);
		await expect(services.issues.getIssue(countyOffice, issue.issueId)).rejects.toMatchObject({
			code: "NOT_FOUND",
		});
		const central = found({
			mandate: { inspectionId: world.inspectionId, number: "x9", seq: null, deadline: null },
		});
		expect(rulesOf(await send(cityOffice, id, opening(find, central.issueId), central))).toEqual([
			"NOT_SELF_FOUND",
		]);
	});

	test("an issue stands for one find of one sweep only", async () => {
		const [one, two] = [await started(), await started()];
		const [first, second] = [FindId.parse(newId()), FindId.parse(newId())];
		accepted(await send(countyOffice, one, record(COUNTY, [first])));
		accepted(await send(countyOffice, two, record(COUNTY, [second])));
		const issue = found();
		accepted(await send(countyOffice, one, opening(first, issue.issueId), issue));
		expect(rulesOf(await send(countyOffice, two, opening(second, issue.issueId)))).toEqual([
			"ALREADY_REGISTERED",
		]);
	});

	test("the result is written to an issue that is worked on, and waits for one that is not yet", async () => {
		const issueId = await worked();
		const id = await started(issueId);
		accepted(await send(cityOffice, id, INSTITUTION));
		accepted(await send(cityOffice, id, CLOSE));
		const events = await services.journal.listEvents(cityOffice, issueId);
		const recorded = events.find(({ type }) => type === "screeningRecorded");
		expect(recorded?.payload).toMatchObject({ result: { screened: 0, found: 0, summary: "全市已排查" } });
		const early = await register(world, { region: CITY });
		const waiting = await started(early.row.id);
		accepted(await send(cityOffice, waiting, INSTITUTION));
		expect((await send(cityOffice, waiting, CLOSE)).ok).toBe(false);
		expect((await services.screening.getScreening(cityOffice, waiting)).row.state).toBe("running");
	});
});

describe("who sees what", () => {
	const seen = async (who: Actor, id: ScreeningId): Promise<ScreeningDetail | string> =>
		services.screening
			.getScreening(who, id)
			.catch((thrown: unknown) =>
				thrown instanceof Error && "code" in thrown ? String(thrown.code) : "thrown",
			);

	test("a county sees its own targets and finds, the city all, another city nothing", async () => {
		const id = await started();
		const find = FindId.parse(newId());
		accepted(await send(countyOffice, id, record(COUNTY, [find])));
		const county = await services.screening.getScreening(otherCounty, id);
		expect(county.coverage.map(({ name }) => name)).toEqual(["白鹭县"]);
		expect(county.found).toEqual([]);
		expect(county.row).toMatchObject({ targets: 3, screened: 1, found: 1 });
		expect(county.issue).toBeNull();
		const told = await services.screening.listScreeningHistory(otherCounty, { screeningId: id, limit: 50 });
		expect(told.items.map(({ type }) => type)).toEqual(["screeningStarted"]);
		for (const who of [cityOffice, provOffice, auditor, person("discipline", CITY), person("sector", CITY)]) {
			expect((await services.screening.getScreening(who, id)).coverage).toHaveLength(3);
		}
		expect(await seen(otherCity, id)).toBe("NOT_FOUND");
		for (const role of ["expert", "liaison", "public", "enterprise"] as const) {
			expect(await seen(person(role, CITY), id)).toBe("NOT_ALLOWED");
		}
		expect(await seen({ kind: "anonymous" }, id)).toBe("NOT_SIGNED_IN");
		const listed = async (who: Actor) =>
			(
				await services.screening.listScreenings(who, { filter: { states: ["running"] }, limit: 200 })
			).items.some((row) => row.id === id);
		expect(await Promise.all([listed(countyOffice), listed(cityOffice), listed(otherCity)])).toEqual([
			true,
			true,
			false,
		]);
	});

	test("acts are refused outside of one's reach, and a conflict tells what changed", async () => {
		const id = await started();
		expect(rulesOf(await send(otherCounty, id, record(COUNTY)))).toEqual(["OUT_OF_REGION"]);
		expect(rulesOf(await send(countyOffice, id, CLOSE))).toEqual(["OUT_OF_REGION"]);
		accepted(await send(countyOffice, id, record(COUNTY)));
		const late = await services.screening.commandScreening(cityOffice, id, INSTITUTION, {
			expectedVersion: 1,
		});
		expect(late).toMatchObject({ ok: false, conflict: { currentVersion: 2 } });
		const own = await services.screening
			.commandScreening(otherCity, ScreeningId.parse(newId()), INSTITUTION, {
				expectedVersion: 0,
			})
			.catch((thrown: unknown) => thrown);
		expect(own).toMatchObject({ code: "NOT_FOUND" });
		const checked = await services.journal.verifyScreening(cityOffice, id);
		expect(checked).toEqual({ whole: true, firstBroken: null, events: 2 });
		await expect(services.journal.verifyScreening(otherCity, id)).rejects.toMatchObject({
			code: "NOT_FOUND",
		});
	});

	test("the list is read page by page, the nearest day first", async () => {
		const all = await services.screening.listScreenings(cityOffice, { filter: {}, limit: 200 });
		const ids: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await services.screening.listScreenings(cityOffice, {
				filter: { region: CITY },
				limit: 2,
				...(cursor === undefined ? {} : { cursor }),
			});
			ids.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor ?? undefined;
		} while (cursor !== undefined);
		expect(ids).toEqual(all.items.map(({ id }) => id));
		const system = await services.screening.listScreenings(SYSTEM, { filter: {}, limit: 200 });
		expect(system.items).toHaveLength(ids.length);
	});
});

test("a lead unit that has no part in the issue closes its sweep, and the result stands on the issue in its name", async () => {
	const issueId = await worked();
	const id = ScreeningId.parse(newId());
	const { cityWater } = world.units;
	const command = start(id, issueId);
	if (command.type !== "startScreening") throw new Error("a start");
	accepted(await send(cityOffice, id, { ...command, unitIds: [], leadUnitId: cityWater }));
	const leader = person("leadUnit", CITY, cityWater);
	for (const region of [COUNTY, OTHER_COUNTY]) accepted(await send(cityOffice, id, record(region)));
	accepted(await send(leader, id, INSTITUTION));
	accepted(await send(leader, id, { ...CLOSE, waiveRestReason: null }));
	const { closeOut } = await services.issues.getIssue(cityOffice, issueId);
	expect(closeOut.state.screening).toMatchObject({ screened: 2, by: { unitId: cityWater } });
	// By itself it still may not write there.
	const page = await services.issues.getIssue(leader, issueId);
	const result = { screened: 9, found: 0, opened: 0, summary: "另记一笔", evidenceIds: [] };
	expect(rulesOf(await run(world, leader, page, { type: "recordScreening", result }))).toEqual([
		"NOT_INVOLVED",
	]);
});
