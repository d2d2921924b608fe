import type { MeasureType } from "../plans/index.ts";
import { boundParams, type ResolvedRules, type StringsParam } from "../rules/index.ts";
import type { Evidence } from "./schema.ts";

const PARAM = {
	works: "evidenceWorks",
	enforcement: "evidenceEnforcement",
	policy: "evidencePolicy",
	documentAction: "evidenceDocumentAction",
	monitoring: "evidenceMonitoring",
	relocation: "evidenceRelocation",
	closure: "evidenceClosure",
	campaign: "evidenceCampaign",
	assistance: "evidenceAssistance",
	training: "evidenceTraining",
} as const satisfies Readonly<Record<MeasureType, StringsParam>>;

/** The parameters of the matrix. */
export const EVIDENCE_PARAMS = [
	"evidenceWorks",
	"evidenceEnforcement",
	"evidencePolicy",
	"evidenceDocumentAction",
	"evidenceMonitoring",
	"evidenceRelocation",
	"evidenceClosure",
	"evidenceCampaign",
	"evidenceAssistance",
	"evidenceTraining",
] as const;

const matrixOf = boundParams(EVIDENCE_PARAMS);

/** What a rule set asks for as evidence of a measure of a type (domain.md §5.8); `photoPair` is a photo before and one after. */
export const requiredEvidence = (rules: ResolvedRules, type: MeasureType): readonly string[] =>
	matrixOf(rules).strings(PARAM[type]);

/** Whether there is a photo of before and one of after. */
export const isPair = (evidence: readonly Pick<Evidence, "kind">[]): boolean =>
	evidence.some(({ kind }) => kind === "photoBefore") && evidence.some(({ kind }) => kind === "photoAfter");
