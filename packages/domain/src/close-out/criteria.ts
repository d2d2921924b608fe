import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { type Criterion, caseVocab } from "../vocabulary/index.ts";
import type { CriterionAnswer } from "./closing-acceptance.ts";

/** The sets of acceptance criteria that are in force somewhere (domain.md §2.4): ah5 of S18, hn3 of S19. */
const CRITERIA_SETS: Readonly<Record<string, readonly Criterion[]>> = {
	ah5: ["measuresDone", "violationsHandled", "meetsNorms", "similarFixed", "sourceTreated"],
	hn3: ["pollutionRemoved", "ecologyRestored", "publicSatisfied"],
};

/** What a set asks, or null for one that nobody has described. */
export const criteriaOf = (set: string): readonly Criterion[] | null =>
	Object.hasOwn(CRITERIA_SETS, set) ? (CRITERIA_SETS[set] ?? null) : null;

/** The set that a rule set accepts by. */
export const criteriaSetOf = (rules: ResolvedRules): string =>
	new RuleParams(rules, ["criteriaSet"]).string("criteriaSet");

/** Criteria of the set that a form leaves without an answer, or answers without what shows it (ACC-07). */
export const unanswered = (wanted: readonly Criterion[], form: readonly CriterionAnswer[]): Criterion[] =>
	wanted.filter((criterion) => {
		const answers = form.filter((line) => line.criterion === criterion);
		const [line] = answers;
		if (line === undefined || answers.length > 1) return true;
		if (line.answer === "yes") return line.evidenceIds.length === 0;
		return line.note === null;
	});

/** Criteria as people call them. */
export const criterionNames = (criteria: readonly Criterion[]) => ({
	zh: criteria.map((criterion) => `“${caseVocab.criterion[criterion].zh}”`).join("、"),
	en: criteria.map((criterion) => `“${caseVocab.criterion[criterion].en}”`).join(", "),
});
