import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { type Database, type DatabaseOptions, openDatabase } from "../db/database.ts";
// Says to the compiler what the set-up provides, also where only this file is imported.
import type {} from "./global-setup.ts";
import { administer, urlOfDatabase } from "./server.ts";

export { asNew, testAssignment, testDeadline, testInspection, testIssue, testUnit } from "./issues.ts";

export interface TestDatabase extends Database {
	/** Its address, for another connection or another process. */
	readonly url: string;
	/** A second, independent `Database` on the same data, as another node has it. Closed after the file. */
	another(options?: DatabaseOptions): Promise<Database>;
}

/**
 * A migrated, empty database of the file's own, dropped after it. Call it at the top level of a `.db.test.ts` file
 * (`const database = await testDatabase();`) in a project made by `databaseProject` of the tooling preset.
 */
export async function testDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
	const opened: Database[] = [];
	const name = `zhenggai_test_${randomBytes(6).toString("hex")}`;
	const server = inject("testServer");
	const url = urlOfDatabase(server.url, name);
	afterAll(async () => {
		await Promise.all(opened.map((database) => database.close()));
		await administer(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
	});
	const another = async (other: DatabaseOptions = {}): Promise<Database> => {
		const database = await openDatabase({ url }, other);
		opened.push(database);
		return database;
	};
	await administer(server.url, `CREATE DATABASE ${name} TEMPLATE ${server.template}`);
	return { ...(await another(options)), url, another };
}
