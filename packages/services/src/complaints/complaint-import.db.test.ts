import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { complaintOf, readTable, type TableRow, tableChoices } from "../testing/complaints.ts";
import { person, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	COUNTY,
	cityOffice,
	OTHER_COUNTY,
	otherCity,
	PROVINCE,
	provOffice,
	rulesOf,
} from "../testing/ledger.ts";

const { services, database } = await testServices();
const world = await buildWorld(services);
const { complaints } = services;

const receipt = (day: string, n: number) => `X3LJ2026${day}${String(n).padStart(4, "0")}`;
const rowsOf = (day: string, count: number, more: Partial<TableRow> = {}): TableRow[] =>
	Array.from({ length: count }, (_, at) => ({ receipt: receipt(day, at + 1), ...more }));

/** Each day's table is a batch of its own. */
const choicesOf = (rows: readonly TableRow[], more: Parameters<typeof tableChoices>[1] = {}) => {
	const batch = Number(rows[0]?.receipt.slice(10, 12));
	const context = { inspectionId: world.inspectionId, listRegion: PROVINCE, batch, batchDay: null };
	return tableChoices(world, { context, ...more });
};

async function previewOf(
	rows: readonly TableRow[],
	more: Parameters<typeof tableChoices>[1] = {},
	actor = provOffice,
) {
	const importId = await readTable(world, actor, rows);
	const preview = await complaints.previewComplaintImport(actor, importId, choicesOf(rows, more));
	return { importId, preview };
}
const apply = (importId: Parameters<typeof complaints.applyComplaintImport>[1], actor = provOffice) =>
	complaints.applyComplaintImport(actor, importId, {});
const countOf = async (table: string) => {
	const { rows } = await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
	return rows[0]?.n ?? 0;
};
const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

describe("a table", () => {
	it("goes in row by row, and the same table again proposes nothing", async () => {
		const rows = rowsOf("0301", 12);
		const { importId, preview } = await previewOf(rows);
		expect(preview).toMatchObject({ summary: { new: 12, changed: 0, refused: 0 }, blocking: [] });
		expect(preview.regions).toEqual([{ text: "松泉县", count: 12, places: [COUNTY], suggestions: [] }]);
		const result = accepted(await apply(importId));
		expect(result.created).toHaveLength(12);
		const page = await complaints.listComplaints(provOffice, {
			filter: { importId },
			sort: "batch",
			descending: false,
			limit: 50,
		});
		expect(page.items.map((row) => row.receiptNumber)).toEqual(rows.map((row) => row.receipt));
		expect(page.items[0]).toMatchObject({ batchDay: "2026-03-01", channel: "letter", region: COUNTY });
		const again = await previewOf(rows);
		expect(again.preview).toMatchObject({ summary: { same: 12, new: 0, changed: 0, vanished: 0 } });
		expect(rulesOf(await apply(again.importId))).toEqual(["NOTHING_TO_APPLY"]);
	});

	it("of a later edition proposes what changed, and takes the chosen fields only", async () => {
		const rows = rowsOf("0302", 3, { status: "未办结", verdict: "部分属实" });
		accepted(await apply((await previewOf(rows)).importId));
		const later = rows.map((row) => ({ ...row, status: "已办结", verdict: "属实" })).slice(0, 2);
		const { importId, preview } = await previewOf(later);
		expect(preview.summary).toMatchObject({ changed: 2, new: 0 });
		expect(preview.items[0]?.differences).toEqual([
			{ field: "verdict", ledger: "partlyTrue", document: "true" },
			{ field: "status", ledger: "open", document: "closed" },
		]);
		expect(preview.vanished.map((one) => one.receiptNumber)).toContain(receipt("0302", 3));
		const [first, second] = preview.items;
		const items = {
			[first?.key ?? ""]: { apply: true, fields: ["status" as const] },
			[second?.key ?? ""]: { apply: false },
		};
		await complaints.previewComplaintImport(provOffice, importId, choicesOf(rows, { items }));
		const { changed } = accepted(await apply(importId));
		expect(changed).toEqual([first?.complaintId]);
		const [id] = changed;
		if (id === undefined) throw new Error("nothing changed");
		const detail = await complaints.getComplaint(provOffice, id);
		expect(detail.row).toMatchObject({ status: "closed", verdict: "partlyTrue", version: 2 });
		expect(detail.sources).toHaveLength(2);
	});

	it("with a receipt twice, or one that was withdrawn, refuses that row and says so", async () => {
		const made = complaintOf(world, { receiptNumber: receipt("0303", 9) });
		accepted(await complaints.commandComplaint(provOffice, made.complaintId, made, { expectedVersion: 0 }));
		accepted(
			await complaints.commandComplaint(
				provOffice,
				made.complaintId,
				{ type: "withdrawComplaint", reason: "督察组收回", document: null },
				{ expectedVersion: 1 },
			),
		);
		const rows = [...rowsOf("0303", 1), ...rowsOf("0303", 1), { receipt: receipt("0303", 9) }];
		const { importId, preview } = await previewOf(rows);
		expect(preview.items.map(({ kind, findings }) => [kind, findings[0]?.rule ?? null])).toEqual([
			["new", null],
			["refused", "RECEIPT_TAKEN"],
			["refused", "ENDED"],
		]);
		expect(accepted(await apply(importId)).created).toHaveLength(1);
	});

	it("with a refused row among the chosen ones changes nothing at all", async () => {
		const rows = [...rowsOf("0304", 2), ...rowsOf("0304", 1)];
		const { importId, preview } = await previewOf(rows);
		const items = Object.fromEntries(preview.items.map(({ key }) => [key, { apply: true }]));
		await complaints.previewComplaintImport(provOffice, importId, choicesOf(rows, { items }));
		const before = await countOf("ledger.complaint");
		expect(rulesOf(await apply(importId))).toEqual(["ITEMS_REFUSED"]);
		expect(await countOf("ledger.complaint")).toBe(before);
	});

	it("shows mobile numbers before they are masked", async () => {
		const { preview } = await previewOf([
			{ receipt: receipt("0305", 1), summary: "电话13812345678的村民反映养殖场粪污外溢流入沟渠。" },
		]);
		expect(preview.items[0]?.findings.map(({ rule }) => rule)).toEqual(["CMP-08"]);
	});

	it("takes what the clerk says about a region that nobody can tell", async () => {
		const rows = rowsOf("0306", 1, { region: "新城开发区" });
		const { importId, preview } = await previewOf(rows);
		expect(preview.regions).toEqual([{ text: "新城开发区", count: 1, places: [], suggestions: [] }]);
		const places = { 新城开发区: [OTHER_COUNTY] };
		await complaints.previewComplaintImport(provOffice, importId, choicesOf(rows, { places }));
		const [id] = accepted(await apply(importId)).created;
		if (id === undefined) throw new Error("nothing was made");
		expect((await complaints.getComplaint(provOffice, id)).row.region).toBe(OTHER_COUNTY);
	});
});

