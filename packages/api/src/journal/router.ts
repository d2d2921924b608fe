import { JournalEvent } from "@zhenggai/domain/journal";
import { ComplaintId, InstrumentId, IssueId, RegionCode } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

const issue = z.object({ issueId: IssueId });
const complaint = z.object({ complaintId: ComplaintId });
const ChainCheck = z.object({ whole: z.boolean(), firstBroken: z.int().nullable(), events: z.int() });

export const journalRouter = router({
	listEvents: procedure
		.input(issue)
		.output(z.array(JournalEvent))
		.query(({ ctx, input }) => ctx.services.journal.listEvents(ctx.actor, input.issueId)),

	verifyIssue: procedure
		.input(issue)
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyIssue(ctx.actor, input.issueId)),

	verifyComplaint: procedure
		.input(complaint)
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyComplaint(ctx.actor, input.complaintId)),

	verifyInstrument: procedure
		.input(z.object({ instrumentId: InstrumentId }))
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyInstrument(ctx.actor, input.instrumentId)),

	verifyRegionRules: procedure
		.input(z.object({ region: RegionCode }))
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyRegionRules(ctx.actor, input.region)),
});
