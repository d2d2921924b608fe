import type { IssueListQuery } from "@zhenggai/domain/issues";
import { expect, it } from "vitest";
import { person, program, testServices } from "../testing/index.ts";
import {
	accepted,
	assignment,
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
	run,
} from "../testing/ledger.ts";

const { services, setNow } = await testServices();
const world = await buildWorld(services);
const province = await register(world, { region: PROVINCE, deadline: deadline("2026-03-01") });
const city = await register(world, { deadline: deadline("2026-03-09") });
const county = await register(world, { region: COUNTY, deadline: null });
const foreign = await register(world, { region: OTHER_CITY });

const query = (more: Partial<IssueListQuery> = {}): IssueListQuery => ({
	filter: {},
	sort: "due",
	descending: false,
	limit: 50,
	...more,
});
const ids = async (...args: Parameters<typeof services.issues.listIssues>) =>
	(await services.issues.listIssues(...args)).items.map(({ id }) => id);

it("shows the actor's region and below, nothing else", async () => {
	expect(new Set(await ids(provOffice, query()))).toEqual(
		new Set([province, city, county, foreign].map(({ row }) => row.id)),
	);
	expect(new Set(await ids(cityOffice, query()))).toEqual(new Set([city.row.id, county.row.id]));
	expect(await ids(countyOffice, query())).toEqual([county.row.id]);
	expect(await ids(otherCity, query({ filter: { region: CITY } }))).toEqual([]);
	expect(await ids(person("provOffice", "620000"), query())).toEqual([]);
});

it("shows an enterprise its own issues, and the public none", async () => {
	const enterprise = person("enterprise", CITY, world.units.cityWater);
	expect(await ids(enterprise, query())).toEqual([]);
	accepted(
		await run(world, cityOffice, county, {
			type: "assignIssue",
			assignments: [assignment("responsible", world.units.cityWater)],
			importId: null,
		}),
	);
	expect(await ids(enterprise, query())).toEqual([county.row.id]);
	await expect(ids(person("public", PROVINCE), query())).rejects.toMatchObject({ code: "NOT_ALLOWED" });
	await expect(ids({ kind: "anonymous" }, query())).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
	await expect(ids(program("provOffice", PROVINCE, ["write"]), query())).rejects.toMatchObject({
		code: "NOT_ALLOWED",
	});
});

it("gives standings of the day it is read, not of the day it was written", async () => {
	const standing = async () => {
		const page = await services.issues.listIssues(cityOffice, query());
		const row = page.items.find(({ id }) => id === city.row.id);
		return [page.asOf, row?.standing, row?.daysLeft];
	};
	expect(await standing()).toEqual(["2026-03-02", "due7", 7]);
	setNow("2026-03-09T15:59:59.000Z");
	expect(await standing()).toEqual(["2026-03-09", "due7", 0]);
	setNow("2026-03-09T16:00:00.000Z");
	expect(await standing()).toEqual(["2026-03-10", "overdue", -1]);
});

it("turns pages with a cursor that fits only its own list", async () => {
	const first = await services.issues.listIssues(provOffice, query({ limit: 3 }));
	expect(first.total).toEqual({ count: 4, exact: true });
	const cursor = first.nextCursor ?? "";
	const second = await services.issues.listIssues(provOffice, query({ limit: 3, cursor }));
	expect(second.total).toEqual(first.total);
	expect(second.items).toHaveLength(1);
	expect(second.nextCursor).toBeNull();
	for (const wrong of [
		query({ cursor, sort: "number" }),
		query({ cursor, descending: true }),
		query({ cursor, filter: { region: CITY } }),
		query({ cursor: "x" }),
		query({ cursor: Buffer.from("{}").toString("base64url") }),
	]) {
		await expect(services.issues.listIssues(provOffice, wrong)).rejects.toMatchObject({ code: "BAD_INPUT" });
	}
});

it("names the place from which live changes go on", async () => {
	const before = await services.issues.listIssues(provOffice, query());
	const issue = await register(world);
	const stop = new AbortController();
	for await (const change of services.issues.watchIssues(
		provOffice,
		{ after: before.liveFrom },
		stop.signal,
	)) {
		expect(change.issueId).toBe(issue.row.id);
		break;
	}
	stop.abort();
});
