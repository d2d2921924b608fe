import fc from "fast-check";
import { expect, test } from "vitest";
import { closeOutBlocks } from "../close-out/asking.ts";
import { closeOutView } from "../close-out/index.ts";
import { contextAt, rulesOfSet } from "../close-out/testing.ts";
import { type Actor, addDays, dayNumber, type IsoDate, NEVER, Role } from "../kernel/index.ts";
import { progressView, unansweredCycles } from "../progress/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import { issueActions } from "./actions.ts";
import type { IssueVerb } from "./commands.ts";
import { inTrayOf } from "./in-tray.ts";
import { nextInTrayChange } from "./in-tray-days.ts";
import { nextVerbOf } from "./next-verb.ts";
import { evaluateIssue } from "./rules-evaluate.ts";
import { ALONE } from "./rules-subject.ts";
import type { Issue } from "./schema.ts";
import { ISSUES, trayAt } from "./testing/in-tray-issues.ts";
import { CITY, COUNTY, day, LEAD, PROVINCE, STRANGER, SUPERVISOR, WORKER } from "./testing.ts";

const SETS = ["base", "ah-huangshan", "jl", "ah", "gs-qinan", "hn"].map((id) => rulesOfSet(id));

const anybody: fc.Arbitrary<Actor> = fc.record({
	kind: fc.constant("person" as const),
	userId: fc.constant("somebody-else"),
	name: fc.constant("另一人"),
	role: fc.constantFrom(...Role.options),
	region: fc.constantFrom(CITY, PROVINCE, COUNTY),
	unitId: fc.constantFrom(null, LEAD, SUPERVISOR, WORKER, STRANGER),
	personId: fc.constant(null),
});

/** Somebody before an issue on a day. */
type Case = {
	readonly issue: Issue;
	readonly who: Actor;
	readonly on: IsoDate;
	readonly rules: ResolvedRules;
};

/** What comes next, as a page would ask it, and whether it can be done. */
function next({ issue, who, on, rules }: Case): { verb: IssueVerb | null; allowed: boolean } {
	const context = contextAt(who, { on, rules });
	const { calendar } = context;
	const findings = evaluateIssue(issue, ALONE, { rules, calendar, asOf: on, least: "warn" });
	const actions = issueActions(issue, context, findings);
	const verb = nextVerbOf(
		{
			row: issue,
			assignments: issue.assignments,
			measures: issue.measures,
			progress: progressView(issue, on),
			closeOut: closeOutView(issue, rules, calendar, on),
			asOf: on,
		},
		actions,
	);
	return { verb, allowed: actions.some((action) => action.verb === verb && action.allowed) };
}

/** What a page shows as next though nobody has to do it on that day: why, and when that is so. */
const NOT_WAITING: Readonly<
	Partial<Record<IssueVerb, { readonly why: string; readonly when: (at: Case, allowed: boolean) => boolean }>>
> = {
	reportProgress: {
		why: "between cycles no entry is owed: the night that opens the next cycle brings it",
		when: ({ issue, on }) => unansweredCycles(issue, on).length === 0,
	},
	endNotice: {
		why: "a notice that stands is waited for until its day: the night brings it, and ends it by itself",
		when: (_, allowed) => !allowed,
	},
	reviewLongTerm: {
		why: "a review comes with its day, as a milestone does",
		when: ({ issue, on, rules }) =>
			nextInTrayChange(issue, rules, on) !== NEVER && nextInTrayChange(issue, rules, on) > dayNumber(on),
	},
	selfCheck: {
		why: "it is shown with what still blocks it; evidence, figures and verifications that clear it are in trays",
		when: ({ issue, on, rules }, allowed) =>
			!allowed && inTrayOf(issue, [], trayAt(on, rules)).some(({ kind }) => CLEARS_SELF_CHECK.has(kind)),
	},
	startNotice: {
		why: "where the criteria were changed after the acceptance it is blocked for everybody (ACC-07)",
		when: ({ issue, on, rules }, allowed) =>
			!allowed && closeOutBlocks(issue, "closeOut", trayAt(on, rules)).some(({ rule }) => rule === "ACC-07"),
	},
};
const CLEARS_SELF_CHECK: ReadonlySet<string> = new Set(["evidence", "reading", "delivery", "verifyMeasure"]);

const asked = fc.record({
	issue: fc.constantFrom<Issue[]>(...Object.values(ISSUES)),
	who: anybody,
	rules: fc.constantFrom(...SETS),
	on: fc.integer({ min: 0, max: 900 }).map((days) => addDays(day("2026-03-02"), days)),
});

test("[in-tray I9] what comes next for anybody waits in somebody's tray, or is listed here with its reason", () => {
	let waited = 0;
	fc.assert(
		fc.property(asked, (at) => {
			const { verb, allowed } = next(at);
			if (verb === null) return;
			const verbs = inTrayOf(at.issue, [], trayAt(at.on, at.rules)).map((item) => item.verb);
			if (verbs.includes(verb)) {
				waited += 1;
				return;
			}
			const excused = NOT_WAITING[verb]?.when(at, allowed) ?? false;
			expect(excused, `${verb} in ${at.issue.lifecycle} on ${at.on}: ${verbs.join(" ")}`).toBe(true);
		}),
		{ numRuns: 2000 },
	);
	expect(waited).toBeGreaterThan(1000);
}, 60_000);
