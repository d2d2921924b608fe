import type { BenchCase } from "../case.ts";
import { parse } from "./parse.ts";

/** Every benchmark, in the order in which they run. */
export const cases: readonly BenchCase[] = [parse];
