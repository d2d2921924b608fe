import {
	AcknowledgeAssignment,
	AddMandate,
	AddMeasure,
	AddSite,
	AmendIssue,
	AmendMeasure,
	AmendSite,
	AssignIssue,
	AttachNotice,
	CancelMeasure,
	CarryOverIssue,
	DeclareNotOurs,
	DecomposeIssue,
	DetachNotice,
	EndAssignment,
	HandOverAssignment,
	type IssueCommand,
	IssueDetail,
	MergeIssue,
	RecordSourceText,
	RegisterIssue,
	StartPlanning,
	WithdrawIssue,
} from "@zhenggai/domain/issues";
import { CommandEnvelope, IssueId, type Outcome, outcomeOf } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { procedure } from "../trpc.ts";

/** What every command procedure takes: the issue, the command and what goes round it. */
type CommandRequest<C> = { issueId: IssueId; command: C; envelope: CommandEnvelope };

/** The same as the caller writes it, before it is checked. */
type CommandInput<I> = { issueId: string; command: I; envelope: z.input<typeof CommandEnvelope> };

// Named types keep the emitted declarations small: the detail would be written out once a verb otherwise.
const DetailOutcome: z.ZodType<Outcome<IssueDetail>> = outcomeOf(IssueDetail);

/** A mutation that runs one command of the issue decider. */
const command = <C extends IssueCommand, I>(schema: z.ZodType<C, I>) => {
	const request: z.ZodType<CommandRequest<C>, CommandInput<I>> = z.object({
		issueId: IssueId,
		command: schema,
		envelope: CommandEnvelope,
	});
	return procedure
		.input(request)
		.output(DetailOutcome)
		.mutation(({ ctx, input }) =>
			ctx.services.issues.commandIssue(ctx.actor, input.issueId, input.command, input.envelope),
		);
};

/** One procedure a verb; the names are those of the commands in the domain. */
export const issueCommands = {
	registerIssue: command(RegisterIssue),
	amendIssue: command(AmendIssue),
	recordSourceText: command(RecordSourceText),
	addMandate: command(AddMandate),
	assignIssue: command(AssignIssue),
	endAssignment: command(EndAssignment),
	handOverAssignment: command(HandOverAssignment),
	acknowledgeAssignment: command(AcknowledgeAssignment),
	startPlanning: command(StartPlanning),
	decomposeIssue: command(DecomposeIssue),
	declareNotOurs: command(DeclareNotOurs),
	addMeasure: command(AddMeasure),
	amendMeasure: command(AmendMeasure),
	cancelMeasure: command(CancelMeasure),
	addSite: command(AddSite),
	amendSite: command(AmendSite),
	attachNotice: command(AttachNotice),
	detachNotice: command(DetachNotice),
	mergeIssue: command(MergeIssue),
	carryOverIssue: command(CarryOverIssue),
	withdrawIssue: command(WithdrawIssue),
};
