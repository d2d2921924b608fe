import { CommandEnvelope, outcomeOf, pageOf, Region, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import {
	MOST_UNITS,
	NewPerson,
	NewUnit,
	NewUnitOfList,
	Person,
	PersonQuery,
	PersonRow,
	Unit,
	UnitQuery,
	UnitRow,
} from "@zhenggai/domain/responsibilities";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

const key = z.string().min(8).max(200).optional();

export const responsibilitiesRouter = router({
	listUnits: procedure
		.input(UnitQuery)
		.output(pageOf(UnitRow))
		.query(({ ctx, input }) => ctx.services.responsibilities.listUnits(ctx.actor, input)),

	registerUnit: procedure
		.input(z.object({ unit: NewUnit, idempotencyKey: key }))
		.output(outcomeOf(Unit))
		.mutation(({ ctx, input }) =>
			ctx.services.responsibilities.registerUnit(ctx.actor, input.unit, input.idempotencyKey),
		),

	/** All of a list or nothing; a refusal's field begins with `units.<index>`. */
	registerUnits: procedure
		.input(z.object({ units: z.array(NewUnitOfList).min(1).max(MOST_UNITS), idempotencyKey: key }))
		.output(outcomeOf(z.array(Unit)))
		.mutation(({ ctx, input }) =>
			ctx.services.responsibilities.registerUnits(ctx.actor, input.units, input.idempotencyKey),
		),

	amendUnit: procedure
		.input(
			z.object({
				unitId: UnitId,
				changes: NewUnit.extend({ active: z.boolean() }).partial(),
				envelope: CommandEnvelope,
			}),
		)
		.output(outcomeOf(Unit))
		.mutation(({ ctx, input }) =>
			ctx.services.responsibilities.amendUnit(ctx.actor, input.unitId, input.changes, input.envelope),
		),

	listPeople: procedure
		.input(PersonQuery)
		.output(pageOf(PersonRow))
		.query(({ ctx, input }) => ctx.services.responsibilities.listPeople(ctx.actor, input)),

	registerPerson: procedure
		.input(z.object({ person: NewPerson, idempotencyKey: key }))
		.output(outcomeOf(Person))
		.mutation(({ ctx, input }) =>
			ctx.services.responsibilities.registerPerson(ctx.actor, input.person, input.idempotencyKey),
		),

	listRegions: procedure
		.input(z.object({ within: RegionCode.optional() }))
		.output(z.array(Region))
		.query(({ ctx, input }) => ctx.services.responsibilities.listRegions(ctx.actor, input.within)),

	registerRegions: procedure
		.input(z.object({ regions: z.array(Region).min(1).max(4000) }))
		.output(outcomeOf(z.array(Region)))
		.mutation(({ ctx, input }) => ctx.services.responsibilities.registerRegions(ctx.actor, input.regions)),
});
