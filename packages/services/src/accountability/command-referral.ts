import {
	decideReferral,
	evolveReferral,
	knownReferral,
	neededReferralFacts,
	type Referral,
	type ReferralCommand,
	type ReferralContext,
	type ReferralDetail,
	ReferralEvent,
	replayReferral,
	sightOf,
} from "@zhenggai/domain/accountability";
import {
	type Actor,
	type CommandEnvelope,
	type InstrumentId,
	type IssueId,
	type Outcome,
	type ReferralId,
	say,
} from "@zhenggai/domain/kernel";
import { appendBatches, readStream, type Tx } from "@zhenggai/storage";
import { loadReferral, saveReferral } from "@zhenggai/storage/accountability";
import { loadUnits } from "@zhenggai/storage/responsibilities";
import { instrumentsOf } from "@zhenggai/storage/supervision";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { stampOf } from "../kit/authorise.ts";
import { causeOf, commandOnce } from "../kit/command.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import { conflicted, done, type Refused, refused } from "../kit/outcome.ts";
import { isSeen } from "../supervision/index.ts";
import { openIssues, referralDetail } from "./detail.ts";

type Request = {
	readonly actor: Actor;
	readonly referralId: ReferralId;
	readonly command: ReferralCommand;
	readonly envelope: CommandEnvelope;
};

/** What is kept of an accepted request for its repetition: the answer is made of it anew. */
const Kept = z.object({ version: z.int() });
type Answer = { readonly ok: true; readonly version: number } | Refused;

/** The instruments on the issues of a referral that its writer may see. */
async function instrumentsOn(
	tx: Tx,
	actor: Actor,
	issues: ReadonlyMap<IssueId, unknown>,
): Promise<ReadonlySet<InstrumentId>> {
	const ids = new Set<InstrumentId>();
	for (const issueId of issues.keys()) {
		for (const instrument of await instrumentsOf(tx, issueId)) {
			if (isSeen(actor, instrument)) ids.add(instrument.id);
		}
	}
	return ids;
}

/** The facts of a decision. Issues that the actor may not see do not exist. */
async function contextFor(tx: Tx, context: ServiceContext, request: Request, state: Referral | null) {
	const { actor, command } = request;
	const needed = neededReferralFacts(state, command);
	const [issues, units] = [
		await openIssues(tx, actor, needed.issueIds),
		await loadUnits(tx, [...new Set(needed.unitIds)]),
	];
	return {
		actor,
		stamp: stampOf(actor),
		now: context.now(),
		surroundings: {
			issues,
			units: new Set(units.keys()),
			instruments: await instrumentsOn(tx, actor, issues),
		},
	} satisfies ReferralContext;
}

/** What somebody may learn of a conflict: the changes that it may know of. */
async function conflictOf(tx: Tx, { referralId, envelope }: Request, known: number): Promise<Refused> {
	const stream = await readStream(tx, referralId);
	const since = stream.filter(({ version }) => version > envelope.expectedVersion && version <= known);
	return conflicted({ actualVersion: known, since });
}

async function decideAndWrite(tx: Tx, context: ServiceContext, request: Request): Promise<Answer> {
	const { actor, referralId, command, envelope } = request;
	const state = await loadReferral(tx, referralId, "update");
	const sight = state === null ? "none" : sightOf(actor, state);
	if (state === null ? command.type !== "draftReferral" : sight === "none")
		throw new ServiceError("NOT_FOUND");
	const version = state === null || sight === "none" ? 0 : knownReferral(state, sight).version;
	if (envelope.expectedVersion !== version) return conflictOf(tx, request, version);
	const asked = await contextFor(tx, context, request, state);
	const decision = decideReferral(state, command, asked);
	if (!decision.ok) return refused(decision.refusals);
	const referral = decision.events.reduce<Referral | null>(evolveReferral, state);
	if (referral === null) throw new Error(`${command.type} was accepted without an event`);
	const appended = await appendBatches(tx, [
		{
			streamKind: "referral",
			streamId: referralId,
			expectedVersion: state?.version ?? 0,
			events: drafts(decision.events),
			actor: asked.stamp,
			at: asked.now,
			// No region: nothing that is read by region, live feeds first of all, may come upon it.
			region: null,
			cause: causeOf(command.type, envelope),
			ids: eventIds(context),
		},
	]);
	const [conflict] = appended.ok ? [] : appended.conflicts;
	if (conflict !== undefined) return conflicted(conflict);
	await saveReferral(tx, referral);
	return { ok: true, version: referral.version };
}

const transact = (context: ServiceContext, request: Request) =>
	commandOnce<Answer>(
		context,
		{
			actor: request.actor,
			verb: request.command.type,
			input: [request.referralId, request.command],
			envelope: request.envelope,
		},
		{
			run: (tx) => decideAndWrite(tx, context, request),
			store: (answer) => Kept.parse(answer),
			restore: (stored) => ({ ok: true, ...Kept.parse(stored) }),
		},
	);

/** The referral as it was at a version, as its writer may know of it. */
async function answerOf(context: ServiceContext, { actor, referralId }: Request, version: number) {
	const stream = await readStream(context.database, referralId);
	const until = stream.filter((event) => event.version <= version);
	const state = replayReferral(until.map(({ payload }) => ReferralEvent.parse(payload)));
	const sight = state === null ? "none" : sightOf(actor, state);
	if (state === null || sight === "none") throw new ServiceError("NOT_FOUND");
	return referralDetail(context, actor, knownReferral(state, sight), sight);
}

/**
 * Does what a command says, or answers why not. One transaction: events, hash chain and state. Somebody who may not know
 * of the referral gets NOT_FOUND, whatever it asks; a repeated key is answered with the version that the first time led to.
 */
export const commandReferral =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		referralId: ReferralId,
		command: ReferralCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<ReferralDetail>> => {
		if (command.type === "draftReferral" && command.referralId !== referralId) {
			throw new ServiceError("BAD_INPUT", say("线索标识前后不一致", "The ids of the referral differ"));
		}
		const request = { actor, referralId, command, envelope };
		const result = await transact(context, request);
		return result.ok ? done(await answerOf(context, request, result.version)) : result;
	};
