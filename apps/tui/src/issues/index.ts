// The door of the room: what other rooms of the command line use of it.
export { makeDirectory } from "./directory.ts";
export { ISSUE_FILTERS } from "./filter-language.ts";
export { findIssue, UUID } from "./find-issue.ts";
export { bringsNothing, NOTHING_NEW, refusalText } from "./import-text.ts";
