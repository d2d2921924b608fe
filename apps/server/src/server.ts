import { randomUUIDv7 } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Bilingual, Instant, say, shanghaiDate } from "@zhenggai/domain/kernel";
import { createServices, createVault, type ServiceDependencies, type Services } from "@zhenggai/services";
import { type Database, type JournalFeed, migrate, openDatabase, openJournalFeed } from "@zhenggai/storage";
import { openFileStore } from "@zhenggai/storage/files";
import { createApp } from "./app.ts";
import { createApiKeys } from "./auth/api-keys.ts";
import { createAuth } from "./auth/auth.ts";
import { createAuthPort } from "./auth/auth-port.ts";
import { createDeviceGrant } from "./auth/device-grant.ts";
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, FailureLimiter } from "./auth/limiter.ts";
import { newLocalToken, publishLocalFile, removeLocalFile } from "./auth/local-token.ts";
import { readSecret } from "./auth/secret.ts";
import { createSessions } from "./auth/sessions.ts";
import { createTerminalSessions } from "./auth/terminal-sessions.ts";
import { CHECKOUT } from "./checkout.ts";
import type { Environment } from "./env.ts";
import { readinessOf } from "./health.ts";
import { BEGIN_LIMIT } from "./http/oauth-routes.ts";
import { OpenStreams } from "./http/streams.ts";
import { VISITOR_LIMIT } from "./http/visitors.ts";
import { type HttpServer, listen } from "./http-server.ts";
import { startJobs } from "./jobs.ts";
import { createLogger, type Logger, storageLog } from "./log.ts";
import { isEmptyLedger, operatorRegion } from "./operator.ts";
import { sweepLanes } from "./sweep/lanes.ts";
import { startSweepJob } from "./sweep-job.ts";
import { VERSION } from "./version.ts";

export type ServerOptions = {
	readonly env: Environment;
	readonly log?: Logger;
	/** Told each step of the start, in words for people. */
	readonly onProgress?: (step: Bilingual) => void;
	/** Where the built web UI lies, null to go without. `apps/web/dist` of the checkout when not given. */
	readonly webRoot?: string | null | Promise<string | null>;
	/**
	 * What time it is for the ledger: its commands, its pages and its jobs. The machine's clock when not given. Keys,
	 * sessions and sign-in links end by the machine's clock in any case.
	 */
	readonly now?: () => Date;
};

/** A server that answers requests. */
export type RunningServer = {
	/** The address people use. */
	readonly url: string;
	/** The address on this machine. */
	readonly localUrl: string;
	readonly port: number;
	/** The operator's token, as `local.json` in the data directory has it. */
	readonly localToken: string;
	readonly services: Services;
	/** A one-time sign-in link for each of these people. */
	signInLinks(usernames: readonly string[]): Promise<ReadonlyMap<string, string>>;
	/** Whether there is anybody who could sign in. */
	hasAccounts(): Promise<boolean>;
	/** Whether this start filled an empty ledger with the sample. */
	readonly loadedSample: boolean;
	/** Stops: no new connections, streams ended, requests under way finished (10 s at most), database closed. */
	stop(): Promise<void>;
	/** Resolves when the private database ended without being asked to: the server is of no use any more. */
	readonly databaseLost: Promise<void>;
};

/** Where the web UI is built to. */
const WEB_DIST = join(CHECKOUT, "apps/web/dist");

const hostInUrl = (host: string): string => {
	if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
	return host.includes(":") ? `[${host}]` : host;
};

/** What is to be undone when the server stops or a later step of the start fails; the last comes first. */
class Undo {
	readonly #steps: (() => Promise<void> | void)[] = [];

	add(step: () => Promise<void> | void): void {
		this.#steps.push(step);
	}

	async run(): Promise<void> {
		for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) await step();
	}
}

type Opened = { readonly database: Database; readonly feed: JournalFeed };

async function openStorage({ env, onProgress }: ServerOptions, log: Logger, undo: Undo): Promise<Opened> {
	const tell = onProgress ?? (() => undefined);
	const source =
		env.databaseUrl === null
			? {
					embedded: {
						dataDir: env.dataDir,
						log: storageLog(log),
						onProgress: ({ message }: { message: Bilingual }) => tell(message),
					},
				}
			: { url: env.databaseUrl };
	if (env.databaseUrl !== null) tell(say("正在连接数据库", "Connecting to the database"));
	const database = await openDatabase(source, { log: storageLog(log) });
	undo.add(() => database.close());
	const applied = await migrate(database);
	if (applied.length > 0)
		tell(say(`数据库已升级（${applied.length} 步）`, `Database migrated (${applied.length} steps)`));
	const feed = await openJournalFeed(database);
	undo.add(() => feed.close());
	return { database, feed };
}

/** The ledger's clock. */
const clockOf =
	({ now = () => new Date() }: ServerOptions) =>
	(): Instant =>
		Instant.parse(now().toISOString());

/** Threads for a large night, on the database that the server has. */
function lanesOn(
	{ databaseUrl }: Environment,
	{ embedded }: Database,
	now: () => Instant,
	log: Logger,
): Pick<ServiceDependencies, "sweepLanes"> {
	const url = embedded?.url ?? databaseUrl;
	return url === null ? {} : { sweepLanes: sweepLanes({ url, version: VERSION, now, log: storageLog(log) }) };
}

