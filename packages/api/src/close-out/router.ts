import {
	ClosingCounts,
	ClosingQuery,
	ClosingRow,
	NoticeImportChoices,
	NoticeImportPreview,
	NoticeImportResult,
} from "@zhenggai/domain/close-out";
import { CommandEnvelope, ImportId, outcomeOf, pageOf, RegionCode } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { drawProcedures } from "./draws.ts";
import { publicProcedures } from "./public.ts";

const one = z.object({ importId: ImportId });

/**
 * Completion and close-out notices, and draws of look-backs. An issue's own notices are in its detail;
 * `issues.attachNotice` attaches one by hand.
 */
export const closeOutRouter = router({
	...drawProcedures,
	...publicProcedures,

	/** Running notices, open objections, what waits for signatures, filing or receipt, and what is closed. */
	listClosing: procedure
		.input(ClosingQuery)
		.output(pageOf(ClosingRow))
		.query(({ ctx, input }) => ctx.services.closeOut.listClosing(ctx.actor, input)),

	countClosing: procedure
		.input(z.object({ region: RegionCode.optional() }).default({}))
		.output(ClosingCounts)
		.query(({ ctx, input }) => ctx.services.closeOut.countClosingLists(ctx.actor, input.region)),

	/** Of a draft that `issues.startImport` made. */
	previewImport: procedure
		.input(one.extend({ choices: NoticeImportChoices }))
		.output(NoticeImportPreview)
		.mutation(({ ctx, input }) =>
			ctx.services.closeOut.previewNoticeImport(ctx.actor, input.importId, input.choices),
		),

	applyImport: procedure
		.input(one.extend({ envelope: CommandEnvelope.omit({ expectedVersion: true }) }))
		.output(outcomeOf(NoticeImportResult))
		.mutation(({ ctx, input }) =>
			ctx.services.closeOut.applyNoticeImport(ctx.actor, input.importId, input.envelope),
		),
});
