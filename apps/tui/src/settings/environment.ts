import type { Language } from "@zhenggai/domain/kernel";

/** What the surroundings say about how to speak and draw. Read once, passed on as data. */
export type Environment = {
	readonly language: Language;
	/** Whether colour may be used on the data stream. */
	readonly colour: boolean;
	/** Only ASCII for lines and marks of our own. */
	readonly ascii: boolean;
	/** Whether the terminal draws ambiguous characters in two cells. */
	readonly ambiguousWide: boolean;
	/** Whether a full-screen program can run: both ends are a terminal that understands cursor movement. */
	readonly fullScreen: boolean;
	readonly screenReader: boolean;
	/** Columns of the terminal, null where the output is not one. */
	readonly columns: number | null;
};

/** Options of the command line that win over the environment. */
export type EnvironmentOptions = {
	lang?: string | undefined;
	noColor?: boolean | undefined;
	ascii?: boolean | undefined;
	ambiguousWide?: boolean | undefined;
};

type Streams = {
	stdin: { isTTY?: boolean | undefined };
	stdout: { isTTY?: boolean | undefined; columns?: number | undefined };
};

/** The language that `--lang`, ZHENGGAI_LANG or the locale asks for; Chinese where none says otherwise. */
export function languageOf(option: string | undefined, env: NodeJS.ProcessEnv): Language {
	// An empty variable counts as none, as POSIX has it.
	const asked = option || env.ZHENGGAI_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
	return /^en/i.test(asked) ? "en" : "zh-CN";
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "" && value !== "0";

/** Reads the surroundings: options first, then the environment, then what the streams are. */
export function readEnvironment(
	options: EnvironmentOptions,
	env: NodeJS.ProcessEnv,
	streams: Streams,
): Environment {
	const tty = streams.stdout.isTTY === true;
	const dumb = env.TERM === "dumb" || (env.TERM ?? "") === "";
	const forced = isSet(env.FORCE_COLOR);
	const refused = options.noColor === true || (env.NO_COLOR ?? "") !== "";
	return {
		language: languageOf(options.lang, env),
		colour: !refused && (forced || (tty && !dumb)),
		ascii: options.ascii === true || isSet(env.ZHENGGAI_ASCII) || env.TERM === "linux",
		ambiguousWide: options.ambiguousWide === true || env.ZHENGGAI_AMBIGUOUS === "wide",
		fullScreen: tty && streams.stdin.isTTY === true && !dumb,
		screenReader: isSet(env.INK_SCREEN_READER) || isSet(env.ZHENGGAI_SCREEN_READER),
		columns: tty ? (streams.stdout.columns ?? 80) : null,
	};
}
