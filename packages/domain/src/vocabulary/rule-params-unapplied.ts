import type { Bilingual } from "../kernel/index.ts";
import type { ParamName } from "../rules/index.ts";
import { say } from "./say.ts";

/**
 * Parameters that rule sets hold because the sources state them, and that nothing in the ledger goes by so far: fronts say so
 * beside them, or a region would change one and wait for its effect. A test keeps the list true.
 */
export const UNAPPLIED_PARAMS = [
	"resultsReportMonths",
	"resultsReportFrom",
	"analysisCadence",
	"ratingCadence",
	"rankingCadence",
	"jointAcceptance",
	"carryOverUnfinished",
	"complaintWarnDays",
	"dispatchHours",
	"complaintReturnHours",
	"verdictValues",
	"callbackRatioKey",
	"callbackRatioOthers",
	"repeatDays",
	"hotlineAcceptDays",
	"hotlineFinishDays",
	"hotlineExtensionDays",
	"complaintCloseoutSteps",
	"complaintFilePerCase",
	"publicFields",
] as const satisfies readonly ParamName[];

const unapplied: ReadonlySet<string> = new Set(UNAPPLIED_PARAMS);
const MARK = say("（尚未执行）", " (not yet applied)");
const NONE = say("", "");

/** What is said behind the name of a parameter that nothing goes by so far; nothing behind all others. */
export const unappliedMark = (name: string): Bilingual => (unapplied.has(name) ? MARK : NONE);
