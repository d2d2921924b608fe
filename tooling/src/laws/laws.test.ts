import { describe, expect, test } from "vitest";
import { judgeText } from "./index.ts";
import { importsOf } from "./source.ts";

const broken = (path: string, text: string): string[] =>
	judgeText(path, text)
		.filter(({ law }) => law.level === "error")
		.map(({ law, line }) => `${law.id}:${line}`);

describe("importsOf", () => {
	test.each([
		['import { a } from "x";', "x", false],
		['import type { A } from "x";', "x", true],
		['import { type A, type B } from "x";', "x", true],
		['import { type A, b } from "x";', "x", false],
		['import {\n\tone,\n\ttwo,\n} from "x";', "x", false],
		['export * from "x";', "x", false],
		['export type { A } from "x";', "x", true],
		['import "x";', "x", false],
		['const y = await import("x");', "x", false],
	])("%s", (text, specifier, typeOnly) => {
		expect(importsOf(text)).toMatchObject([{ specifier, typeOnly }]);
	});

	test.each(['// import { a } from "x";', '/* import "x"; */', 'export const a = new URL("../..", base);'])(
		"nothing in %s",
		(text) => {
			expect(importsOf(text)).toEqual([]);
		},
	);
});

describe("imports", () => {
	test.each([
		["packages/domain/src/issues/a.ts", 'import { x } from "@zhenggai/storage";', "arrow:1"],
		["packages/storage/src/a.ts", 'import { x } from "@zhenggai/services";', "arrow:1"],
		["packages/client/src/a.ts", 'import { x } from "@zhenggai/api";', "arrow:1"],
		["apps/web/src/a.tsx", 'import { x } from "@zhenggai/services";', "arrow:1"],
		["apps/tui/src/a.ts", 'import { x } from "../../../packages/domain/src/kernel/index.ts";', "fence:1"],
		["packages/domain/src/issues/a.ts", '\nimport { x } from "../rules/engine.ts";', "doors:2"],
		["packages/services/src/issues/a.ts", 'import { sql } from "drizzle-orm";', "bans:1"],
		["packages/services/src/issues/a.ts", 'import pg from "pg";', "bans:1"],
		["packages/client/src/a.ts", 'import { x } from "@trpc/server";', "bans:1"],
		["apps/web/src/a.ts", 'import { x } from "hono";', "bans:1"],
		["apps/tui/src/a.tsx", 'import { x } from "solid-js";', "bans:1"],
		["apps/web/src/a.tsx", 'import { x } from "ink";', "bans:1"],
		["packages/domain/src/a.ts", 'import { x } from "node:fs";', "nodeless:1"],
	])("%s refuses %s", (path, text, expected) => {
		expect(broken(path, text)).toEqual([expected]);
	});

	test.each([
		["packages/services/src/issues/a.ts", 'import { x } from "@zhenggai/storage";'],
		["packages/client/src/a.ts", 'import type { AppRouter } from "@zhenggai/api";'],
		["packages/client/src/a.ts", 'import type { inferRouterInputs } from "@trpc/server";'],
		["packages/domain/src/issues/a.ts", 'import { x } from "../rules/index.ts";'],
		["packages/domain/src/issues/a.ts", 'import { x } from "./schema.ts";'],
		["packages/domain/src/issues/a.ts", 'import { x } from "../kernel/date.ts";'],
		["packages/api/src/index.ts", 'import { issuesRouter } from "./issues/router.ts";'],
		["packages/storage/src/issues/a.ts", 'import { sql } from "drizzle-orm";'],
		["apps/server/src/a.test.ts", 'import { x } from "@zhenggai/client";'],
	])("%s allows %s", (path, text) => {
		expect(broken(path, text)).toEqual([]);
	});
});

describe("code", () => {
	test.each([
		["packages/domain/src/a.ts", "const now = Date.now();", "pure-domain:1"],
		["packages/domain/src/a.ts", "const now = new Date();", "pure-domain:1"],
		["packages/domain/src/a.ts", "const x = await y;", "pure-domain:1"],
		["packages/domain/src/a.ts", "const x = Math.random();", "pure-domain:1"],
		["packages/services/src/a.ts", "const x = process.env.PORT;", "environment:1"],
		["apps/tui/src/issues/a.ts", "const x = y.padEnd(8);", "cells:1"],
		["packages/api/src/a.ts", "const x = y as any;", "silenced:1"],
		["packages/api/src/a.ts", "const x = y as unknown as Z;", "silenced:1"],
		["packages/api/src/a.ts", ["// @ts", "ignore"].join("-"), "silenced:1"],
		["packages/api/src/a.ts", `// ${["TO", "DO"].join("")} later`, "unfinished:1"],
	])("%s refuses %s", (path, text, expected) => {
		expect(broken(path, text)).toEqual([expected]);
	});

	test.each([
		["packages/domain/src/a.ts", "const day = new Date(text);"],
		["packages/domain/src/a.ts", "// Date.now() is not for here"],
		["packages/domain/src/a.ts", 'const message = "await an answer";'],
		["packages/domain/src/a.test.ts", "const now = Date.now();"],
		["apps/server/src/env.ts", "const x = process.env.PORT;"],
		["apps/tui/src/terminal/cells.ts", "const x = y.padEnd(8);"],
	])("%s allows %s", (path, text) => {
		expect(broken(path, text)).toEqual([]);
	});

	test("a long file is a warning", () => {
		const findings = judgeText("packages/domain/src/a.ts", "\n".repeat(301));
		expect(findings.map(({ law }) => [law.id, law.level])).toEqual([["file-length", "warn"]]);
	});

	test("every law gives its reason", () => {
		const [finding] = judgeText("packages/domain/src/a.ts", 'import pg from "pg";');
		expect(finding?.law.reason.length).toBeGreaterThan(20);
	});
});
