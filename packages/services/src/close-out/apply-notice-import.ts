import { NoticeImportResult } from "@zhenggai/domain/close-out";
import type {
	Actor,
	CommandEnvelope,
	ImportId,
	IsoDate,
	IssueId,
	Outcome,
	RegionCode,
} from "@zhenggai/domain/kernel";
import { appendEvents, type Tx, withTransaction } from "@zhenggai/storage";
import { endImport } from "@zhenggai/storage/imports";
import { ImportRefused } from "../importing/apply.ts";
import { draftFor } from "../importing/find-draft.ts";
import { alreadyEnded, contextMissing } from "../importing/findings.ts";
import { ProgressReport } from "../importing/progress.ts";
import { type Asking, type Change, writeChanges } from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts, toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { conflicted, done, refused } from "../kit/outcome.ts";
import { type PlannedNotice, planNoticeImport } from "./notice-plan.ts";

type Envelope = Omit<CommandEnvelope, "expectedVersion">;
type Request = {
	readonly actor: Actor;
	readonly importId: ImportId;
	readonly envelope: Envelope;
	readonly progress: ProgressReport;
};
type Writing = {
	readonly tx: Tx;
	readonly context: ServiceContext;
	readonly asking: Asking;
	readonly request: Request;
};

const causeOf = ({ importId, envelope }: Request) => ({
	verb: "applyNoticeImport",
	importId,
	idempotencyKey: envelope.idempotencyKey ?? null,
	justification: envelope.justification ?? null,
});

/** One change an issue: several notices of a document may be about the same one, each decided on what the last left. */
function changesOf(items: readonly PlannedNotice[]): Change[] {
	const byIssue = new Map<IssueId, Change>();
	for (const { chosen, change } of items) {
		if (!chosen || change === null) continue;
		const { id } = change.issue;
		const earlier = byIssue.get(id);
		byIssue.set(
			id,
			earlier === undefined
				? change
				: { ...change, before: earlier.before, events: [...earlier.events, ...change.events] },
		);
	}
	return [...byIssue.values()];
}

async function writeAll(
	{ tx, context, asking, request }: Writing,
	changes: readonly Change[],
	today: IsoDate,
): Promise<void> {
	request.progress.report("writing", 0, changes.length);
	const conflict = await writeChanges(tx, context, changes, { asking, cause: causeOf(request), today });
	if (conflict !== null) throw new ImportRefused(conflicted(conflict));
	request.progress.report("writing", changes.length, changes.length);
}

/** Ends the draft, with its own entry in the journal. */
async function finish(
	{ tx, context, asking, request }: Writing,
	result: NoticeImportResult,
	{ version, region }: { readonly version: number; readonly region: RegionCode },
): Promise<void> {
	const counts = { created: result.attached.length, changed: result.replaced.length, units: 0 };
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

const resultOf = (importId: ImportId, items: readonly PlannedNotice[]): NoticeImportResult => {
	const written = items.flatMap(({ chosen, change, command, ledger }) =>
		chosen && change !== null && command !== null && ledger !== null
			? [{ replaces: command.notice.replaces, issueId: ledger.id, noticeId: command.notice.id }]
			: [],
	);
	const named = ({ issueId, noticeId }: (typeof written)[number]) => ({ issueId, noticeId });
	return {
		importId,
		attached: written.filter(({ replaces }) => replaces === null).map(named),
		replaced: written.filter(({ replaces }) => replaces !== null).map(named),
	};
};

async function applyDraft(
	tx: Tx,
	context: ServiceContext,
	request: Request,
): Promise<Outcome<NoticeImportResult>> {
	const { actor, importId, progress } = request;
	const { draft, version, region } = await draftFor(tx, actor, importId, "update");
	if (draft.state !== "draft") return refused([alreadyEnded(draft.state)]);
	const { notices: choices } = draft.choices;
	if (choices === undefined) return refused([contextMissing()]);
	const { now, today } = momentOf(context);
	const asking: Asking = { actor, stamp: stampOf(actor), now, importing: true };
	progress.report("matching", 0, draft.proposal.notices.length);
	const { newId } = context;
	const plan = await planNoticeImport(tx, { asking, draft, choices, today, newId, lock: "update" });
	if (plan.blocking.length > 0) return refused(plan.blocking);
	const writing: Writing = { tx, context, asking, request };
	await writeAll(writing, changesOf(plan.items), today);
	const result = resultOf(importId, plan.items);
	await finish(writing, result, { version, region });
	return done(result);
}

/**
 * Attaches the notices of a draft as they were last chosen: all of them or nothing, in one transaction, with a journal
 * entry for each notice. Of two who apply it at once exactly one does; a repeated key is answered as the first time.
 */
export const applyNoticeImport =
	(context: ServiceContext) =>
	async (actor: Actor, importId: ImportId, envelope: Envelope): Promise<Outcome<NoticeImportResult>> => {
		const progress = new ProgressReport(context, importId);
		const asked = {
			stamp: stampOf(actor),
			key: envelope.idempotencyKey,
			verb: "applyNoticeImport",
			input: [importId],
			at: context.now(),
		};
		try {
			const { result } = await withTransaction(context.database, (tx) =>
				once<Outcome<NoticeImportResult>>(tx, asked, {
					run: () => applyDraft(tx, context, { actor, importId, envelope, progress }),
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(NoticeImportResult.parse(stored)),
				}),
			);
			await progress.end(result.ok);
			return result;
		} catch (thrown) {
			await progress.end(false);
			if (thrown instanceof ImportRefused) return thrown.outcome;
			throw thrown;
		}
	};
