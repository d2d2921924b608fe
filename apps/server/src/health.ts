import type { Database } from "@zhenggai/storage";

/** What a balancer asks before it sends anybody here. */
export type Readiness = { readonly ready: boolean; readonly checks: Readonly<Record<string, boolean>> };

const PATIENCE_MS = 2000;

async function answers(database: Database): Promise<boolean> {
	const asked = database.pool.query("SELECT 1").then(
		() => true,
		() => false,
	);
	const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
	const timer = setTimeout(() => resolve(false), PATIENCE_MS);
	return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}

/** Looks at everything that a request needs: the database answers, its tables are this program's, events flow. */
export async function readiness(
	database: Database,
	started: { migrated: boolean; feed: boolean },
): Promise<Readiness> {
	const checks = { database: await answers(database), migrations: started.migrated, events: started.feed };
	return { ready: Object.values(checks).every(Boolean), checks };
}
