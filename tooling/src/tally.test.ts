import { describe, expect, test } from "vitest";
import { closingLine, isGood, tally, type VitestReport } from "./tally.ts";

const report = (more: Partial<VitestReport> = {}): VitestReport => ({
	...{ numPassedTests: 12, numFailedTests: 0, testResults: [] },
	...more,
});
const file = (status: string, tests: number) => ({
	name: "a.test.ts",
	status,
	assertionResults: Array(tests).fill({}),
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
