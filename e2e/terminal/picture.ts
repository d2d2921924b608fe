import { writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { startServer } from "../support/server.ts";
import { svgOf } from "../support/svg.ts";
import { Session } from "../support/terminal.ts";

// Draws docs/images/terminal.svg: the real dashboard on the real server with the sample ledger.
const COLUMNS = 150;
const ROWS = 40;
const server = await startServer();
try {
	const session = new Session([], { ZHENGGAI_DATA: server.dataDir }, COLUMNS, ROWS);
	await session.shows("实时");
	session.type("2");
	await session.shows("[2 逾期");
	session.type("j");
	await session.shows("七要素");
	await delay(500);
	writeFileSync(new URL("../../docs/images/terminal.svg", import.meta.url), svgOf(session.screen));
	session.type("q");
	await session.ended;
} finally {
	await server.stop();
}
