import type { Bilingual } from "@zhenggai/domain/kernel";
import { type Environment, readEnvironment } from "./env.ts";
import { createLogger, errorFields } from "./log.ts";
import { createServer, type RunningServer } from "./server.ts";
import { startErrorText } from "./start-error.ts";
import { welcome } from "./welcome.ts";

export type MainOptions = {
	/** The built web UI, when it is there; the database starts meanwhile. */
	readonly webRoot?: Promise<string | null>;
};

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
const step = (text: Bilingual): void => print(`· ${text.zh}  ${text.en}`);

/** Resolves at the first signal to stop; the second one does not wait for anything. */
function untilSignal(): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	let asked = false;
	for (const signal of SIGNALS) {
		process.on(signal, () => {
			if (asked && signal === "SIGINT") process.exit(130);
			asked = true;
			resolve();
		});
	}
	return promise;
}

/** Says why a start failed: in words where there are some, else with where it happened. */
function explain(error: unknown): void {
	const text = startErrorText(error);
	if (text === null) {
		complain("启动失败（程序内部错误） The start failed (internal error)");
		complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
		return;
	}
	complain(`启动失败：${text.zh}`);
	complain(`The start failed: ${text.en}`);
}

async function serve(env: Environment, options: MainOptions, stop: Promise<void>): Promise<number> {
	const log = createLogger(env.logLevel);
	const server: RunningServer = await createServer({ env, log, onProgress: step, ...options });
	for (const line of await welcome(server, env)) print(line);
	const lost = server.databaseLost.then(() => "lost" as const);
	const why = await Promise.race([stop, lost]);
	if (why === "lost")
		complain("数据库意外停止，服务随之停止。 The database ended by itself, and so does the server.");
	else print("· 正在停止  Stopping");
	await server.stop();
	print("· 已停止  Stopped");
	return why === "lost" ? 1 : 0;
}

/**
 * Runs a server until it is told to stop, and gives the exit code: 0 after a signal, 1 where it could not start or
 * lost its database. Errors are told on standard error in both languages.
 */
export async function runMain(args: readonly string[], options: MainOptions = {}): Promise<number> {
	const stop = untilSignal();
	const log = createLogger("error");
	process.on("unhandledRejection", (error) => {
		log.error(errorFields(error), "An unhandled rejection");
	});
	try {
		const env = readEnvironment(process.env, args);
		return await serve(env, options, stop);
	} catch (error) {
		explain(error);
		return 1;
	}
}
