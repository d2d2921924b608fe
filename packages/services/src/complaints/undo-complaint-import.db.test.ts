import type { ImportId } from "@zhenggai/domain/kernel";
import { verifyChains } from "@zhenggai/storage";
import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { readTable, type TableRow, tableChoices } from "../testing/complaints.ts";
import { person, testServices } from "../testing/index.ts";
import { accepted, buildWorld, cityOffice, PROVINCE, provOffice, rulesOf } from "../testing/ledger.ts";

const { services, database } = await testServices();
const world = await buildWorld(services);
const { complaints, issues } = services;

/** Each day's table is a batch of its own. */
const rowsOf = (day: string, count: number, more: Partial<TableRow> = {}): TableRow[] =>
	Array.from({ length: count }, (_, at) => ({
		receipt: `X3LJ2026${day}${String(at + 1).padStart(4, "0")}`,
		...more,
	}));

async function previewOf(rows: readonly TableRow[]) {
	const importId = await readTable(world, provOffice, rows);
	const batch = Number(rows[0]?.receipt.slice(10, 12));
	const context = { inspectionId: world.inspectionId, listRegion: PROVINCE, batch, batchDay: null };
	const preview = await complaints.previewComplaintImport(
		provOffice,
		importId,
		tableChoices(world, { context }),
	);
	return { importId, preview };
}
async function bring(rows: readonly TableRow[]): Promise<ImportId> {
	const { importId } = await previewOf(rows);
	accepted(await complaints.applyComplaintImport(provOffice, importId, {}));
	return importId;
}
const undo = (importId: ImportId, actor = provOffice) => issues.undoImport(actor, importId, "导错了批次", {});
const listed = async (batch: number, more = {}) =>
	(
		await complaints.listComplaints(provOffice, {
			filter: { batch, ...more },
			sort: "receipt",
			descending: false,
			limit: 50,
		})
	).items;

describe("undoing an import of a complaint table", () => {
	it("voids what it registered, frees the receipts and the totals, and all is new again", async () => {
		const rows = rowsOf("0301", 6);
		const importId = await bring(rows);
		expect(await listed(1)).toHaveLength(6);
		const shown = await issues.previewUndoImport(provOffice, importId);
		expect(shown.summary).toEqual({ voided: 6, restored: 0, nothing: 0, obstructed: 0 });
		expect(shown.items[0]).toMatchObject({ kind: "complaint", number: rows[0]?.receipt, act: "void" });
		expect(accepted(await undo(importId))).toEqual({ importId, voided: 6, restored: 0 });
		expect(await listed(1)).toEqual([]);
		const [gone] = await listed(1, { withdrawn: true });
		if (gone === undefined) throw new Error("a complaint");
		const detail = await complaints.getComplaint(provOffice, gone.id);
		expect(detail.withdrawal).toMatchObject({ reason: "导错了批次", importId });
		const history = await complaints.listComplaintHistory(provOffice, { complaintId: gone.id, limit: 5 });
		expect(history.items[0]).toMatchObject({ summary: { zh: "登记作废：登记它的导入已撤销" }, importId });
		const totals = await complaints.getComplaintTotals(provOffice, { inspectionId: world.inspectionId });
		expect(totals.tally.cases).toBe(0);
		const again = await previewOf(rows);
		expect(again.preview.summary).toEqual({ new: 6, changed: 0, same: 0, refused: 0, vanished: 0 });
		accepted(await complaints.applyComplaintImport(provOffice, again.importId, {}));
		expect(await listed(1)).toHaveLength(6);
		expect(rulesOf(await undo(importId))).toEqual(["IMPORT_UNDONE"]);
	});

	it("brings back what a later edition changed, and names what is in the way", async () => {
		const rows = rowsOf("0302", 3, { status: "未办结", verdict: "部分属实" });
		const first = await bring(rows);
		const before = await listed(2);
		const later = await bring(rows.map((row) => ({ ...row, status: "已办结", verdict: "属实" })));
		expect((await listed(2)).map(({ status }) => status)).toEqual(["closed", "closed", "closed"]);
		expect(rulesOf(await undo(first))).toEqual(["LATER_IMPORT", "LATER_IMPORT", "LATER_IMPORT"]);
		const shown = await issues.previewUndoImport(provOffice, later);
		expect(shown.items[0]?.changes).toMatchObject([
			{ field: "verdict", from: { zh: "属实" }, to: { zh: "部分属实" } },
			{ field: "status", from: { zh: "已办结" }, to: { zh: "未办结" } },
		]);
		const [touched] = await listed(2);
		if (touched === undefined) throw new Error("a complaint");
		const amend = async (status: "open" | "closed" | "stageClosed", version: number) =>
			accepted(
				await complaints.commandComplaint(
					provOffice,
					touched.id,
					{ type: "amendComplaint", changes: { status }, source: null, reason: "复核", importId: null },
					{ expectedVersion: version },
				),
			);
		const moved = await amend("stageClosed", touched.version);
		const outcome = await undo(later);
		expect(rulesOf(outcome)).toEqual(["TOUCHED_SINCE"]);
		expect(outcome.ok ? null : outcome.refusals[0]?.message.zh).toBe(
			`${touched.receiptNumber}：2026年3月2日 09:00 provOffice 680000“更正”（是否办结）`,
		);
		await amend("closed", moved.row.version);
		expect(accepted(await undo(later))).toMatchObject({ restored: 3 });
		const plain = (items: typeof before) => items.map(({ version, updatedAt, ...row }) => row);
		expect(plain(await listed(2))).toEqual(plain(before));
		// The one that was worked on in between stays as it is, and so does the import that registered it.
		expect(rulesOf(await undo(first))).toEqual(["TOUCHED_SINCE", "TOUCHED_SINCE"]);
		expect((await verifyChains(database)).broken).toEqual([]);
	});

	it("is for offices of the place only", async () => {
		const importId = await bring(rowsOf("0303", 1));
		const errorOf = (work: Promise<unknown>) =>
			work.then(
				() => null,
				(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
			);
		expect(await errorOf(undo(importId, person("liaison", PROVINCE)))).toBe("NOT_ALLOWED");
		expect(await errorOf(undo(importId, cityOffice))).toBe("NOT_FOUND");
	});

	it("tells live lists: voided ones leave them", async () => {
		const importId = await bring(rowsOf("0304", 2));
		const { liveFrom } = await complaints.listComplaints(provOffice, {
			filter: { batch: 4 },
			sort: "receipt",
			descending: false,
			limit: 10,
		});
		accepted(await undo(importId));
		const stop = new AbortController();
		const rows: unknown[] = [];
		const query = { after: liveFrom, filter: { batch: 4 } };
		for await (const change of complaints.watchComplaints(provOffice, query, stop.signal)) {
			rows.push(change.row);
			if (rows.length === 2) break;
		}
		stop.abort();
		expect(rows).toEqual([null, null]);
	});
});
