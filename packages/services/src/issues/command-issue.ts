import {
	type Issue,
	type IssueCommand,
	type IssueDetail,
	IssueEvent,
	replayIssue,
} from "@zhenggai/domain/issues";
import {
	type Actor,
	type CommandEnvelope,
	type IssueId,
	MilestoneId,
	type Outcome,
	Refusal,
	say,
} from "@zhenggai/domain/kernel";
import { withMilestoneIds } from "@zhenggai/domain/plans";
import { readStream, type Tx } from "@zhenggai/storage";
import { isNumberTaken, loadIssues } from "@zhenggai/storage/issues";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { isOwn, ownPrefix, stampOf } from "../kit/authorise.ts";
import { causeOf, commandOnce, outdated } from "../kit/command.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { toJson } from "../kit/json.ts";
import { conflicted, done, type Refused, refused } from "../kit/outcome.ts";
import { type Asking, decideChanges } from "./changes.ts";
import { detailOf } from "./detail.ts";
import { judgeChanges, withAllBlocks } from "./judge.ts";
import { sealAuthor, withoutAuthor } from "./objection-author.ts";
import { writeChanges } from "./write-changes.ts";

type Request = {
	readonly actor: Actor;
	readonly issueId: IssueId;
	readonly command: IssueCommand;
	readonly envelope: CommandEnvelope;
};

/** What is kept of an accepted request for its repetition: the answer is made of it anew. */
const Kept = z.object({ version: z.int(), warnings: z.array(Refusal) });
type Accepted = z.infer<typeof Kept> & { readonly issue: Issue | null };
type Answer = { readonly ok: true; readonly accepted: Accepted } | Refused;

/** The issue of a command, as the actor may know of it. Throws NOT_FOUND also for one outside of its region. */
async function stateFor(tx: Tx, { actor, issueId, command }: Request): Promise<Issue | null> {
	// Two issues that are merged into each other would wait for each other without end if each locked itself first.
	const state =
		command.type === "mergeIssue"
			? (await loadIssues(tx, [issueId, command.into], "update")).get(issueId)
			: (await loadIssues(tx, [issueId])).get(issueId);
	if (state === undefined && command.type === "registerIssue") return null;
	if (state === undefined || !isOwn(actor, state.region)) throw new ServiceError("NOT_FOUND");
	return state;
}

async function decideAndWrite(tx: Tx, context: ServiceContext, request: Request): Promise<Answer> {
	const { actor, command, envelope } = request;
	const { now, today } = momentOf(context);
	const asking: Asking = { actor, stamp: stampOf(actor), now };
	const state = await stateFor(tx, request);
	const version = state?.version ?? 0;
	const behind = await outdated(tx, request.issueId, envelope, version);
	if (behind !== null) return behind;
	// Ids of new milestones are given here, behind the repetition by key, which knows a request by what was asked.
	const milestoneId = () => MilestoneId.parse(context.newId());
	const identified = withMilestoneIds(withoutAuthor(command), state?.measures ?? [], milestoneId);
	const changes = await decideChanges(tx, asking, state, identified);
	if (!changes.ok) {
		const { justification } = envelope;
		const asked = { justification, today, verb: command.type };
		return refused(await withAllBlocks(tx, state, changes.refusals, asked));
	}
	const { blocking, warnings } = await judgeChanges(
		tx,
		changes.value,
		envelope.justification,
		today,
		command.type,
	);
	if (blocking.length > 0) return refused(blocking);
	const cause = causeOf(command.type, envelope);
	const conflict = await writeChanges(tx, context, changes.value, { asking, cause, today });
	if (conflict !== null) return conflicted(conflict);
	await sealAuthor(tx, context, { issueId: request.issueId, command, at: now });
	const [main] = changes.value;
	return {
		ok: true,
		accepted: { version: main?.issue.version ?? 0, warnings: [...warnings], issue: main?.issue ?? null },
	};
}

const transact = (context: ServiceContext, request: Request) =>
	commandOnce<Answer>(
		context,
		{
			actor: request.actor,
			verb: request.command.type,
			input: [request.issueId, request.command],
			envelope: request.envelope,
		},
		{
			run: (tx) => decideAndWrite(tx, context, request),
			store: ({ accepted }) => toJson(Kept.parse(accepted)),
			restore: (stored) => ({ ok: true, accepted: { ...Kept.parse(stored), issue: null } }),
		},
	);

/** Somebody else took the number between the look and the write: the second look sees it and says so. */
async function transactTwice(context: ServiceContext, request: Request) {
	try {
		return await transact(context, request);
	} catch (thrown) {
		if (!isNumberTaken(thrown)) throw thrown;
		return transact(context, request);
	}
}

/** The issue as it was at a version. */
async function stateAt(context: ServiceContext, issueId: IssueId, version: number): Promise<Issue> {
	const stream = await readStream(context.database, issueId);
	const state = replayIssue(
		stream.filter((event) => event.version <= version).map(({ payload }) => IssueEvent.parse(payload)),
	);
	if (state === null) throw new ServiceError("NOT_FOUND");
	return state;
}

/**
 * Does what a command says, or answers why not. One transaction: events, hash chain and state, of every issue that
 * the command touches. Warnings of the rules pass with a written justification. A repeated key is answered with the
 * version that the first time led to. The answer is the issue itself: a page of it is `commandIssue`'s.
 */
export const performOnIssue =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		issueId: IssueId,
		command: IssueCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<Issue>> => {
		if (command.type === "registerIssue" && command.issueId !== issueId) {
			throw new ServiceError("BAD_INPUT", say("问题编号前后不一致", "The ids of the issue differ"));
		}
		if ("importId" in command && command.importId !== null) {
			throw new ServiceError(
				"BAD_INPUT",
				say("只有导入可以注明导入批次", "Only applying an import may name an import"),
			);
		}
		const result = await transactTwice(context, { actor, issueId, command, envelope });
		if (!result.ok) return result;
		const { accepted } = result;
		const issue = accepted.issue ?? (await stateAt(context, issueId, accepted.version));
		return done(issue, accepted.warnings);
	};

/** As `performOnIssue`, answered with the page that the actor sees afterwards. */
export const commandIssue =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		issueId: IssueId,
		command: IssueCommand,
		envelope: CommandEnvelope,
	): Promise<Outcome<IssueDetail>> => {
		const result = await performOnIssue(context)(actor, issueId, command, envelope);
		if (!result.ok) return result;
		const { today } = momentOf(context);
		const scope = { regionPrefix: ownPrefix(actor), unitId: null };
		return done(await detailOf(context, result.value, { actor, scope, asOf: today }), result.warnings);
	};
