import type { Proposal } from "@zhenggai/domain/issues";
import { type ExpectedIssue, plain, type Score, scoreIssues } from "./score.ts";

/** What a fixture expects of one row of a complaint table. */
export interface ExpectedComplaint {
	seq?: number | null;
	receiptNumber?: string | null;
	region?: string | null;
	pollutionTypes?: readonly string[];
	verdict?: string | null;
	status?: string | null;
}

const one = (value: string | number | null | undefined): string[] =>
	value === null || value === undefined ? [] : [plain(String(value))];

/** Compares a proposal's complaints with what was expected, in order. */
export function scoreComplaints(
	score: Score,
	name: string,
	expected: readonly ExpectedComplaint[],
	proposal: Proposal,
): void {
	for (const [i, item] of expected.entries()) {
		const found = proposal.complaints[i];
		const where = `${name}#${i + 1}`;
		score.add("record", ["1"], found ? ["1"] : [], where);
		score.add("seq", one(item.seq), one(found?.seq), where);
		score.add("receiptNumber", one(item.receiptNumber), one(found?.receiptNumber), where);
		score.add("region", one(item.region), one(found?.region?.value), where);
		score.add("pollutionTypes", item.pollutionTypes ?? [], found?.pollutionTypes?.value ?? [], where);
		score.add("verdict", one(item.verdict), one(found?.verdict?.value), where);
		score.add("status", one(item.status), one(found?.status?.value), where);
	}
	for (let i = expected.length; i < proposal.complaints.length; i++) score.add("record", [], ["1"], name);
}

export interface ExpectedNotice extends ExpectedIssue {
	publicityStart?: string | null;
	publicityEnd?: string | null;
	receiptNumbers?: readonly string[];
}

/** Compares a proposal's notices, and the issues that they are about, with what was expected. */
export function scoreNotices(
	score: Score,
	name: string,
	expected: readonly ExpectedNotice[],
	proposal: Proposal,
): void {
	scoreIssues(score, name, expected, proposal);
	for (const [i, item] of expected.entries()) {
		const found = proposal.notices[i];
		const where = `${name}#${i + 1}`;
		if (item.publicityStart !== undefined)
			score.add("publicityStart", one(item.publicityStart), one(found?.publicity?.value.start), where);
		if (item.publicityEnd !== undefined)
			score.add("publicityEnd", one(item.publicityEnd), one(found?.publicity?.value.end), where);
		if (item.receiptNumbers)
			score.add("receiptNumbers", item.receiptNumbers, found?.receiptNumbers ?? [], where);
	}
}
