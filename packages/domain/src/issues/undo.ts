import { can } from "../access/index.ts";
import {
	asObstacle,
	doneSince,
	type ImportStretch,
	stretchOf,
	type UndoEntry,
	type UndoObstacle,
	undoReasonMissing,
} from "../journal/index.ts";
import {
	type Actor,
	accept,
	type Bilingual,
	type Decision,
	type ImportId,
	type Instant,
	type IssueId,
	type Role,
	refusal,
	reject,
	sameJson,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { formatNumber, vocab } from "../vocabulary/index.ts";
import { issueResource, NO_SURROUNDINGS, type TakenNumber } from "./context.ts";
import type { IssueEvent } from "./events.ts";
import { evolveIssue } from "./evolve.ts";
import { undone } from "./evolve-undo.ts";
import { numberGuard } from "./guards.ts";
import { isEnded, ownersComplete, transitionOf } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";
import {
	diffUndone,
	EVENT_OF_PART,
	kindsIn,
	type MovedPart,
	type PartKind,
	type UndoneParts,
} from "./undo-parts.ts";

export type IssueEntry = UndoEntry<IssueEvent>;

/** An issue that leans on one that would be voided: it hangs below it, or was merged or carried over into it. */
export type Dependent = {
	readonly id: IssueId;
	readonly number: string;
	readonly how: "below" | "merged" | "carriedOver";
	/** The import that registered it, where one did. */
	readonly importId: ImportId | null;
};

/** Who undoes an import, when and why, and the facts outside of the issue, looked up in the same transaction. */
export type UndoContext = {
	readonly actor: Actor;
	readonly now: Instant;
	readonly reason: string;
	/** Who carries the numbers that the issue would get back, without those that are undone in the same act. */
	readonly takenNumbers: readonly TakenNumber[];
	/** Issues that lean on this one, without those that are voided in the same act. */
	readonly dependents: readonly Dependent[];
	readonly importName: (id: ImportId) => string | undefined;
};

/** What undoing an import means for one issue. */
export type IssueUndo = {
	readonly act: "void" | "restore" | "nothing";
	/** The issue as it is now; null where the import did nothing to it, or was undone there already. */
	readonly issue: Issue | null;
	readonly events: readonly IssueEvent[];
	/** Everything in the way; while there is anything, nothing may be undone. */
	readonly obstacles: readonly UndoObstacle[];
};

type Stretch = ImportStretch<IssueEvent, Issue>;
const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];

/** The import that an event undoes. */
function undoes(event: IssueEvent): ImportId | null {
	if (event.type === "importUndone") return event.importId;
	return event.type === "issueEnded" && event.ending.kind === "voided" ? event.ending.importId : null;
}

const KEEP = say(
	"问题登记后已有办理，登记不能作废；确属误登记的，凭文件办理撤销，其余内容用更正后的文件重新导入",
	"Work has begun on it, so its registration cannot be voided: withdraw it by a document, or import a corrected edition",
);

/** What clears work on a part that the import had brought or changed. */
const CLEARS: Readonly<Record<PartKind, { readonly text: Bilingual; readonly who: readonly Role[] }>> = {
	element: {
		text: say(
			"先更正为导入时或导入前的内容，再撤销导入",
			"Amend it back to what the import wrote, or to what stood before it",
		),
		who: OFFICES,
	},
	assignment: {
		text: say("先解除这项责任，再撤销导入", "End this assignment first"),
		who: OFFICES,
	},
	measure: {
		text: say(
			"先取消这条措施，或改回导入时的内容，再撤销导入",
			"Cancel this measure first, or amend it back to what the import wrote",
		),
		who: [...OFFICES, "leadUnit", "respUnit"],
	},
	notice: { text: say("先取下这份公示，再撤销导入", "Detach this notice first"), who: OFFICES },
	sourceText: { text: KEEP, who: [] },
	mandate: { text: KEEP, who: [] },
};

/** Who moved a part on since the import: the last one. */
function movedBy(part: MovedPart, stretch: Stretch, context: UndoContext): UndoObstacle[] {
	const step = stretch.since.findLast(({ from, to }) => !sameJson(part.of(from), part.of(to)));
	const clears = CLEARS[part.kind];
	if (step === undefined) {
		const message = say(`“${part.label.zh}”在导入之后已有变动`, `“${part.label.en}” has changed since`);
		return [
			asObstacle(refusal("TOUCHED_SINCE", message, clears.text, { field: part.field, who: clears.who })),
		];
	}
	return [
		doneSince(step.entry, {
			what: vocab.issueEvent[step.entry.event.type],
			to: part.label,
			clears: clears.text,
			who: clears.who,
			field: part.field,
			importName: context.importName,
		}),
	];
}

