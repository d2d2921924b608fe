import { noticesOf } from "../close-out/index.ts";
import { withoutEach } from "../kernel/index.ts";
import type { IssueEvent } from "./events.ts";
import type { Issue } from "./schema.ts";

type Undone = Extract<IssueEvent, { type: "importUndone" }>;

/** The items without those that were taken back, and the restored ones as they were. */
function withoutIds<T extends { readonly id: string }>(
	items: readonly T[],
	gone: readonly T[],
	restored: readonly { readonly to: T }[],
): T[] {
	const ids = new Set(gone.map(({ id }) => id));
	const before = new Map(restored.map(({ to }) => [to.id, to]));
	return items.filter(({ id }) => !ids.has(id)).map((item) => before.get(item.id) ?? item);
}

/** The contents of an issue after an import was undone. What the import had brought stays on record, set aside. */
export function undone(issue: Issue, event: Undone): Partial<Issue> {
	const { importId, at, reason, changes, takenBack, restored } = event;
	const empty = Object.values(takenBack).every((items) => items.length === 0);
	return {
		...changes.to,
		sourceTexts: withoutEach(issue.sourceTexts, takenBack.sourceTexts),
		mandates: withoutEach(issue.mandates, takenBack.mandates),
		assignments: withoutIds(issue.assignments, takenBack.assignments, restored.assignments),
		measures: withoutIds(issue.measures, takenBack.measures, restored.measures),
		...(issue.notices === undefined
			? {}
			: { notices: withoutIds(noticesOf(issue), takenBack.notices, restored.notices) }),
		...(empty ? {} : { takenBack: [...(issue.takenBack ?? []), { importId, at, reason, ...takenBack }] }),
	};
}
