import { expect, test } from "vitest";
import type { InspectionCommand } from "./commands.ts";
import { decideInspection, evolveInspection, replayInspection } from "./decide-inspection.ts";
import { InspectionEvent } from "./events.ts";
import type { Inspection, NewInspection } from "./schema.ts";
import {
	actor,
	CITY,
	COUNTY,
	contextOf,
	day,
	INSPECTION,
	LEAD_CLERK,
	OFFICE,
	OTHER_CITY,
} from "./testing.ts";

const newInspection = (more: Partial<NewInspection> = {}): NewInspection => ({
	kind: "centralInspection",
	name: "第三轮第二批督察",
	round: 3,
	batch: 2,
	team: null,
	region: CITY,
	enteredOn: day("2025-11-01"),
	leftOn: day("2025-11-30"),
	feedback: { feedbackDate: day("2026-01-10"), title: "督察反馈意见", documentNumber: null },
	ruleSet: null,
	...more,
});
const state: Inspection = { id: INSPECTION, version: 1, ...newInspection() };
const register = (more: Partial<NewInspection> = {}): InspectionCommand => ({
	type: "registerInspection",
	inspectionId: INSPECTION,
	inspection: newInspection(more),
});
const amend = (
	changes: Extract<InspectionCommand, { type: "amendInspection" }>["changes"],
	reason = "核对",
): InspectionCommand => ({ type: "amendInspection", changes, reason });

type Case = {
	name: string;
	state: Inspection | null;
	command: InspectionCommand;
	who?: typeof OFFICE;
	rules: string[];
};
const own = { kind: "selfFound", region: COUNTY } as const;
const county = actor("countyOffice", COUNTY);
const cases: Case[] = [
	{ name: "registerInspection", state: null, command: register(), rules: [] },
	{
		name: "registerInspection by a unit: not allowed",
		state: null,
		command: register(),
		who: LEAD_CLERK,
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "registerInspection elsewhere: not allowed",
		state: null,
		command: register({ region: OTHER_CITY }),
		rules: ["OUT_OF_REGION"],
	},
	{
		name: "registerInspection by a county: not allowed",
		state: null,
		command: register({ region: COUNTY }),
		who: county,
		rules: ["NOT_SELF_FOUND"],
	},
	{
		name: "registerInspection of its own by a county",
		state: null,
		command: register(own),
		who: county,
		rules: [],
	},
	{ name: "registerInspection twice", state, command: register(), rules: ["ALREADY_REGISTERED"] },
	{
		name: "left before it entered",
		state: null,
		command: register({ leftOn: day("2025-10-01") }),
		rules: ["DATES_REVERSED"],
	},
	{
		name: "feedback before it entered",
		state: null,
		command: register({ feedback: { feedbackDate: day("2025-10-01"), title: "反馈", documentNumber: null } }),
		rules: ["DATES_REVERSED"],
	},
	{ name: "amendInspection", state, command: amend({ team: "第三督察组" }), rules: [] },
	{
		name: "amendInspection by a unit: not allowed",
		state,
		command: amend({ team: "甲" }),
		who: LEAD_CLERK,
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "amendInspection of nothing",
		state: null,
		command: amend({ team: "甲" }),
		rules: ["UNKNOWN_INSPECTION"],
	},
	{
		name: "[issues I16] amendInspection to the same",
		state,
		command: amend({ round: 3 }),
		rules: ["NO_CHANGE"],
	},
	{
		name: "[issues I16] amendInspection without a reason",
		state,
		command: amend({ round: 2 }, ""),
		rules: ["REASON_MISSING"],
	},
	{
		name: "amendInspection to dates that do not fit",
		state,
		command: amend({ enteredOn: day("2026-02-01") }),
		rules: ["DATES_REVERSED", "DATES_REVERSED"],
	},
	{
		name: "a county's own does not become the team's",
		state: { ...state, ...own },
		command: amend({ kind: "centralInspection" }),
		who: county,
		rules: ["NOT_SELF_FOUND"],
	},
];

test.each(cases)("$name → $rules", ({ state: before, command, who, rules }) => {
	const decision = decideInspection(before, command, contextOf(who ?? OFFICE));
	expect(decision.ok ? [] : decision.refusals.map(({ rule }) => rule)).toEqual(rules);
});

test("[issues I1] [issues I3] an inspection's history replays to the steps' state", () => {
	const events: InspectionEvent[] = [];
	let at: Inspection | null = null;
	for (const command of [register(), amend({ team: "第三督察组", round: null }), amend({ feedback: null })]) {
		const decision = decideInspection(at, command, contextOf());
		if (!decision.ok) throw new Error("refused");
		for (const event of decision.events) {
			at = evolveInspection(at, event);
			events.push(event);
		}
	}
	expect(at).toEqual({ ...state, team: "第三督察组", round: null, feedback: null, version: 3 });
	expect(replayInspection(events)).toEqual(at);
	expect(events.map((event) => InspectionEvent.parse(JSON.parse(JSON.stringify(event))))).toStrictEqual(
		events,
	);
	expect(() => replayInspection(events.slice(1))).toThrow("registration");
});
