import { defineConfig } from "vitest/config";

// Projects do not inherit from here: what they share is in tooling/src/vitest.ts.
export default defineConfig({
	test: {
		projects: [
			"packages/*/vitest.config.ts",
			"apps/*/vitest.config.ts",
			"tooling/vitest.config.ts",
			"e2e/vitest.config.ts",
		],
	},
});
