import type { IssueDetail } from "@zhenggai/domain/issues";
import type { CommandVerb } from "../../types.ts";

/** Verbs that have a form here. Registering is done from the ledger and the import, never from an issue. */
const FORMS = {
	amendIssue: true,
	recordSourceText: true,
	addMandate: true,
	assignIssue: true,
	endAssignment: true,
	handOverAssignment: true,
	acknowledgeAssignment: true,
	startPlanning: true,
	decomposeIssue: true,
	declareNotOurs: true,
	addMeasure: true,
	amendMeasure: true,
	cancelMeasure: true,
	addSite: true,
	amendSite: true,
	detachNotice: true,
	mergeIssue: true,
	carryOverIssue: true,
	withdrawIssue: true,
} as const satisfies Partial<Record<CommandVerb, true>>;

export type ActionVerb = keyof typeof FORMS;

export const isActionVerb = (verb: string): verb is ActionVerb => Object.hasOwn(FORMS, verb);

type Situation = {
	readonly row: Pick<IssueDetail["row"], "lifecycle">;
	readonly assignments: readonly Pick<
		IssueDetail["assignments"][number],
		"role" | "until" | "acknowledged"
	>[];
};

/** What comes next in the life of the issue: the one button that says so. Null once its course is others' work. */
export function primaryVerb(detail: Situation): ActionVerb | null {
	switch (detail.row.lifecycle) {
		case "registered":
			return "assignIssue";
		case "assigned":
		case "reopened": {
			const lead = detail.assignments.find((one) => one.role === "lead" && one.until === null);
			return lead !== undefined && lead.acknowledged === null ? "acknowledgeAssignment" : "startPlanning";
		}
		case "planning":
			return "addMeasure";
		default:
			return null;
	}
}
