import { type Issue, type IssueDetail, IssueEvent, replayIssue } from "@zhenggai/domain/issues";
import { type Actor, type IsoDate, type IssueId, shanghaiDate } from "@zhenggai/domain/kernel";
import { readStream } from "@zhenggai/storage";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { detailOf } from "./detail.ts";

/** The issue as it was at the end of a day. Throws NOT_FOUND for a day before it was registered. */
async function stateOn(context: ServiceContext, id: IssueId, day: IsoDate): Promise<Issue> {
	const stream = await readStream(context.database, id);
	const until = stream.filter(({ at }) => shanghaiDate(at) <= day);
	const state = replayIssue(until.map(({ payload }) => IssueEvent.parse(payload)));
	if (state === null) throw new ServiceError("NOT_FOUND");
	return state;
}

/**
 * Everything about one issue. With an earlier day it is what was in the ledger at the end of that day, replayed from
 * the journal; with a later one, how the present state will then stand. What can be done is always of now.
 */
export const getIssue =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, asOf?: IsoDate): Promise<IssueDetail> => {
		const scope = scopeOf(actor);
		const { today } = momentOf(context);
		const present = await findIssue(context.database, issueId, scope);
		if (present === null) throw new ServiceError("NOT_FOUND");
		const day = asOf ?? today;
		const issue = day < today ? await stateOn(context, issueId, day) : present;
		return detailOf(context, issue, { actor, scope, asOf: day, present });
	};
