import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/** Where `pnpm dev` finds the API; in production the server itself serves this page. */
const SERVER = "http://127.0.0.1:4400";

export default defineConfig({
	plugins: [solid(), tailwindcss()],
	build: {
		target: "es2023",
		modulePreload: { polyfill: false },
		rolldownOptions: {
			// Schemas are built by pure calls: a page that needs only a label must not carry zod.
			treeshake: { manualPureFunctions: ["z", "id", "reading", "changed"] },
		},
	},
	server: {
		port: 4401,
		proxy: {
			"/trpc": SERVER,
			"/files": SERVER,
			"/auth": SERVER,
			"/sign-in": SERVER,
			"/sign-in.css": SERVER,
		},
	},
});
