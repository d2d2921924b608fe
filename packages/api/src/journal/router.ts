import { JournalEvent } from "@zhenggai/domain/journal";
import {
	ComplaintId,
	DrawId,
	InstrumentId,
	IssueId,
	ReferralId,
	RegionCode,
	ScreeningId,
} from "@zhenggai/domain/kernel";
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

	verifyDraw: procedure
		.input(z.object({ drawId: DrawId }))
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyDraw(ctx.actor, input.drawId)),

	verifyScreening: procedure
		.input(z.object({ screeningId: ScreeningId }))
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyScreening(ctx.actor, input.screeningId)),

	verifyReferral: procedure
		.input(z.object({ referralId: ReferralId }))
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyReferral(ctx.actor, input.referralId)),

	verifyRegionRules: procedure
		.input(z.object({ region: RegionCode }))
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyRegionRules(ctx.actor, input.region)),

	verifyCalendarYear: procedure
		.input(z.object({ year: z.int() }))
		.output(ChainCheck)
		.query(({ ctx, input }) => ctx.services.journal.verifyCalendarYear(ctx.actor, input.year)),
});
