import type { User } from "@zhenggai/domain/access";
import { asc, eq } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { readerOf, type Tx } from "../tx/index.ts";
import { toUser } from "./mapper.ts";
import { user } from "./table.ts";

/** All people who can or could sign in, by username. */
export async function listUsers(from: Database | Tx): Promise<User[]> {
	const rows = await readerOf(from).sql.select().from(user).orderBy(asc(user.username));
	return rows.map(toUser);
}

export async function findUserByName(from: Database | Tx, username: string): Promise<User | null> {
	const [row] = await readerOf(from).sql.select().from(user).where(eq(user.username, username)).limit(1);
	return row === undefined ? null : toUser(row);
}

export async function findUserById(from: Database | Tx, id: string): Promise<User | null> {
	const [row] = await readerOf(from).sql.select().from(user).where(eq(user.id, id)).limit(1);
	return row === undefined ? null : toUser(row);
}

/**
 * Adds a person without any way to sign in yet. False, and nothing changed, where the username is taken.
 * better-auth wants an e-mail address: it gets one under `.invalid`, to which no mail can ever go.
 */
export async function insertUser(from: Database | Tx, person: User): Promise<boolean> {
	const { username, ...rest } = person;
	const added = await readerOf(from)
		.sql.insert(user)
		.values({
			...rest,
			username,
			displayUsername: username,
			email: `${username}@users.invalid`,
			emailVerified: true,
		})
		.onConflictDoNothing()
		.returning({ id: user.id });
	return added.length === 1;
}
