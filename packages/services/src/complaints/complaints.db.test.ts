import type { ComplaintChange, ComplaintDetail } from "@zhenggai/domain/complaints";
import { ComplaintId, InspectionId } from "@zhenggai/domain/kernel";
import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { complaintOf } from "../testing/complaints.ts";
import { newId, person, program, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	OTHER_CITY,
	OTHER_COUNTY,
	otherCity,
	PROVINCE,
	provOffice,
	rulesOf,
} from "../testing/ledger.ts";

const { services, database } = await testServices();
const world = await buildWorld(services);
const { complaints } = services;

async function register(more: Parameters<typeof complaintOf>[1] = {}, actor = provOffice) {
	const command = complaintOf(world, more);
	return accepted(
		await complaints.commandComplaint(actor, command.complaintId, command, { expectedVersion: 0 }),
	);
}

const amend = (changes: { status?: "open" | "closed" | "stageClosed"; places?: (typeof COUNTY)[] }) =>
	({ type: "amendComplaint", changes, source: null, reason: "按复核结果更正", importId: null }) as const;

const run = (
	actor: typeof provOffice,
	{ row }: ComplaintDetail,
	command: Parameters<typeof complaints.commandComplaint>[2],
	version = row.version,
) => complaints.commandComplaint(actor, row.id, command, { expectedVersion: version });

const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);
const list = (actor: typeof provOffice, filter = {}) =>
	complaints.listComplaints(actor, { filter, sort: "batch", descending: false, limit: 200 });

describe("one command", () => {
	it("changes the page, the list and the totals together", async () => {
		const made = await register({ status: "open", batch: 90 });
		const totals = () =>
			complaints.getComplaintTotals(provOffice, { inspectionId: world.inspectionId, batch: 90 });
		expect((await totals()).rates).toEqual({ strict: 0, broad: 0 });
		const next = accepted(await run(countyOffice, made, amend({ status: "stageClosed" })));
		expect(next.row).toMatchObject({ version: 2, status: "stageClosed", regionName: "松泉县" });
		expect((await complaints.getComplaint(provOffice, made.row.id)).row).toEqual(next.row);
		const page = await list(cityOffice, { batch: 90 });
		expect(page.items).toEqual([next.row]);
		expect((await totals()).rates).toEqual({ strict: 0, broad: 1 });
		expect(next.findings.map(({ rule }) => rule)).toEqual(["CMP-06"]);
	});

	it("keeps no mobile number anywhere in the database", async () => {
		const made = await register({ summary: "举报人电话13812345678，反映养殖场。" });
		expect(made.elements.summary).toContain("〔已隐去〕");
		const { rows } = await database.pool.query<{ found: number }>(
			`SELECT (SELECT count(*) FROM journal.event WHERE payload::text LIKE '%13812345678%')
				+ (SELECT count(*) FROM ledger.complaint WHERE state::text LIKE '%13812345678%')
				+ (SELECT count(*) FROM ledger.complaint_search WHERE haystack LIKE '%13812345678%') AS found`,
		);
		expect(Number(rows[0]?.found)).toBe(0);
	});

	it("a receipt number stands once, also when two register it at once", async () => {
		const receiptNumber = "X3LJ202602280777";
		const two = [complaintOf(world, { receiptNumber }), complaintOf(world, { receiptNumber })];
		const outcomes = await Promise.all(
			two.map((command) =>
				complaints.commandComplaint(provOffice, command.complaintId, command, { expectedVersion: 0 }),
			),
		);
		expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(outcomes.flatMap(rulesOf)).toEqual(["RECEIPT_TAKEN"]);
	});

	it("of two changes at once one comes second and hears what the other did", async () => {
		const made = await register({ status: "open" });
		const outcomes = await Promise.all([
			run(provOffice, made, amend({ status: "closed" })),
			run(countyOffice, made, amend({ status: "stageClosed" })),
		]);
		const refused = outcomes.find(({ ok }) => !ok);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(refused).toMatchObject({
			conflict: { currentVersion: 2, changes: [{ type: "complaintAmended" }] },
		});
	});

	it("a repeated key changes nothing and is answered as the first time", async () => {
		const command = complaintOf(world);
		const send = () =>
			complaints.commandComplaint(provOffice, command.complaintId, command, {
				expectedVersion: 0,
				idempotencyKey: `key-${command.complaintId}`,
			});
		expect(accepted(await send()).row).toEqual(accepted(await send()).row);
	});

	it("a withdrawn complaint leaves lists and totals, and is still found", async () => {
		const made = await register({ batch: 91 });
		accepted(await run(provOffice, made, { type: "withdrawComplaint", reason: "重复录入", document: null }));
		expect((await list(provOffice, { batch: 91 })).items).toEqual([]);
		expect((await list(provOffice, { batch: 91, withdrawn: true })).items).toHaveLength(1);
		const found = await complaints.getComplaint(provOffice, made.row.id);
		expect(found.withdrawal?.reason).toBe("重复录入");
		expect(found.actions.every(({ allowed }) => !allowed)).toBe(true);
	});
});

