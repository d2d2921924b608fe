import { IsoDate, IssueId } from "@zhenggai/domain/kernel";
import { Finding, RuleEntry, RuleSet } from "@zhenggai/domain/rules";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

export const rulesRouter = router({
	list: procedure.output(z.array(RuleEntry)).query(({ ctx }) => ctx.services.rules.listRules(ctx.actor)),

	listRuleSets: procedure
		.output(z.array(RuleSet))
		.query(({ ctx }) => ctx.services.rules.listRuleSets(ctx.actor)),

	checkIssue: procedure
		.input(z.object({ issueId: IssueId, asOf: IsoDate.optional() }))
		.output(z.array(Finding))
		.query(({ ctx, input }) => ctx.services.rules.checkIssue(ctx.actor, input.issueId, input.asOf)),
});
