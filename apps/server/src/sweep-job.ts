import { shanghaiDate } from "@zhenggai/domain/kernel";
import { type SweepContext, sweepDay } from "@zhenggai/services/sweep";
import { type Database, JOBS_SCHEMA, readerOf } from "@zhenggai/storage";
import { sweptCities, sweptThrough } from "@zhenggai/storage/sweep";
import type { PgBoss } from "pg-boss";
import type { Jobs } from "./jobs.ts";
import { errorFields, type Logger } from "./log.ts";

const QUEUE = "nightly-sweep";
const MINUTE_MS = 60_000;

/**
 * Five past midnight in Shanghai, whatever the machine's zone; and five past every other hour, for a night that nobody was
 * woken for: the queue lets a time pass at which it cannot reach the database.
 */
const EVERY_HOUR = { cron: "5 * * * *", tz: "Asia/Shanghai" } as const;

/**
 * The queue wakes one node and tries again; what was swept is known by the ledger's own table. One job waits, one runs
 * and one is tried again at most. A node that falls silent loses its job after a minute; a night may take hours.
 */
const QUEUE_OPTIONS = {
	...{ policy: "stately", retryLimit: 10, retryDelay: 30, retryBackoff: true, retryDelayMax: 1800 },
	...{ heartbeatSeconds: 60, expireInSeconds: 12 * 3600, deleteAfterSeconds: 30 * 24 * 3600 },
} as const;

export type SweepJobOptions = {
	/** How often the queue is asked for work; every 30 seconds when not given. */
	readonly pollSeconds?: number;
	/** After how long a queue that could not be opened is tried again. */
	readonly retryMs?: number;
};

/** The queue on the connections that the server has: no more of them, and rows of its own schema alone. */
async function openQueue(database: Database, log: Logger): Promise<PgBoss> {
	const { PgBoss } = await import("pg-boss");
	const boss = new PgBoss({
		db: { executeSql: (text, values) => database.pool.query(text, values?.slice()) },
		...{ schema: JOBS_SCHEMA, registerInstance: false, monitorVacuum: false },
	});
	boss.on("error", (error) =>
		log.warn({ job: QUEUE, ...errorFields(error) }, "The queue of jobs is in trouble"),
	);
	await boss.start();
	return boss;
}

/** Whether a day is missing anywhere, today's included. */
async function isMissing({ database, now }: SweepContext): Promise<boolean> {
	const reader = readerOf(database);
	const today = shanghaiDate(now());
	for (const city of await sweptCities(reader)) {
		const through = await sweptThrough(reader, city);
		if (through === null || through < today) return true;
	}
	return false;
}

/** Sweeps everything that is missing through today, by the ledger's clock. Most hours nothing is. */
async function sweepNow(context: SweepContext, log: Logger, signal: AbortSignal): Promise<void> {
	if (!(await isMissing(context))) return;
	const day = shanghaiDate(context.now());
	const began = performance.now();
	const { complete, ...done } = await sweepDay(context)(day, { signal });
	const fields = { job: QUEUE, day, ...done, complete, ms: Math.round(performance.now() - began) };
	if (done.failed > 0) log.warn(fields, "Some issues could not be swept");
	else log.info(fields, "Swept");
	// The queue then has another node go on, or comes back to a part that was being swept by hand.
	if (!complete)
		throw new Error(signal.aborted ? "stopped while sweeping" : "a part was being swept already");
}

async function open(
	context: SweepContext,
	log: Logger,
	signal: AbortSignal,
	{ pollSeconds = 30 }: SweepJobOptions,
): Promise<PgBoss> {
	const boss = await openQueue(context.database, log);
	try {
		await boss.createQueue(QUEUE, QUEUE_OPTIONS);
		await boss.work(QUEUE, { pollingIntervalSeconds: pollSeconds }, () => sweepNow(context, log, signal));
		await boss.schedule(QUEUE, EVERY_HOUR.cron, null, { tz: EVERY_HOUR.tz });
		if (await isMissing(context)) await boss.send(QUEUE);
		return boss;
	} catch (error) {
		await boss.stop({ graceful: false });
		throw error;
	}
}

/**
 * Has this node take part in the nightly sweep: at five past midnight in Shanghai, and at once, or within the hour, where a
 * day is missing. Opens the queue in the background, again and again until it is open. Stopping waits for the batch that is
 * under way.
 */
export function startSweepJob(context: SweepContext, log: Logger, options: SweepJobOptions = {}): Jobs {
	const stopping = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	let opening: Promise<PgBoss | null> = Promise.resolve(null);
	const attempt = () => {
		opening = open(context, log, stopping.signal, options).catch((error: unknown) => {
			log.error({ job: QUEUE, ...errorFields(error) }, "The queue of jobs could not be opened");
			if (!stopping.signal.aborted) timer = setTimeout(attempt, options.retryMs ?? 10 * MINUTE_MS).unref();
			return null;
		});
	};
	attempt();
	return {
		stop: async () => {
			stopping.abort();
			clearTimeout(timer);
			await (await opening)?.stop({ graceful: true, timeout: MINUTE_MS });
		},
	};
}
