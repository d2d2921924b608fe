import { JournalEvent } from "@zhenggai/domain/journal";
import { IssueId } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

const issue = z.object({ issueId: IssueId });

export const journalRouter = router({
	listEvents: procedure
		.input(issue)
		.output(z.array(JournalEvent))
		.query(({ ctx, input }) => ctx.services.journal.listEvents(ctx.actor, input.issueId)),

	verifyIssue: procedure
		.input(issue)
		.output(z.object({ whole: z.boolean(), firstBroken: z.int().nullable(), events: z.int() }))
		.query(({ ctx, input }) => ctx.services.journal.verifyIssue(ctx.actor, input.issueId)),
});
