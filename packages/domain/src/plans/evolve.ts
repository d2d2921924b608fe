import type { Issue } from "../issues/index.ts";
import type { PlanEvent } from "./events.ts";

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
export const evolvePlan = (_issue: Issue, _event: PlanEvent): Partial<Issue> => ({});