/** What moved the issue on, as one obstacle: to a state in which the import's parts are settled. */
function lifecycleMoved(stretch: Stretch, context: UndoContext): UndoObstacle[] {
	const step = stretch.since.findLast(({ from, to }) => from.lifecycle !== to.lifecycle);
	const state = vocab.issueState[stretch.now.lifecycle];
	const clears = say(
		`问题已“${state.zh}”，导入的内容不能再撤销；请另行更正`,
		`The issue is “${state.en}”: what the import did is settled and can only be corrected anew`,
	);
	if (step === undefined) {
		const message = say(`问题处于“${state.zh}”`, `The issue is “${state.en}”`);
		return [asObstacle(refusal("SETTLED_SINCE", message, clears, {}))];
	}
	const { importName } = context;
	const what = vocab.issueEvent[step.entry.event.type];
	return [doneSince(step.entry, { what, to: null, clears, who: [], field: "lifecycle", importName })];
}

/** Somebody named a party again that would come back: it would hold the same role twice. */
function doubled(
	restored: Issue,
	parts: UndoneParts,
	stretch: Stretch,
	context: UndoContext,
): UndoObstacle[] {
	const back = parts.restored.assignments.map(({ to }) => to).filter((held) => isActive(held));
	return back.flatMap((held) => {
		const twin = restored.assignments.find(
			(other) =>
				other.id !== held.id &&
				isActive(other) &&
				other.role === held.role &&
				other.unitId === held.unitId &&
				other.personId === held.personId,
		);
		if (twin === undefined) return [];
		const label = vocab.assignmentRole[held.role];
		const of = (issue: Issue) => issue.assignments.some(({ id }) => id === twin.id);
		return movedBy({ kind: "assignment", label, field: "assignments", of }, stretch, context);
	});
}

/** The own number that would come back, where the import had changed it. */
const ownNumberBack = (now: Issue, { changes }: UndoneParts): string | null => {
	const back = changes.to.numberByTier?.[now.tier] ?? null;
	return back === now.numberByTier[now.tier] ? null : back;
};

function numberObstacles(now: Issue, parts: UndoneParts, context: UndoContext): UndoObstacle[] {
	const number = ownNumberBack(now, parts);
	if (number === null) return [];
	const inspections = now.mandates.map(({ inspectionId }) => inspectionId);
	const facts = { surroundings: { ...NO_SURROUNDINGS, takenNumbers: context.takenNumbers } };
	return numberGuard(now, inspections, number, facts, `numberByTier.${now.tier}`).map(asObstacle);
}

const HOW = {
	below: say("挂在其下", "hangs below it"),
	merged: say("已并入", "was merged into it"),
	carriedOver: say("已转入", "was carried over into it"),
} as const;

function dependentObstacle({ number, how, importId }: Dependent, context: UndoContext): UndoObstacle {
	const name = importId === null ? undefined : context.importName(importId);
	const message = say(
		`${formatNumber(number, "zh-CN")}${HOW[how].zh}`,
		`${formatNumber(number, "en")} ${HOW[how].en}`,
	);
	const clears = name === undefined ? KEEP : say(`先撤销导入“${name}”`, `Undo the import “${name}” first`);
	const refused = refusal("DEPENDENT_ISSUE", message, clears, {
		field: "childIds",
		who: name === undefined ? [] : OFFICES,
	});
	return { ...asObstacle(refused), importId: name === undefined ? null : importId };
}

/** One obstacle for each later import, and one for each other thing that was done. */
function laterWork(stretch: Stretch, context: UndoContext): UndoObstacle[] {
	const imports = new Set<ImportId>();
	return stretch.since.flatMap(({ entry }) => {
		if (entry.importId !== null && imports.has(entry.importId)) return [];
		if (entry.importId !== null) imports.add(entry.importId);
		const what = vocab.issueEvent[entry.event.type];
		return [
			doneSince(entry, {
				what,
				to: null,
				clears: KEEP,
				who: [],
				field: null,
				importName: context.importName,
			}),
		];
	});
}

