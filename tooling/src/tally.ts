/** The part of Vitest's JSON report that is counted. */
export type VitestReport = {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly message: string;
		readonly assertionResults: readonly {
			readonly fullName: string;
			readonly status: string;
			readonly failureMessages?: readonly string[];
		}[];
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

/** So much of a reason is told: with a property's seed and counterexample, without the stack. */
const LINES = 4;
const WIDTH = 300;

/** What failed, each with its file and why: a long run is scrolled away by the time it ends. */
export const failures = (report: VitestReport): readonly string[] =>
	report.testResults.flatMap(({ name, status, message, assertionResults }) => {
		const told = assertionResults
			.filter((test) => test.status === "failed")
			.map((test) => `${name} > ${test.fullName}: ${head(test.failureMessages?.[0])}`);
		return status === "failed" && told.length === 0 ? [`${name}: ${head(message)}`] : told;
	});

const head = (text = ""): string =>
	text
		.split("\n")
		.filter((line) => !/^\s+at /.test(line))
		.slice(0, LINES)
		.map((line) => line.slice(0, WIDTH))
		.join("\n  ");

/** The last line of a test run, which other programs read. */
export const closingLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

/** A run that tested nothing is no success. */
export const isGood = ({ passed, failed }: Tally): boolean => failed === 0 && passed > 0;
