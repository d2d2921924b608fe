export type { Asking } from "./changes.ts";
export { factsheet, firstInspection } from "./facts.ts";
export { issueOfJournal } from "./list-history.ts";
