import { say, speak } from "../say.ts";
import { configPath, readConfig } from "../settings/config.ts";
import { checkoutRoot, resolveConnection } from "../settings/connection.ts";
import { type Environment, readEnvironment } from "../settings/environment.ts";
import { COMMANDS } from "./catalogue.ts";
import type { CommandContext, CommandSpec, OptionValues } from "./command.ts";
import { commandErrorOf, EXIT, type ExitCode, problemError } from "./exit.ts";
import { helpText } from "./help.ts";
import { parseCommandLine } from "./parse.ts";

const complain = (text: string) => process.stderr.write(`${text}\n`);

function environmentOf(
	options: OptionValues,
	path: string,
): { environment: Environment; config: CommandContext["config"] } {
	const { config, broken } = readConfig(path);
	const environment = readEnvironment(
		{
			lang: options.value("lang") ?? process.env.ZHENGGAI_LANG ?? config.language,
			noColor: options.flag("no-color"),
			ascii: options.flag("ascii"),
			ambiguousWide: options.flag("ambiguous-wide") || config.ambiguous === "wide",
		},
		process.env,
		process,
	);
	if (broken && !options.flag("quiet"))
		complain(
			speak(
				say(`设置文件无法读取，未采用：${path}`, `The settings file cannot be read and is not used: ${path}`),
				environment.language,
			),
		);
	return { environment, config };
}

/** What the options say of the connection. */
const askedOf = (options: OptionValues) => ({
	server: options.value("server"),
	token: options.value("token"),
	operator: options.flag("operator"),
});

async function connect(options: OptionValues, as?: "operator") {
	const asked = askedOf(options);
	const given = asked.token !== undefined || Boolean(process.env.ZHENGGAI_TOKEN);
	const resolved = resolveConnection(
		as === "operator" && !given ? { ...asked, operator: true } : asked,
		process.env,
		checkoutRoot(import.meta.dirname),
		process.getuid?.() ?? null,
	);
	if (!resolved.ok) throw problemError(resolved.problem);
	// Loaded only where it is needed: `--help` and `parse` speak to nobody.
	const { clientFor, clientOptions } = await import("../settings/client.ts");
	const { connection } = resolved;
	return { url: connection.url, client: clientFor(connection), files: clientOptions(connection) };
}

async function runCommand(command: CommandSpec, context: CommandContext): Promise<ExitCode> {
	try {
		const run = await command.load();
		return await run(context);
	} catch (error) {
		const known = await commandErrorOf(error);
		if (known !== null) {
			complain(speak(known.text, context.language));
			return known.code;
		}
		complain(
			speak(
				say("程序出错，请反馈以下信息：", "This is a fault of ours; please report what follows:"),
				context.language,
			),
		);
		complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
		return EXIT.failed;
	}
}

/** Runs one command line and gives its exit code. Data goes to standard output, everything else to standard error. */
export async function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
	const parsed = parseCommandLine(COMMANDS, argv);
	const path = configPath(process.env);
	const { environment, config } = environmentOf(parsed.options, path);
	const { language } = environment;
	const cells = async () => {
		const { makeCells } = await import("../terminal/cells.ts");
		return makeCells(environment);
	};
	if (parsed.kind === "version") {
		const { version } = await import("../program/version.ts");
		process.stdout.write(`zhenggai ${version()}\n`);
		return EXIT.done;
	}
	if (parsed.kind === "help") {
		process.stdout.write(
			`${helpText(COMMANDS, parsed.command, parsed.under, { language, cells: await cells() })}\n`,
		);
		return EXIT.done;
	}
	if (parsed.kind === "wrong") {
		const how =
			parsed.command === null ? "zhenggai --help" : `zhenggai ${parsed.command.path.join(" ")} --help`;
		complain(speak(parsed.problem, language));
		complain(speak(say(`写法见 ${how}`, `See ${how}`), language));
		return EXIT.usage;
	}
	return runCommand(parsed.command, {
		arguments: parsed.arguments,
		options: parsed.options,
		environment,
		language,
		cells,
		config,
		configPath: path,
		out: (text) => void process.stdout.write(text),
		talk(text) {
			if (!parsed.options.flag("quiet")) complain(speak(text, language));
		},
		connect: (as) => connect(parsed.options, as),
	});
}