describe("who may", () => {
	it("a role that only looks is refused, as data, and nothing happens", async () => {
		const made = await register();
		for (const actor of [auditor, person("respUnit", COUNTY), person("leadingGroup", PROVINCE)]) {
			expect(rulesOf(await run(actor, made, amend({ status: "open" })))).toEqual(["NOT_ALLOWED"]);
		}
		expect((await complaints.getComplaint(auditor, made.row.id)).row.version).toBe(1);
	});

	it("outside of the region there is nothing: no page, no row, no total, no command", async () => {
		const made = await register({ batch: 92 });
		expect(await errorOf(complaints.getComplaint(otherCity, made.row.id))).toBe("NOT_FOUND");
		expect(await errorOf(run(otherCity, made, amend({ status: "open" })))).toBe("NOT_FOUND");
		expect((await list(otherCity, { batch: 92 })).items).toEqual([]);
		const totals = await complaints.getComplaintTotals(otherCity, {
			inspectionId: world.inspectionId,
			batch: 92,
		});
		expect(totals.tally.cases).toBe(0);
		const elsewhere = complaintOf(world, { places: [OTHER_COUNTY] });
		expect(
			rulesOf(
				await complaints.commandComplaint(countyOffice, elsewhere.complaintId, elsewhere, {
					expectedVersion: 0,
				}),
			),
		).toEqual(["OUT_OF_REGION"]);
	});

	it("roles without a part in complaints see none, nor does anybody who is not signed in", async () => {
		for (const actor of [person("leadUnit", CITY), person("enterprise", CITY)]) {
			expect(await errorOf(list(actor))).toBe("NOT_ALLOWED");
		}
		expect(await errorOf(list({ kind: "anonymous" }))).toBe("NOT_SIGNED_IN");
		expect(await errorOf(list(program("provOffice", PROVINCE, ["write"])))).toBe("NOT_ALLOWED");
	});

	it("an unknown complaint is not found, and an import is not named by hand", async () => {
		const id = ComplaintId.parse(newId());
		expect(
			await errorOf(
				complaints.commandComplaint(provOffice, id, amend({ status: "open" }), { expectedVersion: 0 }),
			),
		).toBe("NOT_FOUND");
		const command = complaintOf(world);
		expect(await errorOf(complaints.commandComplaint(provOffice, id, command, { expectedVersion: 0 }))).toBe(
			"BAD_INPUT",
		);
	});
});

describe("relations", () => {
	it("lead both ways, and show nothing of complaints outside of the region", async () => {
		const first = await register({ places: [OTHER_CITY], receiptNumber: "X3LJ202602280888" });
		const second = await register({ cited: ["X3LJ 202602280888", "D3LJ209901010001"] });
		const seen = await complaints.getComplaint(provOffice, second.row.id);
		expect(seen.relations.map(({ complaint }) => complaint?.id ?? null)).toEqual([first.row.id, null]);
		const back = await complaints.getComplaint(provOffice, first.row.id);
		expect(back.relatedBy).toMatchObject([{ kind: "cites", complaint: { id: second.row.id, open: true } }]);
		const limited = await complaints.getComplaint(countyOffice, second.row.id);
		expect(limited.relations[0]?.complaint).toMatchObject({ open: false, summary: null, verdict: null });
	});
});

