import type { Issue } from "@zhenggai/domain/issues";
import {
	type Actor,
	type CommandEnvelope,
	type InstrumentId,
	type Outcome,
	say,
	shanghaiDate,
} from "@zhenggai/domain/kernel";
import {
	decideInstrument,
	evolveInstrument,
	type Instrument,
	type InstrumentCommand,
	type InstrumentDetail,
	InstrumentEvent,
	replayInstrument,
	unitsOfInstrumentCommand,
} from "@zhenggai/domain/supervision";
import { appendBatches, readStream, type Tx } from "@zhenggai/storage";
import { findIssue, loadIssues } from "@zhenggai/storage/issues";
import { instrumentsOf, loadInstrument, saveInstrument } from "@zhenggai/storage/supervision";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { refreshInTray } from "../issues/index.ts";
import { scopeOf } from "../kit/authorise.ts";
import { causeOf, commandOnce, outdated } from "../kit/command.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { conflicted, done, type Refused, refused } from "../kit/outcome.ts";
import { instrumentContext } from "./context.ts";
import { instrumentDetail } from "./detail.ts";
import { instrumentFor, isSeen } from "./scope.ts";

type Request = {
	readonly actor: Actor;
	readonly instrumentId: InstrumentId;
	readonly command: InstrumentCommand;
	readonly envelope: CommandEnvelope;
};

/** What is kept of an accepted request for its repetition: the answer is made of it anew. */
const Kept = z.object({ version: z.int() });
type Answer = { readonly ok: true; readonly version: number } | Refused;

/** The instrument of a command and its issue, as the actor may know of them. Throws NOT_FOUND otherwise. */
async function subjectFor(
	tx: Tx,
	{ actor, instrumentId, command }: Request,
): Promise<{ state: Instrument | null; issue: Issue | null }> {
	if (command.type === "draftInstrument") {
		const issue = await findIssue(tx, command.issueId, scopeOf(actor));
		if (issue === null) throw new ServiceError("NOT_FOUND");
		const state = await loadInstrument(tx, instrumentId, "update");
		// An id that somebody else has used is not told about.
		if (state !== null && !isSeen(actor, state)) throw new ServiceError("NOT_FOUND");
		return { state, issue };
	}
	const state = await instrumentFor(tx, actor, instrumentId, "update");
	return { state, issue: (await loadIssues(tx, [state.issueId])).get(state.issueId) ?? null };
}

async function decideAndWrite(tx: Tx, context: ServiceContext, request: Request): Promise<Answer> {
	const { actor, instrumentId, command, envelope } = request;
	const { state, issue } = await subjectFor(tx, request);
	const version = state?.version ?? 0;
	const behind = await outdated(tx, instrumentId, envelope, version);
	if (behind !== null) return behind;
	const onIssue = issue === null ? [] : await instrumentsOf(tx, issue.id);
	const asked = await instrumentContext(tx, context, actor, {
		issue,
		unitIds: unitsOfInstrumentCommand(command),
		instruments: onIssue.filter(({ id }) => id !== instrumentId),
	});
	const decision = decideInstrument(state, command, asked);
	if (!decision.ok) return refused(decision.refusals);
	const instrument = decision.events.reduce<Instrument | null>(evolveInstrument, state);
	if (instrument === null) throw new Error(`${command.type} was accepted without an event`);
	const appended = await appendBatches(tx, [
		{
			streamKind: "instrument",
			streamId: instrumentId,
			expectedVersion: version,
			events: drafts(decision.events),
			actor: asked.stamp,
			at: asked.now,
			region: instrument.region,
			cause: causeOf(command.type, envelope),
			ids: eventIds(context),
		},
	]);
	const [conflict] = appended.ok ? [] : appended.conflicts;
	if (conflict !== undefined) return conflicted(conflict);
	// The issue first and its mark for the sweep then, as everybody takes hold of the two.
	await loadIssues(tx, [instrument.issueId], "update");
	await saveInstrument(tx, instrument);
	await refreshInTray(tx, [instrument.issueId], shanghaiDate(asked.now));
	return { ok: true, version: instrument.version };
}

const transact = (context: ServiceContext, request: Request) =>
	commandOnce<Answer>(
		context,
		{
			actor: request.actor,
			verb: request.command.type,
			input: [request.instrumentId, request.command],
			envelope: request.envelope,
		},
		{
			run: (tx) => decideAndWrite(tx, context, request),
			store: (answer) => Kept.parse(answer),
			restore: (stored) => ({ ok: true, ...Kept.parse(stored) }),
		},
	);

/** The instrument as it was at a version. */
async function stateAt(context: ServiceContext, id: InstrumentId, version: number): Promise<Instrument> {
	const stream = await readStream(context.database, id);
	const until = stream.filter((event) => event.version <= version);
	const state = replayInstrument(until.map(({ payload }) => InstrumentEvent.parse(payload)));
	if (state === null) throw new ServiceError("NOT_FOUND");
	return state;
}

/**
 * Does what a command says, or answers why not. One transaction: events, hash chain and state. A repeated key is
 * answered with the version that the first time led to.
 */
export const commandInstrument =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		instrumentId: InstrumentId,
		command: InstrumentCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<InstrumentDetail>> => {
		if (command.type === "draftInstrument" && command.instrumentId !== instrumentId) {
			throw new ServiceError("BAD_INPUT", say("督办文书标识前后不一致", "The ids of the instrument differ"));
		}
		const result = await transact(context, { actor, instrumentId, command, envelope });
		if (!result.ok) return result;
		return done(await instrumentDetail(context, await stateAt(context, instrumentId, result.version), actor));
	};
