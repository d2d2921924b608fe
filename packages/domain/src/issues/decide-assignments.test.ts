import { expect, test } from "vitest";
import type { IssueCommand } from "./commands.ts";
import {
	actor,
	assignment,
	assignmentId,
	CLERK,
	contextOf,
	day,
	issueAfter,
	LEAD,
	LEAD_CLERK,
	LEADER,
	measure,
	OFFICE,
	OTHER_CITY,
	OWNERS,
	PLANT,
	rulesOf,
	run,
	STRANGER,
	SUPERVISOR,
	WORKER,
	WORKER_CLERK,
} from "./testing.ts";

const assigned = issueAfter({
	assignments: [...OWNERS, assignment(3, "responsible", WORKER), assignment(4, "responsibleLeader", LEADER)],
});
const acknowledged = run(
	assigned,
	{ type: "acknowledgeAssignment", assignmentId: assignmentId(1) },
	contextOf(LEAD_CLERK),
).state;
const ended = run(assigned, {
	type: "endAssignment",
	assignmentId: assignmentId(3),
	until: day("2026-03-02"),
	reason: "职责调整",
}).state;

const assign = (...assignments: ReturnType<typeof assignment>[]): IssueCommand => ({
	type: "assignIssue",
	assignments,
	importId: null,
});
const handOver = (more: Partial<ReturnType<typeof assignment>> = {}, reason = "机构改革"): IssueCommand => ({
	type: "handOverAssignment",
	assignmentId: assignmentId(1),
	successor: assignment(9, "lead", STRANGER, { from: day("2026-03-02"), ...more }),
	reason,
});
const end = (id: number, until = "2026-03-02", reason = "职责调整"): IssueCommand => ({
	type: "endAssignment",
	assignmentId: assignmentId(id),
	until: day(until),
	reason,
});
const acknowledge = (id: number, reason?: string): IssueCommand => ({
	type: "acknowledgeAssignment",
	assignmentId: assignmentId(id),
	...(reason === undefined ? {} : { reason }),
});

type Case = {
	name: string;
	command: IssueCommand;
	context?: ReturnType<typeof contextOf>;
	state?: typeof assigned;
	rules: string[];
};

const cases: Case[] = [
	{ name: "assignIssue by the office", command: assign(assignment(5, "supporting", PLANT)), rules: [] },
	{
		name: "assignIssue by a unit: not allowed",
		command: assign(assignment(5, "supporting", PLANT)),
		context: contextOf(LEAD_CLERK),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "assignIssue with an id that is in use",
		command: assign(assignment(1, "supporting", PLANT)),
		rules: ["DUPLICATE_ID"],
	},
	{
		name: "assignIssue of somebody who holds the role",
		command: assign(assignment(5, "lead", LEAD)),
		rules: ["DUPLICATE_ASSIGNMENT"],
	},
	{
		name: "assignIssue of somebody whose part is over",
		command: assign(assignment(5, "responsible", WORKER)),
		state: ended,
		rules: [],
	},
	{
		name: "assignIssue of a person without naming one",
		command: assign(assignment(5, "contact", PLANT)),
		rules: ["ROLE_NEEDS_PARTY"],
	},
	{ name: "endAssignment", command: end(3), rules: [] },
	{
		name: "endAssignment by a unit: not allowed",
		command: end(3),
		context: contextOf(WORKER_CLERK),
		rules: ["NOT_ALLOWED"],
	},
	{ name: "endAssignment that is not there", command: end(77), rules: ["UNKNOWN_ASSIGNMENT"] },
	{ name: "endAssignment twice", command: end(3), state: ended, rules: ["ASSIGNMENT_ENDED"] },
	{ name: "endAssignment before it began", command: end(3, "2026-01-31"), rules: ["DATES_REVERSED"] },
	{ name: "endAssignment on its first day", command: end(3, "2026-02-01"), rules: [] },
	{
		name: "[issues I16] endAssignment without a reason",
		command: end(3, "2026-03-02", " "),
		rules: ["REASON_MISSING"],
	},
	{ name: "handOverAssignment", command: handOver(), rules: [] },
	{
		name: "handOverAssignment by the unit itself: not allowed",
		command: handOver(),
		context: contextOf(LEAD_CLERK),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "handOverAssignment to another role",
		command: handOver({ role: "supporting" }),
		rules: ["ROLE_MISMATCH"],
	},
	{ name: "handOverAssignment to itself", command: handOver({ unitId: LEAD }), rules: ["NO_CHANGE"] },
	{
		name: "handOverAssignment before the predecessor began",
		command: handOver({ from: day("2026-01-01") }),
		rules: ["DATES_REVERSED"],
	},
	{
		name: "handOverAssignment to somebody who holds the role",
		command: handOver(),
		state: run(assigned, assign(assignment(6, "lead", STRANGER))).state,
		rules: ["DUPLICATE_ASSIGNMENT"],
	},
	{
		name: "handOverAssignment under an id in use",
		command: handOver({ id: assignmentId(2) }),
		rules: ["DUPLICATE_ID"],
	},
	{ name: "handOverAssignment without a reason", command: handOver({}, ""), rules: ["REASON_MISSING"] },
	{
		name: "acknowledgeAssignment by the unit",
		command: acknowledge(1),
		context: contextOf(LEAD_CLERK),
		rules: [],
	},
	{
		name: "acknowledgeAssignment by the person who was named",
		command: acknowledge(4),
		context: contextOf(
			actor("leadingGroup", OFFICE.kind === "person" ? OFFICE.region : OTHER_CITY, { personId: LEADER }),
		),
		rules: [],
	},
	{
		name: "acknowledgeAssignment by another person of the unit's region: not allowed",
		command: acknowledge(4),
		context: contextOf(actor("leadUnit", undefined, { unitId: LEAD, personId: CLERK })),
		rules: ["NOT_INVOLVED"],
	},
	{
		name: "[issues I10] acknowledgeAssignment of another unit's part: not allowed",
		command: acknowledge(1),
		context: contextOf(WORKER_CLERK),
		rules: ["NOT_INVOLVED"],
	},
	{
		name: "acknowledgeAssignment by a unit without any part: not allowed",
		command: acknowledge(1),
		context: contextOf(actor("respUnit", undefined, { unitId: STRANGER })),
		rules: ["NOT_INVOLVED"],
	},
	{
		name: "[issues I10] acknowledgeAssignment by the office without a reason",
		command: acknowledge(1),
		rules: ["REASON_MISSING"],
	},
	{
		name: "acknowledgeAssignment by the office with a reason",
		command: acknowledge(1, "来函确认"),
		rules: [],
	},
	{
		name: "acknowledgeAssignment by another city's office: not allowed",
		command: acknowledge(1, "来函确认"),
		context: contextOf(actor("cityOffice", OTHER_CITY)),
		rules: ["OUT_OF_REGION"],
	},
	{
		name: "acknowledgeAssignment twice",
		command: acknowledge(1),
		state: acknowledged,
		context: contextOf(LEAD_CLERK),
		rules: ["ALREADY_ACKNOWLEDGED"],
	},
	{
		name: "acknowledgeAssignment of what is over",
		command: acknowledge(3, "来函"),
		state: ended,
		rules: ["ASSIGNMENT_ENDED"],
	},
	{
		name: "startPlanning by the lead",
		command: { type: "startPlanning" },
		state: acknowledged,
		context: contextOf(LEAD_CLERK),
		rules: [],
	},
	{
		name: "[issues I11] startPlanning before the lead has acknowledged",
		command: { type: "startPlanning" },
		context: contextOf(LEAD_CLERK),
		rules: ["LEAD_NOT_ACKNOWLEDGED"],
	},
	{
		name: "[issues I11] startPlanning while a second lead has not acknowledged",
		command: { type: "startPlanning" },
		state: run(acknowledged, assign(assignment(6, "lead", STRANGER))).state,
		context: contextOf(LEAD_CLERK),
		rules: ["LEAD_NOT_ACKNOWLEDGED"],
	},
	{
		name: "startPlanning by the office: not allowed",
		command: { type: "startPlanning" },
		state: acknowledged,
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "startPlanning by a unit that does not lead: not allowed",
		command: { type: "startPlanning" },
		state: acknowledged,
		context: contextOf(actor("leadUnit", undefined, { unitId: WORKER })),
		rules: ["NOT_INVOLVED"],
	},
];

