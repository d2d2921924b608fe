import {
	type Draw,
	type DrawCommand,
	type DrawContext,
	type DrawDetail,
	DrawEvent,
	type DrawSurroundings,
	decideDraw,
	evolveDraw,
	NO_DRAW_SURROUNDINGS,
	neededDrawFacts,
	replayDraw,
} from "@zhenggai/domain/close-out";
import {
	type Actor,
	type CommandEnvelope,
	type DrawId,
	type Outcome,
	Refusal,
	say,
} from "@zhenggai/domain/kernel";
import type { ResolvedRules } from "@zhenggai/domain/rules";
import { appendBatches, readStream, type Tx } from "@zhenggai/storage";
import { loadDraw, overlappingDraws, saveDraw } from "@zhenggai/storage/close-out";
import { loadIssues } from "@zhenggai/storage/issues";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { type Asking, carryOut, type Effect } from "../issues/index.ts";
import { scopeOf, stampOf } from "../kit/authorise.ts";
import { causeOf, commandOnce, outdated } from "../kit/command.ts";
import { eventIds, momentOf, type ServiceContext } from "../kit/context.ts";
import { drafts, sha256Of, toJson } from "../kit/json.ts";
import { conflicted, done, type Refused, refused } from "../kit/outcome.ts";
import { lawOf } from "../kit/rules-for.ts";
import { drawDetail, drawFor } from "./draw-detail.ts";
import { closedFrame, frozenFrame } from "./draw-frame.ts";

type Request = {
	readonly actor: Actor;
	readonly drawId: DrawId;
	readonly command: DrawCommand;
	readonly envelope: CommandEnvelope;
};

/** What is kept of an accepted request for its repetition: the answer is made of it anew. */
const Kept = z.object({ version: z.int(), warnings: z.array(Refusal) });
type Answer = ({ readonly ok: true } & z.infer<typeof Kept>) | Refused;

/** The draw of a command, locked. Throws NOT_FOUND also for one outside of the actor's region. */
async function stateFor(tx: Tx, { actor, drawId, command }: Request): Promise<Draw | null> {
	scopeOf(actor, "viewDraw");
	const there = command.type === "openDraw" ? await loadDraw(tx, drawId, "update") : undefined;
	return there === null ? null : drawFor(tx, actor, drawId, "update");
}

/** The facts of a decision, looked up in its transaction. */
async function surroundingsFor(
	tx: Tx,
	state: Draw | null,
	command: DrawCommand,
	law: { readonly rules: ResolvedRules; readonly today: Effect["today"] },
): Promise<DrawSurroundings> {
	const needed = neededDrawFacts(command);
	const frame =
		state === null || needed.frame === null
			? []
			: needed.frame === "closed"
				? await closedFrame(tx, state, law.rules, law.today)
				: await frozenFrame(tx, state);
	const regions = await findRegions(tx, needed.regions);
	const units = await loadUnits(tx, needed.unitIds);
	return {
		...NO_DRAW_SURROUNDINGS,
		frame,
		regions: new Set(regions.map(({ code }) => code)),
		units: new Map([...units].map(([id, { active }]) => [id, { active }])),
		overlapping: needed.overlapping === null ? [] : await overlappingDraws(tx, needed.overlapping),
		issues: await loadIssues(tx, needed.issueIds),
	};
}

/** What a refusal undoes: nothing of the request may stay where a later part of it was refused. */
class Undone extends Error {
	readonly answer: Refused;
	constructor(answer: Refused) {
		super("refused");
		this.answer = answer;
	}
}

/** The look-back of a drawn issue is the issue's own: it is recorded there by the same actor, or nothing is. */
async function recordOnIssue(
	tx: Tx,
	context: ServiceContext,
	command: Extract<DrawCommand, { type: "recordDrawn" }>,
	effect: Effect,
): Promise<readonly Refusal[]> {
	const issue = (await loadIssues(tx, [command.issueId], "update")).get(command.issueId);
	if (issue === undefined) throw new ServiceError("NOT_FOUND");
	const lookBack = { ...command.lookBack, occasion: "draw" } as const;
	const recorded = await carryOut(tx, context, issue, { type: "recordLookBack", lookBack }, effect);
	if (!recorded.ok) throw new Undone(recorded);
	return recorded.warnings;
}

async function decideAndWrite(tx: Tx, context: ServiceContext, request: Request): Promise<Answer> {
	const { actor, drawId, command, envelope } = request;
	const { now, today } = momentOf(context);
	const asking: Asking = { actor, stamp: stampOf(actor), now };
	const state = await stateFor(tx, request);
	const behind = await outdated(tx, drawId, envelope, state?.version ?? 0);
	if (behind !== null) return behind;
	const region = command.type === "openDraw" ? command.region : state?.region;
	if (region === undefined) throw new ServiceError("NOT_FOUND");
	const rules = (await lawOf(tx)).rules(undefined, region, today);
	const surroundings = await surroundingsFor(tx, state, command, { rules, today });
	const asked: DrawContext = { ...asking, rules, sha256: sha256Of, surroundings };
	const decision = decideDraw(state, command, asked);
	if (!decision.ok) return refused(decision.refusals);
	const after = decision.events.reduce<Draw | null>(evolveDraw, state);
	if (after === null) throw new Error(`${command.type} was accepted without an event`);
	const cause = causeOf(command.type, envelope);
	const appended = await appendBatches(tx, [
		{
			streamKind: "draw",
			streamId: drawId,
			expectedVersion: state?.version ?? 0,
			events: drafts(decision.events),
			actor: asking.stamp,
			at: now,
			region: after.region,
			cause,
			ids: eventIds(context),
		},
	]);
	const [conflict] = appended.ok ? [] : appended.conflicts;
	if (conflict !== undefined) return conflicted(conflict);
	await saveDraw(tx, after);
	const { justification } = envelope;
	const warnings =
		command.type === "recordDrawn"
			? await recordOnIssue(tx, context, command, { asking, cause, today, justification })
			: [];
	return { ok: true, version: after.version, warnings: [...warnings] };
}

async function transact(context: ServiceContext, request: Request): Promise<Answer> {
	const { actor, drawId, command, envelope } = request;
	const asked = { actor, verb: command.type, input: [drawId, command], envelope };
	try {
		return await commandOnce<Answer>(context, asked, {
			run: (tx) => decideAndWrite(tx, context, request),
			store: (answer) => toJson(Kept.parse(answer)),
			restore: (stored) => ({ ok: true, ...Kept.parse(stored) }),
		});
	} catch (thrown) {
		if (thrown instanceof Undone) return thrown.answer;
		throw thrown;
	}
}

/** The draw as it was at a version. */
async function stateAt(context: ServiceContext, id: DrawId, version: number): Promise<Draw> {
	const stream = await readStream(context.database, id);
	const until = stream.filter((event) => event.version <= version);
	const state = replayDraw(until.map(({ payload }) => DrawEvent.parse(payload)));
	if (state === null) throw new ServiceError("NOT_FOUND");
	return state;
}

/**
 * Does what a command says, or answers why not. One transaction: the result of a drawn issue is written to the draw and to
 * the issue, or to neither.
 */
export const commandDraw =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		drawId: DrawId,
		command: DrawCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<DrawDetail>> => {
		if (command.type === "openDraw" && command.drawId !== drawId) {
			throw new ServiceError("BAD_INPUT", say("标识前后不一致", "The ids differ"));
		}
		const answer = await transact(context, { actor, drawId, command, envelope });
		if (!answer.ok) return answer;
		const draw = await stateAt(context, drawId, answer.version);
		return done(await drawDetail(context, draw, actor), answer.warnings);
	};
