import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZhenggaiClient } from "@zhenggai/client";
import type { BenchCase } from "../case.ts";
import { startServer } from "../http/server.ts";
import { planRows, planXlsx } from "../plan.ts";
import { absolute } from "../result.ts";

const ISSUES = 1000;

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

/** Applying 1,000 issues in one transaction, journal and fsync included (within 10 s). */
export const importCase: BenchCase = {
	name: "import",
	async run() {
		const dataDir = mkdtempSync(join(tmpdir(), "zhenggai-bench-"));
		const server = await startServer(dataDir, []);
		try {
			const { previewMs, applyMs } = await importPlan(server.url, server.token);
			return [
				absolute(`preview ${ISSUES} issues`, previewMs, "ms", { atMost: 5000 }),
				absolute(`apply ${ISSUES} issues`, applyMs, "ms", { atMost: 10_000 }),
			];
		} finally {
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	},
};
