import {
	AmendComplaint,
	type ComplaintCommand,
	ComplaintDetail,
	RegisterComplaint,
	RelateComplaint,
	UnrelateComplaint,
	WithdrawComplaint,
} from "@zhenggai/domain/complaints";
import { CommandEnvelope, ComplaintId, type Outcome, outcomeOf } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { procedure } from "../trpc.ts";

/** What every command procedure takes: the complaint, the command and what goes round it. */
type CommandRequest<C> = { complaintId: ComplaintId; command: C; envelope: CommandEnvelope };

/** The same as the caller writes it, before it is checked. */
type CommandInput<I> = { complaintId: string; command: I; envelope: z.input<typeof CommandEnvelope> };

// Named types keep the emitted declarations small: the detail would be written out once a verb otherwise.
const DetailOutcome: z.ZodType<Outcome<ComplaintDetail>> = outcomeOf(ComplaintDetail);

/** A mutation that runs one command of the complaint decider. */
const command = <C extends ComplaintCommand, I>(schema: z.ZodType<C, I>) => {
	const request: z.ZodType<CommandRequest<C>, CommandInput<I>> = z.object({
		complaintId: ComplaintId,
		command: schema,
		envelope: CommandEnvelope,
	});
	return procedure
		.input(request)
		.output(DetailOutcome)
		.mutation(({ ctx, input }) =>
			ctx.services.complaints.commandComplaint(ctx.actor, input.complaintId, input.command, input.envelope),
		);
};

/** One procedure a verb; the names are those of the commands in the domain. */
export const complaintCommands = {
	registerComplaint: command(RegisterComplaint),
	amendComplaint: command(AmendComplaint),
	relateComplaint: command(RelateComplaint),
	unrelateComplaint: command(UnrelateComplaint),
	withdrawComplaint: command(WithdrawComplaint),
};
