import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { BenchCase } from "../case.ts";
import { runChild } from "../http/child.ts";
import { startServer } from "../http/server.ts";
import { absolute } from "../result.ts";

const SUBSCRIBERS = 1000;
const ACTS = 30;
const Told = z.object({ p50: z.number(), p99: z.number(), missing: z.number() });

/** From an entry of the journal to 1,000 subscribers: its commit, the wake-up, the row (design.md §8). */
export const live: BenchCase = {
	name: "live",
	async run(note) {
		const dataDir = mkdtempSync(join(tmpdir(), "zhenggai-bench-"));
		const server = await startServer(dataDir, []);
		try {
			const args = [server.url, server.token, String(SUBSCRIBERS), String(ACTS)];
			const told = Told.parse(await runChild("subscribers.ts", args, null));
			note(`p50 ${told.p50.toFixed(0)} ms`);
			if (told.missing > 0) throw new Error(`${told.missing} messages did not arrive`);
			const name = `event to subscriber, ${SUBSCRIBERS} subscribers`;
			return [absolute(`${name}: p99`, told.p99, "ms", { atMost: 250 })];
		} finally {
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	},
};
