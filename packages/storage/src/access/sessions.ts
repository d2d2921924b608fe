import type { Instant } from "@zhenggai/domain/kernel";
import { lt } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { readerOf, type Tx } from "../tx/index.ts";
import { session } from "./table.ts";

/** Removes sessions that ended before a moment; gives how many. */
export async function deleteEndedSessions(from: Database | Tx, before: Instant): Promise<number> {
	const gone = await readerOf(from)
		.sql.delete(session)
		.where(lt(session.expiresAt, new Date(before)))
		.returning({ id: session.id });
	return gone.length;
}
