import {
	AmendReferral,
	DecideAppeal,
	DecideReferral,
	DraftReferral,
	ReceiveReferral,
	RecordAppeal,
	RecordOutcome,
	type ReferralCommand,
	ReferralDetail,
	ReferralListQuery,
	ReferralRow,
	ReturnReferral,
	SubmitReferral,
	WithdrawReferral,
} from "@zhenggai/domain/accountability";
import { HistoryEntry } from "@zhenggai/domain/journal";
import { CommandEnvelope, type Outcome, outcomeOf, pageOf, ReferralId } from "@zhenggai/domain/kernel";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

type CommandRequest<C> = { referralId: ReferralId; command: C; envelope: CommandEnvelope };
type CommandInput<I> = { referralId: string; command: I; envelope: z.input<typeof CommandEnvelope> };

// Named types keep the emitted declarations small: the detail would be written out once a verb otherwise.
const DetailOutcome: z.ZodType<Outcome<ReferralDetail>> = outcomeOf(ReferralDetail);

/** A mutation that runs one command of the referral decider. */
const command = <C extends ReferralCommand, I>(schema: z.ZodType<C, I>) => {
	const request: z.ZodType<CommandRequest<C>, CommandInput<I>> = z.object({
		referralId: ReferralId,
		command: schema,
		envelope: CommandEnvelope,
	});
	return procedure
		.input(request)
		.output(DetailOutcome)
		.mutation(({ ctx, input }) =>
			ctx.services.accountability.commandReferral(ctx.actor, input.referralId, input.command, input.envelope),
		);
};

/** Referrals for accountability: only for those who may know of them. There is no live feed of them. */
export const accountabilityRouter = router({
	draftReferral: command(DraftReferral),
	amendReferral: command(AmendReferral),
	submitReferral: command(SubmitReferral),
	withdrawReferral: command(WithdrawReferral),
	returnReferral: command(ReturnReferral),
	decideReferral: command(DecideReferral),
	receiveReferral: command(ReceiveReferral),
	recordOutcome: command(RecordOutcome),
	recordAppeal: command(RecordAppeal),
	decideAppeal: command(DecideAppeal),

	list: procedure
		.input(ReferralListQuery)
		.output(pageOf(ReferralRow))
		.query(({ ctx, input }) => ctx.services.accountability.listReferrals(ctx.actor, input)),

	get: procedure
		.input(z.object({ referralId: ReferralId }))
		.output(ReferralDetail)
		.query(({ ctx, input }) => ctx.services.accountability.getReferral(ctx.actor, input.referralId)),

	history: procedure
		.input(
			z.object({
				referralId: ReferralId,
				before: z.int().optional(),
				limit: z.int().min(1).max(200).default(50),
			}),
		)
		.output(z.object({ items: z.array(HistoryEntry), more: z.boolean() }))
		.query(({ ctx, input }) => ctx.services.accountability.listReferralHistory(ctx.actor, input)),
});
