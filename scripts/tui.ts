// `pnpm tui`: builds the terminal dashboard where it is stale, and runs it.
import { ensureBuilt } from "./lib/builds.ts";
import { run } from "./lib/run.ts";

await ensureBuilt("tui");
const { code } = await run("node", ["apps/tui/src/cli.ts", "tui", ...process.argv.slice(2)]);
process.exit(code);
