export * from "./actions.ts";
export * from "./columns.ts";
export * from "./commands.ts";
export * from "./context.ts";
export * from "./coverage.ts";
export * from "./decide.ts";
export { mandateFollowUps } from "./decide-ending.ts";
export * from "./decide-inspection.ts";
export { childRegistrations } from "./decide-tree.ts";
export * from "./events.ts";
export * from "./evolve.ts";
export * from "./foresight.ts";
export * from "./gate.ts";
export * from "./history.ts";
export * from "./import.ts";
export * from "./import-diff.ts";
export * from "./import-join.ts";
export { normalNumber } from "./import-match.ts";
export { numeral } from "./import-number.ts";
export * from "./import-proposal.ts";
export * from "./import-reread.ts";
export * from "./import-split.ts";
export * from "./import-structure.ts";
export * from "./import-undo.ts";
export { type Party, type Resolution, sameText } from "./import-wanted.ts";
export * from "./in-tray.ts";
export * from "./lapses.ts";
export * from "./lifecycle.ts";
export * from "./next-verb.ts";
export * from "./plan-terms.ts";
export * from "./proposal.ts";
export { isLive, missingElements, RequiredElement } from "./rules-elements.ts";
export { evaluateIssue, issueRules } from "./rules-evaluate.ts";
export { planDueOn } from "./rules-plan.ts";
export {
	ALONE,
	type ChildFacts,
	type IssueSubject,
	isReboundClock,
	type ParentFacts,
	type RuleSurroundings,
	type SharedNumber,
} from "./rules-subject.ts";
export * from "./schema.ts";
export * from "./simulation.ts";
export * from "./simulation-totals.ts";
export * from "./standing.ts";
export * from "./summary.ts";
export * from "./sweep.ts";
export * from "./tier.ts";
export * from "./undo.ts";
export * from "./view.ts";
