import { z } from "zod";
import { Instant, PersonId, UnitId } from "../kernel/index.ts";
import { NewPerson, NewUnit } from "./schema.ts";

const reason = z.string().trim().min(2).max(2000);

/** The fields of a unit that may change. */
export const UnitElements = NewUnit.extend({ active: z.boolean() });
export type UnitElements = z.infer<typeof UnitElements>;

/** Everything that can be asked of a unit. A reason is needed to take one out of service. */
export const UnitCommand = z.discriminatedUnion("type", [
	z.object({ type: z.literal("registerUnit"), unitId: UnitId, unit: NewUnit }),
	z.object({
		type: z.literal("amendUnit"),
		changes: UnitElements.partial(),
		reason: reason.nullable(),
	}),
]);
export type UnitCommand = z.infer<typeof UnitCommand>;

export const PersonCommand = z.discriminatedUnion("type", [
	z.object({ type: z.literal("registerPerson"), personId: PersonId, person: NewPerson }),
	z.object({ type: z.literal("amendPerson"), changes: NewPerson.partial(), reason: reason.nullable() }),
]);
export type PersonCommand = z.infer<typeof PersonCommand>;

const changed = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value });

/** What happened to a unit, as journalled. */
export const UnitEvent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("unitRegistered"), at: Instant, unitId: UnitId, unit: NewUnit }),
	z.object({
		type: z.literal("unitAmended"),
		at: Instant,
		changes: changed(UnitElements.partial()),
		/** The unit that took over what was still open, where it went out of service. */
		successorId: UnitId.nullable(),
		reason: z.string().nullable(),
	}),
]);
export type UnitEvent = z.infer<typeof UnitEvent>;

export const PersonEvent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("personRegistered"), at: Instant, personId: PersonId, person: NewPerson }),
	z.object({
		type: z.literal("personAmended"),
		at: Instant,
		changes: changed(NewPerson.partial()),
		reason: z.string().nullable(),
	}),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;
