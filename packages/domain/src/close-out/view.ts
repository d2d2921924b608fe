import { z } from "zod";
import type { Issue } from "../issues/index.ts";
import { type Calendar, IsoDate, Tier } from "../kernel/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import { CloseOutState, CloseOutStep } from "./closing.ts";
import { GateDecision, GateKind, SiteCheck } from "./closing-acceptance.ts";
import { criteriaOf, criteriaSetOf } from "./criteria.ts";
import { dossierOf } from "./dossier.ts";
import { watchPoints } from "./look-back.ts";
import { acceptanceTiers, nextSigner, nextStep, sequenceOf, signersOf, tierAtDesk } from "./sequence.ts";
import { closeOutOf, gatesOf, standingFalseReport } from "./state.ts";
import { CloseOutTerms, closeOutTerms } from "./terms.ts";

/** What the desk of acceptance and close-out shows: the state, and the way by the rule set. */
export const CloseOutView = z.object({
	state: CloseOutState,
	/** The tiers that accept it, from the lowest on (ACC-05). */
	tiers: z.array(Tier),
	sequence: z.array(CloseOutStep),
	/** Null before the application and after the end. */
	nextStep: CloseOutStep.nullable(),
	signers: z.array(z.string()),
	nextSigner: z.string().nullable(),
	criteriaSet: z.string(),
	criteria: z.array(z.string()),
	/** Each gate with the decision that counts. */
	gates: z.array(z.object({ gate: GateKind, decision: GateDecision.nullable() })),
	dossier: z.array(z.object({ item: z.string(), held: z.boolean() })),
	watchPoints: z.array(z.object({ months: z.int(), on: IsoDate, seen: z.boolean() })),
	/** A finding of false rectification that stands (ANTI-02). */
	falseReport: SiteCheck.nullable(),
	/** What the rule set asks of its forms. */
	terms: CloseOutTerms,
});
export type CloseOutView = z.infer<typeof CloseOutView>;

/** The close-out of an issue as its desk shows it on a day. */
export function closeOutView(
	issue: Issue,
	rules: ResolvedRules,
	calendar: Calendar,
	asOf: IsoDate,
): CloseOutView {
	const criteriaSet = criteriaSetOf(rules);
	return {
		// The tier at whose desk it is by the rules in force, which can be another than the one that it was handed to.
		state: { ...closeOutOf(issue), atTier: tierAtDesk(issue, rules) },
		tiers: [...acceptanceTiers(issue, rules)],
		sequence: [...sequenceOf(rules)],
		nextStep: nextStep(issue, rules),
		signers: [...signersOf(rules)],
		nextSigner: nextSigner(issue, rules),
		criteriaSet,
		criteria: [...(criteriaOf(criteriaSet) ?? [])],
		gates: [...gatesOf(issue)],
		dossier: [...dossierOf(issue, rules)],
		watchPoints: watchPoints(issue, rules).map(({ months, on, lookBack }) => ({
			months,
			on,
			seen: lookBack !== null,
		})),
		falseReport: standingFalseReport(issue),
		terms: closeOutTerms(issue, rules, calendar, asOf),
	};
}
