import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { configPath, readConfig, rememberConfig } from "./config.ts";
import { languageOf, readEnvironment } from "./environment.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "zhenggai-config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what is remembered is there again, what others wrote stays", () => {
	const path = configPath({ XDG_CONFIG_HOME: folder });
	expect(path).toBe(join(folder, "zhenggai", "config.json"));
	expect(readConfig(path)).toEqual({ config: {}, broken: false });
	rememberConfig(path, { sort: "-updated" });
	writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), later: 1 }));
	rememberConfig(path, { split: 40, columns: ["number", "due"] });
	expect(readConfig(path).config).toMatchObject({ sort: "-updated", split: 40, columns: ["number", "due"] });
	expect(JSON.parse(readFileSync(path, "utf8")).later).toBe(1);
	expect(statSync(path).mode & 0o077).toBe(0);
});

test("a broken file is not used and not overwritten", () => {
	const path = join(folder, "config.json");
	writeFileSync(path, "{ sort:");
	expect(readConfig(path)).toEqual({ config: {}, broken: true });
	rememberConfig(path, { sort: "due" });
	expect(readFileSync(path, "utf8")).toBe("{ sort:");
});

test("fields of another kind count as missing", () => {
	const path = join(folder, "config.json");
	writeFileSync(path, JSON.stringify({ sort: 3, columns: "due", keys: { "row.copy": ["c"], bad: 1 } }));
	expect(readConfig(path).config).toMatchObject({
		sort: undefined,
		columns: undefined,
		keys: { "row.copy": ["c"] },
	});
});

test.each([
	{ option: undefined, env: {}, language: "zh-CN" },
	{ option: undefined, env: { LANG: "C" }, language: "zh-CN" },
	{ option: undefined, env: { LC_ALL: "", LANG: "en_GB.UTF-8" }, language: "en" },
	{ option: undefined, env: { LANG: "en_GB.UTF-8" }, language: "en" },
	{ option: undefined, env: { LANG: "en_US.UTF-8", ZHENGGAI_LANG: "zh" }, language: "zh-CN" },
	{ option: "en", env: { LANG: "zh_CN.UTF-8" }, language: "en" },
])("--lang $option with $env speaks $language", ({ option, env, language }) => {
	expect(languageOf(option, env)).toBe(language);
});

const tty = { stdin: { isTTY: true }, stdout: { isTTY: true, columns: 120 } };
const pipe = { stdin: {}, stdout: {} };

test.each([
	{
		name: "a terminal",
		env: { TERM: "xterm-256color" },
		streams: tty,
		colour: true,
		fullScreen: true,
		columns: 120,
	},
	{
		name: "NO_COLOR",
		env: { TERM: "xterm", NO_COLOR: "1" },
		streams: tty,
		colour: false,
		fullScreen: true,
		columns: 120,
	},
	{
		name: "a dumb terminal",
		env: { TERM: "dumb" },
		streams: tty,
		colour: false,
		fullScreen: false,
		columns: 120,
	},
	{ name: "a pipe", env: { TERM: "xterm" }, streams: pipe, colour: false, fullScreen: false, columns: null },
	{
		name: "only the input piped",
		env: { TERM: "xterm" },
		streams: { ...tty, stdin: {} },
		colour: true,
		fullScreen: false,
		columns: 120,
	},
])("$name", ({ env, streams, colour, fullScreen, columns }) => {
	expect(readEnvironment({}, env, streams)).toMatchObject({ colour, fullScreen, columns });
});