/** The registration was the import's: it is void, as long as nobody has worked on it. */
function voidRegistration(stretch: Stretch, importId: ImportId, context: UndoContext): IssueUndo {
	const obstacles = [
		...laterWork(stretch, context),
		...context.dependents.map((dependent) => dependentObstacle(dependent, context)),
	];
	const ending = { kind: "voided" as const, importId, reason: context.reason.trim() };
	const event: IssueEvent = { type: "issueEnded", at: context.now, ending };
	return { act: "void", issue: stretch.now, events: [event], obstacles };
}

/** Whether without the import's owners the issue is no longer assigned, or would have to be something else. */
function ownersGone(before: Issue, stretch: Stretch, restored: Issue): "no" | "unassigned" | "movedOn" {
	const assigned = before.lifecycle === "registered" && stretch.after.lifecycle === "assigned";
	if (!assigned || stretch.now.lifecycle === "registered" || ownersComplete(restored.assignments))
		return "no";
	return stretch.now.lifecycle === "assigned" ? "unassigned" : "movedOn";
}

function restore(before: Issue, stretch: Stretch, importId: ImportId, context: UndoContext): IssueUndo {
	const { now } = stretch;
	const { parts, moved } = diffUndone({ before, after: stretch.after, now });
	const kinds = kindsIn(parts);
	const event = {
		type: "importUndone" as const,
		at: context.now,
		importId,
		reason: context.reason.trim(),
		...parts,
		unassigned: false,
	};
	const restored: Issue = { ...now, ...undone(now, event) };
	const owners = ownersGone(before, stretch, restored);
	const settled =
		kinds.some((kind) => transitionOf(now.lifecycle, EVENT_OF_PART[kind]) === "refused") ||
		(kinds.length > 0 && isEnded(now.lifecycle) && !isEnded(stretch.after.lifecycle)) ||
		owners === "movedOn";
	const obstacles = [
		...moved.flatMap((part) => movedBy(part, stretch, context)),
		...(settled ? lifecycleMoved(stretch, context) : []),
		...doubled(restored, parts, stretch, context),
		...numberObstacles(now, parts, context),
	];
	if (kinds.length === 0) return { act: "nothing", issue: now, events: [], obstacles };
	const events = [{ ...event, unassigned: owners === "unassigned" }];
	return { act: "restore", issue: now, events, obstacles };
}

/**
 * What undoing an import means for one issue, given the issue's whole journal: a registration that it made is void, and
 * everything else that it brought or changed is as before, part by part, where nobody has touched it since. What
 * somebody put back or ended by hand is left as it is. Names everything in the way, or that the actor may not. Pure.
 */
export function planUndo(
	entries: readonly IssueEntry[],
	importId: ImportId,
	context: UndoContext,
): IssueUndo {
	const stretch = stretchOf(entries, importId, { evolve: evolveIssue, undoes });
	if (stretch === null) return { act: "nothing", issue: null, events: [], obstacles: [] };
	const resource = issueResource(stretch.now, shanghaiDate(context.now), { importing: true });
	const denied = can(context.actor, "undoImport", resource);
	if (denied !== null) {
		return { act: "nothing", issue: stretch.now, events: [], obstacles: [asObstacle(denied)] };
	}
	return stretch.before === null
		? voidRegistration(stretch, importId, context)
		: restore(stretch.before, stretch, importId, context);
}

/**
 * Undoes what an import did to one issue, or says everything that is in the way. Asks the policy table. No event where
 * there is nothing left to undo.
 */
export function undoImport(
	entries: readonly IssueEntry[],
	importId: ImportId,
	context: UndoContext,
): Decision<IssueEvent> {
	const { events, obstacles } = planUndo(entries, importId, context);
	const refusals = [...(context.reason.trim().length < 2 ? [undoReasonMissing()] : []), ...obstacles];
	return refusals.length > 0 ? reject(...refusals) : accept(...events);
}

/** The own-tier numbers that undoing would give back, to be looked up: who carries them by now. */
export function numbersBack(
	undo: IssueUndo,
): { inspectionId: Issue["mandates"][number]["inspectionId"]; number: string }[] {
	const { issue } = undo;
	if (issue === null) return [];
	return undo.events.flatMap((event) => {
		const number = event.type === "importUndone" ? ownNumberBack(issue, event) : null;
		return number === null ? [] : issue.mandates.map(({ inspectionId }) => ({ inspectionId, number }));
	});
}
