import {
	type Actor,
	type CommandEnvelope,
	type Outcome,
	Refusal,
	type ScreeningId,
	say,
} from "@zhenggai/domain/kernel";
import {
	decideScreening,
	evolveScreening,
	neededScreeningFacts,
	replayScreening,
	type Screening,
	type ScreeningCommand,
	type ScreeningContext,
	type ScreeningDetail,
	ScreeningEvent,
} from "@zhenggai/domain/screening";
import { appendBatches, readStream, type Tx } from "@zhenggai/storage";
import { isNumberTaken } from "@zhenggai/storage/issues";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";
import {
	findScreening,
	isFoundTaken,
	issuesOfFinds,
	loadScreening,
	saveScreening,
} from "@zhenggai/storage/screening";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import type { Asking, Effect } from "../issues/index.ts";
import { ownPrefix, scopeOf, stampOf } from "../kit/authorise.ts";
import { causeOf, commandOnce, outdated } from "../kit/command.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts, toJson } from "../kit/json.ts";
import { conflicted, done, type Refused, refused } from "../kit/outcome.ts";
import { screeningDetail } from "./detail.ts";
import { type FoundRegistration, recordResult, registerFound, visibleIssues } from "./effects.ts";

type Request = {
	readonly actor: Actor;
	readonly screeningId: ScreeningId;
	readonly command: ScreeningCommand;
	readonly registration: FoundRegistration | null;
	readonly envelope: CommandEnvelope;
};

/** What is kept of an accepted request for its repetition: the answer is made of it anew. */
const Kept = z.object({ version: z.int(), warnings: z.array(Refusal) });
type Answer = ({ readonly ok: true } & z.infer<typeof Kept>) | Refused;

/** The sweep of a command, locked. Throws NOT_FOUND also for one that has nothing to do with the actor's region. */
async function stateFor(tx: Tx, { actor, screeningId, command }: Request): Promise<Screening | null> {
	const state = await loadScreening(tx, screeningId, "update");
	if (state === null && command.type === "startScreening") return null;
	const { regionPrefix } = scopeOf(actor, "viewScreening");
	const seen = state === null ? null : await findScreening(tx, screeningId, regionPrefix);
	if (seen === null) throw new ServiceError("NOT_FOUND");
	return state;
}

/** The facts of a decision. What the actor may not see does not exist. */
async function contextFor(tx: Tx, asking: Asking, command: ScreeningCommand): Promise<ScreeningContext> {
	const needed = neededScreeningFacts(command);
	const own = ownPrefix(asking.actor);
	const issues = await visibleIssues(tx, asking, needed.issueIds);
	const units = await loadUnits(tx, [...new Set(needed.unitIds)]);
	const regions = await findRegions(tx, [...new Set(needed.regions)]);
	return {
		...asking,
		surroundings: {
			issues,
			units,
			regions: new Set(regions.map(({ code }) => code).filter((code) => code.startsWith(own.slice(0, 2)))),
			taken: await issuesOfFinds(tx, needed.issueIds),
		},
	};
}

async function write(
	tx: Tx,
	context: ServiceContext,
	before: Screening | null,
	after: Screening,
	events: readonly ScreeningEvent[],
	{ asking, cause }: Effect,
): Promise<Refused | null> {
	const appended = await appendBatches(tx, [
		{
			streamKind: "screening",
			streamId: after.id,
			expectedVersion: before?.version ?? 0,
			events: drafts(events),
			actor: asking.stamp,
			at: asking.now,
			region: after.region,
			cause,
			ids: eventIds(context),
		},
	]);
	const [conflict] = appended.ok ? [] : appended.conflicts;
	if (conflict !== undefined) return conflicted(conflict);
	await saveScreening(tx, after);
	return null;
}

/** What a refusal undoes: nothing of the request may stay where a later part of it was refused. */
class Undone extends Error {
	readonly answer: Refused;
	constructor(answer: Refused) {
		super("refused");
		this.answer = answer;
	}
}

