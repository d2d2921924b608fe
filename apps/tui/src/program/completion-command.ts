import type { CommandSpec, Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { GLOBAL_OPTIONS } from "../command-line/options.ts";
import { say, speak } from "../say.ts";

const optionsOf = (command: CommandSpec): string[] =>
	[...command.options, ...GLOBAL_OPTIONS].map((option) => `--${option.name}`);

const takesFile = (command: CommandSpec): boolean =>
	[...command.arguments, ...command.options].some((one) => one.file === true);

/** The words that may follow each beginning of a command: `""` → first words, `"issues"` → its second words. */
export function nextWords(commands: readonly CommandSpec[]): ReadonlyMap<string, readonly string[]> {
	const words = new Map<string, Set<string>>();
	for (const { path } of commands) {
		for (const [index, part] of path.entries()) {
			const before = path.slice(0, index).join(" ");
			words.set(before, (words.get(before) ?? new Set()).add(part));
		}
	}
	return new Map([...words].map(([before, after]) => [before, [...after]]));
}

/** A command that begins like a longer one must not answer for it. */
const longestFirst = (commands: readonly CommandSpec[]): CommandSpec[] =>
	commands.toSorted((a, b) => b.path.length - a.path.length);

function bash(commands: readonly CommandSpec[]): string {
	const cases = longestFirst(commands).map((command) => {
		const files = takesFile(command) ? '; COMPREPLY+=($(compgen -f -- "$cur"))' : "";
		const path = command.path.join(" ");
		return `    "${path}"|"${path} "*) COMPREPLY=($(compgen -W "${optionsOf(command).join(" ")}" -- "$cur"))${files};;`;
	});
	const groups = [...nextWords(commands)].map(
		([before, after]) =>
			`    "${before}") COMPREPLY=($(compgen -W "${after.join(" ")}" -- "$cur")); return;;`,
	);
	return [
		"_zhenggai() {",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own placeholder.
		'  local cur="${COMP_WORDS[COMP_CWORD]}"',
		// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own placeholder.
		'  local before="${COMP_WORDS[*]:1:COMP_CWORD-1}"',
		'  case "$before" in',
		...groups,
		"  esac",
		'  case "$before" in',
		...cases,
		"  esac",
		"}",
		"complete -F _zhenggai zhenggai",
		"",
	].join("\n");
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(commands: readonly CommandSpec[]): string {
	const groups = [...nextWords(commands)].map(
		([before, after]) => `    ${quoted(before)}) compadd -- ${after.join(" ")}; return;;`,
	);
	const cases = longestFirst(commands).map((command) => {
		const files = takesFile(command) ? "; _files" : "";
		const path = quoted(command.path.join(" "));
		return `    ${path}|${path}" "*) compadd -- ${optionsOf(command).join(" ")}${files};;`;
	});
	return [
		"#compdef zhenggai",
		"_zhenggai() {",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own placeholder.
		'  local before="${(j: :)words[2,CURRENT-1]}"',
		'  case "$before" in',
		...groups,
		"  esac",
		'  case "$before" in',
		...cases,
		"  esac",
		"}",
		"compdef _zhenggai zhenggai",
		"",
	].join("\n");
}

function fish(commands: readonly CommandSpec[], language: "zh-CN" | "en"): string {
	const firsts = nextWords(commands).get("") ?? [];
	const lines = firsts.map((word) => {
		const summary = commands.find((command) => command.path[0] === word)?.summary ?? say("", "");
		return `complete -c zhenggai -f -n __fish_use_subcommand -a ${word} -d ${quoted(speak(summary, language))}`;
	});
	const below = commands.flatMap((command) => {
		const [first, second] = command.path;
		const here =
			second === undefined
				? `__fish_seen_subcommand_from ${first}`
				: `__fish_seen_subcommand_from ${first}; and __fish_seen_subcommand_from ${second}`;
		const own = command.options.map(
			(option) =>
				`complete -c zhenggai -n ${quoted(here)} -l ${option.name} -d ${quoted(speak(option.summary, language))}`,
		);
		const files = takesFile(command) ? [`complete -c zhenggai -F -n ${quoted(here)}`] : [];
		const child =
			second === undefined
				? []
				: [`complete -c zhenggai -f -n ${quoted(`__fish_seen_subcommand_from ${first}`)} -a ${second}`];
		return [...child, ...files, ...own];
	});
	const globals = GLOBAL_OPTIONS.map(
		(option) => `complete -c zhenggai -l ${option.name} -d ${quoted(speak(option.summary, language))}`,
	);
	return `${[...lines, ...below, ...globals].join("\n")}\n`;
}

/** `completion`: a script for the shell, made from the same table as help. */
export const run: Runner = async (context) => {
	const { COMMANDS } = await import("../command-line/catalogue.ts");
	const [shell = ""] = context.arguments;
	switch (shell) {
		case "bash":
			context.out(bash(COMMANDS));
			return EXIT.done;
		case "zsh":
			context.out(zsh(COMMANDS));
			return EXIT.done;
		case "fish":
			context.out(fish(COMMANDS, context.language));
			return EXIT.done;
		default:
			throw new CommandError(EXIT.usage, say("请写 bash、zsh 或 fish", "Say bash, zsh or fish"));
	}
};
