import type { Failure } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { describeFailure } from "../app/failure-text.ts";
import type { ConnectionProblem } from "../settings/connection.ts";

/** What the command's exit code says. Scripts rely on these: never change one, only add. */
export const EXIT = {
	/** It is done. */
	done: 0,
	/** Refused by a rule, unreadable, or a mistake of ours. */
	failed: 1,
	/** The command line itself is wrong. */
	usage: 2,
	notFound: 3,
	denied: 4,
	/** No server, no answer. */
	network: 5,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a code and a sentence for people. */
export class CommandError extends Error {
	readonly code: ExitCode;
	readonly text: Bilingual;

	constructor(code: ExitCode, text: Bilingual) {
		super(text.en);
		this.name = "CommandError";
		this.code = code;
		this.text = text;
	}
}

/** The code for a connection that could not even be made out. */
export const problemError = (problem: ConnectionProblem): CommandError =>
	new CommandError(
		problem.kind === "noServer" ? EXIT.network : problem.kind === "badAddress" ? EXIT.usage : EXIT.denied,
		problem.text,
	);

function codeOf(failure: Failure): ExitCode {
	if (failure.kind !== "server") return EXIT.network;
	switch (failure.code) {
		case "NOT_SIGNED_IN":
		case "NOT_ALLOWED":
			return EXIT.denied;
		case "NOT_FOUND":
			return EXIT.notFound;
		case "UNAVAILABLE":
			return EXIT.network;
		case "BAD_INPUT":
			return EXIT.usage;
		default:
			return EXIT.failed;
	}
}

/** A failed request as the command's end. */
export const failureError = (failure: Failure): CommandError =>
	new CommandError(codeOf(failure), describeFailure(failure));

/** Anything that was thrown, as the command's end; null for a mistake of our own. */
export async function commandErrorOf(error: unknown): Promise<CommandError | null> {
	if (error instanceof CommandError) return error;
	const { failureOf } = await import("@zhenggai/client");
	const failure = failureOf(error);
	return failure === null ? null : failureError(failure);
}
