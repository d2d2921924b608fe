import solid from "vite-plugin-solid";
import { defineProject } from "vitest/config";

export default defineProject({
	plugins: [solid({ hot: false })],
	resolve: { conditions: ["development", "browser"] },
	test: {
		name: "web",
		environment: "jsdom",
		// One document for all files: making it takes longer than the tests, and each test cleans up what it renders.
		isolate: false,
		include: ["src/**/*.test.ts", "src/**/*.test.tsx", "src/**/*.prop.test.ts"],
		testTimeout: 30_000,
		server: { deps: { inline: [/solid-js/, /@solidjs\//, /@kobalte\//, /@tanstack\/solid-/] } },
	},
});
