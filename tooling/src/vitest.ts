import { fileURLToPath } from "node:url";
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

/**
 * The same for a package of pure functions: nothing is left behind by a test, so that all files share what they load.
 * That halves the time of a run.
 */
export function pureProject(name: string): TestProjectInlineConfiguration {
	const project = nodeProject(name);
	return { ...project, test: { ...project.test, isolate: false } };
}

/**
 * The same for a package with `.db.test.ts` files: the run gets one PostgreSQL, shared by all such projects, and
 * each file makes its own database on it with `testDatabase()` of `@zhenggai/storage/testing`.
 */
export function databaseProject(name: string): TestProjectInlineConfiguration {
	const project = nodeProject(name);
	const setup = new URL("../../packages/storage/src/testing/global-setup.ts", import.meta.url);
	return { ...project, test: { ...project.test, globalSetup: [fileURLToPath(setup)] } };
}
