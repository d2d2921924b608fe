/**
 * A server in small, for tests that need a process of its own: it starts the embedded database, prints one JSON
 * object a line, and does what it is told.
 *
 *     node embedded-program.ts <dataDir> wait|exit|write|interrupt|cycle
 */
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { EmbeddedDatabaseError, type EmbeddedServer, startEmbedded } from "../embedded/index.ts";

const [dataDir = "", mode = "wait"] = process.argv.slice(2);
const say = (fact: Readonly<Record<string, unknown>>) => process.stdout.write(`${JSON.stringify(fact)}\n`);

async function withClient<T>(server: EmbeddedServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client(server.url);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** Commits one row after the other for ever, and says each number only after its commit. */
const writeForEver = (server: EmbeddedServer) =>
	withClient(server, async (client) => {
		await client.query("CREATE TABLE IF NOT EXISTS acknowledged (n int PRIMARY KEY)");
		for (let n = 1; ; n += 1) {
			await client.query("INSERT INTO acknowledged VALUES ($1)", [n]);
			say({ acknowledged: n });
		}
	});

/** At Ctrl-C the database must still be there for what the server has to finish. */
async function finishAtInterrupt(server: EmbeddedServer, interrupted: Promise<void>): Promise<void> {
	// Something has to keep a program alive that only waits for a signal; in the real server it is its port.
	const busy = setInterval(() => undefined, 60_000);
	await interrupted;
	clearInterval(busy);
	await delay(300);
	await withClient(server, (client) => client.query("SELECT 1"));
	await server.stop();
	say({ finished: true });
}

const interrupt = Promise.withResolvers<void>();
if (mode === "interrupt") process.once("SIGINT", () => interrupt.resolve());

try {
	const server = await startEmbedded({ dataDir });
	say({ ready: true, database: server.pid, socketDir: server.connection.host, uid: process.getuid?.() });
	if (mode === "write") await writeForEver(server);
	if (mode === "exit") process.exit(0);
	if (mode === "interrupt") await finishAtInterrupt(server, interrupt.promise);
	if (mode === "cycle") {
		await withClient(server, (client) => client.query("SELECT 1"));
		await server.stop();
		say({ finished: true });
	}
	if (mode === "wait") setInterval(() => undefined, 60_000);
} catch (thrown) {
	const known = thrown instanceof EmbeddedDatabaseError ? { code: thrown.code, pid: thrown.pid } : {};
	say({ failed: String(thrown), ...known });
	process.exitCode = 1;
}
