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

/** Rooms in the order in which their verbs are listed. */
export const FORM_ROOMS = ["issues", "plans", "progress", "supervision", "closeOut"] as const;
export type FormRoom = (typeof FORM_ROOMS)[number];

/** The room whose form a verb has. */
export function roomOf(verb: ActionVerb): FormRoom {
	if (Object.hasOwn(planForms, verb)) return "plans";
	if (Object.hasOwn(progressForms, verb)) return "progress";
	if (Object.hasOwn(supervisionForms, verb)) return "supervision";
	return Object.hasOwn(closeOutForms, verb) ? "closeOut" : "issues";
}
