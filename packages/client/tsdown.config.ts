import { defineConfig } from "tsdown";

/** The server's context is no business of a client: its type would drag the use cases into the declarations. */
const opaqueContext = {
	name: "opaque-context",
	load: (id: string) => (id.endsWith("/api/dist/context.d.ts") ? "export type Context = object;\n" : null),
};

/** Data beside the domain's types (rule sets, the calendar): nothing of it is in a declaration, so it stays out. */
const dataStaysOut = {
	name: "data-stays-out",
	resolveId: (id: string) => (id.endsWith(".json") ? { id, external: true, moduleSideEffects: false } : null),
};

export default defineConfig({
	entry: ["src/index.ts"],
	format: "esm",
	platform: "neutral",
	target: "es2023",
	fixedExtension: false,
	// Declarations of the packages to the left are made from source, in one program rooted in `packages`.
	tsconfig: "../tsconfig.client.json",
	dts: true,
	plugins: [opaqueContext, dataStaysOut],
	// What is bundled is ours alone; what stays outside must be a dependency in package.json.
	deps: { alwaysBundle: [/^@zhenggai\//], neverBundle: ["zod"], onlyBundle: [] },
});
