import type { Finding, RuleGate } from "./schema.ts";

export type SplitOptions = {
	/** The written reason for passing warnings; null or blank is none. */
	readonly justification: string | null | undefined;
	/** The step that is taken: only findings that stand in front of it can hold it up. All of them when left out. */
	readonly gate?: RuleGate;
};

export type SplitFindings = {
	/** What holds the step up: blocks, and warnings without a justification. */
	readonly blocking: readonly Finding[];
	/** Everything else: information, what stands in front of other steps, and warnings passed with the justification. */
	readonly passed: readonly Finding[];
};

/** Tells what holds a step up from what lets it pass. A block is never passed; a warning needs a justification. */
export function splitFindings(findings: readonly Finding[], options: SplitOptions): SplitFindings {
	const justified = (options.justification ?? "").trim() !== "";
	const blocking: Finding[] = [];
	const passed: Finding[] = [];
	for (const finding of findings) {
		const here = options.gate === undefined || finding.gate === undefined || finding.gate === options.gate;
		const holds = finding.severity === "block" || (finding.severity === "warn" && !justified);
		(here && holds ? blocking : passed).push(finding);
	}
	return { blocking, passed };
}

/**
 * The findings of `after` that were not there before: what a change brings. A save asks only about these, so that a
 * warning that was passed once does not ask for the same justification at every later change.
 */
export function newFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
	const keyOf = (finding: Finding) => `${finding.rule} ${finding.field} ${finding.message.zh}`;
	const known = new Set(before.map(keyOf));
	return after.filter((finding) => !known.has(keyOf(finding)));
}
