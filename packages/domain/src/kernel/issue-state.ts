import { z } from "zod";

/** Lifecycle of an issue (domain.md §3.1). Schedule, light, supervision and publicity are other axes. */
export const IssueState = z.enum([
	"registered",
	"assigned",
	"planning",
	"planSubmitted",
	"inProgress",
	"selfChecked",
	"acceptance",
	"supplementing",
	"publicNotice",
	"signing",
	"filing",
	"closed",
	"reopened",
	"carriedOver",
	"merged",
	"withdrawn",
]);
export type IssueState = z.infer<typeof IssueState>;

/** States in which an issue still stands on the ledger as work to be done. */
export const OPEN_STATES = [
	"registered",
	"assigned",
	"planning",
	"planSubmitted",
	"inProgress",
	"selfChecked",
	"acceptance",
	"supplementing",
	"publicNotice",
	"signing",
	"filing",
	"reopened",
] as const satisfies readonly IssueState[];

/** States in which no deadline runs any more. */
export const ENDED_STATES = [
	"closed",
	"carriedOver",
	"merged",
	"withdrawn",
] as const satisfies readonly IssueState[];
