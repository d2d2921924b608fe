import type { Proposal } from "@zhenggai/domain/issues";
import { inLanguage, type Language, type ProposedDeadline } from "@zhenggai/domain/kernel";
import { lastDayOf } from "./issues/deadline.ts";

const deadlineJson = (deadline: ProposedDeadline | undefined) =>
	deadline ? { text: deadline.text, date: lastDayOf(deadline), category: deadline.category } : null;

/** The one JSON object that `zhenggai parse --json` prints. Its shape is fixed: programs rely on it. */
export function proposalJson(proposal: Proposal, language: Language = "zh-CN") {
	return {
		kind: proposal.kind,
		issues: proposal.issues.map((issue) => ({
			number: issue.number,
			seq: issue.seq,
			statement: issue.statement.value,
			responsibleUnits: issue.responsibleUnits?.value ?? [],
			leadUnits: issue.leadUnits?.value ?? [],
			supportingUnits: issue.supportingUnits?.value ?? [],
			supervisingUnits: issue.supervisingUnits?.value ?? [],
			deadline: deadlineJson(issue.deadline?.value),
			goal: issue.goal?.value ?? null,
			measures: (issue.measures?.value ?? []).map(({ number, text }) => ({ number, text })),
			lines: issue.lines,
		})),
		complaints: proposal.complaints.map((complaint) => ({
			seq: complaint.seq,
			receiptNumber: complaint.receiptNumber,
			region: complaint.region?.value ?? null,
			pollutionTypes: complaint.pollutionTypes?.value ?? [],
			verdict: complaint.verdict?.value ?? null,
			status: complaint.status?.value ?? null,
			lines: complaint.lines,
		})),
		notices: proposal.notices.map((notice) => ({
			statement: notice.statement?.value ?? null,
			receiptNumbers: notice.receiptNumbers,
			publicity: notice.publicity?.value ?? null,
		})),
		warnings: proposal.warnings.map(({ code, message, line }) => ({
			code,
			message: inLanguage(message, language),
			line,
		})),
	};
}

export type ProposalJson = ReturnType<typeof proposalJson>;
