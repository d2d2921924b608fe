import {
	type Complaint,
	type ComplaintFilter,
	type ComplaintSort,
	PollutionType,
	receiptKey,
	tallyOf,
} from "@zhenggai/domain/complaints";
import { ComplaintId, ImportId, InspectionId, Instant, IsoDate, RegionCode } from "@zhenggai/domain/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { seededRandom } from "../testing/random.ts";
import { readerOf, withTransaction } from "../tx/tx.ts";
import {
	findComplaint,
	isReceiptTaken,
	listComplaintRows,
	listedComplaintRows,
	loadMatchable,
	readBatches,
	readTallies,
	receiptHolders,
	relatedBy,
	relatedComplaints,
	saveComplaints,
} from "./index.ts";

const database = await testDatabase();
const INSPECTION = InspectionId.parse("00000007-0000-7000-8000-000000000001");
const OTHER = InspectionId.parse("00000007-0000-7000-8000-000000000002");
const IMPORT = ImportId.parse("00000009-0000-7000-8000-000000000001");
const id = (n: number) => ComplaintId.parse(`00000008-0000-7000-8000-${n.toString(16).padStart(12, "0")}`);
const code = (text: string) => RegionCode.parse(text);
const PLACES = ["990102", "990103", "990201", "980101", "990000"].map(code);

const random = seededRandom(7);
const pick = <T>(items: readonly T[], fallback: T): T => items[random(items.length)] ?? fallback;

function complaint(n: number, more: Partial<Complaint> = {}): Complaint {
	const batch = 1 + (n % 12);
	const region = pick(PLACES, code("990102"));
	return {
		id: id(n),
		version: 1,
		inspectionId: n % 9 === 0 ? OTHER : INSPECTION,
		listRegion: code(`${region.slice(0, 2)}0000`),
		region,
		seq: n,
		receiptNumber: n % 7 === 0 ? null : `D3QS202605${String(10 + batch)}${String(n).padStart(4, "0")}`,
		channel: pick(["phone", "letter", null] as const, null),
		isKey: n % 10 === 0,
		batch: n % 11 === 0 ? null : batch,
		batchDay: n % 11 === 0 ? null : IsoDate.parse(`2026-05-${10 + batch}`),
		regionText: null,
		places: [region],
		pollutionTypes: PollutionType.options.filter(() => random(5) === 0),
		typesText: null,
		summary: `第${n}件：${pick(["洗砂场排放泥浆水", "饭店油烟扰民", "夜间施工噪声"], "")}。`,
		investigation: null,
		verdict: pick(["true", "mostlyTrue", "partlyTrue", "untrue", null] as const, null),
		closureTarget: null,
		handling: null,
		status: pick(["closed", "stageClosed", "open", null] as const, null),
		accountability: null,
		remarks: null,
		otherFields: [],
		relations: [],
		sources: [],
		state: n % 13 === 0 ? "withdrawn" : "registered",
		withdrawal: null,
		importIds: n % 2 === 0 ? [IMPORT] : [],
		registeredAt: Instant.parse("2026-06-01T00:00:00.000Z"),
		updatedAt: Instant.parse(`2026-06-01T00:00:00.${String(n % 1000).padStart(3, "0")}Z`),
		...more,
	};
}

const all = Array.from({ length: 400 }, (_, at) => complaint(at + 1));
const save = (changed: readonly { before: Complaint | null; complaint: Complaint }[]) =>
	withTransaction(database, (tx) => saveComplaints(tx, changed));

beforeAll(async () => {
	await database.pool.query("INSERT INTO ledger.region (code, name) VALUES (990102, '青石县')");
	await save(all.map((made) => ({ before: null, complaint: made })));
});

/** What a list has to hold, by looking at everything. */
function expected(prefix: string, filter: ComplaintFilter): Complaint[] {
	const types = filter.pollutionTypes;
	return all.filter(
		(one) =>
			one.region.startsWith(prefix) &&
			one.state === (filter.withdrawn ? "withdrawn" : "registered") &&
			(filter.region === undefined || one.region.startsWith(filter.region.replace(/(?:00)+$/, ""))) &&
			(filter.inspectionId === undefined || one.inspectionId === filter.inspectionId) &&
			(filter.batch === undefined || one.batch === filter.batch) &&
			(filter.batchFrom === undefined || (one.batchDay !== null && one.batchDay >= filter.batchFrom)) &&
			(filter.batchTo === undefined || (one.batchDay !== null && one.batchDay <= filter.batchTo)) &&
			(filter.channels === undefined || (one.channel !== null && filter.channels.includes(one.channel))) &&
			(filter.isKey === undefined || one.isKey === filter.isKey) &&
			(types === undefined || one.pollutionTypes.some((type) => types.includes(type))) &&
			(filter.verdicts === undefined || (one.verdict !== null && filter.verdicts.includes(one.verdict))) &&
			(filter.statuses === undefined || (one.status !== null && filter.statuses.includes(one.status))) &&
			(filter.importId === undefined || one.importIds.includes(filter.importId)) &&
			(filter.text === undefined || (one.summary ?? "").includes(filter.text)),
	);
}

