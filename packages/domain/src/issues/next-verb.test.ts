import { expect, test } from "vitest";
import { closeOutOf, closeOutView } from "../close-out/index.ts";
import {
	ACCEPTOR,
	acceptedIssue,
	applied,
	CITY_OFFICE,
	closedIssue,
	contextAt,
	doneIssue,
	filing,
	having,
	noticed,
	PROV_OFFICE,
	signing,
	siteCheck,
} from "../close-out/testing.ts";
import { type Actor, officialCalendar } from "../kernel/index.ts";
import { approvedIssue, planningIssue, REVIEWER, SUBMIT } from "../plans/testing.ts";
import { progressView } from "../progress/index.ts";
import { openMonth, CITY_OFFICE as REPORTING_OFFICE } from "../progress/testing.ts";
import { issueActions } from "./actions.ts";
import { nextVerbOf } from "./next-verb.ts";
import { evaluateIssue } from "./rules-evaluate.ts";
import { ALONE } from "./rules-subject.ts";
import type { Issue } from "./schema.ts";
import { openEnded } from "./testing/rules.ts";
import {
	assignment,
	assignmentId,
	BASE_RULES,
	contextOf,
	day,
	issueAfter,
	LEAD_CLERK,
	NOW,
	OFFICE,
	OWNERS,
	run,
	stampOf,
	WORKER,
	WORKER_CLERK,
} from "./testing.ts";

/** What comes next for somebody on a day, as a page would ask it. */
function next(issue: Issue, who: Actor, on = "2026-06-20") {
	const context = contextAt(who, { on });
	const asOf = day(on);
	const findings = evaluateIssue(issue, ALONE, {
		rules: BASE_RULES,
		calendar: context.calendar,
		asOf,
		least: "warn",
	});
	return nextVerbOf(
		{
			row: issue,
			assignments: issue.assignments,
			measures: issue.measures,
			progress: progressView(issue, asOf),
			closeOut: closeOutView(issue, BASE_RULES, officialCalendar(), asOf),
			asOf,
		},
		issueActions(issue, context, findings),
	);
}

/** With everybody who was assigned having taken it on. */
const takenOnByAll = (issue: Issue): Issue => ({
	...issue,
	assignments: issue.assignments.map((held) => ({ ...held, acknowledged: { at: NOW, by: "何川" } })),
});

const assigned = issueAfter({ assignments: [...OWNERS, assignment(3, "responsible", WORKER)] });
const takenOn = run(
	assigned,
	{ type: "acknowledgeAssignment", assignmentId: assignmentId(1) },
	contextOf(LEAD_CLERK),
).state;
const submitted = run(takenOnByAll(planningIssue()), SUBMIT, contextOf(LEAD_CLERK)).state;
const reporting = run(
	takenOnByAll(approvedIssue()),
	openMonth("2026-06-10"),
	contextAt(REPORTING_OFFICE, { on: "2026-06-10" }),
).state;

test.each([
	["an issue without owners is assigned", issueAfter({}), OFFICE, "assignIssue"],
	["what was assigned is acknowledged by its lead", assigned, LEAD_CLERK, "acknowledgeAssignment"],
	["a lead that has acknowledged plans", takenOn, LEAD_CLERK, "startPlanning"],
	["another unit acknowledges its own part still", takenOn, WORKER_CLERK, "acknowledgeAssignment"],
	[
		"a plan without measures gets measures",
		takenOnByAll({ ...planningIssue(), measures: [] }),
		LEAD_CLERK,
		"addMeasure",
	],
	["a plan that is handed in is reviewed", submitted, REVIEWER, "reviewPlan"],
	["who cannot review sees that it is being reviewed", submitted, LEAD_CLERK, "reviewPlan"],
	["an open cycle is reported about", reporting, LEAD_CLERK, "reportProgress"],
	["work that is done is checked by its owner", takenOnByAll(doneIssue()), LEAD_CLERK, "selfCheck"],
	["acceptance waits for a look on the spot", applied(), ACCEPTOR, "recordSiteCheck"],
	[
		"then for the verdict of its tier",
		having(applied(), [CITY_OFFICE, siteCheck(1), { on: "2026-06-02" }]),
		ACCEPTOR,
		"decideAcceptance",
	],
	["an accepted issue is published", acceptedIssue(), CITY_OFFICE, "startNotice"],
	["a notice that has stood is ended", noticed(), CITY_OFFICE, "endNotice"],
	["then it is signed", signing(), LEAD_CLERK, "signCloseOut"],
	["what is signed is filed", filing(), CITY_OFFICE, "fileCloseOut"],
	["a closed issue's result is published", closedIssue(), CITY_OFFICE, "publishResult"],
])("%s", (_name, issue, who, verb) => {
	expect(next(issue, who)).toBe(verb);
});

test("what was kept up and was given a fixed term since is on its way out, not up for review", () => {
	const done = takenOnByAll(doneIssue());
	const keptUp: Issue = {
		...done,
		deadline: openEnded("longTerm"),
		closeOut: {
			...closeOutOf(done),
			longTerm: { since: day("2026-03-01"), at: NOW, by: stampOf(OFFICE), reviews: [] },
		},
	};
	expect(next(keptUp, OFFICE)).toBe("reviewLongTerm");
	const fixed = { ...keptUp, deadline: done.deadline };
	expect(next(fixed, OFFICE)).toBe("selfCheck");
	expect(next(fixed, LEAD_CLERK)).toBe("selfCheck");
});

test("a notice that stands still is ended next, although nobody can yet", () => {
	const issue = noticed();
	expect(next(issue, CITY_OFFICE, "2026-06-04")).toBe("endNotice");
	expect(next(issue, PROV_OFFICE, "2026-06-04")).toBe("endNotice");
});

test("nothing comes next for an issue that has left the ledger", () => {
	const withdrawn = run(assigned, {
		type: "withdrawIssue",
		document: "澄整改〔2026〕9号",
		reason: "重复登记",
	});
	expect(next(withdrawn.state, OFFICE)).toBeNull();
});
