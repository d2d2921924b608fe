import type { User } from "@zhenggai/domain/access";
import { and, desc, eq, getTableColumns, gt, isNull, lt } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { readerOf, type Tx } from "../tx/index.ts";
import { toUser } from "./mapper.ts";
import { terminalSession, user } from "./table.ts";

/** A person's session at a terminal, without its token. */
export type TerminalSession = {
	readonly id: string;
	/** What the terminal called itself when it asked. */
	readonly terminal: string;
	/** Where it asked from. */
	readonly address: string;
	readonly createdAt: Date;
	readonly usedAt: Date;
	/** When it ends unless it is used. */
	readonly idleAt: Date;
	/** When it ends in any case. */
	readonly endsAt: Date;
	/** When it was ended by hand; null where it was not. */
	readonly endedAt: Date | null;
};

const { hash: _hash, userId: _userId, ...shown } = getTableColumns(terminalSession);

/** Nobody has so many terminals: a list beyond this is cut. */
const MOST = 200;

export async function insertTerminalSession(
	from: Database | Tx,
	session: TerminalSession & { readonly hash: string; readonly userId: string },
): Promise<void> {
	await readerOf(from).sql.insert(terminalSession).values(session);
}

/** The session with this SHA-256 of its token, whatever its state, and whose it is; null when there is none. */
export async function findTerminalSession(
	from: Database | Tx,
	hash: string,
): Promise<{ session: TerminalSession; user: User } | null> {
	const [row] = await readerOf(from)
		.sql.select({ session: shown, user: getTableColumns(user) })
		.from(terminalSession)
		.innerJoin(user, eq(user.id, terminalSession.userId))
		.where(eq(terminalSession.hash, hash))
		.limit(1);
	return row === undefined ? null : { session: row.session, user: toUser(row.user) };
}

/** Notes that a session was used and moves its idle end on; an earlier use than the one noted changes nothing. */
export async function touchTerminalSession(
	from: Database | Tx,
	id: string,
	moments: Pick<TerminalSession, "usedAt" | "idleAt">,
): Promise<void> {
	await readerOf(from)
		.sql.update(terminalSession)
		.set(moments)
		.where(
			and(
				eq(terminalSession.id, id),
				isNull(terminalSession.endedAt),
				lt(terminalSession.usedAt, moments.usedAt),
			),
		);
}

const openAt = (now: Date) =>
	and(isNull(terminalSession.endedAt), gt(terminalSession.idleAt, now), gt(terminalSession.endsAt, now));

/** A person's sessions that hold at a moment, the newest first. */
export const listTerminalSessions = (
	from: Database | Tx,
	userId: string,
	now: Date,
): Promise<TerminalSession[]> =>
	readerOf(from)
		.sql.select(shown)
		.from(terminalSession)
		.where(and(eq(terminalSession.userId, userId), openAt(now)))
		.orderBy(desc(terminalSession.createdAt), desc(terminalSession.id))
		.limit(MOST);

/** Ends one of a person's sessions; false where he has none of this id that holds. */
export async function endTerminalSession(
	from: Database | Tx,
	id: string,
	userId: string,
	at: Date,
): Promise<boolean> {
	const ended = await readerOf(from)
		.sql.update(terminalSession)
		.set({ endedAt: at })
		.where(and(eq(terminalSession.id, id), eq(terminalSession.userId, userId), openAt(at)))
		.returning({ id: terminalSession.id });
	return ended.length === 1;
}

/** Ends the session with this SHA-256 of its token. Well where there is none. */
export async function endTerminalSessionByHash(from: Database | Tx, hash: string, at: Date): Promise<void> {
	await readerOf(from)
		.sql.update(terminalSession)
		.set({ endedAt: at })
		.where(and(eq(terminalSession.hash, hash), isNull(terminalSession.endedAt)));
}

/** Ends all of a person's sessions at terminals. */
export async function endTerminalSessionsOf(from: Database | Tx, userId: string, at: Date): Promise<void> {
	await readerOf(from)
		.sql.update(terminalSession)
		.set({ endedAt: at })
		.where(and(eq(terminalSession.userId, userId), isNull(terminalSession.endedAt)));
}

/** Removes sessions whose last possible moment lies before one; gives how many. */
export async function deleteOldTerminalSessions(from: Database | Tx, before: Date): Promise<number> {
	const gone = await readerOf(from)
		.sql.delete(terminalSession)
		.where(lt(terminalSession.endsAt, before))
		.returning({ id: terminalSession.id });
	return gone.length;
}
