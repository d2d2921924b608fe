import type { IssueChange } from "@zhenggai/domain/issues";
import { type Actor, IssueId } from "@zhenggai/domain/kernel";
import type { PlacedEvent } from "@zhenggai/storage";
import { isListed, planList } from "@zhenggai/storage/issues";
import { isOwn, scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { journalBatches, type Touched, touchedBy } from "../kit/journal-batches.ts";
import type { LiveQuery } from "../services.ts";
import { rowOn } from "./list-issues.ts";
import { liveIssues } from "./live-rows.ts";

/** An issue that got entries in a batch. */
type TouchedIssue = Omit<Touched, "streamId"> & { readonly issueId: IssueId; readonly version: number };

const touchedIssues = (entries: readonly PlacedEvent[], actor: Actor): TouchedIssue[] =>
	touchedBy(
		entries,
		({ streamKind, region }) => streamKind === "issue" && region !== null && isOwn(actor, region),
	).map(({ streamId, last, types }) => ({
		issueId: IssueId.parse(streamId),
		version: last.event.version,
		last,
		types,
	}));

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
		for await (const entries of journalBatches(context, after, signal)) {
			const touched = touchedIssues(entries, actor);
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

const changeOf = ({ issueId, version, last, types }: TouchedIssue, row: IssueChange["row"]): IssueChange => ({
	cursor: last.cursor,
	issueId,
	version,
	types: [...types],
	by: last.event.actor.name,
	at: last.event.at,
	row,
});