describe("who may", () => {
	it("nobody who does not import, and nobody elsewhere", async () => {
		const { importId } = await previewOf(rowsOf("0307", 1));
		const choices = tableChoices(world);
		expect(await errorOf(complaints.previewComplaintImport(auditor, importId, choices))).toBe("NOT_ALLOWED");
		expect(await errorOf(complaints.previewComplaintImport(otherCity, importId, choices))).toBe("NOT_FOUND");
		expect(await errorOf(apply(importId, auditor))).toBe("NOT_ALLOWED");
	});

	it("a city's clerk brings in the rows of the city only", async () => {
		const rows = [...rowsOf("0308", 1), { receipt: receipt("0308", 2), region: "云渡市" }];
		const { preview } = await previewOf(rows, {}, cityOffice);
		expect(preview.items.map(({ kind, findings }) => [kind, findings[0]?.rule ?? null])).toEqual([
			["new", null],
			["refused", "OUT_OF_REGION"],
		]);
	});

	it("an inspection of another province is not known here", async () => {
		const stranger = person("provOffice", "110000");
		const importId = await readTable(world, stranger, rowsOf("0309", 1));
		const preview = await complaints.previewComplaintImport(stranger, importId, tableChoices(world));
		expect(preview.blocking.map(({ rule }) => rule)).toEqual(["UNKNOWN_INSPECTION"]);
	});
});

describe("all or nothing", () => {
	it("of two who apply a draft at once exactly one does", async () => {
		const { importId } = await previewOf(rowsOf("0310", 40));
		const before = await countOf("ledger.complaint");
		const outcomes = await Promise.all([apply(importId), apply(importId)]);
		expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(outcomes.flatMap(rulesOf)).toEqual(["IMPORT_APPLIED"]);
		expect(await countOf("ledger.complaint")).toBe(before + 40);
	});

	it("a failure at the end leaves nothing behind, neither rows nor entries nor totals", async () => {
		const { importId } = await previewOf(rowsOf("0311", 600));
		const before = await Promise.all(
			["ledger.complaint", "journal.event", "ledger.complaint_tally"].map(countOf),
		);
		await database.pool.query(`CREATE FUNCTION fail_import() RETURNS trigger LANGUAGE plpgsql AS
			$$ BEGIN IF NEW.state = 'applied' THEN RAISE EXCEPTION 'full'; END IF; RETURN NEW; END $$;
			CREATE TRIGGER fail_import BEFORE UPDATE ON ledger.import_draft FOR EACH ROW EXECUTE FUNCTION fail_import()`);
		expect(await errorOf(apply(importId))).toContain("full");
		await database.pool.query("DROP TRIGGER fail_import ON ledger.import_draft");
		expect(
			await Promise.all(["ledger.complaint", "journal.event", "ledger.complaint_tally"].map(countOf)),
		).toEqual(before);
		expect(accepted(await apply(importId)).created).toHaveLength(600);
	});

	it("5,000 rows apply within 10 s, and reconcile", async () => {
		const rows = Array.from(
			{ length: 5000 },
			(_, at): TableRow => ({
				receipt: receipt("0312", at + 1),
				region: at % 2 === 0 ? "松泉县" : "白鹭县",
				types: at % 3 === 0 ? "水、大气" : "水",
				status: ["已办结", "阶段性办结", "未办结"][at % 3] ?? "",
			}),
		);
		const { importId, preview } = await previewOf(rows, {
			context: { inspectionId: world.inspectionId, listRegion: PROVINCE, batch: 50, batchDay: null },
		});
		expect(preview.summary.new).toBe(5000);
		accepted(await apply(importId));
		const totals = await complaints.getComplaintTotals(provOffice, {
			inspectionId: world.inspectionId,
			batch: 50,
		});
		expect(totals.tally).toMatchObject({
			cases: 5000,
			multiType: 1667,
			statuses: { closed: 1667, stageClosed: 1667, open: 1666 },
		});
		expect(totals.findings.filter(({ severity }) => severity !== "inform")).toEqual([]);
	}, 60_000);
});
