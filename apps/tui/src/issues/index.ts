// The door of the room: what other rooms use of it.
export { issueActions } from "./actions.ts";
export { detailPage } from "./detail-lines.ts";
export { makeDirectory } from "./directory.ts";
export { ISSUE_FILTERS } from "./filter-language.ts";
export { findIssue, UUID } from "./find-issue.ts";
export { bringsNothing, NOTHING_NEW, refusalText } from "./import-text.ts";
export type { HistoryEntry, Me } from "./wire.ts";
