import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Finding } from "@zhenggai/domain/rules";

/** A part of the plan's page that a finding can be about. */
export type PlanPart =
	| "goal"
	| "goals"
	| "deadline"
	| "assignments"
	| "measures"
	| "children"
	| `goal:${string}`
	| `measure:${string}`;

const ORDER = { block: 0, warn: 1, inform: 2 } as const;

/** What stands in front of handing the plan in, blocks first. */
export const planFindings = (detail: Pick<IssueDetail, "findings">): Finding[] =>
	detail.findings
		.filter(({ gate }) => gate === "submitPlan")
		.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);

/** The part that a finding's field names: `measures.2.entity` is the third measure of the ledger. */
export function partOf(
	field: string | null,
	detail: Pick<IssueDetail, "measures"> & { readonly plan: Pick<IssueDetail["plan"], "goals"> },
): PlanPart | null {
	if (field === null) return null;
	const [head, second, third] = field.split(".");
	switch (head) {
		case "goal":
		case "deadline":
		case "assignments":
			return head;
		case "childIds":
			return "children";
		case "measures": {
			const measure = second === undefined ? undefined : detail.measures[Number(second)];
			return measure === undefined ? "measures" : `measure:${measure.id}`;
		}
		case "plan": {
			if (second !== "goals") return null;
			const goal = third === undefined ? undefined : detail.plan.goals[Number(third)];
			return goal === undefined ? "goals" : `goal:${goal.id}`;
		}
		default:
			return null;
	}
}

/** The findings of the plan that are about one part of it. */
export const findingsAt = (detail: IssueDetail, part: PlanPart): Finding[] =>
	planFindings(detail).filter(({ field }) => partOf(field, detail) === part);
