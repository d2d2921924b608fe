import { defineConfig } from "tsdown";

/*
 * The full-screen dashboard in one file: Ink and React unbundled take three times as long to load. The command
 * line itself is not bundled, Node runs it as it is.
 */
export default defineConfig({
	entry: { dashboard: "src/dashboard.tsx" },
	format: "esm",
	platform: "node",
	target: "node26",
	outDir: "dist",
	dts: false,
	minify: true,
	sourcemap: false,
	deps: { alwaysBundle: [/.*/], onlyBundle: false, neverBundle: ["react-devtools-core"] },
	define: { "process.env.NODE_ENV": '"production"', "process.env.DEV": '"false"' },
});
