import { rmSync } from "node:fs";
import { makeTemplate, TEMPLATE } from "./server.ts";

/** Loads the sample ledger once for all files of a run; each starts on a copy of its own. */
export default async function setup(): Promise<() => void> {
	const dataDir = await makeTemplate();
	process.env[TEMPLATE] = dataDir;
	return () => rmSync(dataDir, { recursive: true, force: true });
}
