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
