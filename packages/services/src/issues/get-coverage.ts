import type { Coverage } from "@zhenggai/domain/issues";
import type { Actor, IssueId } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { findIssue } from "@zhenggai/storage/issues";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { factsheet } from "./facts.ts";

/** How far an issue is handed down (PLAN-05). */
export const getCoverage =
	(context: ServiceContext) =>
	async (actor: Actor, issueId: IssueId): Promise<Coverage> => {
		const issue = await findIssue(context.database, issueId, scopeOf(actor));
		if (issue === null) throw new ServiceError("NOT_FOUND");
		return (await factsheet(readerOf(context.database), issue)).coverage;
	};
