import { ComplaintImportResult } from "@zhenggai/domain/complaints";
import type { Actor, ImportId, Outcome } from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import {
	type ActRequest,
	actTwice,
	causeOf,
	endAsApplied,
	type ImportEnvelope,
	unlessConflicting,
	type Writing,
} from "../importing/act.ts";
import { draftFor } from "../importing/find-draft.ts";
import { alreadyEnded, contextMissing } from "../importing/findings.ts";
import type { ProgressReport } from "../importing/progress.ts";
import type { Asking } from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { done, refused } from "../kit/outcome.ts";
import { planComplaintImport } from "./import-plan.ts";
import { type ComplaintChanged, writeComplaints } from "./write-complaints.ts";

/** How many complaints are written between two reports. */
const STEP = 500;
async function writeAll(
	{ tx, context, asking, request }: Writing,
	changes: readonly ComplaintChanged[],
	progress: ProgressReport,
): Promise<void> {
	const cause = causeOf(request);
	for (let at = 0; at < changes.length; at += STEP) {
		progress.report("writing", at, changes.length);
		const step = changes.slice(at, at + STEP);
		unlessConflicting(await writeComplaints(tx, context, step, { asking, cause }));
	}
	progress.report("writing", changes.length, changes.length);
}

async function applyDraft(
	tx: Tx,
	context: ServiceContext,
	request: ActRequest,
	progress: ProgressReport,
): Promise<Outcome<ComplaintImportResult>> {
	const { actor, importId } = request;
	const { draft, version, region } = await draftFor(tx, actor, importId, "update");
	if (draft.state !== "draft") return refused([alreadyEnded(draft.state)]);
	const { complaints: choices } = draft.choices;
	if (choices === undefined) return refused([contextMissing()]);
	const { now, today } = momentOf(context);
	const asking: Asking = { actor, stamp: stampOf(actor), now, importing: true };
	progress.report("matching", 0, draft.proposal.complaints.length);
	const plan = await planComplaintImport(tx, {
		asking,
		draft,
		choices,
		today,
		newId: context.newId,
		lock: "update",
	});
	if (plan.blocking.length > 0) return refused(plan.blocking);
	const changes = plan.rows.flatMap(({ chosen, change }) => (chosen && change !== null ? [change] : []));
	const writing: Writing = { tx, context, asking, request };
	await writeAll(writing, changes, progress);
	const result: ComplaintImportResult = {
		importId,
		created: changes.filter(({ before }) => before === null).map(({ complaint }) => complaint.id),
		changed: changes.filter(({ before }) => before !== null).map(({ complaint }) => complaint.id),
	};
	const counts = { created: result.created.length, changed: result.changed.length, units: 0, people: 0 };
	await endAsApplied(writing, { version, region }, counts);
	return done(result);
}

/**
 * Applies the rows of a draft as they were last chosen: all of them or nothing, in one transaction, with a journal
 * entry or more for each complaint. Of two who apply it at once exactly one does.
 */
export const applyComplaintImport =
	(context: ServiceContext) =>
	(actor: Actor, importId: ImportId, envelope: ImportEnvelope): Promise<Outcome<ComplaintImportResult>> => {
		const request: ActRequest = { verb: "applyComplaintImport", actor, importId, envelope };
		return actTwice(context, {
			request,
			result: ComplaintImportResult,
			run: (tx, progress) => applyDraft(tx, context, request, progress),
		});
	};
