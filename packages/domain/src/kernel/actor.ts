import { z } from "zod";
import { PersonId, UnitId } from "./ids.ts";
import { RegionCode } from "./region.ts";
import { Role } from "./role.ts";

/** What a program's key may do. */
export const Verb = z.enum(["read", "write", "import", "administer"]);
export type Verb = z.infer<typeof Verb>;

const scope = {
	role: Role,
	/** Scope: this region and everything below it. */
	region: RegionCode,
	/** The unit the actor acts for, where the role belongs to one. */
	unitId: UnitId.nullable(),
};

/** Who acts. Never a nullable user id: every kind is named. */
export const Actor = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("person"),
		userId: z.string(),
		personId: PersonId.nullable(),
		name: z.string(),
		...scope,
	}),
	z.object({
		kind: z.literal("program"),
		keyId: z.string(),
		name: z.string(),
		verbs: z.array(Verb),
		...scope,
	}),
	/** The server's own machine, through the token file that only its operator can read. */
	z.object({ kind: z.literal("operator"), name: z.string(), ...scope }),
	/** Jobs of the server itself. */
	z.object({ kind: z.literal("system"), name: z.string() }),
	z.object({ kind: z.literal("anonymous") }),
]);
export type Actor = z.infer<typeof Actor>;

/** How an actor is written into the journal. */
export const ActorStamp = z.object({
	kind: z.enum(["person", "program", "operator", "system"]),
	id: z.string(),
	name: z.string(),
	role: Role.nullable(),
	region: RegionCode.nullable(),
	unitId: UnitId.nullable(),
});
export type ActorStamp = z.infer<typeof ActorStamp>;

/**
 * Whether two stamps speak for the same side: the same person or key, or two who act for the same unit. Nobody reviews,
 * accepts or clears the work of his own side (SOD-01).
 */
export const isSameParty = (a: ActorStamp, b: ActorStamp): boolean =>
	(a.kind === b.kind && a.id === b.id) || (a.unitId !== null && a.unitId === b.unitId);
