import type { BenchCase } from "../case.ts";
import { commands } from "./commands.ts";
import { importCase } from "./import.ts";
import { listAtHundredThousand, listAtMillion } from "./list.ts";
import { live } from "./live.ts";
import { parse } from "./parse.ts";
import { rules } from "./rules.ts";
import { simulate } from "./simulate.ts";
import { start } from "./start.ts";
import { sweepAtHundredThousand, sweepAtMillion } from "./sweep.ts";

/** Every benchmark, in the order in which they run. */
export const cases: readonly BenchCase[] = [
	rules,
	parse,
	importCase,
	start,
	commands,
	live,
	listAtHundredThousand,
	listAtMillion,
	simulate,
	sweepAtHundredThousand,
	sweepAtMillion,
];
