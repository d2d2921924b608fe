import type { IssueDetail } from "@zhenggai/client";
import type { InstrumentKind } from "@zhenggai/domain/supervision";
import { instrumentText } from "@zhenggai/domain/vocabulary";

/** Title, text, cause and addressees as the ladder proposes them and an office would begin to write. */
export function beginningOf(detail: IssueDetail, kind: InstrumentKind) {
	const proposal = detail.proposals.find((one) => one.kind === kind);
	const { row, statement, goal, supervision } = detail;
	// Where a person chose it, it goes to whoever leads.
	const leading = detail.assignments.flatMap(({ role, unit, until }) =>
		role === "lead" && unit !== null && until === null ? [String(unit.id)] : [],
	);
	const { title, body, cause } = instrumentText({
		kind,
		issue: {
			number: row.number,
			inspectionName: row.inspectionName,
			statement,
			goal,
			deadline: row.deadline,
		},
		reasons: proposal?.reasons ?? [],
		reply: supervision.ladder.find((rung) => rung.kind === kind)?.reply ?? null,
	});
	return {
		...{ title, body, addresseeUnitIds: proposal?.addresseeUnitIds.map(String) ?? leading },
		cause: {
			...{ rules: [...new Set((proposal?.reasons ?? []).map(({ rule }) => rule))], text: cause },
			skipsRungReason: null,
		},
	};
}
