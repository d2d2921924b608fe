import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { BenchCase } from "../case.ts";
import { startServer } from "../http/server.ts";
import { absolute } from "../result.ts";

/** Resident memory of a process in MB, PostgreSQL's processes not counted. Linux only; 0 elsewhere. */
function residentMb(pid: number): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}

const SETTLE_MS = 3000;

/** First start with database and sample, start on existing data, memory of an idle server (design.md §8). */
export const start: BenchCase = {
	name: "start",
	async run() {
		const dataDir = mkdtempSync(join(tmpdir(), "zhenggai-bench-"));
		try {
			const first = await startServer(dataDir, []);
			await first.stop();
			const again = await startServer(dataDir, []);
			await delay(SETTLE_MS);
			const memory = residentMb(again.pid);
			await again.stop();
			return [
				absolute("first start with database and sample", first.readyMs, "ms", { atMost: 10_000 }),
				absolute("start on existing data", again.readyMs, "ms", { atMost: 3000 }),
				absolute("memory of the idle server", memory, "MB", { atMost: 200 }),
			];
		} finally {
			rmSync(dataDir, { recursive: true, force: true });
		}
	},
};
