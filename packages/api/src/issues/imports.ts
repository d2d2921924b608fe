import {
	ColumnLayout,
	ImportChoices,
	type ImportDraft,
	ImportedDocument,
	ImportPreview,
	ImportRecord,
	ImportResult,
	ImportSource,
	ImportUndoPreview,
	ImportUndoResult,
	LayoutFingerprint,
	NewColumnLayout,
	ReadingHint,
	type RereadDraft,
} from "@zhenggai/domain/issues";
import { CommandEnvelope, ImportId, outcomeOf } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { mapFailures, procedure } from "../trpc.ts";

const one = z.object({ importId: ImportId });

// Ten thousand rows of a table are made by the reader of this program and typed all the way: checking them field by
// field once more on the way out took as long as reading the document.
const Draft = z.custom<ImportDraft>();
const Reread = z.custom<RereadDraft>();

/** Reading a document, looking at what it would do, and applying it. */
export const importProcedures = {
	startImport: procedure
		.input(
			z.object({
				source: ImportSource,
				hint: ReadingHint.optional(),
			}),
		)
		.output(Draft)
		.mutation(({ ctx, input }) => ctx.services.issues.startImport(ctx.actor, input.source, input.hint)),

	rereadImport: procedure
		.input(one.extend({ hint: ReadingHint, expectedVersion: z.int().min(1).optional() }))
		.output(Reread)
		.mutation(({ ctx, input: { importId, hint, expectedVersion } }) =>
			ctx.services.issues.rereadImport(ctx.actor, importId, hint, expectedVersion),
		),

	getImport: procedure
		.input(one)
		.output(Draft)
		.query(({ ctx, input }) => ctx.services.issues.getImport(ctx.actor, input.importId)),

	/** The document itself, byte for byte. */
	getImportSource: procedure
		.input(one)
		.output(ImportedDocument)
		.query(({ ctx, input }) => ctx.services.issues.getImportSource(ctx.actor, input.importId)),

	listImports: procedure
		.output(z.array(ImportRecord))
		.query(({ ctx }) => ctx.services.issues.listImports(ctx.actor)),

	/** What the office remembers of columns: its own layouts, then those of the offices above it. */
	listColumnLayouts: procedure
		.output(z.array(ColumnLayout))
		.query(({ ctx }) => ctx.services.issues.listColumnLayouts(ctx.actor)),

	saveColumnLayout: procedure
		.input(NewColumnLayout)
		.output(ColumnLayout)
		.mutation(({ ctx, input }) => ctx.services.issues.saveColumnLayout(ctx.actor, input)),

	forgetColumnLayout: procedure
		.input(z.object({ layout: LayoutFingerprint }))
		.output(z.void())
		.mutation(({ ctx, input }) => ctx.services.issues.forgetColumnLayout(ctx.actor, input.layout)),

	previewImport: procedure
		.input(one.extend({ choices: ImportChoices, version: z.int().min(1).optional() }))
		.output(ImportPreview)
		.mutation(({ ctx, input: { importId, choices, version } }) =>
			ctx.services.issues.previewImport(ctx.actor, importId, choices, version),
		),

	applyImport: procedure
		.input(one.extend({ envelope: CommandEnvelope.omit({ expectedVersion: true }) }))
		.output(outcomeOf(ImportResult))
		.mutation(({ ctx, input }) => ctx.services.issues.applyImport(ctx.actor, input.importId, input.envelope)),

	discardImport: procedure
		.input(one)
		.output(z.void())
		.mutation(({ ctx, input }) => ctx.services.issues.discardImport(ctx.actor, input.importId)),

	previewUndoImport: procedure
		.input(one)
		.output(ImportUndoPreview)
		.query(({ ctx, input }) => ctx.services.issues.previewUndoImport(ctx.actor, input.importId)),

	undoImport: procedure
		.input(
			one.extend({
				reason: z.string().trim().max(2000),
				envelope: CommandEnvelope.omit({ expectedVersion: true }),
			}),
		)
		.output(outcomeOf(ImportUndoResult))
		.mutation(({ ctx, input }) =>
			ctx.services.issues.undoImport(ctx.actor, input.importId, input.reason, input.envelope),
		),

	watchImport: procedure.input(one).subscription(async function* ({ ctx, input, signal }) {
		const stop = signal ?? new AbortController().signal;
		yield* mapFailures(ctx.services.issues.watchImport(ctx.actor, input.importId, stop));
	}),
};
