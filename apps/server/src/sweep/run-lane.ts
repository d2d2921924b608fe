import { randomUUIDv7 } from "node:crypto";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { Instant, type IsoDate } from "@zhenggai/domain/kernel";
import { sweepCity } from "@zhenggai/services/sweep";
import { openDatabase } from "@zhenggai/storage";
import type { FromLane, LaneStart, ToLane } from "./messages.ts";

/** One part at a time; the second connection wakes those who follow the journal. */
const CONNECTIONS = 2;

function answering(port: MessagePort, answer: (message: ToLane) => void): (message: FromLane) => void {
	port.on("message", answer);
	return (message) => port.postMessage(message);
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** Sweeps what it is told until it is told to stop, like a node of its own: with connections of its own. */
export async function runLane(): Promise<void> {
	if (parentPort === null) throw new Error("a lane of the sweep is a thread of the server");
	const { url, version }: LaneStart = workerData;
	const stopping = new AbortController();
	let ahead = 0;
	let work: Promise<void> = Promise.resolve();
	const tell = answering(parentPort, (message) => {
		if (message.type === "stop") {
			stopping.abort();
			void work.finally(end);
			return;
		}
		ahead = message.ahead;
		work = sweep(message.city, message.through).then(tell);
	});
	const database = await openDatabase(
		{ url },
		{ max: CONNECTIONS, log: (...entry) => tell({ type: "log", entry }) },
	);
	const now = () => Instant.parse(new Date(Date.now() + ahead).toISOString());
	const sweepOne = sweepCity({ database, now, newId: randomUUIDv7, version });
	const sweep = async (city: number, through: IsoDate): Promise<FromLane> => {
		try {
			const options = { signal: stopping.signal, batch: undefined };
			return { type: "swept", swept: await sweepOne(city, through, options) };
		} catch (thrown) {
			return { type: "failed", error: asError(thrown) };
		}
	};
	const end = async () => {
		await database.close();
		parentPort?.close();
	};
	tell({ type: "ready" });
}
