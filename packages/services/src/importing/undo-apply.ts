import { evolveComplaint } from "@zhenggai/domain/complaints";
import { evolveIssue, type ImportUndoResult, type Issue } from "@zhenggai/domain/issues";
import { type Cause, undoReasonMissing } from "@zhenggai/domain/journal";
import type { Actor, CommandEnvelope, ImportId, IsoDate, Outcome, RegionCode } from "@zhenggai/domain/kernel";
import { appendEvents, type Tx } from "@zhenggai/storage";
import { markImportUndone } from "@zhenggai/storage/imports";
import { type ComplaintChanged, writeComplaints } from "../complaints/write-complaints.ts";
import type { Asking, Change } from "../issues/changes.ts";
import { writeChanges } from "../issues/write-changes.ts";
import { stampOf } from "../kit/authorise.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { conflicted, done, refused } from "../kit/outcome.ts";
import { ImportRefused } from "./apply.ts";
import { draftFor } from "./find-draft.ts";
import { countActs, planImportUndo, type UndoPlan } from "./undo-plan.ts";
import { undoItems } from "./undo-preview.ts";
import { notUndoable, refusalsOfItem } from "./undo-refusals.ts";

export type UndoAsked = {
	readonly actor: Actor;
	readonly importId: ImportId;
	/** Trimmed. */
	readonly reason: string;
	readonly envelope: Omit<CommandEnvelope, "expectedVersion">;
};

type Writing = {
	readonly tx: Tx;
	readonly context: ServiceContext;
	readonly asking: Asking;
	readonly cause: Cause;
	readonly today: IsoDate;
};

/** How many registrations are voided in one statement. */
const STEP = 250;
const REFUSALS_SHOWN = 50;

async function writeIssues({ tx, context, asking, cause, today }: Writing, plan: UndoPlan): Promise<void> {
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
		const conflict = await writeChanges(tx, context, step, { asking, cause, today });
		if (conflict !== null) throw new ImportRefused(conflicted(conflict));
	}
}

async function writeAllComplaints(writing: Writing, plan: UndoPlan): Promise<void> {
	const { tx, context, asking, cause } = writing;
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
		const conflict = await writeComplaints(tx, context, ordered.slice(at, at + STEP), { asking, cause });
		if (conflict !== null) throw new ImportRefused(conflicted(conflict));
	}
}

/** Ends the import as undone, with its own entry in the journal. */
async function finish(
	{ tx, context, asking, cause }: Writing,
	{ importId, reason }: UndoAsked,
	result: ImportUndoResult,
	{ version, region }: { readonly version: number; readonly region: RegionCode },
): Promise<void> {
	const { voided, restored } = result;
	const undone = { type: "importUndone", at: asking.now, reason, voided, restored };
	const appended = await appendEvents(tx, {
		streamKind: "import",
		streamId: importId,
		expectedVersion: version,
		events: drafts([undone]),
		actor: asking.stamp,
		at: asking.now,
		region,
		cause,
		ids: eventIds(context),
	});
	if (!appended.ok) throw new ImportRefused(conflicted(appended.conflict));
	await markImportUndone(tx, importId, {
		version: version + 1,
		undone: { at: asking.now, by: asking.stamp.name, reason },
	});
}

/**
 * Carries out the undoing of an import, decided anew on what the ledger holds now, with the import and everything that
 * it touched locked. Throws ImportRefused where a part is refused after others were written.
 */
export async function undoApplied(
	tx: Tx,
	context: ServiceContext,
	request: UndoAsked,
): Promise<Outcome<ImportUndoResult>> {
	const { actor, importId, reason, envelope } = request;
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
	const cause: Cause = {
		verb: "undoImport",
		importId,
		idempotencyKey: envelope.idempotencyKey ?? null,
		justification: envelope.justification ?? null,
	};
	const asking: Asking = { actor, stamp: stampOf(actor), now, importing: true };
	const writing: Writing = { tx, context, asking, cause, today };
	await writeIssues(writing, plan);
	await writeAllComplaints(writing, plan);
	const result: ImportUndoResult = { importId, voided: counts.voided, restored: counts.restored };
	await finish(writing, request, result, { version, region });
	return done(result);
}
