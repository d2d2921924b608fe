import { listScope } from "@zhenggai/domain/access";
import { type Issue, issueNumber } from "@zhenggai/domain/issues";
import { type Actor, type IsoDate, type IssueId, shanghaiDate } from "@zhenggai/domain/kernel";
import { type ScreeningLineage, screeningLink } from "@zhenggai/domain/screening";
import type { Reader } from "@zhenggai/storage";
import { loadIssues, openIssueIds } from "@zhenggai/storage/issues";
import { listScreeningStates } from "@zhenggai/storage/screening";

/** An issue starts few sweeps in its life; of more than these the first that are due are shown. */
const MOST = 50;

async function originOf(reader: Reader, actor: Actor, id: IssueId) {
	const scope = listScope(actor, "viewIssue");
	if (scope === null || !(await openIssueIds(reader, [id], scope)).has(id)) return null;
	const issue = (await loadIssues(reader, [id])).get(id);
	return issue === undefined ? null : { id, number: issueNumber(issue) };
}

/**
 * The sweep that found an issue and those that it started, as they stand today, as far as the actor may look at sweeps:
 * none for those who may not, and none that has nothing to do with the actor's part of the country. On the page of an
 * earlier day sweeps that began later are left out.
 */
export async function lineageOf(
	reader: Reader,
	actor: Actor,
	{ id }: Pick<Issue, "id">,
	asOf: IsoDate,
): Promise<ScreeningLineage> {
	const scope = listScope(actor, "viewScreening");
	if (scope === null) return { foundBy: null, started: [] };
	const { states } = await listScreeningStates(reader.database, {
		...{ prefix: scope.regionPrefix, states: null, issueId: id, limit: MOST, after: null },
	});
	const begun = states.filter(({ started }) => shanghaiDate(started.at) <= asOf);
	const finder = begun.find(({ issueId }) => issueId !== id);
	return {
		foundBy:
			finder === undefined
				? null
				: { ...screeningLink(finder, asOf), origin: await originOf(reader, actor, finder.issueId) },
		started: begun.filter(({ issueId }) => issueId === id).map((one) => screeningLink(one, asOf)),
	};
}
