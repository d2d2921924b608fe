#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { runCommandLine } from "./command-line/run.ts";

// The second start is faster by a third.
enableCompileCache();

// A reader that closes its end early (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await runCommandLine(process.argv.slice(2));