test.each(cases)("$name → $rules", ({ command, context, state, rules }) => {
	expect(rulesOf(state ?? assigned, command, context)).toEqual(rules);
});

test("[issues I4] the issue moves on when the second of the two owners is named, not before", () => {
	const registered = issueAfter({});
	const withLead = run(registered, assign(assignment(1, "lead", LEAD))).state;
	expect(withLead.lifecycle).toBe("registered");
	const withBoth = run(withLead, assign(assignment(2, "supervising", SUPERVISOR))).state;
	expect(withBoth.lifecycle).toBe("assigned");
});

test("[issues I4] an ended lead does not count as an owner", () => {
	const withLead = issueAfter({ assignments: [assignment(1, "lead", LEAD)] });
	const without = run(withLead, end(1)).state;
	const supervised = run(without, assign(assignment(2, "supervising", SUPERVISOR))).state;
	expect(supervised.lifecycle).toBe("registered");
});

test("[issues I9] hand-over keeps both sides, the acknowledgement and every deadline", () => {
	const after = run(acknowledged, handOver()).state;
	const [before, , , , successor] = after.assignments;
	expect(before).toMatchObject({
		until: "2026-03-02",
		endReason: "机构改革",
		acknowledged: { by: LEAD_CLERK.kind === "person" ? LEAD_CLERK.name : "" },
	});
	expect(successor).toMatchObject({ takesOverFrom: assignmentId(1), acknowledged: null, until: null });
	expect(after.deadline).toEqual(acknowledged.deadline);
	expect(after.mandates).toEqual(acknowledged.mandates);
	expect(after.lifecycle).toBe("assigned");
});

test("[issues I10] an acknowledgement on behalf keeps the office's name and reason", () => {
	const { events } = run(assigned, acknowledge(1, "来函确认"));
	expect(events).toMatchObject([{ by: OFFICE.kind === "person" ? OFFICE.name : "", onBehalf: "来函确认" }]);
});

test("planning moves the lifecycle on, and measures may be written before it (M11)", () => {
	const early = run(
		assigned,
		{ type: "addMeasure", measures: [measure(1, "先行封堵渗漏点")], importId: null },
		contextOf(LEAD_CLERK),
	).state;
	expect(early.lifecycle).toBe("assigned");
	expect(run(acknowledged, { type: "startPlanning" }, contextOf(LEAD_CLERK)).state.lifecycle).toBe(
		"planning",
	);
});