describe("history", () => {
	it("tells every step in words, newest first, page by page, and its chain is whole", async () => {
		const other = await register();
		const made = await register({ status: "open" });
		const amended = accepted(await run(provOffice, made, amend({ status: "closed" })));
		const relations = [{ kind: "repeats" as const, receiptNumber: null, complaintId: other.row.id }];
		accepted(await run(provOffice, amended, { type: "relateComplaint", relations, importId: null }));
		const complaintId = made.row.id;
		const first = await complaints.listComplaintHistory(countyOffice, { complaintId, limit: 2 });
		expect(first.more).toBe(true);
		expect(first.items.map(({ version, type }) => [version, type])).toEqual([
			[3, "complaintRelated"],
			[2, "complaintAmended"],
		]);
		expect(first.items[0]?.summary.zh).toBe(`关联：重复件${other.row.receiptNumber}`);
		expect(first.items[1]?.changes).toMatchObject([
			{ field: "status", from: { zh: "未办结" }, to: { zh: "已办结" } },
		]);
		const rest = await complaints.listComplaintHistory(countyOffice, { complaintId, limit: 2, before: 2 });
		expect(rest).toMatchObject({ more: false, items: [{ version: 1, type: "complaintRegistered" }] });
		expect(await services.journal.verifyComplaint(countyOffice, complaintId)).toEqual({
			...{ whole: true, firstBroken: null, events: 3 },
		});
	});

	it("is shown to whoever may see the complaint, and to nobody else", async () => {
		const { row } = await register();
		const ask = (actor: typeof provOffice) =>
			complaints.listComplaintHistory(actor, { complaintId: row.id, limit: 5 });
		expect((await ask(person("liaison", PROVINCE))).items).toHaveLength(1);
		expect(await errorOf(ask(otherCity))).toBe("NOT_FOUND");
		expect(await errorOf(ask(person("leadUnit", PROVINCE)))).toBe("NOT_ALLOWED");
		expect(await errorOf(services.journal.verifyComplaint(otherCity, row.id))).toBe("NOT_FOUND");
	});

	it("does not name a complaint outside of the reader's region", async () => {
		const far = await register({ places: [OTHER_COUNTY], regionText: null });
		const made = await register();
		const relations = [{ kind: "repeats" as const, receiptNumber: null, complaintId: far.row.id }];
		accepted(await run(provOffice, made, { type: "relateComplaint", relations, importId: null }));
		const query = { complaintId: made.row.id, limit: 1 };
		const told = async (actor: typeof provOffice) =>
			(await complaints.listComplaintHistory(actor, query)).items[0]?.summary.zh;
		expect(await told(provOffice)).toContain(far.row.receiptNumber);
		expect(await told(countyOffice)).toBe("关联：重复件另一件");
	});
});

