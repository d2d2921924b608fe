import { z } from "zod";
import {
	Bilingual,
	FailureMode,
	Instant,
	IsoDate,
	IssueId,
	ReferralId,
	Refusal,
	RegionCode,
	shanghaiDate,
} from "../kernel/index.ts";
import { Consequence, Referral, ReferralState, ResponsibilityTrace } from "./schema.ts";

export const ReferralFilter = z.object({
	states: z.array(ReferralState).min(1).max(8).optional(),
	region: RegionCode.optional(),
	issueId: IssueId.optional(),
});
export type ReferralFilter = z.infer<typeof ReferralFilter>;

export const ReferralListQuery = z.object({
	filter: ReferralFilter.default({}),
	cursor: z.string().max(400).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type ReferralListQuery = z.infer<typeof ReferralListQuery>;

/** One line of the list: what the viewer may know of it. The newest draft first. */
export const ReferralRow = z.object({
	id: ReferralId,
	version: z.int(),
	state: ReferralState,
	region: RegionCode,
	regionName: z.string(),
	title: z.string(),
	failureMode: FailureMode,
	issueCount: z.int(),
	draftedAt: Instant,
	submittedOn: IsoDate.nullable(),
	decidedOn: IsoDate.nullable(),
});
export type ReferralRow = z.infer<typeof ReferralRow>;

/** What the discipline organ keeps to itself and the leading group that decided. */
export const ReferralOutcome = z.object({
	receipt: Referral.shape.receipt,
	conclusion: Referral.shape.conclusion,
	appeals: Referral.shape.appeals,
	/** What holds after all appeals. */
	standing: z.array(Consequence),
});

export const ReferralDetail = z.object({
	row: ReferralRow,
	content: Referral.shape.content,
	drafted: Referral.shape.drafted,
	submissions: Referral.shape.submissions,
	returns: Referral.shape.returns,
	decision: Referral.shape.decision,
	withdrawal: Referral.shape.withdrawal,
	/** Null for somebody who may not know whether there is one. */
	outcome: ReferralOutcome.nullable(),
	/** As the ledger stands now; frozen ones are in the submissions. Issues that the viewer may not see are left out. */
	traces: z.array(ResponsibilityTrace),
	/** Names of the units and people that the chains and the subjects name, by id. */
	names: z.record(z.string(), z.string()),
	/** Issues by id with what they are called; null for one that the viewer may not open. */
	issues: z.array(z.object({ id: IssueId, number: z.string(), statement: z.string() }).nullable()),
	actions: z.array(
		z.object({ verb: z.string(), label: Bilingual, allowed: z.boolean(), refusals: z.array(Refusal) }),
	),
	asOf: IsoDate,
});
export interface ReferralDetail extends z.infer<typeof ReferralDetail> {}

/** The line of the list for what the viewer may know (`knownReferral`). */
export const referralRow = (referral: Referral, regionName: string): ReferralRow => {
	const submitted = referral.submissions.at(-1);
	return {
		id: referral.id,
		version: referral.version,
		state: referral.state,
		region: referral.region,
		regionName,
		title: referral.content.title,
		failureMode: referral.content.failureMode,
		issueCount: referral.content.issueIds.length,
		draftedAt: referral.drafted.at,
		submittedOn: submitted === undefined ? null : shanghaiDate(submitted.at),
		decidedOn: referral.decision?.on ?? null,
	};
};
