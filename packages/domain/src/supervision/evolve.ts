import type { Issue } from "../issues/index.ts";
import type { SupervisionEvent } from "./events.ts";

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
export const evolveSupervision = (_issue: Issue, _event: SupervisionEvent): Partial<Issue> => ({});
