import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Database } from "../db/index.ts";
import { account, session, twoFactor, user, verification } from "./table.ts";

/** What better-auth keeps its people, sessions and proofs in: our tables, on our connections. */
export const authAdapter = (database: Database) =>
	drizzleAdapter(database.sql, {
		provider: "pg",
		schema: { user, session, account, verification, twoFactor },
		transaction: true,
	});
