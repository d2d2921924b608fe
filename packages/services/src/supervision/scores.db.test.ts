import type { IssueCommand } from "@zhenggai/domain/issues";
import { AssignmentId, ContestId, ExposureId, IsoDate, type IssueId } from "@zhenggai/domain/kernel";
import { type ExposureListQuery, unitScores } from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import { loadIssues } from "@zhenggai/storage/issues";
import { beforeAll, describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { pointsOfIssue } from "../issues/index.ts";
import { lawOf } from "../kit/rules-for.ts";
import { sweepDay } from "../sweep/index.ts";
import { newId, person, testServices } from "../testing/index.ts";
import {
	accepted,
	buildWorld,
	CITY,
	cityOffice,
	countyOffice,
	deadline,
	otherCity,
	provOffice,
	registration,
} from "../testing/ledger.ts";

const { services, dependencies, setNow } = await testServices();
const world = await buildWorld(services);
const { supervision } = services;
const { cityEco, cityWater, countyGov } = world.units;
const day = (text: string) => IsoDate.parse(text);
const ALL = { from: day("2026-01-01"), to: day("2026-12-31"), limit: 50 };

const sweep = (on: string) => {
	setNow(`${on}T01:00:00.000Z`);
	return sweepDay(dependencies)(day(on));
};

/** An issue that was due on a day: red from the next one on. */
async function overdueFrom(date: string, unitId: typeof cityEco): Promise<IssueId> {
	const command = registration(world, {
		deadline: deadline(date),
		assignments: (["lead", "supervising"] as const).map((role) => ({
			...{ id: AssignmentId.parse(newId()), role, kind: null, personId: null },
			unitId: role === "lead" ? unitId : world.units.cityGov,
			from: day(dependencies.now().slice(0, 10)),
		})),
	});
	accepted(await services.issues.commandIssue(cityOffice, command.issueId, command, { expectedVersion: 0 }));
	return command.issueId;
}

const issues: IssueId[] = [];
beforeAll(async () => {
	setNow("2026-03-02T01:00:00.000Z");
	issues.push(
		await overdueFrom("2026-03-10", cityEco),
		await overdueFrom("2026-04-10", cityEco),
		await overdueFrom("2026-04-20", cityWater),
	);
	for (const on of ["2026-03-02", "2026-03-11", "2026-04-11", "2026-04-21"]) await sweep(on);
}, 60_000);

function first(): IssueId {
	const [issueId] = issues;
	if (issueId === undefined) throw new Error("an issue");
	return issueId;
}

describe("[RSP-05] unit scores", () => {
	it("add up what the domain adds up, each point with its rule, day and issue", async () => {
		const page = await supervision.listUnitScores(provOffice, ALL);
		const reader = readerOf(dependencies.database);
		const law = await lawOf(reader);
		const states = [...(await loadIssues(reader, issues)).values()];
		const points = states.flatMap((issue) => pointsOfIssue(law, issue, undefined, ALL.to).points);
		const expected = unitScores(points, ALL);
		expect(page.items.map(({ unitId, rank, points: lost }) => [unitId, rank, lost])).toEqual(
			expected.map(({ unitId, rank, points: lost }) => [unitId, rank, lost]),
		);
		// Red in March and April, and in April; red in April.
		expect(page).toMatchObject({
			units: 2,
			items: [
				{ unitName: "青屏市生态环境局", rank: 1, points: -6, entries: 3, issues: 2, reds: 3, yellows: 0 },
				{ rank: 2, points: -2, entries: 1, issues: 1 },
			],
		});
		const opened = await supervision.listUnitPoints(provOffice, { ...ALL, unitId: cityEco });
		expect(opened).toMatchObject({ points: -6, entries: 3, unitName: "青屏市生态环境局" });
		expect(opened.items.map(({ issueId, rule, on, points: lost }) => [issueId, rule, on, lost])).toEqual([
			[issues[1], "WRN-06", "2026-04-11", -2],
			[issues[0], "WRN-06", "2026-04-01", -2],
			[issues[0], "WRN-06", "2026-03-11", -2],
		]);
		expect((await services.issues.getIssue(provOffice, first())).supervision.score.points).toBe(-4);
	});

	it("of a period, a region and page by page", async () => {
		const march = await supervision.listUnitScores(cityOffice, { ...ALL, to: day("2026-03-31") });
		expect(march.items.map(({ unitId, points }) => [unitId, points])).toEqual([[cityEco, -2]]);
		const first = await supervision.listUnitScores(cityOffice, { ...ALL, limit: 1 });
		expect(first.items.map(({ unitId }) => unitId)).toEqual([cityEco]);
		const second = await supervision.listUnitScores(cityOffice, {
			...{ ...ALL, limit: 1 },
			...(first.nextCursor === null ? {} : { cursor: first.nextCursor }),
		});
		expect(second).toMatchObject({ items: [{ unitId: cityWater, rank: 2 }], nextCursor: null });
		const points = await supervision.listUnitPoints(cityOffice, { ...ALL, unitId: cityEco, limit: 2 });
		const rest = await supervision.listUnitPoints(cityOffice, {
			...{ ...ALL, unitId: cityEco, limit: 2 },
			...(points.nextCursor === null ? {} : { cursor: points.nextCursor }),
		});
		expect([...points.items, ...rest.items]).toHaveLength(3);
		const one = await supervision.listUnitScores(cityOffice, { ...ALL, unitId: cityWater });
		expect(one).toMatchObject({ items: [{ unitId: cityWater, rank: 2 }] });
		await expect(
			supervision.listUnitScores(cityOffice, { ...ALL, from: day("2027-01-01") }),
		).rejects.toBeInstanceOf(ServiceError);
	});

	it("end at the region of whoever asks", async () => {
		expect((await supervision.listUnitScores(otherCity, ALL)).items).toEqual([]);
		expect((await supervision.listUnitScores(countyOffice, ALL)).items).toEqual([]);
		expect((await supervision.listUnitPoints(otherCity, { ...ALL, unitId: cityEco })).items).toEqual([]);
		const works = person("enterprise", CITY, cityWater);
		expect((await supervision.listUnitScores(works, ALL)).items.map(({ unitId }) => unitId)).toEqual([
			cityWater,
		]);
		expect((await supervision.listUnitScores(works, { ...ALL, unitId: cityEco })).items).toEqual([]);
		await expect(supervision.listUnitPoints(works, { ...ALL, unitId: cityEco })).rejects.toBeInstanceOf(
			ServiceError,
		);
		await expect(
			supervision.listUnitPoints(cityOffice, { ...ALL, unitId: countyGov }),
		).resolves.toMatchObject({ points: 0, items: [] });
	});

	it("are written with the act that changes them, and mended by the next sweep", async () => {
		const issueId = first();
		await dependencies.database.pool.query("DELETE FROM ledger.score_point WHERE issue_id = $1", [issueId]);
		await dependencies.database.pool.query("UPDATE ledger.sweep_region SET basis = ''");
		await sweep("2026-04-22");
		expect((await supervision.listUnitScores(provOffice, ALL)).items[0]).toMatchObject({ points: -6 });
		const contestId = ContestId.parse(newId());
		const act = async (who: typeof cityOffice, command: IssueCommand) => {
			const { row } = await services.issues.getIssue(provOffice, issueId);
			const envelope = { expectedVersion: row.version };
			return accepted(await services.issues.commandIssue(who, issueId, command, envelope));
		};
		const lead = person("leadUnit", CITY, cityEco);
		await act(lead, { type: "contestLight", contestId, reason: "已按期完成" });
		await act(cityOffice, {
			...{ type: "decideContest", contestId, verdict: "upheld", light: "yellow", reason: "经核实" },
		});
		expect((await supervision.listUnitScores(provOffice, ALL)).items[0]).toMatchObject({ points: -4 });
	});
});

describe("the register of circulars and exposures", () => {
	const expose = async (
		level: "province" | "city",
		kind: "circular" | "media",
		on: string,
		issueId: IssueId,
	) => {
		const exposureId = ExposureId.parse(newId());
		await act(issueId, {
			type: "recordExposure",
			exposureId,
			kind,
			level,
			document: `${level}${kind}`,
			on: day(on),
		});
		return exposureId;
	};
	const act = async (issueId: IssueId, command: IssueCommand) => {
		const { row } = await services.issues.getIssue(provOffice, issueId);
		return accepted(
			await services.issues.commandIssue(cityOffice, issueId, command, { expectedVersion: row.version }),
		);
	};
	const list = (filter: ExposureListQuery["filter"] = {}, who = provOffice, limit = 50) =>
		supervision.listExposures(who, { filter, limit });

	it("says what was made public, on which issue, and whether it was answered", async () => {
		const [one, two] = [first(), issues[2] ?? first()];
		const answered = await expose("province", "circular", "2026-03-20", one);
		await expose("city", "media", "2026-04-02", two);
		await act(one, { type: "settleExposure", exposureId: answered, reason: "已整改到位并回函" });
		const page = await list();
		expect(page.total).toEqual({ count: 2, exact: true });
		expect(page.items).toMatchObject([
			{
				...{ issueId: two, kind: "media", level: "city", on: "2026-04-02", settled: null, lightsRed: false },
				...{ days: 20, units: [{ id: cityWater }] },
			},
			{
				...{
					issueId: one,
					kind: "circular",
					level: "province",
					document: "provincecircular",
					lightsRed: false,
				},
				settled: {
					on: "2026-04-22",
					reason: "已整改到位并回函",
					by: cityOffice.kind === "person" ? cityOffice.name : "",
				},
				days: 33,
			},
		]);
	});

	it("is filtered, ends at the region of whoever asks, and goes on page by page", async () => {
		const kinds = async (...asked: Parameters<typeof list>) =>
			(await list(...asked)).items.map(({ kind }) => kind);
		expect(await kinds({ state: "open" })).toEqual(["media"]);
		expect(await kinds({ state: "settled" })).toEqual(["circular"]);
		expect(await kinds({ levels: ["province", "central"] })).toEqual(["circular"]);
		expect(await kinds({ kinds: ["media"], from: day("2026-04-03") })).toEqual([]);
		expect(await kinds({ unitId: cityEco })).toEqual(["circular"]);
		expect(await kinds({}, otherCity)).toEqual([]);
		expect(await kinds({}, person("enterprise", CITY, cityWater))).toEqual(["media"]);
		const page = await list({}, cityOffice, 1);
		const cursor = page.nextCursor === null ? {} : { cursor: page.nextCursor };
		const next = await supervision.listExposures(cityOffice, { filter: {}, limit: 1, ...cursor });
		expect([page, next].map(({ items }) => items[0]?.kind)).toEqual(["media", "circular"]);
		expect(next).toMatchObject({ nextCursor: null, total: { count: 2 } });
	});
});
