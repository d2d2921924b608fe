import type { ProposedIssue } from "@zhenggai/domain/issues";
import { describe, expect, test } from "vitest";
import { fieldAtLine, issueAtLine, needsEye, readingsOf, unnamedFields } from "./reading-fields.ts";
import { issue, read } from "./testing.ts";

const trust = (of: ProposedIssue) => Object.fromEntries(readingsOf(of).map((one) => [one.field, one.trust]));

describe("what was read", () => {
	test("says how far each field is to be trusted", () => {
		expect(trust(issue())).toMatchObject({
			statement: "sure",
			responsibleUnits: "check",
			deadline: "doubtful",
			supervisingUnits: "missing",
		});
	});

	test("doubts a deadline without a date, however clearly it is written", () => {
		const clear = read({ text: "限期整改", category: "fixed", point: null }, 5, 1);
		expect(trust(issue({ deadline: clear })).deadline).toBe("doubtful");
		const atOnce = read({ text: "立行立改", category: "immediate", point: null }, 5, 1);
		expect(trust(issue({ deadline: atOnce })).deadline).toBe("sure");
	});

	test("does not complain about units that a plan need not name", () => {
		expect(trust(issue())).not.toHaveProperty("supportingUnits");
	});

	test("needs a clerk's eye where something is doubtful", () => {
		expect(needsEye(issue())).toBe(true);
		expect(needsEye(issue({ deadline: null, responsibleUnits: read(["甲"], 4) }))).toBe(false);
	});
});

describe("places", () => {
	test("a line leads to its issue and to the narrowest field on it", () => {
		expect(issueAtLine([issue()], 6)?.key).toBe("i1");
		expect(issueAtLine([issue()], 20)).toBeUndefined();
		expect(fieldAtLine(issue(), 6)).toBe("goal");
		expect(fieldAtLine(issue(), 8)).toBe("measures");
		expect(fieldAtLine(issue({ lines: [1, 9] }), 1)).toBeNull();
	});
});

describe("fields that a plan need not name", () => {
	test("are offered to the clerk where it does not", () => {
		expect(unnamedFields(issue())).toEqual(["leadUnits", "supportingUnits", "acceptanceUnits"]);
		expect(unnamedFields(issue({ leadUnits: read(["甲"], 4) }))).not.toContain("leadUnits");
	});
});
