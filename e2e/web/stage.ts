/// <reference lib="dom" />
import { createZhenggaiClient, type ZhenggaiClient } from "@zhenggai/client";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { ensureBuilt } from "../../scripts/lib/builds.ts";
import { launchBrowser } from "../support/browser.ts";
import { type LiveServer, startServer } from "../support/server.ts";

/** What a file of browser tests plays on. */
export type Stage = { server: LiveServer; browser: Browser; operator: ZhenggaiClient };

/** A real server with the sample ledger and a real browser for all tests of a file. */
export function useStage(): () => Stage {
	let stage: Stage | undefined;
	beforeAll(async () => {
		await ensureBuilt("web");
		const server = await startServer();
		const browser = await launchBrowser();
		stage = { server, browser, operator: createZhenggaiClient({ url: server.url, token: server.token }) };
	}, 180_000);
	afterAll(async () => {
		await stage?.browser.close();
		await stage?.server.stop();
	});
	return () => {
		if (stage === undefined) throw new Error("the stage is not set");
		return stage;
	};
}
