import { parseArgs } from "node:util";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";
import type { CommandSpec, OptionSpec, OptionValues } from "./command.ts";
import { GLOBAL_OPTIONS } from "./options.ts";
import { nearest } from "./suggest.ts";

/** What a command line asks for. */
export type Parsed =
	| {
			readonly kind: "command";
			readonly command: CommandSpec;
			readonly arguments: readonly string[];
			readonly options: OptionValues;
	  }
	/** `--help`, alone or for a command; `under` are the words that begin a group of commands. */
	| {
			readonly kind: "help";
			readonly command: CommandSpec | null;
			readonly under: readonly string[];
			readonly options: OptionValues;
	  }
	| { readonly kind: "version"; readonly options: OptionValues }
	| {
			readonly kind: "wrong";
			readonly problem: Bilingual;
			readonly command: CommandSpec | null;
			readonly options: OptionValues;
	  };

type Values = Readonly<Record<string, unknown>>;

const optionValues = (values: Values): OptionValues => {
	const texts = (name: string): string[] => {
		const given = values[name];
		return (Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === "string");
	};
	return {
		flag: (name) => values[name] === true,
		value: (name) => texts(name).at(-1),
		values: texts,
	};
};

/** All options of all commands: needed to tell an option's value from a word before the command is known. */
function tokenOptions(commands: readonly CommandSpec[]) {
	const all = [...GLOBAL_OPTIONS, ...commands.flatMap((command) => command.options)];
	return Object.fromEntries(
		all.map((option) => [
			option.name,
			{
				type: option.kind === "flag" ? ("boolean" as const) : ("string" as const),
				multiple: option.kind === "value",
				...(option.short === undefined ? {} : { short: option.short }),
			},
		]),
	);
}

/** The command with the longest path that the words begin with. */
function commandOf(commands: readonly CommandSpec[], words: readonly string[]): CommandSpec | null {
	const fitting = commands.filter((command) => command.path.every((part, index) => words[index] === part));
	return fitting.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}

const didYouMean = (near: string | null, mark = ""): Bilingual =>
	near === null ? say("", "") : say(`，是否想用 ${mark}${near}？`, `; did you mean ${mark}${near}?`);

function unknownCommand(commands: readonly CommandSpec[], words: readonly string[]): Bilingual {
	const group = commands.filter((command) => command.path[0] === words[0]);
	if (group.length > 0) {
		const below = group.map((command) => command.path[1] ?? "").filter((name) => name !== "");
		const wrong = words[1];
		if (wrong === undefined)
			return say(
				`“${words[0]}”之后还要写：${below.join("、")}`,
				`"${words[0]}" needs one of: ${below.join(", ")}`,
			);
		const near = didYouMean(nearest(wrong, below));
		return say(
			`没有命令“${words[0]} ${wrong}”${near.zh}`,
			`There is no command "${words[0]} ${wrong}"${near.en}`,
		);
	}
	const firsts = commands.flatMap((command) => command.path.slice(0, 1));
	const near = didYouMean(nearest(words[0] ?? "", [...new Set(firsts)]));
	return say(`没有命令“${words[0]}”${near.zh}`, `There is no command "${words[0]}"${near.en}`);
}

function optionProblem(
	command: CommandSpec,
	token: { name: string; rawName: string; value?: string | undefined },
): Bilingual | null {
	const known: readonly OptionSpec[] = [...GLOBAL_OPTIONS, ...command.options];
	const spec = known.find((option) => option.name === token.name);
	const path = command.path.join(" ");
	if (spec === undefined) {
		const near = didYouMean(
			nearest(
				token.name,
				known.map((option) => option.name),
			),
			"--",
		);
		return say(
			`“${path}”没有选项 ${token.rawName}${near.zh}`,
			`"${path}" has no option ${token.rawName}${near.en}`,
		);
	}
	if (spec.kind === "flag" && token.value !== undefined)
		return say(`${token.rawName} 不带值`, `${token.rawName} takes no value`);
	if (spec.kind === "value" && token.value === undefined)
		return say(`${token.rawName} 之后缺少值`, `${token.rawName} needs a value`);
	if (spec.choices !== undefined && !spec.choices.includes(token.value ?? ""))
		return say(
			`${token.rawName} 只能是：${spec.choices.join("、")}`,
			`${token.rawName} must be one of: ${spec.choices.join(", ")}`,
		);
	return null;
}

function argumentProblem(command: CommandSpec, given: readonly string[]): Bilingual | null {
	const missing = command.arguments[given.length];
	if (missing?.required === true)
		return say(`缺少参数 <${missing.name.zh}>`, `The argument <${missing.name.en}> is missing`);
	const extra = command.arguments.at(-1)?.several === true ? undefined : given[command.arguments.length];
	return extra === undefined ? null : say(`多余的参数“${extra}”`, `One argument too many: "${extra}"`);
}

/** Reads a command line. Never throws: what is wrong comes back as a sentence with the nearest right word. */
export function parseCommandLine(commands: readonly CommandSpec[], argv: readonly string[]): Parsed {
	const { tokens, values } = parseArgs({
		args: [...argv],
		options: tokenOptions(commands),
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const options = optionValues(values);
	const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
	const given = words.length === 0 ? ["tui"] : words;
	const command = commandOf(commands, given);
	if (options.flag("version")) return { kind: "version", options };
	if (options.flag("help") || words[0] === "help") {
		const under = words[0] === "help" ? words.slice(1) : words;
		return { kind: "help", command: commandOf(commands, under), under, options };
	}
	if (command === null) return { kind: "wrong", problem: unknownCommand(commands, given), command, options };
	const rest = given.slice(command.path.length);
	const problem =
		tokens
			.flatMap((token) => (token.kind === "option" ? [optionProblem(command, token)] : []))
			.find((found) => found !== null) ?? argumentProblem(command, rest);
	if (problem !== null) return { kind: "wrong", problem, command, options };
	return { kind: "command", command, arguments: rest, options };
}
