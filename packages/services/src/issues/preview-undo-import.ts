import type { ImportRecord, ImportUndoPreview } from "@zhenggai/domain/issues";
import { type Actor, type ImportId, InspectionId } from "@zhenggai/domain/kernel";
import { type Tx, withTransaction } from "@zhenggai/storage";
import { loadInspections } from "@zhenggai/storage/issues";
import { draftFor } from "../importing/find-draft.ts";
import { countActs, planImportUndo, type UndoPlan } from "../importing/undo-plan.ts";
import { ITEMS_SHOWN, undoItems } from "../importing/undo-preview.ts";
import { itemsObstructed, notUndoable } from "../importing/undo-refusals.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";

const nothing: UndoPlan = { issues: [], complaints: [], others: { inspections: [], units: 0, people: 0 } };

const recordOf = (draft: ImportRecord): ImportRecord => ({
	id: draft.id,
	state: draft.state,
	kind: draft.kind,
	sourceName: draft.sourceName,
	sha256: draft.sha256,
	startedAt: draft.startedAt,
	startedBy: draft.startedBy,
	appliedAt: draft.appliedAt,
	result: draft.result,
	undone: draft.undone,
});

async function namesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
	const inspections = await loadInspections(
		tx,
		ids.map((id) => InspectionId.parse(id)),
	);
	return [...inspections.values()].map(({ name }) => name);
}

async function preview(
	tx: Tx,
	context: ServiceContext,
	actor: Actor,
	importId: ImportId,
): Promise<ImportUndoPreview> {
	const { draft } = await draftFor(tx, actor, importId);
	const refusal = notUndoable(draft);
	const { now } = momentOf(context);
	// The reason comes with the act itself.
	const plan =
		refusal === null ? await planImportUndo(tx, { actor, importId, now, reason: "", lock: "none" }) : nothing;
	const items = await undoItems(tx, plan);
	const summary = countActs(plan);
	return {
		record: recordOf(draft),
		items: items.slice(0, ITEMS_SHOWN),
		more: Math.max(0, items.length - ITEMS_SHOWN),
		summary,
		stays: { ...plan.others, inspections: await namesOf(tx, plan.others.inspections) },
		blocking: [
			...(refusal === null ? [] : [refusal]),
			...(summary.obstructed === 0 ? [] : [itemsObstructed(summary.obstructed)]),
		],
	};
}

/**
 * What undoing an applied import would do, item by item, old and new side by side, and everything in the way: who did
 * what since, when, and what clears it. Writes nothing.
 */
export const previewUndoImport =
	(context: ServiceContext) =>
	(actor: Actor, importId: ImportId): Promise<ImportUndoPreview> =>
		withTransaction(context.database, (tx) => preview(tx, context, actor, importId), {
			isolation: "repeatable read",
			readOnly: true,
			statementTimeoutMs: 60_000,
		});
