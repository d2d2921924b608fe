import { expect, test } from "vitest";
import type { IssueCommand, IssueElements } from "./commands.ts";
import {
	actor,
	assignment,
	CITY,
	COUNTY,
	contextOf,
	INSPECTION,
	inspectionId,
	issueAfter,
	issueId,
	LATER_ROUND,
	LEAD_CLERK,
	measure,
	NOW,
	OFFICE,
	OTHER_CITY,
	OWNERS,
	registration,
	rulesOf,
	run,
	site,
	stampOf,
	unitId,
	WORKER,
	WORKER_CLERK,
} from "./testing.ts";

const issue = issueAfter({
	assignments: [...OWNERS, assignment(3, "responsible", WORKER)],
	measures: [measure(1, "建设渗滤液收集池")],
	sites: [site(1)],
});
const amend = (
	changes: Partial<IssueElements> & { statement?: string },
	reason = "核对原文",
): IssueCommand => ({
	type: "amendIssue",
	changes,
	reason,
	importId: null,
});
const sourceText = (text: string): IssueCommand => ({
	type: "recordSourceText",
	sourceText: { text, document: "整改方案（更正版）", sha256: null, lines: null },
	importId: null,
});
const mandate = (inspection = LATER_ROUND, number = "3"): IssueCommand => ({
	type: "addMandate",
	mandate: {
		inspectionId: inspection,
		number,
		seq: null,
		deadline: {
			text: "2026年6月底前",
			category: "fixed",
			point: { precision: "month", year: 2026, month: 6 },
		},
	},
	importId: null,
});
const takenBy = (number: string, inspection = INSPECTION) => [
	{
		issueId: issueId(2),
		lifecycle: "assigned",
		inspectionId: inspection,
		tier: "city",
		listRegion: CITY,
		number,
	} as const,
];

type Case = {
	name: string;
	command: IssueCommand;
	context?: ReturnType<typeof contextOf>;
	state?: typeof issue;
	rules: string[];
};
const NUMBERS = { central: null, province: "55", city: "13", county: null };
const elsewhere = contextOf(actor("cityOffice", OTHER_CITY));
const stranger = contextOf(actor("leadUnit", CITY, { unitId: unitId(77) }));

const cases: Case[] = [
	{ name: "amendIssue", command: amend({ goal: "断面稳定达到三类" }), rules: [] },
	{
		name: "amendIssue from another city: not allowed",
		command: amend({ goal: "甲" }),
		context: elsewhere,
		rules: ["OUT_OF_REGION"],
	},
	{
		name: "amendIssue by a unit without a part: not allowed",
		command: amend({ goal: "甲" }),
		context: stranger,
		rules: ["NOT_INVOLVED"],
	},
	{
		name: "amendIssue of the goal by the lead",
		command: amend({ goal: "甲" }),
		context: contextOf(LEAD_CLERK),
		rules: [],
	},
	{
		name: "amendIssue of the deadline by the lead: not allowed",
		command: amend({ deadline: null, goal: "甲" }),
		context: contextOf(LEAD_CLERK),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "[issues I16] amendIssue that changes nothing",
		command: amend({ goal: registration().goal, deadline: registration().deadline }),
		rules: ["NO_CHANGE"],
	},
	{ name: "[issues I16] amendIssue with nothing at all", command: amend({}), rules: ["NO_CHANGE"] },
	{
		name: "[issues I16] amendIssue without a reason",
		command: amend({ goal: "甲" }, ""),
		rules: ["REASON_MISSING"],
	},
	{
		name: "[issues I5] amendIssue of the statement",
		command: amend({ statement: "改写" }),
		rules: ["DATA-02"],
	},
	{ name: "amendIssue of the number", command: amend({ numberByTier: NUMBERS }), rules: [] },
	{
		name: "[issues I12] amendIssue to a number that is taken",
		command: amend({ numberByTier: NUMBERS }),
		context: contextOf(OFFICE, { takenNumbers: takenBy("13") }),
		rules: ["DATA-01"],
	},
	{
		name: "amendIssue of another tier's number does not ask for this tier's",
		command: amend({ numberByTier: { ...NUMBERS, city: "12", county: "1" } }),
		context: contextOf(OFFICE, { takenNumbers: takenBy("12") }),
		rules: [],
	},
	{ name: "recordSourceText", command: sourceText("渣库渗漏，致下游断面超标。"), rules: [] },
	{
		name: "recordSourceText by a unit: not allowed",
		command: sourceText("甲"),
		context: contextOf(LEAD_CLERK),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "[issues I16] recordSourceText of what is there",
		command: sourceText("甲"),
		state: run(issue, sourceText("甲")).state,
		rules: ["NO_CHANGE"],
	},
	{ name: "addMandate", command: mandate(), rules: [] },
	{
		name: "addMandate by a unit: not allowed",
		command: mandate(),
		context: contextOf(WORKER_CLERK),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "addMandate of the team's list by a county office: not allowed",
		command: mandate(),
		state: issueAfter({ region: COUNTY, tier: "city" }),
		context: contextOf(actor("countyOffice", COUNTY)),
		rules: ["NOT_YOUR_LIST"],
	},
	{ name: "addMandate that stands there", command: mandate(INSPECTION, "12"), rules: ["NO_CHANGE"] },
	{ name: "addMandate of no inspection", command: mandate(inspectionId(88)), rules: ["UNKNOWN_INSPECTION"] },
	{
		name: "[issues I12] addMandate with a number that is taken there",
		command: mandate(),
		context: contextOf(OFFICE, { takenNumbers: takenBy("3", LATER_ROUND) }),
		rules: ["DATA-01"],
	},
];

test.each(cases)("$name → $rules", ({ command, context, state, rules }) => {
	expect(rulesOf(state ?? issue, command, context)).toEqual(rules);
});

test("an amendment keeps only the fields that differ, from and to", () => {
	const { events, state } = run(issue, amend({ goal: "甲", field: "heavyMetal", remarks: "乙" }));
	expect(events).toEqual([
		{
			type: "issueAmended",
			at: NOW,
			changes: { from: { goal: registration().goal, remarks: null }, to: { goal: "甲", remarks: "乙" } },
			reason: "核对原文",
			importId: null,
			by: stampOf(OFFICE),
		},
	]);
	expect(state).toMatchObject({ goal: "甲", remarks: "乙", version: issue.version + 1 });
});

test("[issues I5] a later wording stands beside the first one, which stays", () => {
	const after = run(issue, sourceText("渣库渗漏，致下游断面超标。")).state;
	expect(after.statement).toBe(issue.statement);
	expect(after.sourceTexts.map(({ text }) => text)).toEqual(["渣库渗漏，致下游断面超标。"]);
});

test("[issues I6] a second mandate keeps its own number and deadline beside the first", () => {
	const after = run(issue, mandate()).state;
	expect(after.mandates[0]).toEqual(issue.mandates[0]);
	expect(after.mandates[1]).toMatchObject({ number: "3", deadline: { text: "2026年6月底前" } });
	expect(after.deadline).toEqual(issue.deadline);
});
