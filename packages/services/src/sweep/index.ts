export type { SweepContext } from "./context.ts";
export { type CitySwept, LaneEnded, type SweepLane, type SweepLanes } from "./lanes.ts";
export { sweepCity } from "./sweep-city.ts";
export { type SweepSummary, sweepDay } from "./sweep-day.ts";