const KEY: Readonly<Record<ComplaintSort, (one: Complaint) => string>> = {
	batch: ({ batchDay, batch, seq }) =>
		`${batchDay ?? "~"} ${batch === null ? "~" : String(batch).padStart(4, "0")} ${String(seq).padStart(8, "0")}`,
	receipt: ({ receiptNumber }) => (receiptNumber === null ? "~" : receiptKey(receiptNumber)),
	updated: ({ updatedAt }) => updatedAt,
	region: (one) => `${one.region} ${KEY.batch(one)}`,
};

async function pages(
	prefix: string,
	filter: ComplaintFilter,
	sort: ComplaintSort,
	descending: boolean,
	rare?: number,
) {
	const ids: string[] = [];
	let after = null;
	let total = null;
	do {
		const page: Awaited<ReturnType<typeof listComplaintRows>> = await listComplaintRows(
			database,
			{
				prefix,
				filter,
				sort,
				descending,
				limit: 37,
				after,
			},
			rare,
		);
		total ??= page.total;
		ids.push(...page.rows.map((row) => row.id));
		after = page.next;
	} while (after !== null);
	return { ids, total };
}

const FILTERS: readonly (readonly [string, ComplaintFilter])[] = [
	["nothing", {}],
	["a word", { text: "油烟" }],
	["one character", { text: "噪" }],
	["an inspection and a batch", { inspectionId: INSPECTION, batch: 3 }],
	["an import", { importId: IMPORT }],
	["verdicts and statuses", { verdicts: ["untrue", "partlyTrue"], statuses: ["open"] }],
	["types", { pollutionTypes: ["water", "noise"] }],
	["a channel among key items", { channels: ["letter"], isKey: true }],
	["no key items", { isKey: false, verdicts: ["true"] }],
	["batch days", { batchFrom: IsoDate.parse("2026-05-13"), batchTo: IsoDate.parse("2026-05-15") }],
	["withdrawn ones", { withdrawn: true }],
	["a region", { region: code("990100") }],
];

describe.each(["batch", "receipt", "updated", "region"] as const)("sorted by %s", (sort) => {
	test.each(FILTERS)("every page of %s, both ways, holds what it should", async (_name, filter) => {
		for (const prefix of ["99", "9901", "990102", ""]) {
			const wanted = expected(prefix, filter);
			const order = (one: Complaint) => `${KEY[sort](one)} ${one.id}`;
			const ordered = wanted.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map((one) => one.id);
			const found = await pages(prefix, filter, sort, false);
			expect(found.ids).toEqual(ordered);
			expect(found.total).toEqual({ count: wanted.length, exact: true });
			expect((await pages(prefix, filter, sort, true)).ids).toEqual(ordered.toReversed());
		}
	});
});

describe("where a filter is common, the walk of an index", () => {
	test.each(FILTERS)("finds the same of %s as the inverted index", async (_name, filter) => {
		for (const prefix of ["99", "9901", ""]) {
			const found = await pages(prefix, filter, "batch", false, 0);
			const gathered = await pages(prefix, filter, "batch", false);
			expect(found).toEqual(gathered);
		}
	});
});

test("a national type finds its local leaves", async () => {
	const found = await pages("99", { pollutionTypes: ["air"] }, "batch", false);
	const wanted = expected("99", { pollutionTypes: ["air", "dust", "fume"] });
	expect(found.ids.toSorted()).toEqual(wanted.map((one) => one.id).toSorted());
});

test("names come with the line, and a new name shows at once", async () => {
	const line = async () =>
		(
			await listedComplaintRows(
				database,
				all.map((one) => one.id),
				{ prefix: "990102", filter: {} },
			)
		)
			.values()
			.next().value;
	expect((await line())?.regionName).toBe("青石县");
	await database.pool.query("UPDATE ledger.region SET name = '青石区' WHERE code = 990102");
	expect((await line())?.regionName).toBe("青石区");
});

test("a region outside of the scope gives nothing, with a place to follow from", async () => {
	const page = await listComplaintRows(database, {
		prefix: "98",
		filter: { region: code("990100") },
		sort: "batch",
		descending: false,
		limit: 10,
		after: null,
	});
	expect(page).toMatchObject({ rows: [], next: null, total: { count: 0, exact: true } });
});

