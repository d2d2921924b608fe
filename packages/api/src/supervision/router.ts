import { HistoryEntry } from "@zhenggai/domain/journal";
import { InstrumentId, pageOf } from "@zhenggai/domain/kernel";
import { InstrumentDetail, InstrumentListQuery, InstrumentRow } from "@zhenggai/domain/supervision";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { instrumentCommands } from "./commands.ts";

export const supervisionRouter = router({
	...instrumentCommands,

	list: procedure
		.input(InstrumentListQuery)
		.output(pageOf(InstrumentRow))
		.query(({ ctx, input }) => ctx.services.supervision.listInstruments(ctx.actor, input)),

	get: procedure
		.input(z.object({ instrumentId: InstrumentId }))
		.output(InstrumentDetail)
		.query(({ ctx, input }) => ctx.services.supervision.getInstrument(ctx.actor, input.instrumentId)),

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
