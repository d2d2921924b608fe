import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesOfSet } from "../close-out/testing.ts";
import { addDays, dayNumber, type IsoDate, NEVER, officialCalendar } from "../kernel/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import { type LadderInstrument, superviseIssue } from "../supervision/index.ts";
import type { Issue } from "./schema.ts";
import { nextChangeOn, SWEEP_VERBS, sweepCommand } from "./sweep.ts";
import { agingInstrument, agingIssue, FIRST } from "./testing/aging-issues.ts";
import { BASE_RULES } from "./testing.ts";

const calendar = officialCalendar();
const RULES = [BASE_RULES, rulesOfSet("sc-guangyuan"), rulesOfSet("sd-boshan"), rulesOfSet("jl")];
const rules = fc.constantFrom(...RULES);
const MOST_DAYS = 130;

/** What people are shown and what the ledger does on a day, but for counts of days and the limit of today's letters. */
function standing(issue: Issue, instruments: readonly LadderInstrument[], of: ResolvedRules, asOf: IsoDate) {
	const { schedule, light, proposals } = superviseIssue(issue, instruments, of, calendar, asOf);
	return {
		schedule,
		light: light.light,
		causes: light.reasons.map(({ rule }) => rule),
		proposals: proposals.map(({ replyDueOn: _, reasons, ...proposal }) => ({
			...proposal,
			reasons: reasons.map(({ rule }) => rule),
		})),
		byItself: SWEEP_VERBS.map((verb) => {
			const command = sweepCommand(issue, verb, { rules: of, calendar }, asOf);
			return command === null || command.type !== "recordLight" ? command : { ...command, on: undefined };
		}),
	};
}

describe("nextChangeOn", () => {
	test("[issues I70] nothing of an issue changes by itself before the day that is named", () => {
		let waited = 0;
		fc.assert(
			fc.property(
				agingIssue,
				fc.array(agingInstrument, { maxLength: 2 }),
				rules,
				fc.integer({ min: -60, max: 60 }),
				(issue, instruments, of, offset) => {
					const asOf = addDays(FIRST, offset);
					const next = nextChangeOn(issue, instruments, of, calendar, asOf);
					const today = dayNumber(asOf);
					expect(next).toBeGreaterThan(today);
					const now = standing(issue, instruments, of, asOf);
					const days = Math.min(next - today, MOST_DAYS);
					waited += days - 1;
					for (let later = 1; later < days; later++) {
						expect(standing(issue, instruments, of, addDays(asOf, later))).toEqual(now);
					}
				},
			),
			{ numRuns: 1500 },
		);
		// A function that always names tomorrow would be right and of no use.
		expect(waited).toBeGreaterThan(1500 * 5);
	});

	test("[issues I70] an issue that left the ledger never changes by itself", () => {
		fc.assert(
			fc.property(agingIssue, rules, (issue, of) => {
				const { progress: _, ...bare } = issue;
				const gone: Issue = { ...bare, lifecycle: "withdrawn", assignments: [] };
				expect(nextChangeOn(gone, [], of, calendar, FIRST)).toBe(NEVER);
			}),
			{ numRuns: 100 },
		);
	});
});
