import { ComplaintImportResult } from "@zhenggai/domain/complaints";
import type { Actor, CommandEnvelope, ImportId, Outcome, RegionCode } from "@zhenggai/domain/kernel";
import { appendEvents, type Tx, withTransaction } from "@zhenggai/storage";
import { isReceiptTaken } from "@zhenggai/storage/complaints";
import { endImport } from "@zhenggai/storage/imports";
import { ImportRefused } from "../importing/apply.ts";
import { draftFor } from "../importing/find-draft.ts";
import { alreadyEnded, contextMissing } from "../importing/findings.ts";
import { ProgressReport } from "../importing/progress.ts";
import type { Asking } from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts, toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { conflicted, done, refused } from "../kit/outcome.ts";
import { planComplaintImport } from "./import-plan.ts";
import { type ComplaintChanged, writeComplaints } from "./write-complaints.ts";

type Envelope = Omit<CommandEnvelope, "expectedVersion">;
type Request = {
	readonly actor: Actor;
	readonly importId: ImportId;
	readonly envelope: Envelope;
	readonly progress: ProgressReport;
};

/** How many complaints are written between two reports. */
const STEP = 500;
/** Long enough for a hundred thousand rows; the pool's own limit is for people's clicks. */
const STATEMENT_MS = 300_000;

type Writing = {
	readonly tx: Tx;
	readonly context: ServiceContext;
	readonly asking: Asking;
	readonly request: Request;
};

const causeOf = ({ importId, envelope }: Request) => ({
	verb: "applyComplaintImport",
	importId,
	idempotencyKey: envelope.idempotencyKey ?? null,
	justification: envelope.justification ?? null,
});

async function writeAll(
	{ tx, context, asking, request }: Writing,
	changes: readonly ComplaintChanged[],
): Promise<void> {
	for (let at = 0; at < changes.length; at += STEP) {
		request.progress.report("writing", at, changes.length);
		const step = changes.slice(at, at + STEP);
		const conflict = await writeComplaints(tx, context, step, { asking, cause: causeOf(request) });
		if (conflict !== null) throw new ImportRefused(conflicted(conflict));
	}
	request.progress.report("writing", changes.length, changes.length);
}

/** Ends the draft, with its own entry in the journal. */
async function finish(
	{ tx, context, asking, request }: Writing,
	result: ComplaintImportResult,
	{ version, region }: { readonly version: number; readonly region: RegionCode },
): Promise<void> {
	const counts = { created: result.created.length, changed: result.changed.length, units: 0 };
	const applied = { type: "importApplied", at: asking.now, ...counts, people: 0 };
	const appended = await appendEvents(tx, {
		streamKind: "import",
		streamId: request.importId,
		expectedVersion: version,
		events: drafts([applied]),
		actor: asking.stamp,
		at: asking.now,
		region,
		cause: causeOf(request),
		ids: eventIds(context),
	});
	if (!appended.ok) throw new ImportRefused(conflicted(appended.conflict));
	await endImport(tx, request.importId, {
		state: "applied",
		version: version + 1,
		appliedAt: asking.now,
		result: counts,
	});
}

async function applyDraft(
	tx: Tx,
	context: ServiceContext,
	request: Request,
): Promise<Outcome<ComplaintImportResult>> {
	const { actor, importId, progress } = request;
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
	await writeAll(writing, changes);
	const result: ComplaintImportResult = {
		importId,
		created: changes.filter(({ before }) => before === null).map(({ complaint }) => complaint.id),
		changed: changes.filter(({ before }) => before !== null).map(({ complaint }) => complaint.id),
	};
	await finish(writing, result, { version, region });
	return done(result);
}

function attempt(context: ServiceContext, actor: Actor, importId: ImportId, envelope: Envelope) {
	const progress = new ProgressReport(context, importId);
	return withTransaction(
		context.database,
		(tx) =>
			once<Outcome<ComplaintImportResult>>(
				tx,
				{
					stamp: stampOf(actor),
					key: envelope.idempotencyKey,
					verb: "applyComplaintImport",
					input: [importId],
					at: context.now(),
				},
				{
					run: () => applyDraft(tx, context, { actor, importId, envelope, progress }),
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(ComplaintImportResult.parse(stored)),
				},
			),
		{ statementTimeoutMs: STATEMENT_MS },
	)
		.then(async ({ result }) => {
			await progress.end(result.ok);
			return result;
		})
		.catch(async (thrown) => {
			await progress.end(false);
			if (thrown instanceof ImportRefused) return thrown.outcome;
			throw thrown;
		});
}

/**
 * Applies the rows of a draft as they were last chosen: all of them or nothing, in one transaction, with a journal
 * entry or more for each complaint. Of two who apply it at once exactly one does.
 */
export const applyComplaintImport =
	(context: ServiceContext) =>
	async (actor: Actor, importId: ImportId, envelope: Envelope): Promise<Outcome<ComplaintImportResult>> => {
		try {
			return await attempt(context, actor, importId, envelope);
		} catch (thrown) {
			// Somebody registered one of the receipts in the meantime: the second look finds the complaint that has it.
			if (!isReceiptTaken(thrown)) throw thrown;
			return attempt(context, actor, importId, envelope);
		}
	};
