import { describe, expect, test } from "vitest";
import { closingLine, failures, isGood, tally, type VitestReport } from "./tally.ts";

const report = (more: Partial<VitestReport> = {}): VitestReport => ({
	...{ numPassedTests: 12, numFailedTests: 0, testResults: [] },
	...more,
});
const file = (status: string, tests: number) => ({
	name: "a.test.ts",
	status,
	message: "",
	assertionResults: Array.from({ length: tests }, (_, at) => ({ fullName: `test ${at}`, status: "passed" })),
});

describe("tally", () => {
	test.each([
		["all passed", report(), 0, "12 passed, 0 failed", true],
		[
			"one failed",
			report({ numFailedTests: 1, testResults: [file("failed", 13)] }),
			1,
			"12 passed, 1 failed",
			false,
		],
		[
			"a file that did not load",
			report({ testResults: [file("failed", 0)] }),
			1,
			"12 passed, 1 failed",
			false,
		],
		["an error outside of any test", report(), 1, "12 passed, 1 failed", false],
		["nothing was tested", report({ numPassedTests: 0 }), 0, "0 passed, 0 failed", false],
	])("%s", (_, given, exitCode, line, good) => {
		const counted = tally(given, exitCode);
		expect(closingLine(counted)).toBe(line);
		expect(isGood(counted)).toBe(good);
	});
});

test("what failed is told with its file and why, without the stack", () => {
	const failed = {
		...{ name: "b.test.ts", status: "failed", message: "" },
		assertionResults: [
			{
				fullName: "adds up",
				status: "failed",
				failureMessages: ["Property failed\n{ seed: 7 }\n    at b.test.ts:7"],
			},
			{ fullName: "starts", status: "passed" },
		],
	};
	const unloaded = { ...file("failed", 0), message: "Cannot find module\n  at a.test.ts:1" };
	expect(failures(report({ testResults: [failed, unloaded, file("passed", 3)] }))).toEqual([
		"b.test.ts > adds up: Property failed\n  { seed: 7 }",
		"a.test.ts: Cannot find module",
	]);
});
