import type { IssueId } from "@zhenggai/domain/kernel";
import { type Database, readerOf } from "@zhenggai/storage";
import { type ListedIssue, loadListed } from "@zhenggai/storage/issues";

/** How many versions of issues are kept for subscribers that come to them a little later than others. */
const KEPT = 4000;

type Loading = Promise<ReadonlyMap<IssueId, ListedIssue>>;

const caches = new WeakMap<Database, Map<string, Loading>>();

function cacheOf(database: Database): Map<string, Loading> {
	const known = caches.get(database);
	if (known !== undefined) return known;
	const cache = new Map<string, Loading>();
	caches.set(database, cache);
	return cache;
}

/**
 * Issues as lists see them, at least as new as the given versions. A thousand subscribers that hear of the same
 * change cost one read: each of them then looks at it through its own scope and filter.
 */
export async function liveIssues(
	database: Database,
	wanted: readonly { readonly issueId: IssueId; readonly version: number }[],
): Promise<ReadonlyMap<IssueId, ListedIssue>> {
	const cache = cacheOf(database);
	const keyOf = ({ issueId, version }: (typeof wanted)[number]) => `${issueId} ${version}`;
	const missing = wanted.filter((one) => !cache.has(keyOf(one)));
	if (missing.length > 0) {
		const loading = loadListed(
			readerOf(database),
			missing.map(({ issueId }) => issueId),
		);
		for (const one of missing) cache.set(keyOf(one), loading);
		loading.catch(() => {
			for (const one of missing) cache.delete(keyOf(one));
		});
		for (const key of cache.keys()) {
			if (cache.size <= KEPT) break;
			cache.delete(key);
		}
	}
	const found = new Map<IssueId, ListedIssue>();
	for (const one of wanted) {
		const issue = (await cache.get(keyOf(one)))?.get(one.issueId);
		if (issue !== undefined) found.set(one.issueId, issue);
	}
	return found;
}
