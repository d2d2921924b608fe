import { tracked } from "@trpc/server";
import {
	Coverage,
	HistoryEntry,
	InspectionCommand,
	InspectionRow,
	type IssueDetail,
	IssueFilter,
	IssueListQuery,
	type IssuePage,
} from "@zhenggai/domain/issues";
import { JournalCursor } from "@zhenggai/domain/journal";
import { CommandEnvelope, InspectionId, IsoDate, IssueId, outcomeOf } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { mapFailures, procedure, router } from "../trpc.ts";
import { issueCommands } from "./commands.ts";
import { importProcedures } from "./imports.ts";

export const issuesRouter = router({
	...issueCommands,
	...importProcedures,

	// The busiest answer of all. Its lines are stored ready-made by `issueRow` and typed up to here: checking fifty of
	// them field by field again took as long as everything else of the request together.
	list: procedure
		.input(IssueListQuery)
		.output(z.custom<IssuePage>())
		.query(({ ctx, input }) => ctx.services.issues.listIssues(ctx.actor, input)),

	// Like the answer of a command: see `commands.ts`.
	get: procedure
		.input(z.object({ issueId: IssueId, asOf: IsoDate.optional() }))
		.output(z.custom<IssueDetail>())
		.query(({ ctx, input }) => ctx.services.issues.getIssue(ctx.actor, input.issueId, input.asOf)),

	history: procedure
		.input(
			z.object({ issueId: IssueId, before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }),
		)
		.output(z.object({ items: z.array(HistoryEntry), more: z.boolean() }))
		.query(({ ctx, input }) => ctx.services.issues.listHistory(ctx.actor, input)),

	coverage: procedure
		.input(z.object({ issueId: IssueId }))
		.output(Coverage)
		.query(({ ctx, input }) => ctx.services.issues.getCoverage(ctx.actor, input.issueId)),

	/** Live changes; resumes after `lastEventId`, which tRPC's client sends by itself on reconnect. */
	watch: procedure
		.input(
			z.object({
				after: JournalCursor.optional(),
				lastEventId: JournalCursor.optional(),
				filter: IssueFilter.optional(),
			}),
		)
		.subscription(async function* ({ ctx, input, signal }) {
			const query = { after: input.lastEventId ?? input.after, filter: input.filter };
			const stop = signal ?? new AbortController().signal;
			for await (const change of mapFailures(ctx.services.issues.watchIssues(ctx.actor, query, stop))) {
				yield tracked(change.cursor, change);
			}
		}),

	listInspections: procedure
		.output(z.array(InspectionRow))
		.query(({ ctx }) => ctx.services.issues.listInspections(ctx.actor)),

	commandInspection: procedure
		.input(z.object({ inspectionId: InspectionId, command: InspectionCommand, envelope: CommandEnvelope }))
		.output(outcomeOf(InspectionRow))
		.mutation(({ ctx, input }) =>
			ctx.services.issues.commandInspection(ctx.actor, input.inspectionId, input.command, input.envelope),
		),
});
