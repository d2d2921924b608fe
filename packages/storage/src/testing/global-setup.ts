import type { TestProject } from "vitest/node";
import { startTestServer, type TestServer, type TestServerAddress } from "./server.ts";

declare module "vitest" {
	interface ProvidedContext {
		testServer: TestServerAddress;
	}
}

/** One server for all projects of a run: each loads this file anew, so what they share hangs on the process. */
interface Shared {
	server: Promise<TestServer>;
	users: number;
}

const holder: { zhenggaiTestServer?: Shared } & typeof globalThis = globalThis;

/** Vitest's hook before a project's first file; what it returns runs after the project's last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	holder.zhenggaiTestServer ??= { server: startTestServer(), users: 0 };
	const shared = holder.zhenggaiTestServer;
	shared.users += 1;
	const { url, template } = await shared.server;
	project.provide("testServer", { url, template });
	return async () => {
		shared.users -= 1;
		if (shared.users > 0) return;
		delete holder.zhenggaiTestServer;
		await (await shared.server).stop();
	};
}
