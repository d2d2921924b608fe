/** A node that sweeps a database slowly, to be killed in the middle of it: `node sweep-program.ts URL DAY MOMENT`. */
import { setTimeout as delay } from "node:timers/promises";
import { Instant, IsoDate } from "@zhenggai/domain/kernel";
import { openDatabase } from "@zhenggai/storage";
import { sweepDay } from "../sweep/index.ts";
import { newId } from "./ids.ts";

const [url = "", day = "", moment = ""] = process.argv.slice(2);
const database = await openDatabase({ url }, { max: 4 });
const now = Instant.parse(moment);
let batches = 0;
const slow = {
	...{ database, newId, version: "0.1.0-test" },
	now: () => {
		batches += 1;
		// The second batch has read its issues: whoever hears this kills in the middle of it.
		if (batches === 4) process.stdout.write("sweeping\n");
		return now;
	},
};
const stop = new AbortController();
await sweepDay(slow)(IsoDate.parse(day), { batch: 1, signal: stop.signal });
await delay(60_000);
