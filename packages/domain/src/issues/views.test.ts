import { expect, test } from "vitest";
import type { NameLookup } from "../responsibilities/index.ts";
import { issueActions } from "./actions.ts";
import { IssueCommand } from "./commands.ts";
import { EVENT_OF_VERB } from "./lifecycle.ts";
import { assignmentView, beginningOf, issueLink, issueRow, measureView } from "./summary.ts";
import {
	actor,
	assignment,
	assignmentId,
	contextOf,
	day,
	INSPECTION,
	issueAfter,
	LEAD,
	LEAD_CLERK,
	LEADER,
	measure,
	measureId,
	OFFICE,
	OWNERS,
	run,
	STRANGER,
	SUPERVISOR,
	site,
	TODAY,
	unitId,
	WORKER,
} from "./testing.ts";
import { IssueRow } from "./view.ts";

const NAMES = new Map([
	[LEAD, "澄川市生态环境局"],
	[SUPERVISOR, "澄川市政府督查室"],
	[WORKER, "青石县人民政府"],
	[STRANGER, "澄川市水务局"],
]);
const lookup: NameLookup = {
	unit: (id) => {
		const name = NAMES.get(id);
		return name === undefined ? undefined : { name, kind: "department" };
	},
	person: (id) => (id === LEADER ? { name: "沈岚", title: "副市长" } : undefined),
};

const issue = issueAfter({
	assignments: [...OWNERS, assignment(3, "responsible", WORKER), assignment(4, "responsibleLeader", LEADER)],
	measures: [measure(1, "封堵渗漏点"), measure(2, "修复植被")],
	sites: [site(1)],
});
const rowContext = {
	regionName: "澄川市",
	inspection: { id: INSPECTION, kind: "centralInspection", name: "第三轮", round: 3, batch: 2 },
	lookup,
	missing: ["responsiblePersons"],
	asOf: TODAY,
} as const;

test("a line of the ledger names who holds each role on the day, and counts what is live", () => {
	const handed = run(issue, {
		type: "handOverAssignment",
		assignmentId: assignmentId(1),
		successor: assignment(9, "lead", STRANGER, { from: TODAY }),
		reason: "机构改革",
	}).state;
	const cut = run(handed, {
		type: "cancelMeasure",
		measureId: measureId(2),
		reason: "重复",
		importId: null,
	}).state;
	const row = issueRow(cut, rowContext);
	expect(IssueRow.parse(row)).toEqual(row);
	expect(row).toMatchObject({
		number: "12",
		leadUnits: ["澄川市水务局"],
		supervisingUnits: ["澄川市政府督查室"],
		responsibleLeaders: ["沈岚"],
		responsiblePersons: [],
		measureCount: 1,
		due: "2026-12-31",
		standing: "later",
		daysLeft: 304,
		lifecycle: "assigned",
	});
	expect(issueRow(cut, { ...rowContext, asOf: day("2026-03-01") }).leadUnits).toEqual(["澄川市生态环境局"]);
});

test("long texts are cut between characters", () => {
	expect(beginningOf("短")).toBe("短");
	expect(beginningOf("𠮷".repeat(5), 3)).toBe("𠮷𠮷…");
});

test("views of parts carry names, and a settled measure is never overdue", () => {
	const [first] = issue.assignments;
	if (first === undefined) throw new Error("an assignment");
	expect(assignmentView(first, lookup)).toMatchObject({ unit: { name: "澄川市生态环境局" }, person: null });
	const late = {
		...measure(3, "排查", {
			responsibleUnitIds: [WORKER],
			deadline: { text: "2月底前", category: "fixed", point: { precision: "month", year: 2026, month: 2 } },
		}),
		importId: null,
	} as const;
	expect(
		measureView(
			{ ...late, responsibleUnitIds: [WORKER], supportingUnitIds: [], milestones: [], state: "inProgress" },
			issue,
			lookup,
			TODAY,
		),
	).toMatchObject({
		responsibleUnits: [{ name: "青石县人民政府" }],
		due: "2026-02-28",
		standing: "overdue",
	});
	expect(
		measureView(
			{ ...late, responsibleUnitIds: [unitId(44)], supportingUnitIds: [], milestones: [], state: "done" },
			issue,
			lookup,
			TODAY,
		).standing,
	).toBe("over");
	expect(issueLink(issue, "澄川市", false)).toMatchObject({ number: "12", open: false, due: "2026-12-31" });
});

const allowedVerbs = (who: typeof OFFICE, state = issue) =>
	issueActions(state, contextOf(who))
		.filter(({ allowed }) => allowed)
		.map(({ verb }) => verb);

test("[issues I20] the list of actions names every verb once, each refused one with its reasons", () => {
	const actions = issueActions(issue, contextOf(LEAD_CLERK));
	expect(actions).toHaveLength(IssueCommand.options.length - 1);
	expect(new Set(actions.map(({ verb }) => verb)).size).toBe(IssueCommand.options.length - 1);
	for (const { allowed, refusals, label } of actions) {
		expect(allowed).toBe(refusals.length === 0);
		expect(label.zh).not.toBe("");
	}
	expect(actions.find(({ verb }) => verb === "startPlanning")?.refusals[0]?.rule).toBe(
		"LEAD_NOT_ACKNOWLEDGED",
	);
});

/** Verbs of this room; the rooms of the loop show theirs in their own tests. */
const isPlanningVerb = (verb: string): boolean => Object.hasOwn(EVENT_OF_VERB, verb);

test("[issues I20] what each side can do next", () => {
	expect(allowedVerbs(LEAD_CLERK).filter((verb) => isPlanningVerb(verb))).toEqual([
		"amendIssue",
		"acknowledgeAssignment",
		"addMeasure",
		"amendMeasure",
		"cancelMeasure",
		"addSite",
		"amendSite",
	]);
	expect(allowedVerbs(OFFICE)).not.toContain("startPlanning");
	expect(allowedVerbs(OFFICE)).toContain("decomposeIssue");
	expect(allowedVerbs(actor("auditor"))).toEqual([]);
	expect(allowedVerbs(OFFICE, issueAfter({}))).not.toContain("endAssignment");
});
