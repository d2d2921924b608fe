/**
 * What each package may import of ours: only what stands left of it in domain → documents → storage → services → api →
 * client → web | tui. `client` takes types from `api` and none of its code.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	documents: ["domain"],
	storage: ["domain", "documents"],
	services: ["domain", "documents", "storage"],
	api: ["domain", "documents", "services"],
	client: ["domain", "api"],
	web: ["domain", "client"],
	tui: ["domain", "documents", "client"],
	server: ["domain", "documents", "storage", "services", "api"],
	bench: ["domain", "documents", "storage", "services", "client", "server"],
	e2e: ["domain", "client", "server", "services"],
	tooling: [],
	scripts: [],
};

/** The rooms: the same folder name in every layer. */
export const ROOMS = [
	"issues",
	"responsibilities",
	"plans",
	"progress",
	"supervision",
	"close-out",
	"complaints",
	"reports",
	"prevention",
	"accountability",
	"screening",
	"in-tray",
	"sweep",
	"rules",
	"access",
	"journal",
] as const;

/** The package that a path belongs to, and its path inside `src`. */
export function placeOf(path: string): { readonly owner: string; readonly inside: string } {
	const match =
		/^(?:packages|apps)\/([^/]+)\/(?:src\/)?(.*)$/.exec(path) ?? /^([^/]+)\/(?:src\/)?(.*)$/.exec(path);
	return { owner: match?.[1] ?? "", inside: match?.[2] ?? path };
}

/** The room that a path inside `src` lies in, or null. */
export function roomOf(inside: string): string | null {
	const [folder = ""] = inside.split("/");
	return inside.includes("/") && ROOMS.some((room) => room === folder) ? folder : null;
}

/** Tests, their helpers and set-ups: they may reach further than what they test. */
export const isTest = (path: string): boolean =>
	/\.(test|prop\.test|db\.test|e2e|bench)\.tsx?$|\.test-d\.ts$|(^|\/)(testing|test|fixtures)\/|(^|\/)testing\.ts$|(^|\/)(vitest|vite|tsdown|drizzle)\.config\.ts$/.test(
		path,
	) || path.startsWith("e2e/");
