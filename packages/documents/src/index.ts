export { lastDayOf, type ReadDeadline, readDeadline } from "./issues/deadline.ts";
export { splitUnits } from "./issues/units.ts";
export { type ProposalJson, proposalJson } from "./json.ts";
export { type PlainRow, type PlainTable, readTable } from "./plain-table.ts";
export { type DocumentInput, type ReadOptions, readDocument } from "./reading.ts";
export { DEFAULT_LIMITS, type Limits } from "./source/limits.ts";
export { proposalTable } from "./table.ts";
