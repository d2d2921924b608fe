import { NoticeImportResult } from "@zhenggai/domain/close-out";
import type { Actor, ImportId, IsoDate, IssueId, Outcome } from "@zhenggai/domain/kernel";
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
import { type Asking, type Change, writeChanges } from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { done, refused } from "../kit/outcome.ts";
import { type PlannedNotice, planNoticeImport } from "./notice-plan.ts";

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
	progress: ProgressReport,
): Promise<void> {
	progress.report("writing", 0, changes.length);
	unlessConflicting(await writeChanges(tx, context, changes, { asking, cause: causeOf(request), today }));
	progress.report("writing", changes.length, changes.length);
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
	request: ActRequest,
	progress: ProgressReport,
): Promise<Outcome<NoticeImportResult>> {
	const { actor, importId } = request;
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
	await writeAll(writing, changesOf(plan.items), today, progress);
	const result = resultOf(importId, plan.items);
	const counts = { created: result.attached.length, changed: result.replaced.length, units: 0, people: 0 };
	await endAsApplied(writing, { version, region }, counts);
	return done(result);
}

/**
 * Attaches the notices of a draft as they were last chosen: all of them or nothing, in one transaction, with a journal
 * entry for each notice. Of two who apply it at once exactly one does; a repeated key is answered as the first time.
 */
export const applyNoticeImport =
	(context: ServiceContext) =>
	(actor: Actor, importId: ImportId, envelope: ImportEnvelope): Promise<Outcome<NoticeImportResult>> => {
		const request: ActRequest = { verb: "applyNoticeImport", actor, importId, envelope };
		return actTwice(context, {
			request,
			result: NoticeImportResult,
			run: (tx, progress) => applyDraft(tx, context, request, progress),
		});
	};
