import { describe, expect, test } from "vitest";
import { COMMANDS } from "./catalogue.ts";
import { GLOBAL_OPTIONS } from "./options.ts";
import { parseCommandLine } from "./parse.ts";

const parse = (line: string) =>
	parseCommandLine(
		COMMANDS,
		line.split(" ").filter((word) => word !== ""),
	);

const problem = (line: string) => {
	const parsed = parse(line);
	return parsed.kind === "wrong" ? parsed.problem : null;
};

test("nothing at all opens the ledger", () => {
	expect(parse("")).toMatchObject({ kind: "command", command: { path: ["tui"] } });
	expect(parse("--lang en")).toMatchObject({ kind: "command", command: { path: ["tui"] } });
});

test("options may stand before, between and behind the words of a command", () => {
	for (const line of ["--server http://x issues list --json", "issues --json list --server=http://x"]) {
		const parsed = parse(line);
		expect(parsed).toMatchObject({ kind: "command", command: { path: ["issues", "list"] }, arguments: [] });
		expect(parsed.options.flag("json")).toBe(true);
		expect(parsed.options.value("server")).toBe("http://x");
	}
});

test("a repeated option keeps all its values", () => {
	expect(parse("issues list --filter 时限:逾期 --filter !噪声").options.values("filter")).toEqual([
		"时限:逾期",
		"!噪声",
	]);
});

test("after -- everything is an argument", () => {
	expect(parse("parse -- --json")).toMatchObject({ kind: "command", arguments: ["--json"] });
});

describe("what is wrong is said with the nearest right word", () => {
	test.each([
		{ line: "isues list", zh: "没有命令“isues”，是否想用 issues？" },
		{ line: "issues lsit", zh: "没有命令“issues lsit”，是否想用 list？" },
		{ line: "issues", zh: "“issues”之后还要写：list、show、history" },
		{ line: "issues list --fliter x", zh: "“issues list”没有选项 --fliter，是否想用 --filter？" },
		{ line: "parse a.txt --limit 3", zh: "“parse”没有选项 --limit" },
		{ line: "issues list --limit", zh: "--limit 之后缺少值" },
		{ line: "issues list --json=yes", zh: "--json 不带值" },
		{ line: "parse", zh: "缺少参数 <文件>" },
		{ line: "rules all", zh: "多余的参数“all”" },
		{ line: "rules --lang fr", zh: "--lang 只能是：zh、zh-CN、en" },
		{ line: "xyzzy", zh: "没有命令“xyzzy”" },
	])("$line", ({ line, zh }) => {
		expect(problem(line)?.zh).toBe(zh);
		expect(problem(line)?.en).not.toBe("");
	});
});

test("help is found with and without a command", () => {
	expect(parse("--help")).toMatchObject({ kind: "help", command: null });
	expect(parse("help import")).toMatchObject({ kind: "help", command: { path: ["import"] } });
	expect(parse("issues list -h")).toMatchObject({ kind: "help", command: { path: ["issues", "list"] } });
	expect(parse("-V").kind).toBe("version");
});

test("an option name means the same kind of thing everywhere", () => {
	const kinds = new Map<string, string>();
	for (const option of [...GLOBAL_OPTIONS, ...COMMANDS.flatMap((command) => command.options)]) {
		expect([option.name, kinds.get(option.name) ?? option.kind]).toEqual([option.name, option.kind]);
		kinds.set(option.name, option.kind);
	}
});

test.each(COMMANDS.map((command) => [command.path.join(" "), command] as const))(
	"%s can be loaded",
	async (_, command) => {
		expect(await command.load()).toBeTypeOf("function");
	},
);