/** Everything behind HTTP: accounts, use cases, and who may speak as whom. */
async function compose(
	{ env }: ServerOptions,
	now: () => Instant,
	{ database, feed }: Opened,
	publicUrl: string,
	log: Logger,
) {
	const secret = readSecret(env.secret, env.dataDir);
	const auth = createAuth(database, { secret, publicUrl, idleMinutes: env.sessionIdleMinutes, log });
	const apiKeys = createApiKeys(database, randomUUIDv7);
	const port = createAuthPort(database, auth, apiKeys, { publicUrl, newId: randomUUIDv7 });
	const times = { idleMinutes: env.sessionIdleMinutes, hours: env.sessionHours };
	const terminals = createTerminalSessions(database, times);
	const dependencies: ServiceDependencies = {
		database,
		feed,
		now,
		newId: randomUUIDv7,
		auth: port,
		files: await openFileStore(env.filesDir),
		fileLimit: env.fileLimit,
		publicAccess: env.publicNotices,
		vault: createVault(secret),
		version: VERSION,
		...lanesOn(env, database, now, log),
	};
	return {
		auth,
		apiKeys,
		port,
		dependencies,
		services: createServices(dependencies),
		sessions: createSessions(auth, env.sessionHours),
		terminals,
		grant: createDeviceGrant(database, terminals, { secret, newId: randomUUIDv7 }),
	};
}

type Composed = Awaited<ReturnType<typeof compose>>;

async function loadSampleIfEmpty(
	options: ServerOptions,
	{ services, port, dependencies }: Composed,
): Promise<boolean> {
	if (!options.env.sample || !(await isEmptyLedger(services, port))) return false;
	options.onProgress?.(say("正在载入示例台账（虚构）", "Loading the sample ledger (fictional)"));
	const { loadSample } = await import("@zhenggai/services/sample");
	await loadSample(dependencies, shanghaiDate(dependencies.now()));
	return true;
}

const linksBy =
	({ port }: Composed) =>
	async (usernames: readonly string[]): Promise<ReadonlyMap<string, string>> => {
		const links = new Map<string, string>();
		for (const username of usernames) {
			const user = await port.findUser(username);
			if (user !== null) links.set(username, (await port.createSignInLink(user)).url);
		}
		return links;
	};

async function start(
	options: ServerOptions,
	log: Logger,
	http: HttpServer,
	undo: Undo,
): Promise<RunningServer> {
	const { env } = options;
	const now = clockOf(options);
	const localUrl = `http://${hostInUrl(env.host)}:${http.port}`;
	const publicUrl = env.publicUrl ?? localUrl;
	const opened = await openStorage(options, log, undo);
	const composed = await compose(options, now, opened, publicUrl, log);
	undo.add(() => composed.apiKeys.settled());
	const loadedSample = await loadSampleIfEmpty(options, composed);
	const jobs = startJobs(opened.database, log, { now });
	undo.add(() => jobs.stop());
	const streams = new OpenStreams();
	const localToken = newLocalToken();
	const webRoot = options.webRoot === undefined ? WEB_DIST : await options.webRoot;
	const { auth, apiKeys, sessions, terminals, grant, services } = composed;
	const app = createApp({
		...{ auth, sessions, terminals, grant, services, streams, log, publicUrl, trustProxy: env.trustProxy },
		sessionHours: env.sessionHours,
		fileLimit: env.fileLimit,
		accounts: new FailureLimiter(ACCOUNT_LIMIT),
		addresses: new FailureLimiter(ADDRESS_LIMIT),
		visitors: new FailureLimiter(VISITOR_LIMIT),
		guesses: new FailureLimiter(ACCOUNT_LIMIT),
		begun: new FailureLimiter(BEGIN_LIMIT),
		actors: { apiKeys, localToken, operatorRegion: operatorRegion(services, env.region) },
		readiness: readinessOf(opened.database, opened.feed, { sweeps: env.sweep ? now : null }),
		webRoot: webRoot !== null && existsSync(join(webRoot, "index.html")) ? webRoot : null,
	});
	http.serve(app);
	undo.add(() => http.drain(streams));
	if (env.sweep) {
		// Only now: nobody waits for the queue of jobs to be made.
		const sweeps = startSweepJob(composed.dependencies, log);
		undo.add(() => sweeps.stop());
	}
	publishLocalFile(env.dataDir, { url: localUrl, token: localToken, pid: process.pid });
	undo.add(() => removeLocalFile(env.dataDir, localToken));
	let stopping: Promise<void> | null = null;
	const stop = () => {
		stopping ??= undo.run();
		return stopping;
	};
	const databaseLost = (opened.database.embedded?.exited ?? Promise.withResolvers<never>().promise).then(
		async () => {
			// The wanted end of a stop is no loss.
			if (stopping !== null) await Promise.withResolvers<never>().promise;
		},
	);
	return {
		url: publicUrl,
		localUrl,
		port: http.port,
		localToken,
		services,
		loadedSample,
		stop,
		databaseLost,
		signInLinks: linksBy(composed),
		hasAccounts: async () => (await composed.port.listUsers()).length > 0,
	};
}

/**
 * Starts the whole server: listens, opens and migrates the database (creating the private one at the first start),
 * fills an empty ledger with the sample where the environment says so, and answers requests. Rejects with an error
 * that carries a `text` for the operator where the fault is outside of the program, and then leaves nothing behind.
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
	const log = options.log ?? createLogger(options.env.logLevel);
	const undo = new Undo();
	const http = await listen(options.env.host, options.env.port);
	undo.add(() => http.drain(null));
	try {
		return await start(options, log, http, undo);
	} catch (error) {
		await undo.run();
		throw error;
	}
}
