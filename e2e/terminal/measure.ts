import { setTimeout as delay } from "node:timers/promises";
import { startServer } from "../support/server.ts";
import { Session } from "../support/terminal.ts";

// Measures the dashboard on a real terminal: process start to first frame, first data, and key press to frame.
const STARTS = 7;
const KEYS = 60;
const server = await startServer();

const quantile = (values: readonly number[], share: number): number => {
	const sorted = values.toSorted((a, b) => a - b);
	return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
};

/** Milliseconds until the program writes something, beginning now. */
const untilWritten = (session: Session): Promise<number> => {
	const began = performance.now();
	return new Promise((resolve) => {
		const listening = session.pty.onData(() => {
			listening.dispose();
			resolve(performance.now() - began);
		});
	});
};

async function open(): Promise<{ session: Session; first: number; data: number }> {
	const began = performance.now();
	const session = new Session([], { ZHENGGAI_DATA: server.dataDir }, 140, 40);
	const first = new Promise<number>((resolve) => {
		session.pty.onData(() => {
			if (session.written.includes("整改台账")) resolve(performance.now() - began);
		});
	});
	await session.shows("实时");
	return { session, first: await first, data: performance.now() - began };
}

try {
	// The first start may bundle the dashboard and fill Node's cache of compiled code.
	const warm = await open();
	warm.session.type("q");
	await warm.session.ended;
	const firsts: number[] = [];
	const datas: number[] = [];
	const keys: number[] = [];
	for (let turn = 0; turn < STARTS; turn += 1) {
		const { session, first, data } = await open();
		firsts.push(first);
		datas.push(data);
		if (turn === STARTS - 1) {
			for (let press = 0; press < KEYS; press += 1) {
				// Half-way between two ticks of the clock, so that what is written is the key's own frame.
				await delay(1000 - (Date.now() % 1000) < 200 ? 400 : 150);
				const written = untilWritten(session);
				session.type(press % 30 < 15 ? "j" : "k");
				keys.push(await written);
			}
		}
		session.type("q");
		await session.ended;
	}
	const row = (name: string, values: readonly number[]) => ({
		name,
		unit: "ms",
		p50: quantile(values, 0.5),
		p95: quantile(values, 0.95),
	});
	process.stdout.write(
		`${JSON.stringify({ results: [row("first frame", firsts), row("first data", datas), row("key to frame", keys)] }, null, 2)}\n`,
	);
} finally {
	await server.stop();
}
