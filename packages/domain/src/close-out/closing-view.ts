import { z } from "zod";
import type { Issue } from "../issues/index.ts";
import { IsoDate, IssueId, IssueState, RegionCode, Tier } from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import { Filing, Objection, PublicNotice } from "./closing-end.ts";
import { watchPoints } from "./look-back.ts";
import { CLOSING_STAGES, closingPlace } from "./on-the-way.ts";
import { nextSigner, signersOf } from "./sequence.ts";
import { closeOutOf, openObjections, runningNotice } from "./state.ts";

/**
 * The lists of the desk: notices that run (the first to end first), open objections (the first due first), what waits for
 * signatures, for its filing or for the answer of the tier above (the longest waiting first), what is closed (the latest
 * first), and of that what is to be looked at again because the day of its next watch point has come (the first day first).
 */
export const ClosingList = z.enum([...CLOSING_STAGES, "objections", "lookBack"]);
export type ClosingList = z.infer<typeof ClosingList>;

export const ClosingQuery = z.object({
	list: ClosingList,
	region: RegionCode.optional(),
	cursor: z.string().max(400).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type ClosingQuery = z.infer<typeof ClosingQuery>;

/** An issue on the last steps of the way out, and what it waits for. */
export const ClosingRow = z.object({
	issueId: IssueId,
	version: z.int(),
	number: z.string(),
	statement: z.string(),
	region: RegionCode,
	regionName: z.string(),
	tier: Tier,
	leadUnitName: z.string().nullable(),
	lifecycle: IssueState,
	/** Since when it waits; of a notice its first day. */
	since: IsoDate,
	notice: PublicNotice.pick({ id: true, start: true, end: true, channel: true })
		.extend({
			/** The whole term has passed: it can be ended once no objection is open. */
			over: z.boolean(),
			objections: z.int(),
		})
		.nullable(),
	/** Those that nobody has answered. */
	objections: z.array(
		Objection.pick({ id: true, from: true, text: true, on: true, answerDueOn: true }).extend({
			late: z.boolean(),
		}),
	),
	signatures: z.object({ done: z.int(), of: z.int(), next: z.string().nullable() }).nullable(),
	filing: Filing.pick({ documentNumber: true, on: true, to: true }).nullable(),
	closedOn: IsoDate.nullable(),
	resultPublishedOn: IsoDate.nullable(),
	/** The next watch point that nobody has looked at (LB-01); `due` once its day has come. */
	watch: z.object({ months: z.int(), on: IsoDate, due: z.boolean() }).nullable(),
});
export type ClosingRow = z.infer<typeof ClosingRow>;

/** How many are on each list, counted up to a bound. */
export const ClosingCounts = z.object({
	counts: z.record(ClosingList, z.int()),
	/** A count of this many means: this many or more. */
	bound: z.int(),
	asOf: IsoDate,
});
export type ClosingCounts = z.infer<typeof ClosingCounts>;

const noticeOf = (issue: Issue, asOf: IsoDate): ClosingRow["notice"] => {
	const notice = issue.lifecycle === "publicNotice" ? runningNotice(closeOutOf(issue)) : undefined;
	if (notice === undefined) return null;
	const { id, start, end, channel, objections } = notice;
	return { id, start, end, channel, over: asOf > end, objections: objections.length };
};

const objectionsOf = (issue: Issue, asOf: IsoDate): ClosingRow["objections"] => {
	const notice = issue.lifecycle === "publicNotice" ? runningNotice(closeOutOf(issue)) : undefined;
	return notice === undefined
		? []
		: openObjections(notice)
				.map(({ id, from, text, on, answerDueOn }) => ({
					...{ id, from, text, on, answerDueOn },
					late: answerDueOn < asOf,
				}))
				.toSorted((a, b) => (a.answerDueOn < b.answerDueOn ? -1 : 1));
};

const nextWatch = (issue: Issue, rules: ResolvedRules) =>
	watchPoints(issue, rules).find(({ lookBack }) => lookBack === null);

/**
 * The day of the next watch point that nobody has looked at (LB-01), past or to come; null where there is none. What the
 * list of due look-backs is sorted by.
 */
export const nextWatchOn = (issue: Issue, rules: ResolvedRules): IsoDate | null =>
	nextWatch(issue, rules)?.on ?? null;

function watchOf(issue: Issue, rules: ResolvedRules, asOf: IsoDate): ClosingRow["watch"] {
	const next = nextWatch(issue, rules);
	return next === undefined ? null : { months: next.months, on: next.on, due: next.on <= asOf };
}

/** The line of an issue on one of these lists. `number` is the one that people know it by. */
export function closingRow(
	issue: Issue,
	names: {
		readonly number: string;
		readonly region: string;
		readonly unit: (id: string) => string | undefined;
	},
	rules: ResolvedRules,
	asOf: IsoDate,
): ClosingRow {
	const state = closeOutOf(issue);
	const notice = noticeOf(issue, asOf);
	const lead = issue.assignments.find((held) => held.role === "lead" && isActive(held, asOf));
	const filed = state.filings.at(-1);
	const signing = issue.lifecycle === "signing";
	return {
		issueId: issue.id,
		version: issue.version,
		number: names.number,
		statement: issue.statement,
		region: issue.region,
		regionName: names.region,
		tier: issue.tier,
		leadUnitName: lead?.unitId == null ? null : (names.unit(lead.unitId) ?? null),
		lifecycle: issue.lifecycle,
		since: notice?.start ?? closingPlace(issue)?.sortOn ?? asOf,
		notice,
		objections: objectionsOf(issue, asOf),
		signatures: signing
			? { done: state.signatures.length, of: signersOf(rules).length, next: nextSigner(issue, rules) }
			: null,
		filing:
			issue.lifecycle === "filing" && filed !== undefined && filed.receipt === null
				? { documentNumber: filed.documentNumber, on: filed.on, to: filed.to }
				: null,
		closedOn: issue.lifecycle === "closed" ? state.closedOn : null,
		resultPublishedOn: issue.lifecycle === "closed" ? (state.resultPublished?.on ?? null) : null,
		watch: watchOf(issue, rules, asOf),
	};
}