describe("totals", () => {
	const sums = async (prefix: string, batch: number | null) => {
		const tallies = await readTallies(database, { inspectionId: INSPECTION, batch, prefix });
		return new Map(tallies.map(({ region, tally }) => [region, tally]));
	};
	const counted = (prefix: string, batch: number | null, states: readonly Complaint[] = all) =>
		Map.groupBy(
			states.filter(
				(one) =>
					one.inspectionId === INSPECTION &&
					one.state === "registered" &&
					one.region.startsWith(prefix) &&
					(batch === null || one.batch === batch),
			),
			({ region }) => region,
		);

	test.each([
		["99", null],
		["9901", null],
		["990102", 3],
		["", 5],
	] as const)("of %j, batch %j, are those of counting one by one", async (prefix, batch) => {
		const wanted = new Map([...counted(prefix, batch)].map(([region, list]) => [region, tallyOf(list)]));
		expect(await sums(prefix, batch)).toEqual(wanted);
	});

	test("follow every change: a status, a move to another region, a withdrawal", async () => {
		const [first, second, third] = all.filter(
			({ inspectionId, state }) => inspectionId === INSPECTION && state === "registered",
		);
		if (first === undefined || second === undefined || third === undefined) throw new Error("too few");
		const changes = [
			{ before: first, complaint: { ...first, status: "closed" as const, verdict: "true" as const } },
			{ before: second, complaint: { ...second, region: code("990299"), batch: 40 } },
			{ before: third, complaint: { ...third, state: "withdrawn" as const } },
		];
		await save(changes);
		for (const { complaint: changed } of changes) {
			all[all.findIndex((one) => one.id === changed.id)] = changed;
		}
		const wanted = new Map([...counted("", null)].map(([region, list]) => [region, tallyOf(list)]));
		expect(await sums("", null)).toEqual(wanted);
		const batches = await readBatches(database, { inspectionId: INSPECTION, prefix: "" });
		expect(batches.find(({ batch }) => batch === 40)).toEqual({ batch: 40, cases: 1 });
		expect(batches.reduce((sum, { cases }) => sum + cases, 0)).toBe(
			[...wanted.values()].reduce((sum, { cases }) => sum + cases, 0),
		);
	});
});

describe("receipts and relations", () => {
	test("a receipt number stands once in an inspection; a withdrawn one frees it", async () => {
		const one = complaint(1001, {
			receiptNumber: "X3QS202606010001",
			state: "registered",
			inspectionId: OTHER,
		});
		const two = { ...one, id: id(1002) };
		await save([{ before: null, complaint: one }]);
		const taken = await save([{ before: null, complaint: two }]).catch((thrown: unknown) => thrown);
		expect(isReceiptTaken(taken)).toBe(true);
		expect(await findComplaint(database, two.id, { regionPrefix: "" })).toBeNull();
		await save([{ before: one, complaint: { ...one, state: "withdrawn" } }]);
		await save([{ before: null, complaint: two }]);
		expect(await receiptHolders(readerOf(database), OTHER, ["X3QS202606010001"])).toEqual(
			new Map([["X3QS202606010001", two.id]]),
		);
	});

	test("relations lead both ways, by receipt and by id", async () => {
		const target = complaint(1010, { receiptNumber: "X3QS202606020001", state: "registered" });
		const since = target.registeredAt;
		const made = complaint(1011, {
			state: "registered",
			inspectionId: target.inspectionId,
			relations: [
				{ kind: "cites", receiptNumber: "x3qs 202606020001", complaintId: null, since },
				{ kind: "repeats", receiptNumber: null, complaintId: target.id, since },
			],
		});
		await save([target, made].map((one) => ({ before: null, complaint: one })));
		const reader = readerOf(database);
		expect((await relatedComplaints(reader, made)).map((one) => one.id)).toEqual([target.id]);
		expect((await relatedBy(reader, target)).map(({ kind, complaint: by }) => [kind, by.id])).toEqual([
			["cites", made.id],
			["repeats", made.id],
		]);
		await save([{ before: made, complaint: { ...made, relations: [] } }]);
		expect(await relatedBy(reader, target)).toEqual([]);
	});

	test("what a table may tell again is found by receipt and by batch, each once", async () => {
		const wanted = all.filter(
			({ inspectionId, batch, receiptNumber }) =>
				inspectionId === INSPECTION && (batch === 7 || receiptNumber === all[0]?.receiptNumber),
		);
		const found = await loadMatchable(readerOf(database), {
			inspectionId: INSPECTION,
			keys: [receiptKey(all[0]?.receiptNumber ?? "")],
			batches: [7],
		});
		expect(found.map((one) => one.id).toSorted()).toEqual(wanted.map((one) => one.id).toSorted());
	});
});

test("a complaint is found within its scope only", async () => {
	const one = all[1];
	if (one === undefined) throw new Error("too few");
	expect(await findComplaint(database, one.id, { regionPrefix: one.region })).toEqual(one);
	expect(await findComplaint(database, one.id, { regionPrefix: "12" })).toBeNull();
});
