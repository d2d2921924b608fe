import { z } from "zod";
import { ProposedIssue } from "./proposal.ts";

/** One split or join that the clerk made: some issues of the reading are replaced by others. */
export const StructureChange = z.object({
	kind: z.enum(["split", "join"]),
	/** Keys of the issues that are replaced, in order. */
	dropped: z.array(z.string()).min(1),
	/** What stands in their place, where the first of them stood. */
	added: z.array(ProposedIssue).min(1),
	/** The wording of a deadline that a join did not keep, null where nothing conflicted. */
	otherDeadline: z.string().nullable(),
});
export type StructureChange = z.infer<typeof StructureChange>;

/** What the clerk did to the issues of a reading. */
export type IssueCorrections = {
	readonly corrections: Readonly<Record<string, ProposedIssue>>;
	readonly structure?: readonly StructureChange[] | undefined;
};

/** Whether a change finds all the issues that it replaces. */
const applies = (change: StructureChange, keys: ReadonlySet<string>): boolean =>
	change.dropped.every((key) => keys.has(key));

function restructured(
	issues: readonly ProposedIssue[],
	structure: readonly StructureChange[],
): { issues: readonly ProposedIssue[]; idle: readonly StructureChange[] } {
	let list = issues;
	const idle: StructureChange[] = [];
	const keys = new Set(issues.map(({ key }) => key));
	for (const change of structure) {
		if (!applies(change, keys)) {
			idle.push(change);
			continue;
		}
		const gone = new Set(change.dropped);
		const [first] = change.dropped;
		list = list.flatMap((issue) => {
			if (issue.key === first) return change.added;
			return gone.has(issue.key) ? [] : [issue];
		});
		for (const key of gone) keys.delete(key);
		for (const { key } of change.added) keys.add(key);
	}
	return { issues: list, idle };
}

/**
 * The issues of a reading as the clerk left them: split, joined, corrected. A change or correction of an issue that
 * the reading does not have changes nothing. This is what is shown, compared and applied.
 */
export function correctedIssues(
	proposal: { readonly issues: readonly ProposedIssue[] },
	choices: IssueCorrections,
): ProposedIssue[] {
	const { corrections, structure = [] } = choices;
	return restructured(proposal.issues, structure).issues.map((issue) => {
		const corrected = corrections[issue.key];
		return corrected === undefined ? issue : { ...corrected, key: issue.key };
	});
}

/** The splits and joins that change nothing, since the reading lacks an issue that they speak of. */
export const idleChanges = (
	proposal: { readonly issues: readonly ProposedIssue[] },
	choices: IssueCorrections,
): readonly StructureChange[] => restructured(proposal.issues, choices.structure ?? []).idle;

/** The split or join that brought an issue, undefined for one as it was read. */
export const changeBehind = (
	structure: readonly StructureChange[] | undefined,
	key: string,
): StructureChange | undefined =>
	structure?.findLast(({ added }) => added.some((issue) => issue.key === key));

type StructureChoices = IssueCorrections & {
	readonly items: Readonly<Record<string, { readonly apply: boolean }>>;
};

/**
 * The choices with one more split or join. What was left out stays left out: a part of it is, and a join of nothing
 * else.
 */
export function withChange<T extends StructureChoices>(choices: T, change: StructureChange): T {
	const leftOut = change.dropped.every((key) => choices.items[key]?.apply === false);
	const items = leftOut ? Object.fromEntries(change.added.map(({ key }) => [key, { apply: false }])) : {};
	return {
		...choices,
		structure: [...(choices.structure ?? []), change],
		items: { ...choices.items, ...items },
	};
}

/**
 * The choices without the split or join that brought an issue, and without everything that was built on what it
 * brought: corrections, choices, later splits and joins. What it had replaced stands again, as corrected before.
 */
export function withoutChange<T extends StructureChoices>(choices: T, key: string): T {
	const undone = changeBehind(choices.structure, key);
	if (undone === undefined) return choices;
	const lost = new Set<string>();
	const kept: StructureChange[] = [];
	for (const change of choices.structure ?? []) {
		if (change !== undone && !change.dropped.some((dropped) => lost.has(dropped))) kept.push(change);
		else for (const issue of change.added) lost.add(issue.key);
	}
	const without = <V>(record: Readonly<Record<string, V>>): Record<string, V> =>
		Object.fromEntries(Object.entries(record).filter(([name]) => !lost.has(name)));
	return {
		...choices,
		structure: kept,
		corrections: without(choices.corrections),
		items: without(choices.items),
	};
}
