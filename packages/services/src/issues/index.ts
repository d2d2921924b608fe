export type { Asking, Change } from "./changes.ts";
export { factsheet, firstInspection } from "./facts.ts";
export { issueOfJournal } from "./list-history.ts";
export { surroundingsOnSave } from "./neighbours.ts";
export { writeChanges } from "./write-changes.ts";
