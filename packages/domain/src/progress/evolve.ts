import type { Issue } from "../issues/index.ts";
import type { ProgressEvent } from "./events.ts";

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
export const evolveProgress = (_issue: Issue, _event: ProgressEvent): Partial<Issue> => ({});
