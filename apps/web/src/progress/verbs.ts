import type { CommandVerb } from "../types.ts";

/** Verbs of progress that have a form. The table is on the first page; the forms come when one is opened. */
export const progressForms = {
	reportProgress: true,
	logWork: true,
	attachEvidence: true,
	withdrawEvidence: true,
	completeMilestone: true,
	verifyMilestone: true,
	completeMeasure: true,
	verifyMeasure: true,
	waiveMeasure: true,
	recordReading: true,
	recordDelivery: true,
	selfCheckSite: true,
	setForecast: true,
	openReportingCycle: true,
	returnReport: true,
	raiseDoubt: true,
	resolveDoubt: true,
} as const satisfies Partial<Record<CommandVerb, true>>;
