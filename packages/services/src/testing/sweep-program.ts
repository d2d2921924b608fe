/** A node that stops in the middle of its third batch, to be killed there: `node sweep-program.ts URL DAY MOMENT CITY`. */
import { writeSync } from "node:fs";
import { Instant, IsoDate } from "@zhenggai/domain/kernel";
import { openDatabase } from "@zhenggai/storage";
import { sweepDay } from "../sweep/index.ts";
import { newId } from "./ids.ts";

const [url = "", day = "", moment = "", city = ""] = process.argv.slice(2);
const database = await openDatabase({ url }, { max: 4 });
const now = Instant.parse(moment);
let asked = 0;
const halting = {
	...{ database, newId, version: "0.1.0-test" },
	now: () => {
		asked += 1;
		// Asked once when the day begins and once in each batch, whose issues are read by then and not written.
		if (asked === 4) {
			writeSync(1, "sweeping\n");
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
		}
		return now;
	},
};
await sweepDay(halting)(IsoDate.parse(day), { batch: 1, prefix: city });
