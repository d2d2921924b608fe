import type { User } from "@zhenggai/domain/access";
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { readerOf, type Tx, withTransaction } from "../tx/index.ts";
import { deviceRequest } from "./table.ts";
import { insertTerminalSession, type TerminalSession } from "./terminal-sessions.ts";
import { findUserById } from "./users.ts";

/** A terminal that asks to be signed in. */
export type DeviceRequest = {
	readonly terminal: string;
	readonly address: string;
	readonly createdAt: Date;
	readonly expiresAt: Date;
};

type Hashes = { readonly deviceHash: string; readonly userHash: string };

/** Keeps a request; false, and nothing kept, where its short code is in use. */
export async function insertDeviceRequest(
	from: Database | Tx,
	request: DeviceRequest & Hashes & { readonly intervalSeconds: number },
): Promise<boolean> {
	const added = await readerOf(from)
		.sql.insert(deviceRequest)
		.values(request)
		.onConflictDoNothing()
		.returning({ at: deviceRequest.createdAt });
	return added.length === 1;
}

const waiting = (userHash: string, now: Date) =>
	and(eq(deviceRequest.userHash, userHash), isNull(deviceRequest.decision), gt(deviceRequest.expiresAt, now));

/** The request behind a short code, as long as it waits for an answer; null otherwise. */
export async function findDeviceRequest(
	from: Database | Tx,
	userHash: string,
	now: Date,
): Promise<DeviceRequest | null> {
	const { terminal, address, createdAt, expiresAt } = deviceRequest;
	const [row] = await readerOf(from)
		.sql.select({ terminal, address, createdAt, expiresAt })
		.from(deviceRequest)
		.where(waiting(userHash, now))
		.limit(1);
	return row ?? null;
}

/** Answers a request in a person's name. Of several answers one counts; false for all others. */
export async function decideDeviceRequest(
	from: Database | Tx,
	userHash: string,
	answer: { readonly userId: string; readonly approve: boolean; readonly now: Date },
): Promise<boolean> {
	const decided = await readerOf(from)
		.sql.update(deviceRequest)
		.set({ decision: answer.approve ? "approved" : "denied", userId: answer.userId })
		.where(waiting(userHash, answer.now))
		.returning({ at: deviceRequest.createdAt });
	return decided.length === 1;
}

/** How far a terminal's request has come when it asks. */
export type Redeemed =
	| { readonly kind: "unknown" | "expired" | "denied" }
	| { readonly kind: "pending" | "tooSoon"; readonly intervalSeconds: number }
	| { readonly kind: "granted"; readonly user: User };

/** RFC 8628 §3.5: who asks too soon waits five seconds longer from then on. */
const LONGER_SECONDS = 5;

type NewSession = Pick<TerminalSession, "id" | "idleAt" | "endsAt"> & { readonly hash: string };

async function redeem(tx: Tx, deviceHash: string, now: Date, session: NewSession): Promise<Redeemed> {
	const mine = eq(deviceRequest.deviceHash, deviceHash);
	const [row] = await tx.sql.select().from(deviceRequest).where(mine).limit(1).for("update");
	if (row === undefined) return { kind: "unknown" };
	const { terminal, address, polledAt, decision, userId } = row;
	const over = async (): Promise<void> => void (await tx.sql.delete(deviceRequest).where(mine));
	if (row.expiresAt <= now) {
		await over();
		return { kind: "expired" };
	}
	const tooSoon = polledAt !== null && now.getTime() - polledAt.getTime() < row.intervalSeconds * 1000;
	if (tooSoon || decision === null) {
		const intervalSeconds = row.intervalSeconds + (tooSoon ? LONGER_SECONDS : 0);
		await tx.sql.update(deviceRequest).set({ polledAt: now, intervalSeconds }).where(mine);
		return { kind: tooSoon ? "tooSoon" : "pending", intervalSeconds };
	}
	await over();
	const user = decision === "approved" && userId !== null ? await findUserById(tx, userId) : null;
	if (user === null || !user.active) return { kind: "denied" };
	const moments = { createdAt: now, usedAt: now, endedAt: null };
	await insertTerminalSession(tx, { ...session, ...moments, userId: user.id, terminal, address });
	return { kind: "granted", user };
}

/**
 * A terminal asks what became of its request. Once it is approved the request is gone and the session is there, both or
 * neither: of several who ask at once one gets it. A request that is over, denied, or of somebody who was deactivated
 * meanwhile, is gone too and gives none.
 */
export const redeemDeviceRequest = (
	from: Database | Tx,
	deviceHash: string,
	now: Date,
	session: NewSession,
): Promise<Redeemed> => withTransaction(from, (tx) => redeem(tx, deviceHash, now, session));

/** Removes requests that ended before a moment; gives how many. */
export async function deleteOldDeviceRequests(from: Database | Tx, before: Date): Promise<number> {
	const gone = await readerOf(from)
		.sql.delete(deviceRequest)
		.where(lt(deviceRequest.expiresAt, before))
		.returning({ at: deviceRequest.createdAt });
	return gone.length;
}
