import type { TestProjectInlineConfiguration } from "vitest/config";

/** The Vitest project of a package whose tests run in Node: one preset, so that all packages test alike. */
export function nodeProject(name: string): TestProjectInlineConfiguration {
	return {
		test: {
			name,
			environment: "node",
			include: ["src/**/*.test.ts", "src/**/*.prop.test.ts", "src/**/*.db.test.ts"],
			testTimeout: 30_000,
			hookTimeout: 60_000,
		},
	};
}
