import { z } from "zod";
import {
	EvidenceId,
	FailureMode,
	FraudKind,
	IsoDate,
	PersonId,
	SiteCheckId,
	SiteId,
	Tier,
	UnitId,
} from "../kernel/index.ts";
import { evidenceIds, name, signed, words } from "./closing-parts.ts";

/** Works need an expert panel, the rest a collective discussion (S64, ACC-11). */
export const CloseOutKind = z.enum(["works", "nonWorks"]);
export type CloseOutKind = z.infer<typeof CloseOutKind>;

/** What a check on the spot saw (ACC-06, S40). The record is due a few working days after the visit. */
export const SiteCheck = z.object({
	id: SiteCheckId,
	on: IsoDate,
	siteIds: z.array(SiteId).max(500),
	/** At least two people (ACC-06), by name and unit. */
	checkers: z.array(z.object({ name, unitId: UnitId.nullable() })).max(40),
	/** Who of the responsible side was there, where the rule set wants to know (S68). */
	attended: z
		.array(z.enum(["leader", "worker"]))
		.max(2)
		.optional(),
	/** Whether what was reported as done is done. */
	finding: z.enum(["done", "partlyDone", "notDone"]),
	/** How it falls short, where it does (M55). */
	failureModes: z.array(FailureMode).max(7).optional(),
	/** What kind of false rectification it is found to be, where it is one (M53). */
	fraud: FraudKind.nullable().optional(),
	record: words,
	evidenceIds,
	/** It was reported as done and is not: a finding of false rectification (ANTI-02). */
	falseReport: z.boolean(),
	...signed,
});
export type SiteCheck = z.infer<typeof SiteCheck>;

/** An expert of the panel with the declaration of no interest in the matter (M51, ACC-11). */
export const ExpertOpinion = z.object({
	expert: name,
	/** Who gave it himself; left out where the acceptance side entered what came on paper. */
	personId: PersonId.optional(),
	unit: name,
	/** Whether the expert declares to be free of any interest in it. */
	noConflict: z.boolean(),
	verdict: z.enum(["agree", "disagree"]),
	opinion: words,
	on: IsoDate,
	...signed,
});
export type ExpertOpinion = z.infer<typeof ExpertOpinion>;

/** 集体研究: what a body decided together (S64). */
export const CollectiveDiscussion = z.object({
	body: name,
	on: IsoDate,
	present: z.array(name).min(1).max(60),
	conclusion: words,
	agreed: z.boolean(),
	...signed,
});
export type CollectiveDiscussion = z.infer<typeof CollectiveDiscussion>;

/** What the sector department says where the standard is disputed (ACC-12). */
export const StandardRuling = z.object({
	question: words,
	ruling: words,
	unit: name,
	on: IsoDate,
	...signed,
});
export type StandardRuling = z.infer<typeof StandardRuling>;

/** One line of the criteria form (ACC-07). */
export const CriterionAnswer = z.object({
	criterion: z.string().trim().min(1).max(60),
	answer: z.enum(["yes", "no", "notApplicable"]),
	evidenceIds: z.array(EvidenceId).max(50),
	note: words.nullable(),
});
export type CriterionAnswer = z.infer<typeof CriterionAnswer>;

/** A tier's verdict (ACC-05, ACC-10). */
export const AcceptanceVerdict = z.enum(["pass", "conditional", "fail"]);
export type AcceptanceVerdict = z.infer<typeof AcceptanceVerdict>;
export const Acceptance = z.object({
	tier: Tier,
	verdict: AcceptanceVerdict,
	criteriaSet: z.string().min(1).max(40),
	criteria: z.array(CriterionAnswer).max(60),
	/** The standard that was applied, in words: compared with the baseline's (ANTI-10). */
	standard: words.nullable(),
	opinion: words,
	/** Of a conditional pass: what is to be added, and by when. */
	supplements: z.array(z.object({ text: words, done: z.boolean() })).max(60),
	supplementsDueOn: IsoDate.nullable(),
	/** What was handed in for them. */
	submitted: z.object({ text: words, evidenceIds, ...signed }).nullable(),
	...signed,
});
export type Acceptance = z.infer<typeof Acceptance>;

/** An application for acceptance (ACC-03, ACC-04), with the dossier's items as the owner says they are there. */
export const Application = z.object({
	on: IsoDate,
	kind: CloseOutKind,
	dossier: z.array(z.object({ item: z.string().max(60), evidenceIds, note: words.nullable() })).max(40),
	...signed,
});
export type Application = z.infer<typeof Application>;

/** 四个不放过 (ACC-08): found out, put right, answered for, the public satisfied. */
export const GateKind = z.enum(["foundOut", "putRight", "answeredFor", "publicSatisfied"]);
export type GateKind = z.infer<typeof GateKind>;

/** One of the four gates: its own decision, with its own evidence and its own signer. */
export const GateDecision = z.object({
	gate: GateKind,
	verdict: z.enum(["yes", "no"]),
	reason: words,
	evidenceIds,
	...signed,
});
export type GateDecision = z.infer<typeof GateDecision>;

/** The long-term mechanism that stays (CLO-04, M59). */
export const Mechanism = z.object({
	document: words,
	issuer: name,
	on: IsoDate,
	inForce: z.boolean(),
	evidenceIds,
	...signed,
});
export type Mechanism = z.infer<typeof Mechanism>;

/** The result of the screening for similar problems (CLO-05). */
export const ScreeningResult = z.object({
	screened: z.int().min(0),
	found: z.int().min(0),
	opened: z.int().min(0),
	summary: words,
	evidenceIds,
	...signed,
});
export type ScreeningResult = z.infer<typeof ScreeningResult>;
