import { z } from "zod";
import { withoutPersonalData } from "../complaints/index.ts";
import type { Issue } from "../issues/index.ts";
import { IsoDate, IssueId, NoticeId, ObjectionId, RegionCode, Tier } from "../kernel/index.ts";
import { isLive } from "../plans/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { closeOutOf, runningNotice } from "./state.ts";

/** Whether people without an account are let in to what is published. */
export const PublicDesk = z.object({ open: z.boolean() });
export type PublicDesk = z.infer<typeof PublicDesk>;

/** What anybody may ask for: notices that run, and close-outs whose result was published. */
export const PublicQuery = z.object({
	region: RegionCode.optional(),
	cursor: z.string().max(400).optional(),
	limit: z.int().min(1).max(50).default(20),
});
export type PublicQuery = z.infer<typeof PublicQuery>;

/**
 * A running notice as anybody may read it: the fields that the rule set publishes (PUB-02) and nothing else of the issue;
 * numbers of people are masked (CMP-08), places and names of people are never in it (DATA-07).
 */
export const PublicNoticeView = z.object({
	issueId: IssueId,
	noticeId: NoticeId,
	region: RegionCode,
	regionName: z.string(),
	/** Null where the rule set does not publish it. */
	statement: z.string().nullable(),
	deadline: z.string().nullable(),
	goal: z.string().nullable(),
	responsibleUnits: z.array(z.string()).nullable(),
	measures: z.array(z.string()).nullable(),
	completion: z.string(),
	start: IsoDate,
	end: IsoDate,
	channel: z.string(),
	/** Where objections are taken, as the office published it. */
	contact: z.string(),
});
export type PublicNoticeView = z.infer<typeof PublicNoticeView>;

/** A close-out whose result was published (PUB-04). */
export const PublicResultView = z.object({
	region: RegionCode,
	regionName: z.string(),
	statement: z.string().nullable(),
	responsibleUnits: z.array(z.string()).nullable(),
	closedOn: IsoDate,
	publishedOn: IsoDate,
	channel: z.string(),
	/** The tiers that accepted it. */
	acceptedBy: z.array(Tier),
});
export type PublicResultView = z.infer<typeof PublicResultView>;

const line = (most: number) => z.string().trim().min(1).max(most);

/** An objection that somebody who is not signed in puts in. */
export const PublicObjection = z.object({
	issueId: IssueId,
	noticeId: NoticeId,
	/** Made by the sender: the same one twice is one objection. */
	objectionId: ObjectionId,
	text: z.string().trim().min(10).max(2000),
	/** How to reach its author: kept sealed, apart from the issue; nothing where it is put in without a name. */
	contact: z
		.object({ name: line(40).nullable(), reach: line(100) })
		.nullable()
		.default(null),
});
export type PublicObjection = z.infer<typeof PublicObjection>;

/** What its author gets back. */
export const PublicObjectionReceipt = z.object({
	objectionId: ObjectionId,
	/** The day by which the office has to answer. */
	answerDueOn: IsoDate,
});
export type PublicObjectionReceipt = z.infer<typeof PublicObjectionReceipt>;

/** A contact as the office reads it; every reading is journalled. */
export const ObjectionContact = z.object({ name: z.string().nullable(), reach: z.string() });
export type ObjectionContact = z.infer<typeof ObjectionContact>;

/** How many objections the public may put in about one notice through the ledger; the office's contact stays open. */
export const MOST_PUBLIC_OBJECTIONS = 100;

/** Who an objection of the public comes from, as the ledger writes it down. */
export const publicAuthor = (hasContact: boolean): string =>
	hasContact ? "公众（网上提交，联系方式已封存）" : "公众（网上提交，未留联系方式）";

/** Who an objection comes from that the office entered for somebody: the name is sealed like the contact of the public. */
export const REGISTERED_AUTHOR = "由整改办登记的异议人（身份已封存）";

/** Whether who objected is sealed beside the ledger, to be read by whoever answers. */
export const isSealedAuthor = (from: string): boolean =>
	from === publicAuthor(true) || from === REGISTERED_AUTHOR;

type Names = { readonly region: string; readonly unit: (id: string) => string | undefined };

const published = (rules: ResolvedRules): ReadonlySet<string> =>
	new Set(new RuleParams(rules, ["noticeFields"]).strings("noticeFields"));

const unitsOf = (issue: Issue, names: Names): string[] => [
	...new Set(
		issue.assignments
			.filter((held) => isActive(held) && (held.role === "lead" || held.role === "responsible"))
			.flatMap(({ unitId }) => (unitId === null ? [] : (names.unit(unitId) ?? []))),
	),
];

/** The running notice of an issue as anybody may read it on a day; null where none runs, or its first day has not come. */
export function publicNotice(
	issue: Issue,
	names: Names,
	rules: ResolvedRules,
	asOf: IsoDate,
): PublicNoticeView | null {
	const notice = issue.lifecycle === "publicNotice" ? runningNotice(closeOutOf(issue)) : undefined;
	if (notice === undefined || notice.start > asOf) return null;
	const fields = published(rules);
	const shown = <T>(field: string, value: T): T | null => (fields.has(field) ? value : null);
	const { id: noticeId, start, end, channel, contact, completion } = notice;
	return {
		issueId: issue.id,
		noticeId,
		region: issue.region,
		regionName: names.region,
		statement: shown("issue", withoutPersonalData(issue.statement)),
		deadline: shown("deadline", issue.deadline === null ? "" : issue.deadline.text),
		goal: shown("goal", withoutPersonalData(issue.goal ?? "")),
		responsibleUnits: shown("responsibleUnit", unitsOf(issue, names)),
		measures: shown(
			"measures",
			issue.measures.filter(isLive).map(({ text }) => withoutPersonalData(text)),
		),
		completion: withoutPersonalData(completion),
		start,
		end,
		channel,
		// The office's own number, published on purpose.
		contact,
	};
}

/** The published result of a close-out as anybody may read it; null where none was published. */
export function publicResult(issue: Issue, names: Names, rules: ResolvedRules): PublicResultView | null {
	const { closedOn, resultPublished, acceptances } = closeOutOf(issue);
	if (issue.lifecycle !== "closed" || closedOn === null || resultPublished === null) return null;
	const fields = published(rules);
	return {
		region: issue.region,
		regionName: names.region,
		statement: fields.has("issue") ? withoutPersonalData(issue.statement) : null,
		responsibleUnits: fields.has("responsibleUnit") ? unitsOf(issue, names) : null,
		closedOn,
		publishedOn: resultPublished.on,
		channel: resultPublished.channel,
		acceptedBy: [...new Set(acceptances.flatMap(({ tier, verdict }) => (verdict === "pass" ? [tier] : [])))],
	};
}
