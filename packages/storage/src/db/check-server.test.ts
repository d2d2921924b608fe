import { describe, expect, it } from "vitest";
import { judgeServer } from "./check-server.ts";
import { DatabaseError } from "./errors.ts";

const judge = (version: number, encoding = "UTF8") => {
	try {
		judgeServer({ version, name: String(version / 10_000), encoding });
		return null;
	} catch (thrown) {
		if (thrown instanceof DatabaseError) return thrown;
		throw thrown;
	}
};

describe("judgeServer", () => {
	it.each([150_000, 150_019, 160_004, 180_004, 190_000])("accepts %i", (version) => {
		expect(judge(version)).toBeNull();
	});

	it.each([90_204, 120_022, 140_023])("refuses %i and says what is needed, in both languages", (version) => {
		const refused = judge(version);
		expect(refused?.code).toBe("SERVER_TOO_OLD");
		expect(refused?.text.zh).toContain("需要 15 或更高版本");
		expect(refused?.text.en).toContain("15 or later is needed");
	});

	it("refuses a database that cannot hold Chinese", () => {
		expect(judge(180_000, "SQL_ASCII")?.code).toBe("NOT_UTF8");
	});
});
