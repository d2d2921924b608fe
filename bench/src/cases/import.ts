import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZhenggaiClient } from "@zhenggai/client";
import type { BenchCase } from "../case.ts";
import { complaintRows, complaintsXlsx } from "../complaints.ts";
import { startServer } from "../http/server.ts";
import { planRows, planXlsx } from "../plan.ts";
import { absolute } from "../result.ts";

const ISSUES = 1000;
const COMPLAINTS = 10_000;

/** Brings a workbook of 1,000 issues onto the sample ledger through the API: what a clerk waits for. */
async function importPlan(url: string, token: string): Promise<{ previewMs: number; applyMs: number }> {
	const client = createZhenggaiClient({ url, token });
	const [inspection] = await client.issues.listInspections.query();
	if (inspection === undefined) throw new Error("the sample has no inspection");
	const base64 = Buffer.from(planXlsx(planRows(ISSUES))).toString("base64");
	const draft = await client.issues.startImport.mutate({
		source: { kind: "file", name: "plan.xlsx", base64 },
	});
	const { id: importId } = draft;
	const context = {
		inspection: { kind: "existing" as const, inspectionId: inspection.id },
		region: inspection.region,
		tier: "province" as const,
		parentByNumber: false,
	};
	const first = { ...draft.choices, context };
	const { units } = await client.issues.previewImport.mutate({ importId, choices: first });
	const leftOut = units
		.filter(({ matched }) => matched === null)
		.map(({ name }) => [name, { kind: "leaveOut" as const }]);
	const began = performance.now();
	const choices = { ...first, units: { ...first.units, ...Object.fromEntries(leftOut) } };
	const preview = await client.issues.previewImport.mutate({ importId, choices });
	const previewMs = performance.now() - began;
	if (preview.blocking.length > 0) throw new Error(`the preview blocks: ${preview.blocking[0]?.message.en}`);
	const start = performance.now();
	const envelope = { idempotencyKey: crypto.randomUUID(), justification: "bench" };
	const outcome = await client.issues.applyImport.mutate({ importId, envelope });
	const applyMs = performance.now() - start;
	if (!outcome.ok) throw new Error(`refused: ${outcome.refusals[0]?.message.en}`);
	const brought = outcome.value.created.length + outcome.value.changed.length;
	if (brought < ISSUES * 0.99) throw new Error(`only ${brought} of ${ISSUES} issues were brought in`);
	return { previewMs, applyMs };
}

/** Reads, compares and applies a table of 10,000 complaints through the API. */
async function importComplaints(url: string, token: string) {
	const client = createZhenggaiClient({ url, token });
	const [inspection] = await client.issues.listInspections.query();
	if (inspection === undefined) throw new Error("the sample has no inspection");
	const base64 = Buffer.from(complaintsXlsx(complaintRows(COMPLAINTS))).toString("base64");
	const began = performance.now();
	const { id: importId } = await client.issues.startImport.mutate({
		source: { kind: "file", name: "complaints.xlsx", base64 },
	});
	const read = performance.now();
	const preview = await client.complaints.previewImport.mutate({
		importId,
		choices: {
			context: { inspectionId: inspection.id, listRegion: inspection.region, batch: 1, batchDay: null },
			places: {},
			items: {},
			corrections: {},
		},
	});
	const previewed = performance.now();
	if (preview.blocking.length > 0) throw new Error(`the preview blocks: ${preview.blocking[0]?.message.en}`);
	const outcome = await client.complaints.applyImport.mutate({
		importId,
		envelope: { idempotencyKey: crypto.randomUUID() },
	});
	const applied = performance.now();
	if (!outcome.ok) throw new Error(`refused: ${outcome.refusals[0]?.message.en}`);
	const { created } = outcome.value;
	if (created.length < COMPLAINTS) throw new Error(`only ${created.length} of ${COMPLAINTS} were brought in`);
	return { readMs: read - began, previewMs: previewed - read, applyMs: applied - previewed };
}

/**
 * Applying 1,000 issues, and a table of 10,000 complaints, in one transaction each, journal and fsync included. A clerk
 * waits for the reading and the preview (5 s together for a table); the applying shows how far it is.
 */
export const importCase: BenchCase = {
	name: "import",
	async run() {
		const dataDir = mkdtempSync(join(tmpdir(), "zhenggai-bench-"));
		const server = await startServer(dataDir, []);
		try {
			const issues = await importPlan(server.url, server.token);
			const table = await importComplaints(server.url, server.token);
			return [
				absolute(`preview ${ISSUES} issues`, issues.previewMs, "ms", { atMost: 5000 }),
				absolute(`apply ${ISSUES} issues`, issues.applyMs, "ms", { atMost: 10_000 }),
				absolute(`read and preview ${COMPLAINTS} complaints`, table.readMs + table.previewMs, "ms", {
					atMost: 5000,
				}),
				absolute(`apply ${COMPLAINTS} complaints`, table.applyMs, "ms", { atMost: 30_000 }),
			];
		} finally {
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	},
};
