import { pgSchema } from "drizzle-orm/pg-core";

/** The read tables of the rooms. */
export const ledger = pgSchema("ledger");

/** Events, seals and idempotency keys. */
export const journal = pgSchema("journal");

/** Sessions, accounts and keys; its tables are better-auth's. */
export const auth = pgSchema("auth");

/** The schema that the job queue makes and migrates by itself. */
export const JOBS_SCHEMA = "jobs";