describe("totals", () => {
	it("by the regions next below, a case of two cities once, with the reason", async () => {
		const batch = 93;
		await register({ batch, places: [COUNTY], pollutionTypes: ["air", "dust"] });
		await register({ batch, places: [OTHER_COUNTY], status: "stageClosed", closureTarget: "6月底前完成" });
		await register({ batch, places: [COUNTY, OTHER_CITY], verdict: "untrue", status: "open" });
		const asked = { inspectionId: world.inspectionId, batch };
		const totals = await complaints.getComplaintTotals(provOffice, asked);
		expect(totals.tally).toMatchObject({
			cases: 3,
			crossRegion: 1,
			multiType: 1,
			roots: { air: 1, water: 2 },
		});
		expect(totals.regions.map(({ region, own, tally }) => [region, own, tally.cases])).toEqual([
			[PROVINCE, true, 1],
			[CITY, false, 2],
		]);
		expect(totals.rates).toEqual({ strict: 1 / 3, broad: 2 / 3 });
		expect(totals.findings.map(({ rule, field }) => [rule, field])).toEqual([
			["CMP-05", "verdicts.untrue"],
			["DATA-05", "types"],
			["DATA-05", "crossRegion"],
		]);
		const city = await complaints.getComplaintTotals(cityOffice, asked);
		expect(city.regions.map(({ region, tally }) => [region, tally.cases])).toEqual([
			[COUNTY, 1],
			[OTHER_COUNTY, 1],
		]);
		const county = await complaints.getComplaintTotals(provOffice, { ...asked, region: COUNTY });
		expect(county.tally.cases).toBe(1);
	});

	it("a bulletin is held against the ledger", async () => {
		const batch = 94;
		await register({ batch });
		const { findings } = await complaints.getComplaintTotals(provOffice, {
			inspectionId: world.inspectionId,
			batch,
			published: { cases: 2, closureRate: 1 },
		});
		expect(findings.map(({ rule, field }) => [rule, field])).toEqual([["DATA-05", "published.cases"]]);
	});

	it("of an inspection elsewhere, or of none, are not found", async () => {
		const elsewhere = person("provOffice", "110000");
		const { inspectionId } = world;
		expect(await errorOf(complaints.getComplaintTotals(elsewhere, { inspectionId }))).toBe("NOT_FOUND");
		const unknown = { inspectionId: InspectionId.parse(newId()) };
		expect(await errorOf(complaints.getComplaintTotals(provOffice, unknown))).toBe("NOT_FOUND");
	});
});

describe("live changes", () => {
	it("come through the filter, drop what leaves the list, and reach those whom a complaint has left", async () => {
		const batch = 95;
		const { liveFrom } = await list(provOffice, { batch });
		const stop = new AbortController();
		const hear = async (actor: typeof provOffice, count: number) => {
			const heard: ComplaintChange[] = [];
			for await (const change of complaints.watchComplaints(
				actor,
				{ after: liveFrom, filter: { batch } },
				stop.signal,
			)) {
				heard.push(change);
				if (heard.length === count) break;
			}
			return heard;
		};
		const county = hear(countyOffice, 2);
		const city = hear(otherCity, 1);
		const made = await register({ batch });
		const first = (await hear(countyOffice, 1)).at(0);
		expect(first).toMatchObject({ complaintId: made.row.id, row: { batch, regionName: "松泉县" } });
		accepted(await run(provOffice, made, amend({ places: [OTHER_CITY] })));
		const last = (await county).at(-1);
		expect(last).toMatchObject({ complaintId: made.row.id, row: null });
		expect(await city).toMatchObject([{ complaintId: made.row.id, row: { region: OTHER_CITY } }]);
		stop.abort();
	}, 20_000);
});

describe("pages", () => {
	it("a cursor goes on where it ended, and another list's is refused", async () => {
		const filter = { batch: 96 };
		for (let at = 0; at < 5; at++) await register(filter);
		const query = { filter, sort: "receipt", descending: true, limit: 2 } as const;
		const ids: string[] = [];
		let cursor: string | null = null;
		do {
			const page = await complaints.listComplaints(provOffice, {
				...query,
				...(cursor === null ? {} : { cursor }),
			});
			expect(page.total).toEqual({ count: 5, exact: true });
			ids.push(...page.items.map((row) => row.receiptNumber ?? ""));
			cursor = page.nextCursor;
		} while (cursor !== null);
		expect(ids).toHaveLength(5);
		expect(ids).toEqual(ids.toSorted().toReversed());
		const { nextCursor } = await complaints.listComplaints(provOffice, query);
		const other = { ...query, sort: "batch", cursor: nextCursor ?? "" } as const;
		expect(await errorOf(complaints.listComplaints(provOffice, other))).toBe("BAD_INPUT");
	});
});
