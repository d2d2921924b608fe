import { z } from "zod";
import { Instant, PersonId, RegionCode, Role, UnitId, Verb } from "../kernel/index.ts";

/** A person who can sign in. */
export const User = z.object({
	id: z.string(),
	username: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
	name: z.string().trim().min(1).max(60),
	role: Role,
	region: RegionCode,
	unitId: UnitId.nullable(),
	personId: PersonId.nullable(),
	active: z.boolean(),
});
export type User = z.infer<typeof User>;

/** A program's key as lists show it. The key itself is shown once, when it is made. */
export const ApiKeyRow = z.object({
	id: z.string(),
	name: z.string(),
	/** Its first characters, to tell keys apart. */
	prefix: z.string(),
	role: Role,
	region: RegionCode,
	unitId: UnitId.nullable(),
	verbs: z.array(Verb),
	createdAt: Instant,
	createdBy: z.string(),
	expiresAt: Instant,
	lastUsedAt: Instant.nullable(),
	revokedAt: Instant.nullable(),
});
export type ApiKeyRow = z.infer<typeof ApiKeyRow>;

export const NewApiKey = z.object({
	name: z.string().trim().min(2).max(80),
	role: Role,
	region: RegionCode,
	unitId: UnitId.nullable(),
	verbs: z.array(Verb).min(1),
	/** Days from now; a key always ends. */
	days: z.int().min(1).max(366),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

/** Who is signed in and what the fronts need to know about it. */
export const Me = z.object({
	kind: z.enum(["person", "program", "operator"]),
	name: z.string(),
	role: Role,
	region: RegionCode,
	regionName: z.string(),
	unit: z.object({ id: UnitId, name: z.string() }).nullable(),
	/** Actions of the policy table that this role has at all, in its own scope. */
	actions: z.array(z.string()),
	today: z.string(),
	serverVersion: z.string(),
	/** True where the ledger holds the fictional sample. */
	sample: z.boolean(),
});
export type Me = z.infer<typeof Me>;
