import type { ClosingList } from "@zhenggai/domain/close-out";
import type { IssueCommand } from "@zhenggai/domain/issues";
import { type Actor, LookBackId, ObjectionId } from "@zhenggai/domain/kernel";
import { closingQuery } from "@zhenggai/storage/close-out";
import { expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { closingLedger, day, sign } from "../testing/closing.ts";
import { newId, person, testServices } from "../testing/index.ts";
import { CITY, cityOffice, countyOffice, OTHER_CITY, otherCity, provOffice } from "../testing/ledger.ts";

const test = await testServices();
const { services, database } = test;
const { chief, acceptor, group, on, go, noticed, units } = await closingLedger(test);
const list = (of: ClosingList, who: Actor = cityOffice) =>
	services.closeOut.listClosing(who, { list: of, limit: 50 });
const numbers = async (of: ClosingList, who?: Actor) =>
	(await list(of, who)).items.map(({ number }) => number);
const objected = (n: number): IssueCommand => ({
	type: "registerObjection",
	objectionId: ObjectionId.parse(newId()),
	from: "附近居民",
	text: "仍有异味",
	on: day(`2026-06-0${n}`),
});

it("an issue is on exactly the list of what it waits for, on every step of the way out and back", async () => {
	let issue = await noticed();
	const other = await noticed();
	expect(await numbers("publicNotice")).toHaveLength(2);
	on("2026-06-05");
	issue = await go(issue, [cityOffice, objected(4)], [cityOffice, objected(5)]);
	const [objection] = (await list("objections")).items;
	expect(objection).toMatchObject({
		...{ issueId: issue.row.id, number: issue.row.number, regionName: "青屏市", lifecycle: "publicNotice" },
		notice: { start: "2026-06-03", end: "2026-06-16", over: false, objections: 2 },
		objections: [{ on: "2026-06-04", late: false }, { on: "2026-06-05" }],
		...{ leadUnitName: "青屏市生态环境局", signatures: null, filing: null },
	});
	on("2026-07-17");
	expect((await list("objections")).items[0]).toMatchObject({
		notice: { over: true },
		objections: [{ late: true }, {}],
	});
	for (const { id } of objection?.objections ?? []) {
		issue = await go(issue, [
			cityOffice,
			{ type: "answerObjection", objectionId: id, verdict: "dismissed", text: "复核无异味" },
		]);
	}
	expect(await numbers("objections")).toEqual([]);
	expect(await numbers("publicNotice")).toContain(issue.row.number);
	issue = await go(issue, [cityOffice, { type: "endNotice" }], [chief, sign("leadUnitPrincipal")]);
	expect(await numbers("publicNotice")).toEqual([other.row.number]);
	expect((await list("signing")).items).toMatchObject([
		{ since: "2026-07-17", notice: null, signatures: { done: 1, of: 4, next: "acceptanceUnit" } },
	]);
	issue = await go(
		issue,
		[acceptor, sign("acceptanceUnit")],
		[group, sign("countyPrincipals")],
		[cityOffice, sign("rectificationOffice")],
	);
	expect(await numbers("signing")).toEqual([]);
	expect((await list("filing")).items).toMatchObject([{ number: issue.row.number, filing: null }]);
	issue = await go(issue, [
		cityOffice,
		{ type: "fileCloseOut", documentNumber: "青整改〔2026〕9号", on: day("2026-07-17") },
	]);
	expect(await numbers("filing")).toEqual([]);
	expect((await list("receipt", provOffice)).items).toMatchObject([
		{ filing: { documentNumber: "青整改〔2026〕9号", to: "province" } },
	]);
	issue = await go(issue, [provOffice, { type: "receiveFiling", verdict: "accepted", reason: null }]);
	expect((await list("closed")).items).toMatchObject([{ closedOn: "2026-07-17", resultPublishedOn: null }]);
	expect((await services.closeOut.countClosingLists(cityOffice)).counts).toEqual({
		...{ publicNotice: 1, objections: 0, signing: 0, filing: 0, receipt: 0, closed: 1, lookBack: 0 },
	});
	expect(await numbers("lookBack")).toEqual([]);
	on("2026-10-17");
	const due = { months: 3, on: "2026-10-17", due: true };
	expect((await list("lookBack")).items).toMatchObject([{ number: issue.row.number, watch: due }]);
	expect((await services.closeOut.countClosingLists(cityOffice)).counts.lookBack).toBe(1);
	const seen = {
		...{ id: LookBackId.parse(newId()), on: day("2026-10-17"), occasion: "watchPoint" as const },
		...{ result: "held" as const, record: "管网运行正常", evidenceIds: [] },
	};
	issue = await go(issue, [provOffice, { type: "recordLookBack", lookBack: seen }]);
	expect(await numbers("lookBack")).toEqual([]);
	on("2027-01-17");
	expect((await list("lookBack")).items).toMatchObject([{ watch: { months: 6, on: "2027-01-17" } }]);
	const lookBack = {
		...{ id: LookBackId.parse(newId()), on: day("2027-01-17"), occasion: "unannounced" as const },
		...{ result: "rebounded" as const, record: "又见直排", evidenceIds: [] },
	};
	await go(
		issue,
		[provOffice, { type: "recordLookBack", lookBack }],
		[cityOffice, { type: "reopenIssue", lookBackId: lookBack.id, reason: "反弹" }],
	);
	expect(await numbers("closed")).toEqual([]);
	expect(await numbers("lookBack")).toEqual([]);
});

it("pages follow each other, regions stay apart, and an enterprise sees no desk", async () => {
	await noticed();
	const pages: string[] = [];
	let cursor: string | undefined;
	do {
		const page = await services.closeOut.listClosing(provOffice, {
			...{ list: "publicNotice", limit: 1, region: CITY },
			...(cursor === undefined ? {} : { cursor }),
		});
		pages.push(...page.items.map(({ issueId }) => issueId));
		cursor = page.nextCursor ?? undefined;
	} while (cursor !== undefined);
	expect(pages).toEqual((await list("publicNotice")).items.map(({ issueId }) => issueId));
	expect(pages.length).toBeGreaterThan(1);
	const first = await services.closeOut.listClosing(provOffice, { list: "publicNotice", limit: 1 });
	const elsewhere = { list: "signing", limit: 1, cursor: first.nextCursor ?? "" } as const;
	await expect(services.closeOut.listClosing(provOffice, elsewhere)).rejects.toThrow(ServiceError);
	for (const who of [otherCity, countyOffice]) expect(await numbers("publicNotice", who)).toEqual([]);
	const outside = { list: "publicNotice", limit: 5, region: OTHER_CITY } as const;
	expect((await services.closeOut.listClosing(cityOffice, outside)).items).toEqual([]);
	for (const who of [person("enterprise", CITY, units.cityWater), { kind: "anonymous" } as const]) {
		await expect(list("publicNotice", who)).rejects.toThrow(ServiceError);
	}
});

it("every list is one walk of an index among many", async () => {
	const client = await database.pool.connect();
	try {
		await client.query("BEGIN");
		await client.query(`INSERT INTO ledger.closing (issue_id, province, city, region, stage, sort_on, objection_due,
				watch_on)
			SELECT gen_random_uuid(), 68, 6801 + n % 9, 680100 + n % 900,
				(ARRAY['publicNotice', 'signing', 'closed', 'closed', 'closed'])[1 + n % 5],
				date '2020-01-01' + n % 2000, CASE WHEN n % 50 = 0 THEN date '2026-01-01' + n % 30 END,
				CASE WHEN n % 5 > 1 THEN date '2026-01-01' + n % 365 END
			FROM generate_series(1, 20000) n`);
		await client.query("ANALYZE ledger.closing");
		for (const [of, newestFirst] of [
			["publicNotice", false],
			["closed", true],
			["objections", false],
			["lookBack", false],
		] as const) {
			const asked = { prefix: "68", list: of, newestFirst, limit: 50, after: null, to: day("2026-06-01") };
			const { text, values } = closingQuery(asked);
			const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, [...values]);
			const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
			expect(plan).toMatch(/Index (Only )?Scan/);
			expect(plan).not.toMatch(/Seq Scan|Sort/);
		}
	} finally {
		await client.query("ROLLBACK");
		client.release();
	}
});
