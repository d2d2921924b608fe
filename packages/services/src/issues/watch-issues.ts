import type { IssueChange } from "@zhenggai/domain/issues";
import { type Actor, type IsoDate, IssueId } from "@zhenggai/domain/kernel";
import type { PlacedEvent } from "@zhenggai/storage";
import { isListed, type ListedIssue, planList } from "@zhenggai/storage/issues";
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
 * read together, and one read serves all subscribers; those who are shown the same are given the same object. An issue that is no longer in the list, or has left it, comes
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
				yield changeOf(one, shown ? issue : null, today);
			}
		}
	};

/** A change as it was made for one subscriber, to be given to the next who is to see the very same. */
type Made = {
	readonly shown: ListedIssue | null;
	readonly today: IsoDate;
	readonly types: string;
	readonly change: IssueChange;
};

/** By the last entry that a change is about: all subscribers get that object from the one feed. */
const made = new WeakMap<PlacedEvent, Made[]>();

function changeOf(
	{ issueId, version, last, types }: TouchedIssue,
	shown: ListedIssue | null,
	today: IsoDate,
): IssueChange {
	const known = made.get(last) ?? [];
	const named = types.join(" ");
	const same = known.find((one) => one.shown === shown && one.today === today && one.types === named);
	if (same !== undefined) return same.change;
	const change: IssueChange = {
		cursor: last.cursor,
		issueId,
		version,
		types: [...types],
		by: last.event.actor.name,
		at: last.event.at,
		row: shown === null ? null : rowOn(shown.row, today),
	};
	made.set(last, [...known, { shown, today, types: named, change }]);
	return change;
}
