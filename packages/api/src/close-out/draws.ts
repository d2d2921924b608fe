import {
	AssignChecker,
	CancelDraw,
	CloseDraw,
	type DrawCommand,
	DrawDetail,
	DrawListQuery,
	DrawLookBacks,
	DrawRepeat,
	DrawRow,
	FreezeFrame,
	LinkLookBack,
	OpenDraw,
	RecordDrawn,
	WaiveDrawn,
} from "@zhenggai/domain/close-out";
import { HistoryEntry } from "@zhenggai/domain/journal";
import { CommandEnvelope, DrawId, type Outcome, outcomeOf, pageOf } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { procedure } from "../trpc.ts";

type CommandRequest<C> = { drawId: DrawId; command: C; envelope: CommandEnvelope };
type CommandInput<I> = { drawId: string; command: I; envelope: z.input<typeof CommandEnvelope> };

// Named types keep the emitted declarations small: the detail would be written out once a verb otherwise.
const DetailOutcome: z.ZodType<Outcome<DrawDetail>> = outcomeOf(DrawDetail);
const Repeat: z.ZodType<DrawRepeat> = DrawRepeat;

/** A mutation that runs one command of the draws' decider. */
const command = <C extends DrawCommand, I>(schema: z.ZodType<C, I>) => {
	const request: z.ZodType<CommandRequest<C>, CommandInput<I>> = z.object({
		drawId: DrawId,
		command: schema,
		envelope: CommandEnvelope,
	});
	return procedure
		.input(request)
		.output(DetailOutcome)
		.mutation(({ ctx, input }) =>
			ctx.services.closeOut.commandDraw(ctx.actor, input.drawId, input.command, input.envelope),
		);
};

const one = z.object({ drawId: DrawId });

/** Draws of closed issues that are looked at again (回头看抽查). */
export const drawProcedures = {
	openDraw: command(OpenDraw),
	freezeFrame: command(FreezeFrame),
	drawLookBacks: command(DrawLookBacks),
	assignChecker: command(AssignChecker),
	recordDrawn: command(RecordDrawn),
	linkLookBack: command(LinkLookBack),
	waiveDrawn: command(WaiveDrawn),
	closeDraw: command(CloseDraw),
	cancelDraw: command(CancelDraw),

	listDraws: procedure
		.input(DrawListQuery)
		.output(pageOf(DrawRow))
		.query(({ ctx, input }) => ctx.services.closeOut.listDraws(ctx.actor, input)),

	getDraw: procedure
		.input(one)
		.output(DrawDetail)
		.query(({ ctx, input }) => ctx.services.closeOut.getDraw(ctx.actor, input.drawId)),

	/** Frame, seed and method: what anybody needs to draw again, and whether it gives the same. */
	repeatDraw: procedure
		.input(one)
		.output(Repeat)
		.query(({ ctx, input }) => ctx.services.closeOut.repeatDraw(ctx.actor, input.drawId)),

	drawHistory: procedure
		.input(one.extend({ before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }))
		.output(z.object({ items: z.array(HistoryEntry), more: z.boolean() }))
		.query(({ ctx, input }) => ctx.services.closeOut.listDrawHistory(ctx.actor, input)),
};
