import { spawn } from "node:child_process";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createZhenggaiClient } from "@zhenggai/client";
import { Instant, shanghaiDate } from "@zhenggai/domain/kernel";
import { migrate, openDatabase } from "@zhenggai/storage";
import { z } from "zod";
import type { BenchCase } from "../case.ts";
import { type CpuSeconds, cpuSecondsOf } from "../http/cpu.ts";
import { startServer } from "../http/server.ts";
import { idOf } from "../ledger/issue.ts";
import { benchLedger } from "../ledger/make.ts";
import { absolute, type BenchResult } from "../result.ts";

const PEOPLE = 4;

/** How long people work before the sweep begins: on a busy machine the wait beside it says something only next to that. */
const ALONE_MS = 5_000;
const Stream = z.object({ commands: z.number(), conflicts: z.number(), p50: z.number(), p99: z.number() });
const Swept = z.object({
	evaluated: z.number(),
	changed: z.number(),
	failed: z.number(),
	complete: z.boolean(),
});

/** One in so many issues was written during a usual day, or its day has come. */
const USUAL_SHARE = 50;

/**
 * What the night finds. First: nothing was ever swept, so every issue is judged, gets its reporting cycle and its light,
 * and its in-trays are filled. Judged anew: rules or program have changed and nothing else. Usual: one issue in fifty.
 */
const NIGHTS = {
	first: [
		`INSERT INTO journal.stream (stream_id, stream_kind, version, hash)
			SELECT id, 'issue', version, '\\x00' FROM ledger.issue ON CONFLICT DO NOTHING`,
		"UPDATE ledger.issue SET state = (state::jsonb - 'progress' - 'supervision')::json WHERE version > 1",
		"TRUNCATE ledger.sweep, ledger.sweep_region, ledger.in_tray",
		"UPDATE ledger.issue_watch SET due_on = '-infinity'",
	],
	"judged anew": [
		"TRUNCATE ledger.sweep",
		"UPDATE ledger.sweep_region SET swept_through = swept_through - 1, basis = ''",
	],
	usual: [
		"TRUNCATE ledger.sweep",
		"UPDATE ledger.sweep_region SET swept_through = swept_through - 1",
		`UPDATE ledger.issue_watch SET due_on = '-infinity' WHERE hashtext(issue_id::text) % ${USUAL_SHARE} = 0`,
	],
} as const;
type Night = keyof typeof NIGHTS;

async function prepare(dataDir: string, night: Night): Promise<void> {
	const database = await openDatabase({ embedded: { dataDir } }, { statementTimeoutMs: 0 });
	try {
		await migrate(database);
		for (const statement of [...NIGHTS[night], "VACUUM (ANALYZE) ledger.issue_watch"]) {
			await database.pool.query(statement);
		}
	} finally {
		await database.close();
	}
}

/** People who work until they are told that it is enough. */
function peopleAtWork(url: string, token: string, issues: number) {
	const ids = Array.from({ length: 200 }, (_, n) => idOf(1, Math.floor((n * issues) / 200)));
	const script = join(import.meta.dirname, "../http/commands.ts");
	const child = spawn(process.execPath, [script, url, token, String(PEOPLE), ...ids], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	return async (): Promise<z.infer<typeof Stream>> => {
		child.stdin.end();
		let output = "";
		for await (const chunk of child.stdout) output += String(chunk);
		return Stream.parse(JSON.parse(output));
	};
}

/** What a stretch of work took of the processors: what the wall shows only where nobody else works on the machine. */
const usedBetween = (before: CpuSeconds | null, after: CpuSeconds | null): string =>
	before === null || after === null
		? ""
		: `, ${(after.node - before.node).toFixed(1)} s of Node and ${(after.database - before.database).toFixed(1)} s of PostgreSQL`;

/** One call sweeps for half a minute at most. */
async function sweepAll(run: () => Promise<unknown>): Promise<z.infer<typeof Swept>> {
	const all = { evaluated: 0, changed: 0, failed: 0, complete: false };
	while (!all.complete) {
		const part = Swept.parse(await run());
		all.evaluated += part.evaluated;
		all.changed += part.changed;
		all.failed += part.failed;
		all.complete = part.complete;
	}
	return all;
}

async function measure(
	dataDir: string,
	issues: number,
	night: Night,
	note: (line: string) => void,
): Promise<BenchResult[]> {
	await prepare(dataDir, night);
	const server = await startServer(dataDir);
	try {
		const client = createZhenggaiClient({ url: server.url, token: server.token });
		const alone = peopleAtWork(server.url, server.token, issues);
		await delay(ALONE_MS);
		note(`commands before it ${JSON.stringify(await alone())}`);
		const used = cpuSecondsOf(server.pid);
		const enough = peopleAtWork(server.url, server.token, issues);
		const began = performance.now();
		const swept = await sweepAll(() => client.supervision.runSweep.mutate());
		const seconds = (performance.now() - began) / 1000;
		const cpu = usedBetween(used, cpuSecondsOf(server.pid));
		const stream = await enough();
		const load = loadavg()[0]?.toFixed(1);
		note(`${night}: ${JSON.stringify(swept)}, ${seconds.toFixed(1)} s${cpu}, at a load of ${load}`);
		note(`beside it ${JSON.stringify(stream)}`);
		if (!swept.complete || swept.failed > 0) throw new Error(`the ${night} sweep was not whole`);
		const name = `sweep of ${issues.toLocaleString("en")} issues, ${night} night`;
		return [
			absolute(name, seconds, "s", { atMost: 60 }),
			absolute(`${name}: p99 of commands beside it`, stream.p99, "ms", { atMost: 250 }),
		];
	} finally {
		await server.stop();
	}
}

const sized = (issues: number, name: string): BenchCase => ({
	name,
	run: async (note) => {
		const dataDir = await benchLedger(issues, note);
		note(`swept for ${shanghaiDate(Instant.parse(new Date().toISOString()))}`);
		const results: BenchResult[] = [];
		for (const night of ["first", "usual", "judged anew"] as const) {
			results.push(...(await measure(dataDir, issues, night, note)));
		}
		return results;
	},
});

/** The nightly sweep by the real server, end to end, with people at work beside it. */
export const sweepAtHundredThousand = sized(100_000, "sweep-100k");
export const sweepAtMillion = sized(1_000_000, "sweep");
