import { CommandEnvelope, InstrumentId, type Outcome, outcomeOf } from "@zhenggai/domain/kernel";
import {
	AcknowledgeInstrument,
	ApproveInstrument,
	DiscardInstrument,
	DraftInstrument,
	EscalateInstrument,
	ExtendListing,
	FailListing,
	HoldTalk,
	type InstrumentCommand,
	InstrumentDetail,
	IssueInstrument,
	LiftInstrument,
	MinuteTalk,
	PreAcceptListing,
	ReaddressInstrument,
	ReplyInstrument,
	Unlist,
	VerifyReply,
} from "@zhenggai/domain/supervision";
import { z } from "zod";
import { procedure } from "../trpc.ts";

/** What every command procedure takes: the instrument, the command and what goes round it. */
type CommandRequest<C> = { instrumentId: InstrumentId; command: C; envelope: CommandEnvelope };

/** The same as the caller writes it, before it is checked. */
type CommandInput<I> = { instrumentId: string; command: I; envelope: z.input<typeof CommandEnvelope> };

// Named types keep the emitted declarations small: the detail would be written out once a verb otherwise.
const DetailOutcome: z.ZodType<Outcome<InstrumentDetail>> = outcomeOf(InstrumentDetail);

/** A mutation that runs one command of the instruments' decider. */
const command = <C extends InstrumentCommand, I>(schema: z.ZodType<C, I>) => {
	const request: z.ZodType<CommandRequest<C>, CommandInput<I>> = z.object({
		instrumentId: InstrumentId,
		command: schema,
		envelope: CommandEnvelope,
	});
	return procedure
		.input(request)
		.output(DetailOutcome)
		.mutation(({ ctx, input }) =>
			ctx.services.supervision.commandInstrument(
				ctx.actor,
				input.instrumentId,
				input.command,
				input.envelope,
			),
		);
};

/** One procedure a verb; the names are those of the commands in the domain. */
export const instrumentCommands = {
	draftInstrument: command(DraftInstrument),
	approveInstrument: command(ApproveInstrument),
	issueInstrument: command(IssueInstrument),
	acknowledgeInstrument: command(AcknowledgeInstrument),
	readdressInstrument: command(ReaddressInstrument),
	holdTalk: command(HoldTalk),
	minuteTalk: command(MinuteTalk),
	replyInstrument: command(ReplyInstrument),
	verifyReply: command(VerifyReply),
	liftInstrument: command(LiftInstrument),
	escalateInstrument: command(EscalateInstrument),
	discardInstrument: command(DiscardInstrument),
	extendListing: command(ExtendListing),
	preAcceptListing: command(PreAcceptListing),
	unlist: command(Unlist),
	failListing: command(FailListing),
};
