import type { Issue, IssueContext } from "../issues/index.ts";
import { type IsoDate, type Refusal, shanghaiDate } from "../kernel/index.ts";
import { isLive, type Measure } from "../plans/index.ts";
import { evidenceIn } from "./content.ts";
import { inFuture, unknownPart } from "./refusals.ts";

/** Every guard gives the refusals it has, none when all is well. */
export type Refusals = readonly Refusal[];

export const pastGuard = (on: IsoDate, { now }: IssueContext, field: string): Refusals =>
	on > shanghaiDate(now) ? [inFuture(field)] : [];

/** Every id is evidence of the issue that stands. */
export const evidenceGuard = (issue: Issue, ids: readonly string[], field = "evidenceIds"): Refusals =>
	ids.flatMap((id, index) =>
		evidenceIn(issue, [id]).length === 0 ? [unknownPart("evidence", `${field}.${index}`)] : [],
	);

/** The measure of an id that is still meant to be carried out. */
export const liveMeasure = (issue: Issue, id: Measure["id"]): Measure | undefined =>
	issue.measures.find((measure) => measure.id === id && isLive(measure));

export const measureGuard = (issue: Issue, id: Measure["id"] | null, field = "measureId"): Refusals =>
	id === null || liveMeasure(issue, id) !== undefined ? [] : [unknownPart("measure", field)];

export const siteGuard = (issue: Issue, id: string | null, field = "siteId"): Refusals =>
	id === null || issue.sites.some((site) => site.id === id) ? [] : [unknownPart("site", field)];

export const goalGuard = (issue: Issue, id: string | null, field = "goalId"): Refusals =>
	id === null || issue.plan?.goals.some((goal) => goal.id === id) === true
		? []
		: [unknownPart("goal", field)];
