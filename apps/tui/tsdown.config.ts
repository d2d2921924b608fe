import { defineConfig } from "tsdown";

const FETCHES = '"function"!=typeof fetch';

/**
 * Ink's layout engine reads its own WebAssembly, which it carries as text, through `fetch`: that loads all of Node's
 * HTTP client before the first frame, some 40 ms. Told that there is no `fetch` it decodes the text itself.
 */
const layoutWithoutFetch = {
	name: "layout-without-fetch",
	transform(code: string, id: string) {
		if (!/yoga-wasm-base64-esm\.js$/.test(id)) return null;
		if (!code.includes(FETCHES)) throw new Error("the layout engine is loaded in another way now");
		return { code: code.replaceAll(FETCHES, "true"), map: null };
	},
};

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
	plugins: [layoutWithoutFetch],
});
