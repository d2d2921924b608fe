import { readDocument } from "@zhenggai/documents/reading";
import { type BenchCase, bestOf } from "../case.ts";
import { complaintRows, complaintsCsv, complaintsXlsx } from "../complaints.ts";
import { planDocx, planLines, planRows, planXlsx } from "../plan.ts";
import { absolute } from "../result.ts";

const ISSUES = 150;
const ROWS = 10_000;

/** Reads a plan and makes sure that all of it was read: a fast reader that loses issues is not measured. */
async function read(name: string, bytes: Uint8Array, expected: number): Promise<void> {
	const proposal = await readDocument({ name, bytes });
	if (proposal.issues.length !== expected) {
		throw new Error(`${name}: ${proposal.issues.length} of ${expected} issues were read`);
	}
}

/** Reads a complaint table, and makes sure that every row was read with its verdict. */
async function readLetters(name: string, bytes: Uint8Array, expected: number): Promise<void> {
	const { complaints } = await readDocument({ name, bytes });
	const whole = complaints.filter(({ receiptNumber, verdict }) => receiptNumber !== null && verdict !== null);
	if (whole.length !== expected) throw new Error(`${name}: ${whole.length} of ${expected} rows were read`);
}

/** Reading a 150-issue plan in three forms, a workbook and complaint tables of 10,000 rows (design.md §8). */
export const parse: BenchCase = {
	name: "parse",
	async run(note) {
		const rows = planRows(ISSUES);
		const files = [
			["plan.txt", new TextEncoder().encode(planLines(rows).join("\n"))],
			["plan.docx", await planDocx(rows)],
			["plan.xlsx", planXlsx(rows)],
		] as const;
		const results = [];
		for (const [name, bytes] of files) {
			const ms = await bestOf(3, () => read(name, bytes, ISSUES));
			note(`${name}: ${ms.toFixed(0)} ms`);
			results.push(absolute(`parse ${name} (${ISSUES} issues)`, ms, "ms", { atMost: 1000 }));
		}
		const big = planXlsx(planRows(ROWS));
		const ms = await bestOf(1, () => read("big.xlsx", big, ROWS));
		results.push(absolute(`parse xlsx (${ROWS} rows)`, ms, "ms", { atMost: 5000 }));
		const letters = complaintRows(ROWS);
		const tables = [
			["complaints.xlsx", complaintsXlsx(letters)],
			["complaints.csv", complaintsCsv(letters)],
		] as const;
		for (const [name, bytes] of tables) {
			const took = await bestOf(1, () => readLetters(name, bytes, ROWS));
			note(`${name}: ${took.toFixed(0)} ms`);
			results.push(absolute(`parse ${name} (${ROWS} rows)`, took, "ms", { atMost: 5000 }));
		}
		return results;
	},
};
