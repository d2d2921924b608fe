import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { FIND_USES } from "./evidence.ts";

const database = await testDatabase();

test("uses of a file are found by the index of hashes among many", async () => {
	const client = await database.pool.connect();
	try {
		await client.query("BEGIN");
		await client.query(`INSERT INTO ledger.evidence (issue_id, evidence_id, sha256, site_id, region, withdrawn)
			SELECT gen_random_uuid(), gen_random_uuid(), sha256(n::text::bytea), NULL, 680100, n % 10 = 0
			FROM generate_series(1, 20000) n`);
		await client.query("ANALYZE ledger.evidence");
		const values = [["ab".repeat(32)], "00000000-0000-7000-8000-000000000000"];
		const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN ${FIND_USES}`, values);
		const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
		expect(plan).toContain("evidence_sha256_idx");
		expect(plan).not.toContain("Seq Scan on evidence");
	} finally {
		await client.query("ROLLBACK");
		client.release();
	}
});
