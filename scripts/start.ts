// `pnpm start`: builds the web UI where it is stale while the database starts, and runs the server.
import { runMain } from "../apps/server/src/main.ts";
import { WEB_DIST } from "../apps/server/src/server.ts";
import { ensureBuilt } from "./lib/builds.ts";

const webRoot = ensureBuilt("web").then(() => WEB_DIST);
// The server waits for it later; until then a failure must not count as unheard.
webRoot.catch(() => undefined);

process.exit(await runMain(process.argv.slice(2), { webRoot }));
