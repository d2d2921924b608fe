import type { CommandVerb } from "../types.ts";

/** Verbs of acceptance and close-out that have a form. The table is on the first page; the forms come when one is opened. */
export const closeOutForms = {
	selfCheck: true,
	applyAcceptance: true,
	recordSiteCheck: true,
	recordExpertOpinion: true,
	giveExpertOpinion: true,
	recordDiscussion: true,
	ruleStandard: true,
	giveOpinion: true,
	decideAcceptance: true,
	submitSupplements: true,
	decideGate: true,
	recordMechanism: true,
	recordScreening: true,
	startNotice: true,
	registerObjection: true,
	answerObjection: true,
	endNotice: true,
	signCloseOut: true,
	fileCloseOut: true,
	receiveFiling: true,
	publishResult: true,
	recordLookBack: true,
	reopenIssue: true,
	reinforceIssue: true,
	markLongTerm: true,
	reviewLongTerm: true,
} as const satisfies Partial<Record<CommandVerb, true>>;

export type CloseOutVerb = keyof typeof closeOutForms;
