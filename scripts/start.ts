// `pnpm start`: builds the web UI where it is stale while the database starts, and runs the server.
import "../apps/server/src/faster-start.ts";
import { join } from "node:path";
import { ensureBuilt } from "./lib/builds.ts";
import { ROOT } from "./lib/run.ts";

const webRoot = ensureBuilt("web").then(() => join(ROOT, "apps/web/dist"));
// The server waits for it later; until then a failure must not count as unheard.
webRoot.catch(() => undefined);

const { runMain } = await import("../apps/server/src/run-main.ts");

process.exit(await runMain(process.argv.slice(2), { webRoot }));
