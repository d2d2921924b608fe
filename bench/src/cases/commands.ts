import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createZhenggaiClient, type IssueRow } from "@zhenggai/client";
import { EventId, Instant } from "@zhenggai/domain/kernel";
import { appendEvents, openDatabase, withTransaction } from "@zhenggai/storage";
import { z } from "zod";
import type { BenchCase } from "../case.ts";
import { runChild } from "../http/child.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { benchLedger } from "../ledger/make.ts";
import { absolute, relative } from "../result.ts";

const ISSUES = 50_000;
const CONNECTIONS = 32;
/** Commands that are measured, and as many that only warm up. */
const COMMANDS = 6000;
const WARM_UP = 1000;
const PAGE = 200;

const OPERATOR = {
	kind: "operator",
	id: "bench",
	name: "bench",
	role: null,
	region: null,
	unitId: null,
} as const;
const Raw = z.object({ perSecond: z.number() });
const Load = z.object({ perSecond: z.number(), p99: z.number(), failed: z.number() });

/** So many issues as the ledger has them now, no two of them the same. */
async function someIssues({ url, token }: RunningServer, count: number): Promise<IssueRow[]> {
	const client = createZhenggaiClient({ url, token });
	const rows: IssueRow[] = [];
	let cursor: string | undefined;
	while (rows.length < count) {
		const page = await client.issues.list.query({
			sort: "number",
			limit: PAGE,
			...(cursor === undefined ? {} : { cursor }),
		});
		rows.push(...page.items);
		if (page.nextCursor === null) throw new Error(`the ledger has only ${rows.length} issues`);
		cursor = page.nextCursor;
	}
	return rows.slice(0, count);
}

/** A correction of one field: the journal gets an entry, the state is written anew. */
const correction = ({ id, version, field }: IssueRow): string =>
	JSON.stringify({
		issueId: id,
		command: {
			type: "amendIssue",
			changes: { field: field === "noise" ? "soil" : "noise" },
			reason: "bench",
			importId: null,
		},
		envelope: {
			expectedVersion: version,
			idempotencyKey: crypto.randomUUID(),
			justification: "bench",
		},
	});

async function send({ url, token }: RunningServer, rows: readonly IssueRow[]) {
	const bodies = rows.map(correction);
	const input = { url, token, connections: CONNECTIONS, path: "/trpc/issues.amendIssue", bodies };
	const load = Load.parse(await runChild("command-load.ts", [], input));
	if (load.failed > 0) throw new Error(`${load.failed} of ${bodies.length} commands failed`);
	return load;
}

/** A ledger that was filled in bulk has no journal: the issues that are measured get a first entry, once. */
async function beginJournal(dataDir: string): Promise<void> {
	const server = await startServer(dataDir);
	const rows = await someIssues(server, COMMANDS + WARM_UP).finally(() => server.stop());
	const database = await openDatabase({ embedded: { dataDir } });
	try {
		for (let at = 0; at < rows.length; at += PAGE) {
			const batches = rows.slice(at, at + PAGE).map(({ id, region }) => ({
				streamKind: "issue" as const,
				streamId: id,
				expectedVersion: 0,
				events: [{ type: "issueRegistered", payload: { type: "issueRegistered" } }],
				actor: OPERATOR,
				at: Instant.parse("2026-01-01T01:00:00.000Z"),
				region,
				cause: { verb: "registerIssue", idempotencyKey: null, justification: null, importId: null },
				ids: () => EventId.parse(crypto.randomUUID()),
			}));
			// One by one: those of an earlier run have theirs, and are left alone.
			await withTransaction(database, async (tx) => {
				for (const batch of batches) await appendEvents(tx, batch);
			});
		}
	} finally {
		await database.close();
	}
}

/** What the commands ask of the database, written down by a server that rolls every one of them back. */
async function record(dataDir: string, file: string): Promise<void> {
	const recording = join(import.meta.dirname, "../http/record.ts");
	const server = await startServer(dataDir, ["--empty"], {
		NODE_OPTIONS: `--import=${recording}`,
		BENCH_RECORD: file,
	});
	try {
		await send(server, await someIssues(server, COMMANDS));
	} finally {
		await server.stop();
	}
}

/** How often the bare driver gets the same transactions through. */
async function rawLimit(dataDir: string, file: string): Promise<number> {
	const database = await openDatabase({ embedded: { dataDir } });
	try {
		const input = { connection: database.embedded?.connection, connections: CONNECTIONS, file };
		return Raw.parse(await runChild("raw-transactions.ts", [], input)).perSecond;
	} finally {
		await database.close();
	}
}

/** Commands over HTTP (journal and state, fsync on) beside the same transactions without the server (design.md §8). */
export const commands: BenchCase = {
	name: "commands",
	async run(note) {
		const dataDir = await benchLedger(ISSUES, note);
		const folder = mkdtempSync(join(tmpdir(), "zhenggai-bench-"));
		try {
			const file = join(folder, "transactions");
			await beginJournal(dataDir);
			await record(dataDir, file);
			const limit = await rawLimit(dataDir, file);
			note(`${limit.toFixed(0)} transactions/s by the bare driver`);
			const server = await startServer(dataDir);
			try {
				const rows = await someIssues(server, COMMANDS + WARM_UP);
				await send(server, rows.slice(COMMANDS));
				const load = await send(server, rows.slice(0, COMMANDS));
				const name = `commands, ${CONNECTIONS} connections, fsync on`;
				return [
					relative(name, load.perSecond, "commands/s", limit, 0.5),
					absolute(`${name}: p99`, load.p99, "ms", { atMost: 250 }),
				];
			} finally {
				await server.stop();
			}
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