async function decideAndWrite(tx: Tx, context: ServiceContext, request: Request): Promise<Answer> {
	const { actor, command, registration, envelope } = request;
	const { now, today } = momentOf(context);
	const asking: Asking = { actor, stamp: stampOf(actor), now };
	const { justification } = envelope;
	const effect: Effect = { asking, cause: causeOf(command.type, envelope), today, justification };
	const state = await stateFor(tx, request);
	const version = state?.version ?? 0;
	const behind = await outdated(tx, request.screeningId, envelope, version);
	if (behind !== null) return behind;
	const warnings: Refusal[] = [];
	if (registration !== null) {
		const registered = await registerFound(tx, context, registration, effect);
		if (!registered.ok) throw new Undone(registered);
		warnings.push(...registered.warnings);
	}
	const decision = decideScreening(state, command, await contextFor(tx, asking, command));
	if (!decision.ok) throw new Undone(refused(decision.refusals));
	const after = decision.events.reduce<Screening | null>(evolveScreening, state);
	if (after === null) throw new Error(`${command.type} was accepted without an event`);
	const conflict = await write(tx, context, state, after, decision.events, effect);
	if (conflict !== null) throw new Undone(conflict);
	if (command.type === "closeScreening") {
		const recorded = await recordResult(tx, context, after, command, effect);
		if (!recorded.ok) throw new Undone(recorded);
		warnings.push(...recorded.warnings);
	}
	return { ok: true, version: after.version, warnings };
}

const transact = (context: ServiceContext, request: Request) =>
	commandOnce<Answer>(
		context,
		{
			actor: request.actor,
			verb: request.command.type,
			input: [request.screeningId, request.command, request.registration],
			envelope: request.envelope,
		},
		{
			run: (tx) => decideAndWrite(tx, context, request),
			store: (answer) => toJson(Kept.parse(answer)),
			restore: (stored) => ({ ok: true, ...Kept.parse(stored) }),
		},
	);

/** Somebody else took the number or the find between the look and the write: the second look sees it and says so. */
async function transactTwice(context: ServiceContext, request: Request): Promise<Answer> {
	try {
		return await transact(context, request);
	} catch (thrown) {
		if (thrown instanceof Undone) return thrown.answer;
		if (!isNumberTaken(thrown) && !isFoundTaken(thrown)) throw thrown;
		return transact(context, request).catch((again: unknown) => {
			if (again instanceof Undone) return again.answer;
			throw again;
		});
	}
}

/** The sweep as it was at a version. */
async function stateAt(context: ServiceContext, id: ScreeningId, version: number): Promise<Screening> {
	const stream = await readStream(context.database, id);
	const until = stream.filter((event) => event.version <= version);
	const state = replayScreening(until.map(({ payload }) => ScreeningEvent.parse(payload)));
	if (state === null) throw new ServiceError("NOT_FOUND");
	return state;
}

const mismatch = (command: ScreeningCommand, registration: FoundRegistration | null): boolean =>
	registration !== null && (command.type !== "openFound" || command.issueId !== registration.issueId);

/**
 * Does what a command says, or answers why not. One transaction: opening a find registers its issue, closing a sweep
 * writes its result to the issue that it started from, and all of it or nothing is journalled. `registration` makes the
 * issue of `openFound`; without it the issue is on the ledger already.
 */
export const commandScreening =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		screeningId: ScreeningId,
		command: ScreeningCommand,
		envelope: CommandEnvelope,
		registration: FoundRegistration | null = null,
	): Promise<Outcome<ScreeningDetail>> => {
		const differs = command.type === "startScreening" && command.screeningId !== screeningId;
		if (differs || mismatch(command, registration)) {
			throw new ServiceError("BAD_INPUT", say("标识前后不一致", "The ids differ"));
		}
		const answer = await transactTwice(context, { actor, screeningId, command, registration, envelope });
		if (!answer.ok) return answer;
		const screening = await stateAt(context, screeningId, answer.version);
		return done(await screeningDetail(context, actor, screening), answer.warnings);
	};
