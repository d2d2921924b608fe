import { createZhenggaiClient } from "@zhenggai/client";
import { addDays, Instant, type IsoDate, shanghaiDate } from "@zhenggai/domain/kernel";
import type { BenchCase } from "../case.ts";
import { startServer } from "../http/server.ts";
import { benchLedger } from "../ledger/make.ts";
import { absolute, type BenchResult } from "../result.ts";

const today = (): IsoDate => shanghaiDate(Instant.parse(new Date().toISOString()));

/** Everything that a simulation of the ledger says, page after page, as `zhenggai simulate` asks for it. */
async function simulated(
	server: { readonly url: string; readonly token: string },
	asOf: IsoDate,
): Promise<{ seconds: number; issues: number; pages: number; changed: number; longest: number }> {
	const client = createZhenggaiClient(server);
	const begun = performance.now();
	let [issues, pages, changed, longest] = [0, 0, 0, 0];
	for (let cursor: string | undefined; ; ) {
		const asked = performance.now();
		const page = await client.supervision.simulateLedger.query({ asOf, limit: 200, cursor });
		longest = Math.max(longest, performance.now() - asked);
		issues += page.totals.issues;
		changed += page.totals.changed;
		pages += 1;
		if (page.nextCursor === null) break;
		cursor = page.nextCursor;
	}
	return { seconds: (performance.now() - begun) / 1000, issues, pages, changed, longest };
}

async function measure(issues: number, note: (line: string) => void): Promise<BenchResult[]> {
	const server = await startServer(await benchLedger(issues, note, "working"));
	try {
		const count = issues.toLocaleString("en");
		const results: BenchResult[] = [];
		for (const [name, days, most] of [
			["in a month", 30, 60],
			["in a year", 365, 180],
		] as const) {
			const { seconds, pages, changed, longest } = await simulated(server, addDays(today(), days));
			note(`${name}: ${pages} pages, ${changed} changed, the longest page ${Math.round(longest)} ms`);
			results.push(
				absolute(`simulate ${count} issues ${name}`, seconds, "s", { atMost: (most * issues) / 100_000 }),
			);
		}
		return results;
	} finally {
		await server.stop();
	}
}

/** The whole ledger on a later day over HTTP, page by page: what a preview of the months ahead costs. */
export const simulate: BenchCase = {
	name: "simulate",
	run: async (note) => [...(await measure(10_000, note)), ...(await measure(100_000, note))],
};
