import { RegisterIssue } from "@zhenggai/domain/issues";
import { HistoryEntry } from "@zhenggai/domain/journal";
import { CommandEnvelope, type Outcome, outcomeOf, pageOf, ScreeningId } from "@zhenggai/domain/kernel";
import {
	AmendScreening,
	CancelScreening,
	CloseScreening,
	DismissFound,
	OpenFound,
	ProduceInstitution,
	RecordScreened,
	type ScreeningCommand,
	ScreeningDetail,
	ScreeningListQuery,
	ScreeningRow,
	StartScreening,
	WaiveTarget,
} from "@zhenggai/domain/screening";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

type CommandRequest<C> = { screeningId: ScreeningId; command: C; envelope: CommandEnvelope };
type CommandInput<I> = { screeningId: string; command: I; envelope: z.input<typeof CommandEnvelope> };

// Named types keep the emitted declarations small: the detail would be written out once a verb otherwise.
const DetailOutcome: z.ZodType<Outcome<ScreeningDetail>> = outcomeOf(ScreeningDetail);

/** A mutation that runs one command of the screening decider. */
const command = <C extends ScreeningCommand, I>(schema: z.ZodType<C, I>) => {
	const request: z.ZodType<CommandRequest<C>, CommandInput<I>> = z.object({
		screeningId: ScreeningId,
		command: schema,
		envelope: CommandEnvelope,
	});
	return procedure
		.input(request)
		.output(DetailOutcome)
		.mutation(({ ctx, input }) =>
			ctx.services.screening.commandScreening(ctx.actor, input.screeningId, input.command, input.envelope),
		);
};

const OpenRequest = z.object({
	screeningId: ScreeningId,
	command: OpenFound,
	envelope: CommandEnvelope,
	/** Makes the issue in the same transaction; left out where it is on the ledger already. */
	registration: RegisterIssue.nullable().default(null),
});

/** Sweeps for similar problems: coverage, finds and the institution that came of them. */
export const screeningRouter = router({
	startScreening: command(StartScreening),
	amendScreening: command(AmendScreening),
	recordScreened: command(RecordScreened),
	waiveTarget: command(WaiveTarget),
	openFound: procedure
		.input(OpenRequest)
		.output(DetailOutcome)
		.mutation(({ ctx, input: { screeningId, command: opening, envelope, registration } }) =>
			ctx.services.screening.commandScreening(ctx.actor, screeningId, opening, envelope, registration),
		),
	dismissFound: command(DismissFound),
	produceInstitution: command(ProduceInstitution),
	closeScreening: command(CloseScreening),
	cancelScreening: command(CancelScreening),

	list: procedure
		.input(ScreeningListQuery)
		.output(pageOf(ScreeningRow))
		.query(({ ctx, input }) => ctx.services.screening.listScreenings(ctx.actor, input)),

	get: procedure
		.input(z.object({ screeningId: ScreeningId }))
		.output(ScreeningDetail)
		.query(({ ctx, input }) => ctx.services.screening.getScreening(ctx.actor, input.screeningId)),

	history: procedure
		.input(
			z.object({
				screeningId: ScreeningId,
				before: z.int().optional(),
				limit: z.int().min(1).max(200).default(50),
			}),
		)
		.output(z.object({ items: z.array(HistoryEntry), more: z.boolean() }))
		.query(({ ctx, input }) => ctx.services.screening.listScreeningHistory(ctx.actor, input)),
});
