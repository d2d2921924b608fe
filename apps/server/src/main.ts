// The server as a process of its own; `pnpm start` does the same and builds the web UI before.
import "./faster-start.ts";

const { runMain } = await import("./run-main.ts");

process.exit(await runMain(process.argv.slice(2)));
