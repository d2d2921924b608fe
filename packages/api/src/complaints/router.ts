import { tracked } from "@trpc/server";
import {
	ComplaintDetail,
	ComplaintFilter,
	ComplaintImportChoices,
	ComplaintImportPreview,
	ComplaintImportResult,
	ComplaintListQuery,
	ComplaintPage,
	ComplaintTotals,
	ComplaintTotalsQuery,
} from "@zhenggai/domain/complaints";
import { HistoryEntry, JournalCursor } from "@zhenggai/domain/journal";
import { CommandEnvelope, ComplaintId, ImportId, outcomeOf } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { mapFailures, procedure, router } from "../trpc.ts";
import { complaintCommands } from "./commands.ts";

const one = z.object({ importId: ImportId });

export const complaintsRouter = router({
	...complaintCommands,

	list: procedure
		.input(ComplaintListQuery)
		.output(ComplaintPage)
		.query(({ ctx, input }) => ctx.services.complaints.listComplaints(ctx.actor, input)),

	get: procedure
		.input(z.object({ complaintId: ComplaintId }))
		.output(ComplaintDetail)
		.query(({ ctx, input }) => ctx.services.complaints.getComplaint(ctx.actor, input.complaintId)),

	history: procedure
		.input(
			z.object({
				complaintId: ComplaintId,
				before: z.int().optional(),
				limit: z.int().min(1).max(200).default(50),
			}),
		)
		.output(z.object({ items: z.array(HistoryEntry), more: z.boolean() }))
		.query(({ ctx, input }) => ctx.services.complaints.listComplaintHistory(ctx.actor, input)),

	totals: procedure
		.input(ComplaintTotalsQuery)
		.output(ComplaintTotals)
		.query(({ ctx, input }) => ctx.services.complaints.getComplaintTotals(ctx.actor, input)),

	/** Live changes; resumes after `lastEventId`, which tRPC's client sends by itself on reconnect. */
	watch: procedure
		.input(
			z.object({
				after: JournalCursor.optional(),
				lastEventId: JournalCursor.optional(),
				filter: ComplaintFilter.optional(),
			}),
		)
		.subscription(async function* ({ ctx, input, signal }) {
			const query = { after: input.lastEventId ?? input.after, filter: input.filter };
			const stop = signal ?? new AbortController().signal;
			const changes = ctx.services.complaints.watchComplaints(ctx.actor, query, stop);
			for await (const change of mapFailures(changes)) yield tracked(change.cursor, change);
		}),

	/** Of a draft that `issues.startImport` made. */
	previewImport: procedure
		.input(one.extend({ choices: ComplaintImportChoices }))
		.output(ComplaintImportPreview)
		.mutation(({ ctx, input }) =>
			ctx.services.complaints.previewComplaintImport(ctx.actor, input.importId, input.choices),
		),

	applyImport: procedure
		.input(one.extend({ envelope: CommandEnvelope.omit({ expectedVersion: true }) }))
		.output(outcomeOf(ComplaintImportResult))
		.mutation(({ ctx, input }) =>
			ctx.services.complaints.applyComplaintImport(ctx.actor, input.importId, input.envelope),
		),
});
