import type { StorageLog } from "@zhenggai/storage";
import { type Logger, pino } from "pino";
import type { Environment } from "./env.ts";

export type { Logger } from "pino";

/**
 * Structured logs on standard error, one JSON object a line. What goes in is chosen field by field: no names, no
 * addresses of people, no query strings, no bodies. Redaction is the second net.
 */
export function createLogger(level: Environment["logLevel"]): Logger {
	return pino(
		{
			level,
			base: undefined,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
			redact: {
				paths: [
					"token",
					"password",
					"secret",
					"cookie",
					"authorization",
					"*.token",
					"*.password",
					"*.cookie",
				],
				censor: "…",
			},
		},
		pino.destination({ fd: 2, sync: true }),
	);
}

/** The same logger in the form that storage reports to. */
export const storageLog =
	(log: Logger): StorageLog =>
	(level, message, fields) =>
		log[level]({ room: "storage", ...fields }, message);

/** A driver's code (`23505`, `ECONNREFUSED`) on the error or on what caused it. */
function codeOf(error: unknown): string | undefined {
	if (!(error instanceof Error)) return undefined;
	return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}

/**
 * What may be said of an unexpected error: its class, the driver's code, and where it was thrown. Not its message,
 * which may quote what a person typed.
 */
export function errorFields(error: unknown): { error: string; code?: string; at?: string } {
	if (!(error instanceof Error)) return { error: typeof error };
	const cause = error.cause instanceof Error ? error.cause : error;
	const frames = cause.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
	const code = codeOf(error);
	return {
		error: cause.name,
		...(code === undefined ? {} : { code }),
		...(frames === undefined ? {} : { at: frames.slice(0, 12).join("\n") }),
	};
}
