import type { Cause } from "@zhenggai/domain/journal";
import type { Actor, CommandEnvelope, ImportId, Outcome, RegionCode } from "@zhenggai/domain/kernel";
import { appendEvents, type Tx, type VersionConflict, withTransaction } from "@zhenggai/storage";
import { isReceiptTaken } from "@zhenggai/storage/complaints";
import { endImport } from "@zhenggai/storage/imports";
import { isNumberTaken } from "@zhenggai/storage/issues";
import type { z } from "zod";
import type { Asking } from "../issues/changes.ts";
import { stampOf } from "../kit/authorise.ts";
import { causeOf as causeOfCommand } from "../kit/command.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts, toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { conflicted, done, type Refused } from "../kit/outcome.ts";
import { ProgressReport } from "./progress.ts";

/** Long enough for a hundred thousand rows; the pool's own limit is for people's clicks. */
const STATEMENT_MS = 300_000;

export type ImportEnvelope = Omit<CommandEnvelope, "expectedVersion">;

/** Who does what with an import: one act, journalled under its verb. */
export type ActRequest = {
	readonly verb: "applyImport" | "applyComplaintImport" | "applyNoticeImport" | "undoImport";
	readonly actor: Actor;
	readonly importId: ImportId;
	readonly envelope: ImportEnvelope;
};

/** Undoes the transaction: a part was refused after other parts had been written. */
export class ImportRefused extends Error {
	readonly outcome: Refused;

	constructor(outcome: Refused) {
		super("a part of the import was refused");
		this.name = "ImportRefused";
		this.outcome = outcome;
	}
}

/** Lets what was written pass, or undoes it all where a stream has moved on in the meantime. */
export function unlessConflicting(conflict: VersionConflict | null): void {
	if (conflict !== null) throw new ImportRefused(conflicted(conflict));
}

export const causeOf = ({ verb, importId, envelope }: ActRequest): Cause =>
	causeOfCommand(verb, envelope, importId);

/** What an act writes with, within its transaction. */
export type Writing = {
	readonly tx: Tx;
	readonly context: ServiceContext;
	readonly asking: Asking;
	readonly request: ActRequest;
};

/** How every journal entry of the act is stamped. */
export const stampedBy = ({ context, asking, request }: Writing) => ({
	actor: asking.stamp,
	at: asking.now,
	cause: causeOf(request),
	ids: eventIds(context),
});

type Ended = { readonly version: number; readonly region: RegionCode };

/** The act's own entry on the import's stream. Throws ImportRefused where somebody else acted on the import. */
export async function journalOnImport<E extends { type: string }>(
	writing: Writing,
	{ version, region }: Ended,
	event: E,
): Promise<void> {
	const appended = await appendEvents(writing.tx, {
		...stampedBy(writing),
		streamKind: "import",
		streamId: writing.request.importId,
		expectedVersion: version,
		events: drafts([event]),
		region,
	});
	if (!appended.ok) throw new ImportRefused(conflicted(appended.conflict));
}

type Counts = { readonly created: number; readonly changed: number; readonly units: number };

/** Ends a draft as applied, with its own entry in the journal. */
export async function endAsApplied(
	writing: Writing,
	draft: Ended,
	{ people, ...counts }: Counts & { readonly people: number },
): Promise<void> {
	const { tx, asking, request } = writing;
	await journalOnImport(writing, draft, { type: "importApplied", at: asking.now, ...counts, people });
	await endImport(tx, request.importId, {
		state: "applied",
		version: draft.version + 1,
		appliedAt: asking.now,
		result: counts,
	});
}

export type Act<T> = {
	readonly request: ActRequest;
	/** What was asked beside the import itself: a repeat of the same key asks the same. */
	readonly input?: readonly unknown[];
	readonly result: z.ZodType<T>;
	readonly run: (tx: Tx, progress: ProgressReport) => Promise<Outcome<T>>;
};

/**
 * Runs an act on an import: all of it or nothing, in one transaction, once for a key. What was refused after parts of it
 * were written is answered as a refusal, with nothing of it left.
 */
async function actOnImport<T>(context: ServiceContext, act: Act<T>): Promise<Outcome<T>> {
	const { actor, importId, envelope, verb } = act.request;
	const progress = new ProgressReport(context, importId);
	const asked = {
		stamp: stampOf(actor),
		key: envelope.idempotencyKey,
		verb,
		input: [importId, ...(act.input ?? [])],
		at: context.now(),
	};
	try {
		const { result } = await withTransaction(
			context.database,
			(tx) =>
				once<Outcome<T>>(tx, asked, {
					run: () => act.run(tx, progress),
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(act.result.parse(stored)),
				}),
			{ statementTimeoutMs: STATEMENT_MS },
		);
		await progress.end(result.ok);
		return result;
	} catch (thrown) {
		await progress.end(false);
		if (thrown instanceof ImportRefused) return thrown.outcome;
		throw thrown;
	}
}

/** Whether somebody else took a number or a receipt between the look and the write: a second look sees it. */
const isTaken = (thrown: unknown): boolean => isNumberTaken(thrown) || isReceiptTaken(thrown);

/** Runs an act, and once more where a number or a receipt was taken in the meantime. */
export async function actTwice<T>(context: ServiceContext, act: Act<T>): Promise<Outcome<T>> {
	try {
		return await actOnImport(context, act);
	} catch (thrown) {
		if (!isTaken(thrown)) throw thrown;
		return actOnImport(context, act);
	}
}
