/** The part of Vitest's JSON report that is counted. */
export type VitestReport = {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly assertionResults: readonly unknown[];
	}[];
};

export type Tally = { readonly passed: number; readonly failed: number };

/**
 * Counts a run. A file that could not be loaded holds tests that nobody saw, so it counts as one failure; so does a
 * run that went wrong otherwise (an error outside of any test) although every test passed.
 */
export function tally(report: VitestReport, exitCode: number): Tally {
	const unloaded = report.testResults.filter(
		({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
	).length;
	const failed = report.numFailedTests + unloaded;
	const wentWrong = exitCode !== 0 && failed === 0;
	return { passed: report.numPassedTests, failed: failed + (wentWrong ? 1 : 0) };
}

/** The last line of a test run, which other programs read. */
export const closingLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

/** A run that tested nothing is no success. */
export const isGood = ({ passed, failed }: Tally): boolean => failed === 0 && passed > 0;
