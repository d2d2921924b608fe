import type { Issue } from "../issues/index.ts";
import type { CloseOutEvent } from "./events.ts";

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
export const evolveCloseOut = (_issue: Issue, _event: CloseOutEvent): Partial<Issue> => ({});
