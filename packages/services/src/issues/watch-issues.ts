import type { IssueChange } from "@zhenggai/domain/issues";
import type { JournalCursor } from "@zhenggai/domain/journal";
import { type Actor, IssueId, say } from "@zhenggai/domain/kernel";
import { type PlacedEvent, UnknownCursorError } from "@zhenggai/storage";
import { isListed, planList } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { isOwn, scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { inBatches } from "../kit/in-batches.ts";
import type { LiveQuery } from "../services.ts";
import { rowOn } from "./list-issues.ts";
import { liveIssues } from "./live-rows.ts";

/** What of the journal one issue got in a batch. */
type Touched = {
	readonly issueId: IssueId;
	readonly version: number;
	readonly last: PlacedEvent;
	readonly types: string[];
};

/** The issues of a batch, each once, in the order of their last entry, so that cursors only go forward. */
function touchedBy(entries: readonly PlacedEvent[], actor: Actor): Touched[] {
	const touched = new Map<string, Touched>();
	for (const placed of entries) {
		const { event } = placed;
		if (event.streamKind !== "issue" || event.region === null || !isOwn(actor, event.region)) continue;
		const types = touched.get(event.streamId)?.types ?? [];
		touched.delete(event.streamId);
		touched.set(event.streamId, {
			issueId: IssueId.parse(event.streamId),
			version: event.version,
			last: placed,
			types: [...types, event.type],
		});
	}
	return [...touched.values()];
}

async function* follow(
	context: ServiceContext,
	after: JournalCursor | null,
	signal: AbortSignal,
): AsyncGenerator<PlacedEvent, void, undefined> {
	try {
		yield* context.feed.subscribe({ after, signal });
	} catch (thrown) {
		if (!(thrown instanceof UnknownCursorError)) throw thrown;
		throw new ServiceError(
			"BAD_INPUT",
			say("实时位置已失效，请重新加载列表", "This live position is not valid any more: load the list anew"),
			thrown,
		);
	}
}

/**
 * Live changes of the issues that the actor may see, through the filter of its list. Entries that come together are
 * read together, and one read serves all subscribers. An issue that is no longer in the list, or has left it, comes
 * with a row of null. Ends when the signal aborts; resumes after any cursor it gave.
 */
export const watchIssues = (context: ServiceContext) =>
	async function* (
		actor: Actor,
		{ after, filter = {} }: LiveQuery,
		signal: AbortSignal,
	): AsyncGenerator<IssueChange, void, undefined> {
		const scope = scopeOf(actor);
		for await (const entries of inBatches(follow(context, after ?? null, signal), signal)) {
			const touched = touchedBy(entries, actor);
			if (touched.length === 0) continue;
			const { today } = momentOf(context);
			const plan = planList({ scope, filter, asOf: today });
			const issues = await liveIssues(context.database, touched);
			for (const one of touched) {
				if (signal.aborted) return;
				const issue = issues.get(one.issueId);
				// Whoever sees only its unit's issues hears of the others nothing, not even that they changed.
				if (scope.unitId !== null && issue?.units.has(scope.unitId) !== true) continue;
				const shown = issue !== undefined && plan !== null && isListed(plan, issue);
				yield changeOf(one, shown ? rowOn(issue.row, today) : null);
			}
		}
	};

const changeOf = ({ issueId, version, last, types }: Touched, row: IssueChange["row"]): IssueChange => ({
	cursor: last.cursor,
	issueId,
	version,
	types,
	by: last.event.actor.name,
	at: last.event.at,
	row,
});
