import type { Issue } from "../issues/index.ts";
import { type LightContest, NO_SUPERVISION, type SupervisionState } from "./schema.ts";

/** The supervision of an issue, empty until something happened. */
export const supervisionOf = (issue: Pick<Issue, "supervision">): SupervisionState =>
	issue.supervision ?? NO_SUPERVISION;

/** The objection that waits for its decision, if any: there is one at most. */
export const pendingContest = (issue: Pick<Issue, "supervision">): LightContest | undefined =>
	supervisionOf(issue).contests.find(({ decision }) => decision === null);
