import { Instant } from "@zhenggai/domain/kernel";
import { type Database, sealJournal } from "@zhenggai/storage";
import {
	deleteEndedSessions,
	deleteOldDeviceRequests,
	deleteOldTerminalSessions,
} from "@zhenggai/storage/access";
import { errorFields, type Logger } from "./log.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How long the ledger can say who was signed in at which terminal (网络安全法 art. 21: six months at least). */
const TERMINALS_KEPT_MS = 190 * DAY_MS;

type Job = { readonly name: string; readonly everyMs: number; run(): Promise<unknown> };

/** When jobs run, and by which clock. */
export type JobClock = {
	/** What time it is for the ledger. */
	readonly now: () => Instant;
	readonly sealEveryMs?: number;
};

const machineNow = (): Instant => Instant.parse(new Date().toISOString());

/** Work that the server does by itself. */
export type Jobs = {
	/** Starts no more work and waits for what is under way. */
	stop(): Promise<void>;
};

/** One job on its own clock: the next run is timed from the end of the last, so runs never overlap. */
function repeat(job: Job, log: Logger): Jobs {
	let running: Promise<unknown> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	const again = () => {
		if (!stopped) timer = setTimeout(work, job.everyMs).unref();
	};
	const work = () => {
		running = job
			.run()
			.catch((error: unknown) => log.error({ job: job.name, ...errorFields(error) }, "A job failed"))
			.finally(again);
	};
	again();
	return {
		stop: async () => {
			stopped = true;
			clearTimeout(timer);
			await running;
		},
	};
}

/** Sessions of browsers as they end, requests of terminals a day later, sessions of terminals after half a year. */
async function clearSessions(database: Database): Promise<void> {
	const now = Date.now();
	await deleteEndedSessions(database, machineNow());
	await deleteOldDeviceRequests(database, new Date(now - DAY_MS));
	await deleteOldTerminalSessions(database, new Date(now - TERMINALS_KEPT_MS));
}

/**
 * Seals what is new in the journal once a minute, and clears away sessions that have ended once an hour, which they do
 * by the machine's clock. Several nodes may do so at once: sealing takes its turn, clearing away twice changes nothing.
 */
export function startJobs(
	database: Database,
	log: Logger,
	{ now, sealEveryMs = MINUTE_MS }: JobClock = { now: machineNow },
): Jobs {
	const jobs: readonly Job[] = [
		{ name: "seal-journal", everyMs: sealEveryMs, run: () => sealJournal(database, now()) },
		{
			name: "clear-sessions",
			everyMs: 60 * MINUTE_MS,
			run: () => clearSessions(database),
		},
	];
	const started = jobs.map((job) => repeat(job, log));
	return { stop: async () => void (await Promise.all(started.map((job) => job.stop()))) };
}
