import { boolean, index, integer, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { hexBytes } from "../db/columns.ts";
import { auth } from "../db/schemas.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const created = { createdAt: moment("created_at").notNull().defaultNow() };
const updated = { updatedAt: moment("updated_at").notNull().defaultNow() };

// The names of the properties of the first five tables are better-auth's: its adapter finds columns by them.

/** A person who can sign in. Scope and role are ours; there is no e-mail in this system, so one is made up. */
export const user = auth.table(
	"user",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		email: text("email").notNull(),
		emailVerified: boolean("email_verified").notNull().default(false),
		image: text("image"),
		username: text("username"),
		displayUsername: text("display_username"),
		twoFactorEnabled: boolean("two_factor_enabled").default(false),
		role: text("role").notNull(),
		region: text("region").notNull(),
		unitId: uuid("unit_id"),
		personId: uuid("person_id"),
		active: boolean("active").notNull().default(true),
		...created,
		...updated,
	},
	(t) => [uniqueIndex("user_email_key").on(t.email), uniqueIndex("user_username_key").on(t.username)],
);

const owner = () =>
	text("user_id")
		.notNull()
		.references(() => user.id, { onDelete: "cascade" });

export const session = auth.table(
	"session",
	{
		id: text("id").primaryKey(),
		token: text("token").notNull(),
		userId: owner(),
		expiresAt: moment("expires_at").notNull(),
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
		...created,
		...updated,
	},
	(t) => [
		uniqueIndex("session_token_key").on(t.token),
		index("session_user_idx").on(t.userId),
		index("session_expiry_idx").on(t.expiresAt),
	],
);

/** A way to prove who one is; here only a password's hash, where the person has set one. */
export const account = auth.table(
	"account",
	{
		id: text("id").primaryKey(),
		accountId: text("account_id").notNull(),
		providerId: text("provider_id").notNull(),
		userId: owner(),
		accessToken: text("access_token"),
		refreshToken: text("refresh_token"),
		idToken: text("id_token"),
		accessTokenExpiresAt: moment("access_token_expires_at"),
		refreshTokenExpiresAt: moment("refresh_token_expires_at"),
		scope: text("scope"),
		password: text("password"),
		...created,
		...updated,
	},
	(t) => [
		index("account_user_idx").on(t.userId),
		uniqueIndex("account_provider_key").on(t.providerId, t.accountId),
	],
);

/** Short-lived proofs: hashes of one-time links, second factors under way. */
export const verification = auth.table(
	"verification",
	{
		id: text("id").primaryKey(),
		identifier: text("identifier").notNull(),
		value: text("value").notNull(),
		expiresAt: moment("expires_at").notNull(),
		...created,
		...updated,
	},
	(t) => [
		index("verification_identifier_idx").on(t.identifier),
		index("verification_expiry_idx").on(t.expiresAt),
	],
);

export const twoFactor = auth.table(
	"two_factor",
	{
		id: text("id").primaryKey(),
		secret: text("secret").notNull(),
		backupCodes: text("backup_codes").notNull(),
		userId: owner(),
		verified: boolean("verified").default(true),
		failedVerificationCount: integer("failed_verification_count").default(0),
		lockedUntil: moment("locked_until"),
	},
	(t) => [index("two_factor_user_idx").on(t.userId), index("two_factor_secret_idx").on(t.secret)],
);

/** A program's key: its scope in columns, the key itself only as a hash. Kept after its end, for who asks later. */
export const apiKey = auth.table(
	"api_key",
	{
		id: uuid("id").primaryKey(),
		name: text("name").notNull(),
		/** The first characters, to tell keys apart. */
		prefix: text("prefix").notNull(),
		/** SHA-256 of the whole key; 256 random bits need no salt. */
		hash: hexBytes("hash").notNull(),
		role: text("role").notNull(),
		region: text("region").notNull(),
		unitId: uuid("unit_id"),
		verbs: text("verbs").array().notNull(),
		createdBy: text("created_by").notNull(),
		createdAt: moment("created_at").notNull(),
		expiresAt: moment("expires_at").notNull(),
		lastUsedAt: moment("last_used_at"),
		revokedAt: moment("revoked_at"),
	},
	(t) => [uniqueIndex("api_key_hash_key").on(t.hash)],
);

/**
 * A terminal that asks to be signed in (RFC 8628), until it is answered or its time is over. Both of its codes are here
 * only as hashes.
 */
export const deviceRequest = auth.table(
	"device_request",
	{
		/** SHA-256 of the 256 random bits that the terminal asks again with. */
		deviceHash: hexBytes("device_hash").primaryKey(),
		/** Keyed hash of the short code that a person types: a plain one of so few characters could be tried through. */
		userHash: hexBytes("user_hash").notNull(),
		/** What the terminal calls itself. Its own claim. */
		terminal: text("terminal").notNull(),
		address: text("address").notNull(),
		createdAt: moment("created_at").notNull(),
		expiresAt: moment("expires_at").notNull(),
		intervalSeconds: integer("interval_seconds").notNull(),
		polledAt: moment("polled_at"),
		/** `approved` or `denied`; none while nobody has answered. */
		decision: text("decision"),
		userId: text("user_id").references(() => user.id, { onDelete: "cascade" }),
	},
	(t) => [
		uniqueIndex("device_request_user_hash_key").on(t.userHash),
		index("device_request_expiry_idx").on(t.expiresAt),
	],
);

/** A person's session at a terminal. Kept a while after its end, for who asks later. */
export const terminalSession = auth.table(
	"terminal_session",
	{
		id: uuid("id").primaryKey(),
		/** SHA-256 of the whole token; 256 random bits need no salt. */
		hash: hexBytes("hash").notNull(),
		userId: owner(),
		terminal: text("terminal").notNull(),
		/** Where it was asked for. */
		address: text("address").notNull(),
		createdAt: moment("created_at").notNull(),
		usedAt: moment("used_at").notNull(),
		/** When it ends unless it is used. */
		idleAt: moment("idle_at").notNull(),
		/** When it ends in any case. */
		endsAt: moment("ends_at").notNull(),
		/** When it was ended by hand. */
		endedAt: moment("ended_at"),
	},
	(t) => [
		uniqueIndex("terminal_session_hash_key").on(t.hash),
		index("terminal_session_user_idx").on(t.userId),
		index("terminal_session_end_idx").on(t.endsAt),
	],
);
