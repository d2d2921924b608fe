import { z } from "zod";
import { Bilingual, IsoDate, IssueId, Refusal, RegionCode, ScreeningId, UnitId } from "../kernel/index.ts";
import { isLate, ScreeningTotals, screeningTotals } from "./coverage.ts";
import { Coverage, Found, Institution, ProblemClass, Screening, ScreeningState } from "./schema.ts";

export const ScreeningFilter = z.object({
	states: z.array(ScreeningState).min(1).max(3).optional(),
	region: RegionCode.optional(),
	issueId: IssueId.optional(),
});
export type ScreeningFilter = z.infer<typeof ScreeningFilter>;

export const ScreeningListQuery = z.object({
	filter: ScreeningFilter.default({}),
	cursor: z.string().max(400).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type ScreeningListQuery = z.infer<typeof ScreeningListQuery>;

/** One line of the list; the nearest day first. Counters are those of the whole sweep. */
export const ScreeningRow = z.object({
	id: ScreeningId,
	version: z.int(),
	state: ScreeningState,
	issueId: IssueId,
	region: RegionCode,
	regionName: z.string(),
	problem: ProblemClass,
	leadUnitId: UnitId,
	leadUnitName: z.string(),
	dueOn: IsoDate,
	originalDueOn: IsoDate,
	late: z.boolean(),
	targets: z.int(),
	screened: z.int(),
	waived: z.int(),
	found: z.int(),
	opened: z.int(),
	institutions: z.int(),
});
export type ScreeningRow = z.infer<typeof ScreeningRow>;

export const ScreeningDetail = z.object({
	row: ScreeningRow,
	totals: ScreeningTotals,
	/** What the viewer may look at: targets and finds of its own part of the country. */
	coverage: z.array(Coverage.extend({ name: z.string(), regionName: z.string() })),
	found: z.array(Found.extend({ targetName: z.string(), openable: z.boolean() })),
	institutions: z.array(Institution),
	changes: Screening.shape.changes,
	closing: Screening.shape.closing,
	cancelled: Screening.shape.cancelled,
	/** The issue that it started from; null where the viewer may not open it. */
	issue: z.object({ id: IssueId, number: z.string(), statement: z.string() }).nullable(),
	actions: z.array(
		z.object({ verb: z.string(), label: Bilingual, allowed: z.boolean(), refusals: z.array(Refusal) }),
	),
	asOf: IsoDate,
});
export interface ScreeningDetail extends z.infer<typeof ScreeningDetail> {}

/** A sweep as the page of an issue names it. */
export const ScreeningLink = z.object({
	id: ScreeningId,
	state: ScreeningState,
	problem: ProblemClass,
	dueOn: IsoDate,
	late: z.boolean(),
});
export type ScreeningLink = z.infer<typeof ScreeningLink>;

/** 举一反三 around an issue, of what the viewer may look at: the sweep that found it, and those that it started. */
export const ScreeningLineage = z.object({
	foundBy: ScreeningLink.extend({
		/** The issue that the sweep started from; null where the viewer may not open it. */
		origin: z.object({ id: IssueId, number: z.string() }).nullable(),
	}).nullable(),
	started: z.array(ScreeningLink),
});
export type ScreeningLineage = z.infer<typeof ScreeningLineage>;

export const screeningLink = (screening: Screening, asOf: IsoDate): ScreeningLink => ({
	id: screening.id,
	state: screening.state,
	problem: screening.problem,
	dueOn: screening.dueOn,
	late: isLate(screening, asOf),
});

/** The line of the list. */
export const screeningRow = (
	screening: Screening,
	names: { readonly region: string; readonly leadUnit: string },
	asOf: IsoDate,
): ScreeningRow => {
	const { all, found, opened } = screeningTotals(screening);
	return {
		id: screening.id,
		version: screening.version,
		state: screening.state,
		issueId: screening.issueId,
		region: screening.region,
		regionName: names.region,
		problem: screening.problem,
		leadUnitId: screening.leadUnitId,
		leadUnitName: names.leadUnit,
		dueOn: screening.dueOn,
		originalDueOn: screening.originalDueOn,
		late: isLate(screening, asOf),
		targets: all.total,
		screened: all.screened,
		waived: all.waived,
		found,
		opened,
		institutions: screening.institutions.length,
	};
};
