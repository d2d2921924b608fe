import type { IssueDetail } from "@zhenggai/domain/issues";
import { closeOutForms } from "../../close-out/index.ts";
import { planForms } from "../../plans/index.ts";
import { progressForms } from "../../progress/index.ts";
import { supervisionForms } from "../../supervision/index.ts";
import type { CommandVerb } from "../../types.ts";

/** Verbs of this room that have a form. Registering is done from the ledger and the import, never from an issue. */
const issueForms = {
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

const FORMS = { ...issueForms, ...planForms, ...progressForms, ...supervisionForms, ...closeOutForms };

export type ActionVerb = keyof typeof FORMS;

/** Whether a verb has a form, in whichever room. */
export const isActionVerb = (verb: string): verb is ActionVerb => Object.hasOwn(FORMS, verb);

export type FormRoom = "issues" | "plans" | "progress" | "supervision" | "closeOut";

/** The room whose form a verb has. */
export function roomOf(verb: ActionVerb): FormRoom {
	if (Object.hasOwn(planForms, verb)) return "plans";
	if (Object.hasOwn(progressForms, verb)) return "progress";
	if (Object.hasOwn(supervisionForms, verb)) return "supervision";
	return Object.hasOwn(closeOutForms, verb) ? "closeOut" : "issues";
}

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
