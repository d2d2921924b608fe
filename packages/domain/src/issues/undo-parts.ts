import { noticesOf } from "../close-out/index.ts";
import { type Bilingual, sameJson, say, withoutEach } from "../kernel/index.ts";
import type { Assignment } from "../responsibilities/index.ts";
import { vocab } from "../vocabulary/index.ts";
import { ELEMENT_KEYS } from "./decide-elements.ts";
import type { IssueEvent } from "./events.ts";
import type { LifecycleEvent } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";

type Undone = Extract<IssueEvent, { type: "importUndone" }>;

/** What has to change for an issue to be as before an import. */
export type UndoneParts = Pick<Undone, "changes" | "takenBack" | "restored">;

/** The kinds of parts, each with the event that the lifecycle must let through for it to change. */
export const EVENT_OF_PART = {
	element: "issueAmended",
	sourceText: "sourceTextRecorded",
	mandate: "mandateAdded",
	assignment: "issueAssigned",
	measure: "measureAmended",
	notice: "noticeDetached",
} as const satisfies Readonly<Record<string, LifecycleEvent>>;
export type PartKind = keyof typeof EVENT_OF_PART;

/** A part that is neither as the import left it nor as it was before. */
export type MovedPart = {
	readonly kind: PartKind;
	readonly label: Bilingual;
	readonly field: string;
	/** The part in a state, to find who moved it. */
	readonly of: (issue: Issue) => unknown;
};

/** What three states of one list say: what to take back, what to restore, what has moved on since. */
type ListDiff<T> = {
	readonly brought: T[];
	readonly changed: { from: T; to: T }[];
	readonly moved: string[];
};
type States<T> = { readonly before: readonly T[]; readonly after: readonly T[]; readonly now: readonly T[] };

/**
 * Item by item: what the import brought and is as it left it goes; what it changed and is as it left it is as before.
 * What somebody ended since (`over`) or put back by hand is left alone.
 */
function diffList<T extends Item>(states: States<T>, over: (item: T) => boolean): ListDiff<T> {
	const before = new Map(states.before.map((item) => [item.id, item]));
	const now = new Map(states.now.map((item) => [item.id, item]));
	const found: ListDiff<T> = { brought: [], changed: [], moved: [] };
	for (const left of states.after) {
		const { id } = left;
		const [was, is] = [before.get(id), now.get(id)];
		if (is === undefined || sameJson(was, left) || sameJson(was, is)) continue;
		if (sameJson(is, left)) {
			if (was === undefined) found.brought.push(is);
			else found.changed.push({ from: is, to: was });
		} else if (was !== undefined || !over(is)) found.moved.push(id);
	}
	return found;
}

/** Whether an assignment is over and nobody holds what came of it. */
const isOver =
	(assignments: readonly Assignment[]) =>
	(held: Assignment): boolean =>
		held.until !== null &&
		!assignments.some(
			(next) => next.takesOverFrom === held.id && (next.until === null || !isOver(assignments)(next)),
		);

type ListPart = Exclude<PartKind, "element">;
type Item = { readonly id: string };

const movedItems = (
	kind: ListPart,
	field: string,
	ids: readonly string[],
	listOf: (issue: Issue) => readonly Item[],
	labelOf: (id: string) => Bilingual,
): MovedPart[] =>
	ids.map((id) => ({
		kind,
		field,
		label: labelOf(id),
		of: (issue) => [
			listOf(issue).find((item) => item.id === id),
			// Who took it over is part of what became of it.
			issue.assignments.filter(({ takesOverFrom }) => takesOverFrom === id),
		],
	}));

const statesOf = <T>(
	{ before, after, now }: { before: Issue; after: Issue; now: Issue },
	listOf: (issue: Issue) => readonly T[],
): States<T> => ({ before: listOf(before), after: listOf(after), now: listOf(now) });

/** What the import added to a list that only grows, as far as it is still there. */
function broughtIn<T>({ before, after, now }: Three, listOf: (issue: Issue) => readonly T[]): T[] {
	const added = withoutEach(listOf(after), listOf(before));
	return withoutEach(listOf(now), withoutEach(listOf(now), added));
}

type Three = { readonly before: Issue; readonly after: Issue; readonly now: Issue };

/** Elements: what the import changed goes back, unless it is as before already. */
function diffElements({ before, after, now }: Three): {
	changes: UndoneParts["changes"];
	moved: MovedPart[];
} {
	const changes: UndoneParts["changes"] = { from: {}, to: {} };
	const moved: MovedPart[] = [];
	for (const key of ELEMENT_KEYS) {
		if (sameJson(before[key], after[key]) || sameJson(now[key], before[key])) continue;
		if (sameJson(now[key], after[key])) {
			Object.assign(changes.from, { [key]: now[key] });
			Object.assign(changes.to, { [key]: before[key] });
		} else {
			moved.push({ kind: "element", label: vocab.issueElement[key], field: key, of: (issue) => issue[key] });
		}
	}
	return { changes, moved };
}

const MEASURE = say("整改措施", "measure");
const NOTICE = say("公示", "notice");

/**
 * What undoing an import has to change of an issue that was there before it, and the parts that somebody moved on
 * since. Pure comparison of three states: before the import, after it, and now.
 */
export function diffUndone(three: Three): { parts: UndoneParts; moved: MovedPart[] } {
	const { after, now } = three;
	const elements = diffElements(three);
	const assignments = diffList(
		statesOf(three, (issue) => issue.assignments),
		isOver(now.assignments),
	);
	const measures = diffList(
		statesOf(three, (issue) => issue.measures),
		({ state }) => state === "cancelled",
	);
	const notices = diffList(statesOf(three, noticesOf), ({ detached }) => detached !== null);
	const roleOf = (id: string): Bilingual => {
		const held = after.assignments.find((assignment) => assignment.id === id);
		return held === undefined ? say("责任分工", "assignment") : vocab.assignmentRole[held.role];
	};
	return {
		parts: {
			changes: elements.changes,
			takenBack: {
				sourceTexts: broughtIn(three, (issue) => issue.sourceTexts),
				mandates: broughtIn(three, (issue) => issue.mandates),
				assignments: assignments.brought,
				measures: measures.brought,
				notices: notices.brought,
			},
			restored: {
				assignments: assignments.changed,
				measures: measures.changed,
				notices: notices.changed,
			},
		},
		moved: [
			...elements.moved,
			...movedItems("assignment", "assignments", assignments.moved, (issue) => issue.assignments, roleOf),
			...movedItems(
				"measure",
				"measures",
				measures.moved,
				(issue) => issue.measures,
				() => MEASURE,
			),
			...movedItems("notice", "notices", notices.moved, noticesOf, () => NOTICE),
		],
	};
}

/** The kinds of parts that would change. */
export function kindsIn({ changes, takenBack, restored }: UndoneParts): PartKind[] {
	const touched: Readonly<Record<PartKind, boolean>> = {
		element: Object.keys(changes.to).length > 0,
		sourceText: takenBack.sourceTexts.length > 0,
		mandate: takenBack.mandates.length > 0,
		assignment: takenBack.assignments.length + restored.assignments.length > 0,
		measure: takenBack.measures.length + restored.measures.length > 0,
		notice: takenBack.notices.length + restored.notices.length > 0,
	};
	const kinds: PartKind[] = ["element", "sourceText", "mandate", "assignment", "measure", "notice"];
	return kinds.filter((kind) => touched[kind]);
}
