import { type Binaries, programPath } from "./binaries.ts";
import { type CommandResult, type Identity, runCommand } from "./child.ts";
import { dataDirArgument } from "./layout.ts";

/**
 * Runs SQL in PostgreSQL's single-user mode: no server, no connection, no password. `as` must own the directory
 * and have a name. One statement a line; the first that fails ends it with a code other than 0.
 */
export function runSingleUser(
	directory: string,
	binaries: Binaries,
	as: Identity,
	statements: readonly string[],
): Promise<CommandResult> {
	const settings = ["exit_on_error=on", "log_min_error_statement=panic", "log_checkpoints=off"];
	return runCommand(
		programPath(binaries, "postgres"),
		[
			"--single",
			"-D",
			dataDirArgument(directory, as !== null),
			...settings.flatMap((setting) => ["-c", setting]),
			"postgres",
		],
		{ as, cwd: directory, input: `${statements.join("\n")}\n` },
	);
}
