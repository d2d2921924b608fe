import type { ClientOptions, ZhenggaiClient } from "@zhenggai/client";
import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import type { Config } from "../settings/config.ts";
import type { Environment } from "../settings/environment.ts";
import type { Cells } from "../terminal/cells.ts";
import type { ExitCode } from "./exit.ts";

/** An option of the command line. The same name means the same thing in every command. */
export type OptionSpec = {
	readonly name: string;
	readonly short?: string;
	readonly kind: "flag" | "value";
	/** What stands in for the value in help. */
	readonly value?: Bilingual;
	readonly multiple?: boolean;
	readonly choices?: readonly string[];
	/** Whether the value is the path of a file. */
	readonly file?: boolean;
	readonly summary: Bilingual;
};

export type ArgumentSpec = {
	readonly name: Bilingual;
	readonly required: boolean;
	readonly file?: boolean;
	/** Whether it may be given several times; the last one of a command alone. */
	readonly several?: boolean;
};

/** A command: what it is called, takes and does. */
export type CommandSpec = {
	readonly path: readonly string[];
	readonly summary: Bilingual;
	readonly arguments: readonly ArgumentSpec[];
	readonly options: readonly OptionSpec[];
	readonly examples?: readonly string[];
	/** Loaded when it is run, so that no command pays for another. */
	load(): Promise<Runner>;
};

/** Values of the options that were given. */
export type OptionValues = {
	flag(name: string): boolean;
	value(name: string): string | undefined;
	values(name: string): readonly string[];
};

export type CommandContext = {
	readonly arguments: readonly string[];
	readonly options: OptionValues;
	readonly environment: Environment;
	readonly language: Language;
	/** The measurer; loading it takes longer than all else, so that only those who draw tables ask for it. */
	cells(): Promise<Cells>;
	readonly config: Config;
	readonly configPath: string;
	/** Data, for programs and pipes. */
	out(text: string): void;
	/** Talk, for people. Silent with `--quiet`. */
	talk(text: Bilingual): void;
	/**
	 * The server, signed in; throws a CommandError with the way out where there is none. `operator` is for what only the
	 * operator of the server's machine does: unless a token is given, no person's sign-in stands before it.
	 */
	connect(as?: "operator"): Promise<{
		client: ZhenggaiClient;
		url: string;
		/** The same connection for files, which are sent and fetched beside the calls. */
		files: ClientOptions;
	}>;
};

export type Runner = (context: CommandContext) => Promise<ExitCode>;
