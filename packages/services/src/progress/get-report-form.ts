import type { Actor, IssueId } from "@zhenggai/domain/kernel";
import { type PrefilledReport, prefilledReport } from "@zhenggai/domain/progress";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";

/** The form of a reporting cycle with everything that the ledger knows already. */
export const getReportForm =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId, cycle: string): Promise<PrefilledReport> => {
		const issue = await findIssue(context.database, issueId, scopeOf(actor));
		const found = issue?.progress?.cycles.find(({ key }) => key === cycle);
		if (issue === null || found === undefined) throw new ServiceError("NOT_FOUND");
		return prefilledReport(issue, found, momentOf(context).today);
	};
