import { evaluateIssue } from "@zhenggai/domain/issues";
import type { Actor, IsoDate, IssueId } from "@zhenggai/domain/kernel";
import type { Finding } from "@zhenggai/domain/rules";
import { readerOf } from "@zhenggai/storage";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { factsheet, firstInspection } from "../issues/index.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { ruleContext } from "../kit/rules-for.ts";

/** Everything the rules say about an issue's present state on a day, today when none is given. */
export const checkIssue =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, asOf?: IsoDate): Promise<Finding[]> => {
		const issue = await findIssue(context.database, issueId, scopeOf(actor));
		if (issue === null) throw new ServiceError("NOT_FOUND");
		const facts = await factsheet(readerOf(context.database), issue);
		const day = asOf ?? momentOf(context).today;
		const reader = readerOf(context.database);
		const asked = await ruleContext(reader, firstInspection(facts), issue.region, day);
		return evaluateIssue(issue, facts.around, asked);
	};
