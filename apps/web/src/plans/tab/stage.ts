import type { IssueDetail } from "@zhenggai/domain/issues";
import type { Badge } from "@zhenggai/domain/vocabulary";

/** Where a plan stands, as people call it. */
export type PlanStage = "unwritten" | "writing" | "returned" | "submitted" | "approved";

const WRITING: ReadonlySet<string> = new Set(["registered", "assigned", "planning", "reopened"]);

/** The stage of an issue's plan. Once approved it stays so, unless it is written again. */
export function stageOf({ row, plan, measures, goal }: IssueDetail): PlanStage {
	if (row.lifecycle === "planSubmitted") return "submitted";
	if (WRITING.has(row.lifecycle)) {
		const last = plan.reviews.at(-1);
		if (last?.verdict === "return" && last.round === plan.submissions.length) return "returned";
		const begun = plan.goals.length > 0 || measures.length > 0 || (goal ?? "") !== "";
		return row.lifecycle === "planning" || begun ? "writing" : "unwritten";
	}
	return plan.baselines.length > 0 ? "approved" : "unwritten";
}

/** Whether the plan is open for writing at all. */
export const isOpen = ({ row }: Pick<IssueDetail, "row">): boolean => WRITING.has(row.lifecycle);

/** The stage in its letter and tone; the word is the room's own. */
export const STAGE_LOOK: Readonly<Record<PlanStage, Pick<Badge, "letter" | "tone">>> = {
	unwritten: { letter: "·", tone: "neutral" },
	writing: { letter: "W", tone: "active" },
	returned: { letter: "R", tone: "bad" },
	submitted: { letter: "S", tone: "attention" },
	approved: { letter: "A", tone: "good" },
};
