import { evolveComplaint } from "@zhenggai/domain/complaints";
import { evolveIssue, type ImportUndoResult, type Issue } from "@zhenggai/domain/issues";
import { undoReasonMissing } from "@zhenggai/domain/journal";
import type { IsoDate, Outcome } from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import { markImportUndone } from "@zhenggai/storage/imports";
import { type ComplaintChanged, writeComplaints } from "../complaints/write-complaints.ts";
import type { Asking, Change } from "../issues/changes.ts";
import { writeChanges } from "../issues/write-changes.ts";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { done, refused } from "../kit/outcome.ts";
import { type ActRequest, causeOf, journalOnImport, unlessConflicting, type Writing } from "./act.ts";
import { draftFor } from "./find-draft.ts";
import { countActs, planImportUndo, type UndoPlan } from "./undo-plan.ts";
import { undoItems } from "./undo-preview.ts";
import { notUndoable, refusalsOfItem } from "./undo-refusals.ts";

/** How many registrations are voided in one statement. */
const STEP = 250;
const REFUSALS_SHOWN = 50;

async function writeIssues(
	{ tx, context, asking, request }: Writing,
	plan: UndoPlan,
	today: IsoDate,
): Promise<void> {
	const cause = causeOf(request);
	const changesOf = (act: "void" | "restore"): Change[] =>
		plan.issues
			.filter((undo) => undo.act === act)
			.map(({ issue: before, events }) => ({
				before,
				issue: events.reduce<Issue>((state, event) => evolveIssue(state, event), before),
				events,
			}));
	const voided = changesOf("void");
	// Numbers are given back first. Those that come back may have been exchanged: they are written all at once.
	const steps = [changesOf("restore")];
	for (let at = voided.length; at > 0; at -= STEP) steps.unshift(voided.slice(Math.max(0, at - STEP), at));
	for (const step of steps) {
		unlessConflicting(await writeChanges(tx, context, step, { asking, cause, today }));
	}
}

async function writeAllComplaints(writing: Writing, plan: UndoPlan): Promise<void> {
	const { tx, context, asking, request } = writing;
	const cause = causeOf(request);
	const changes = plan.complaints.flatMap(({ complaint: before, events }): ComplaintChanged[] => {
		if (events.length === 0) return [];
		const complaint = events.reduce((state, event) => evolveComplaint(state, event), before);
		return [{ before, complaint, events }];
	});
	// Receipts of voided ones are free before others come back.
	const ordered = changes.toSorted(
		(a, b) => Number(a.complaint.state === "registered") - Number(b.complaint.state === "registered"),
	);
	for (let at = 0; at < ordered.length; at += STEP) {
		unlessConflicting(await writeComplaints(tx, context, ordered.slice(at, at + STEP), { asking, cause }));
	}
}

/**
 * Carries out the undoing of an import, decided anew on what the ledger holds now, with the import and everything that
 * it touched locked. Throws ImportRefused where a part is refused after others were written.
 */
export async function undoApplied(
	tx: Tx,
	context: ServiceContext,
	request: ActRequest,
	/** Trimmed. */
	reason: string,
): Promise<Outcome<ImportUndoResult>> {
	const { actor, importId } = request;
	const { draft, version, region } = await draftFor(tx, actor, importId, "update");
	const over = notUndoable(draft);
	if (over !== null) return refused([over]);
	if (reason.length < 2) return refused([undoReasonMissing()]);
	const { now, today } = momentOf(context);
	const plan = await planImportUndo(tx, { actor, importId, now, reason, lock: "update" });
	const counts = countActs(plan);
	if (counts.obstructed > 0) {
		const items = await undoItems(tx, plan);
		return refused(items.flatMap(refusalsOfItem).slice(0, REFUSALS_SHOWN));
	}
	const asking: Asking = { actor, stamp: stampOf(actor), now, importing: true };
	const writing: Writing = { tx, context, asking, request };
	await writeIssues(writing, plan, today);
	await writeAllComplaints(writing, plan);
	const result: ImportUndoResult = { importId, voided: counts.voided, restored: counts.restored };
	const { voided, restored } = counts;
	const undone = { type: "importUndone", at: now, reason, voided, restored };
	await journalOnImport(writing, { version, region }, undone);
	await markImportUndone(tx, importId, {
		version: version + 1,
		undone: { at: now, by: asking.stamp.name, reason },
	});
	return done(result);
}
