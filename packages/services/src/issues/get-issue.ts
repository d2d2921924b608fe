import type { Issue, IssueDetail } from "@zhenggai/domain/issues";
import { type Actor, type IsoDate, type IssueId, say, shanghaiDate } from "@zhenggai/domain/kernel";
import { formatDate } from "@zhenggai/domain/vocabulary";
import { readerOf } from "@zhenggai/storage";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { issuesOn } from "./as-of.ts";
import { detailOf } from "./detail.ts";

/** The issue as it was at the end of a day. Throws NOT_FOUND, saying so, for a day before it was registered. */
export async function issueOn(context: ServiceContext, present: Issue, day: IsoDate): Promise<Issue> {
	const [state] = await issuesOn(readerOf(context.database), [present], day);
	if (state !== undefined) return state;
	const since = shanghaiDate(present.registeredAt);
	throw new ServiceError(
		"NOT_FOUND",
		say(
			`该问题${formatDate(since, "zh-CN")}登记入账，${formatDate(day, "zh-CN")}尚不在台账中`,
			`It was registered on ${formatDate(since, "en")}: on ${formatDate(day, "en")} it was not on the ledger yet`,
		),
	);
}

/**
 * Everything about one issue. With an earlier day it is what was in the ledger at the end of that day, replayed from
 * the journal: the issue, those above and below it, its inspections and instruments, under the rules that held then. Of
 * today are the names of units, people and regions on it, and what can be done. With a later day it is how the present
 * state will then stand.
 */
export const getIssue =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, asOf?: IsoDate): Promise<IssueDetail> => {
		const scope = scopeOf(actor);
		const { today } = momentOf(context);
		const present = await findIssue(context.database, issueId, scope);
		if (present === null) throw new ServiceError("NOT_FOUND");
		const day = asOf ?? today;
		const issue = day < today ? await issueOn(context, present, day) : present;
		return detailOf(context, issue, { actor, scope, asOf: day, present });
	};
