import { defineProject } from "vitest/config";

/** Real server, real browser, real terminal: one file after the other, since each starts processes of its own. */
export default defineProject({
	test: {
		name: "e2e",
		environment: "node",
		include: ["**/*.e2e.ts"],
		fileParallelism: false,
		globalSetup: ["support/template.ts"],
		testTimeout: 120_000,
		hookTimeout: 120_000,
		// A page shows what follows from a click a moment later, on a busy machine after some more.
		expect: { poll: { timeout: 15_000 } },
	},
});
