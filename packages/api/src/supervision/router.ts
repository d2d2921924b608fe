import { tracked } from "@trpc/server";
import { IssueSimulation, LedgerSimulationPage, LedgerSimulationQuery } from "@zhenggai/domain/issues";
import { HistoryEntry, JournalCursor } from "@zhenggai/domain/journal";
import { InstrumentId, IsoDate, IssueId } from "@zhenggai/domain/kernel";
import {
	ExposureListQuery,
	ExposurePage,
	InstrumentDetail,
	InstrumentFilter,
	InstrumentListQuery,
	InstrumentPage,
	SweepResult,
	SweepRow,
	UnitPointPage,
	UnitPointQuery,
	UnitScorePage,
	UnitScoreQuery,
} from "@zhenggai/domain/supervision";
import { z } from "zod";
import { mapFailures, procedure, router } from "../trpc.ts";
import { instrumentCommands } from "./commands.ts";

export const supervisionRouter = router({
	...instrumentCommands,

	listSweeps: procedure
		.output(z.array(SweepRow))
		.query(({ ctx }) => ctx.services.supervision.listSweeps(ctx.actor)),

	runSweep: procedure
		.output(SweepResult)
		.mutation(({ ctx, signal }) => ctx.services.supervision.runSweep(ctx.actor, signal)),

	/** The ranking of units by what they lost in a period. */
	unitScores: procedure
		.input(UnitScoreQuery)
		.output(UnitScorePage)
		.query(({ ctx, input }) => ctx.services.supervision.listUnitScores(ctx.actor, input)),

	/** What a unit's score is made of. */
	unitPoints: procedure
		.input(UnitPointQuery)
		.output(UnitPointPage)
		.query(({ ctx, input }) => ctx.services.supervision.listUnitPoints(ctx.actor, input)),

	/** Circulars and exposures over all issues. */
	exposures: procedure
		.input(ExposureListQuery)
		.output(ExposurePage)
		.query(({ ctx, input }) => ctx.services.supervision.listExposures(ctx.actor, input)),

	list: procedure
		.input(InstrumentListQuery)
		.output(InstrumentPage)
		.query(({ ctx, input }) => ctx.services.supervision.listInstruments(ctx.actor, input)),

	/** Live changes; resumes after `lastEventId`, which tRPC's client sends by itself on reconnect. */
	watch: procedure
		.input(
			z.object({
				after: JournalCursor.optional(),
				lastEventId: JournalCursor.optional(),
				filter: InstrumentFilter.optional(),
			}),
		)
		.subscription(async function* ({ ctx, input, signal }) {
			const query = { after: input.lastEventId ?? input.after, filter: input.filter };
			const stop = signal ?? new AbortController().signal;
			const changes = ctx.services.supervision.watchInstruments(ctx.actor, query, stop);
			for await (const change of mapFailures(changes)) yield tracked(change.cursor, change);
		}),

	get: procedure
		.input(z.object({ instrumentId: InstrumentId }))
		.output(InstrumentDetail)
		.query(({ ctx, input }) => ctx.services.supervision.getInstrument(ctx.actor, input.instrumentId)),

	/** One issue on any day, past or future, beside today. */
	simulate: procedure
		.input(z.object({ issueId: IssueId, asOf: IsoDate }))
		.output(IssueSimulation)
		.query(({ ctx, input }) => ctx.services.supervision.simulateIssue(ctx.actor, input.issueId, input.asOf)),

	/** The whole ledger on any day, page by page: each page's totals are of what it looked at. */
	simulateLedger: procedure
		.input(LedgerSimulationQuery)
		.output(LedgerSimulationPage)
		.query(({ ctx, input, signal }) => ctx.services.supervision.simulateLedger(ctx.actor, input, signal)),

	history: procedure
		.input(
			z.object({
				instrumentId: InstrumentId,
				before: z.int().optional(),
				limit: z.int().min(1).max(200).default(50),
			}),
		)
		.output(z.object({ items: z.array(HistoryEntry), more: z.boolean() }))
		.query(({ ctx, input }) => ctx.services.supervision.listInstrumentHistory(ctx.actor, input)),
});
