import { Instant, shanghaiDate } from "@zhenggai/domain/kernel";
import { openDatabase } from "@zhenggai/storage";
import { z } from "zod";
import type { BenchCase } from "../case.ts";
import { runChild } from "../http/child.ts";
import { startServer } from "../http/server.ts";
import { benchLedger } from "../ledger/make.ts";
import { type Asked, filteredLists, searches, statementsOf } from "../ledger/statements.ts";
import { absolute, type BenchResult, relative } from "../result.ts";

const CONNECTIONS = 32;
const SECONDS = 8;
const Raw = z.object({ perSecond: z.number() });
const Load = z.object({ perSecond: z.number(), p99: z.number(), failed: z.number() });

const today = () => shanghaiDate(Instant.parse(new Date().toISOString()));

/** How often the bare driver gets the same pages. */
async function rawLimit(dataDir: string, asked: readonly Asked[]): Promise<number> {
	const database = await openDatabase({ embedded: { dataDir } });
	try {
		const statements = await statementsOf(database, asked, today());
		const connection = database.embedded?.connection;
		const input = { connection, connections: CONNECTIONS, seconds: SECONDS, statements };
		return Raw.parse(await runChild("raw.ts", [], input)).perSecond;
	} finally {
		await database.close();
	}
}

async function overHttp(dataDir: string, asked: readonly Asked[]): Promise<z.infer<typeof Load>> {
	const server = await startServer(dataDir);
	try {
		const args = [server.url, server.token, String(CONNECTIONS)];
		const paths = asked.map(({ path }) => path);
		await runChild("load.ts", [...args, "2"], paths);
		const load = Load.parse(await runChild("load.ts", [...args, String(SECONDS)], paths));
		if (load.failed > 0) throw new Error(`${load.failed} requests failed`);
		return load;
	} finally {
		await server.stop();
	}
}

async function measure(
	what: string,
	issues: number,
	asked: readonly Asked[],
	note: (line: string) => void,
): Promise<BenchResult[]> {
	const dataDir = await benchLedger(issues, note);
	const limit = await rawLimit(dataDir, asked);
	const load = await overHttp(dataDir, asked);
	const name = `${what}, ${issues.toLocaleString("en")} issues, ${CONNECTIONS} connections`;
	return [
		relative(name, load.perSecond, "pages/s", limit, 0.5),
		absolute(`${name}: p99`, load.p99, "ms", { atMost: 50 }),
	];
}

const sized = (issues: number, name: string): BenchCase => ({
	name,
	run: async (note) => [
		...(await measure("list", issues, filteredLists(), note)),
		...(await measure("search", issues, searches(), note)),
	],
});

/** Lists over HTTP beside the same SQL without the server (design.md §8). */
export const listAtHundredThousand = sized(100_000, "list-100k");
export const listAtMillion = sized(1_000_000, "list-1m");
