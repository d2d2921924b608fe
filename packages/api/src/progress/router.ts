import { IssueId } from "@zhenggai/domain/kernel";
import { PrefilledReport, Rehearsal, RehearsedCommands, UploadLimit } from "@zhenggai/domain/progress";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

export const progressRouter = router({
	/** The form of a reporting cycle, filled with what the ledger knows: only what changed has to be typed. */
	reportForm: procedure
		.input(z.object({ issueId: IssueId, cycle: z.string().min(4).max(10) }))
		.output(PrefilledReport)
		.query(({ ctx, input }) => ctx.services.progress.getReportForm(ctx.actor, input.issueId, input.cycle)),
	/** Which doubts commands would raise. Changes nothing; a mutation for what is typed is too long for an address. */
	rehearse: procedure
		.input(z.object({ issueId: IssueId, commands: RehearsedCommands }))
		.output(Rehearsal)
		.mutation(({ ctx, input }) =>
			ctx.services.progress.rehearseProgress(ctx.actor, input.issueId, input.commands),
		),
	/** The largest file that is taken as evidence. */
	uploadLimit: procedure.output(UploadLimit).query(({ ctx }) => ctx.services.progress.getUploadLimit()),
});
