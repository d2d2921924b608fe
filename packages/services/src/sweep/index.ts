export type { SweepContext } from "./context.ts";
export { type SweepSummary, sweepDay } from "./sweep-day.ts";
