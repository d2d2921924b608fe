export { type CarriedOut, carryOut, type Effect } from "./carry-out.ts";
export { type Asking, type Change, decideChanges } from "./changes.ts";
export { factsheet, firstInspection } from "./facts.ts";
export { judgeChanges } from "./judge.ts";
export { describedEvents, issueOfJournal } from "./list-history.ts";
export { surroundingsOnSave } from "./neighbours.ts";
export { writeChanges } from "./write-changes.ts";
