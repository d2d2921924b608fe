import {
	type ChildFacts,
	type Inspection,
	type Issue,
	isEnded,
	isLive,
	isReboundClock,
	issueNumber,
	type ParentFacts,
	type RuleSurroundings,
} from "@zhenggai/domain/issues";
import { planOf } from "@zhenggai/domain/plans";

/** What the rules see of the issue above. */
export const parentFacts = (parent: Issue): ParentFacts => ({
	id: parent.id,
	number: issueNumber(parent),
	deadline: parent.deadline,
	measureTexts: parent.measures.filter(isLive).map(({ text }) => text),
	goals: planOf(parent).goals,
});

/** What the rules see of the issues below that still run. */
export const childFacts = (
	children: readonly Issue[],
	regionName: (code: Issue["region"]) => string,
): ChildFacts[] =>
	children
		.filter(({ lifecycle }) => !isEnded(lifecycle))
		.map((child) => ({
			id: child.id,
			number: issueNumber(child),
			regionName: regionName(child.region),
			deadline: isReboundClock(child) ? null : child.deadline,
		}));

/** What the rules see when an issue is saved: numbers and coverage are looked at elsewhere. */
export const surroundingsOnSave = (
	inspection: Inspection | undefined,
	parent: Issue | undefined,
	children: readonly Issue[],
): RuleSurroundings => ({
	feedbackDate: inspection?.feedback?.feedbackDate ?? null,
	parent: parent === undefined ? null : parentFacts(parent),
	children: childFacts(children, (code) => code),
	sharedNumbers: [],
	uncovered: [],
});
