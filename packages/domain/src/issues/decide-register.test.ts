import { expect, test } from "vitest";
import {
	actor,
	assignment,
	CITY,
	CLOSED_DOWN,
	COUNTY,
	contextOf,
	INSPECTION,
	inspectionId,
	issueAfter,
	issueId,
	LEAD,
	LEAD_CLERK,
	LEADER,
	measure,
	OFFICE,
	OTHER_CITY,
	OWNERS,
	PROVINCE,
	type Register,
	registration,
	rulesOf,
	run,
	SELF_CHECK,
	site,
	unitId,
} from "./testing.ts";

test("[issues I1] a registration puts the finding on the ledger with version 1", () => {
	const { state, events } = run(null, registration());
	expect(state).toMatchObject({ version: 1, lifecycle: "registered", region: CITY, tier: "city" });
	expect(events).toHaveLength(1);
});

test("[issues I4] with a lead and a supervising unit the issue is assigned at once", () => {
	expect(issueAfter({ assignments: [...OWNERS] }).lifecycle).toBe("assigned");
	expect(issueAfter({ assignments: [assignment(1, "lead", LEAD)] }).lifecycle).toBe("registered");
});

const parent = {
	id: issueId(9),
	region: PROVINCE,
	tier: "province",
	lifecycle: "assigned",
	parentId: null,
} as const;
const taken = {
	issueId: issueId(2),
	lifecycle: "registered",
	inspectionId: INSPECTION,
	tier: "city",
	listRegion: CITY,
	number: "12",
} as const;
const NONE = { central: null, province: null, city: null, county: null };

const cases: {
	name: string;
	command: Partial<Register>;
	context?: ReturnType<typeof contextOf>;
	rules: string[];
}[] = [
	{ name: "fits", command: {}, rules: [] },
	{ name: "an actor that is a unit", command: {}, context: contextOf(LEAD_CLERK), rules: ["NOT_ALLOWED"] },
	{
		name: "another city's office",
		command: {},
		context: contextOf(actor("cityOffice", OTHER_CITY)),
		rules: ["OUT_OF_REGION"],
	},
	{ name: "a list of the tier above", command: { tier: "province" }, rules: ["NOT_YOUR_LIST"] },
	{
		name: "a county office with the team's finding",
		command: { region: COUNTY, tier: "county" },
		context: contextOf(actor("countyOffice", COUNTY)),
		rules: ["NOT_SELF_FOUND"],
	},
	{
		name: "a county office with its own finding",
		command: {
			region: COUNTY,
			tier: "county",
			mandate: { inspectionId: SELF_CHECK, number: "1", seq: 1, deadline: null },
		},
		context: contextOf(actor("countyOffice", COUNTY)),
		rules: [],
	},
	{ name: "an empty statement", command: { statement: "  " }, rules: ["TEXT_MISSING"] },
	{
		name: "an inspection that is not there",
		command: { mandate: { inspectionId: inspectionId(99), number: "1", seq: 1, deadline: null } },
		rules: ["UNKNOWN_INSPECTION"],
	},
	{
		name: "a region that was not inspected",
		command: { mandate: { inspectionId: SELF_CHECK, number: "1", seq: 1, deadline: null } },
		rules: ["OUTSIDE_INSPECTION"],
	},
	{ name: "a county's list with a whole city's issue", command: { tier: "county" }, rules: ["TIER_REGION"] },
	{ name: "a parent that is not there", command: { parentId: issueId(9) }, rules: ["UNKNOWN_ISSUE"] },
	{
		name: "a parent above",
		command: { parentId: issueId(9) },
		context: contextOf(OFFICE, { issues: [parent] }),
		rules: [],
	},
	{
		name: "a parent of the same tier",
		command: { parentId: issueId(9) },
		context: contextOf(OFFICE, { issues: [{ ...parent, tier: "city", region: CITY }] }),
		rules: ["NOT_BELOW_PARENT"],
	},
	{
		name: "a parent that has ended",
		command: { parentId: issueId(9) },
		context: contextOf(OFFICE, { issues: [{ ...parent, lifecycle: "withdrawn" }] }),
		rules: ["NOT_BELOW_PARENT"],
	},
	{
		name: "a number that is taken (DATA-01)",
		command: {},
		context: contextOf(OFFICE, { takenNumbers: [taken] }),
		rules: ["DATA-01"],
	},
	{
		name: "this tier's own number that is taken",
		command: { numberByTier: { ...NONE, city: "7" } },
		context: contextOf(OFFICE, { takenNumbers: [{ ...taken, number: "7" }] }),
		rules: ["DATA-01"],
	},
	{
		name: "the same number on another city's list",
		command: {},
		context: contextOf(OFFICE, { takenNumbers: [{ ...taken, listRegion: OTHER_CITY }] }),
		rules: [],
	},
	{
		name: "the same number of an issue that was merged away",
		command: {},
		context: contextOf(OFFICE, { takenNumbers: [{ ...taken, lifecycle: "merged" }] }),
		rules: [],
	},
	{
		name: "a unit that is not there",
		command: { assignments: [assignment(1, "lead", unitId(99))] },
		rules: ["UNKNOWN_UNIT"],
	},
	{
		name: "a unit that is closed down",
		command: { assignments: [assignment(1, "lead", CLOSED_DOWN)] },
		rules: ["UNIT_INACTIVE"],
	},
	{
		name: "a unit's role for a person",
		command: { assignments: [assignment(1, "lead", LEADER)] },
		rules: ["ROLE_NEEDS_PARTY"],
	},
	{
		name: "an assignment id twice",
		command: { assignments: [assignment(1, "lead", LEAD), assignment(1, "supporting", LEAD)] },
		rules: ["DUPLICATE_ID"],
	},
	{
		name: "the same unit twice in a role",
		command: { assignments: [assignment(1, "lead", LEAD), assignment(2, "lead", LEAD)] },
		rules: ["DUPLICATE_ASSIGNMENT"],
	},
	{
		name: "a measure id twice",
		command: { measures: [measure(1, "清淤"), measure(1, "防渗")] },
		rules: ["DUPLICATE_ID"],
	},
	{
		name: "a measure of a unit that is not there",
		command: { measures: [measure(1, "清淤", { responsibleUnitIds: [unitId(99)] })] },
		rules: ["UNKNOWN_UNIT"],
	},
	{ name: "a site id twice", command: { sites: [site(1), site(1)] }, rules: ["DUPLICATE_ID"] },
	{ name: "a site elsewhere", command: { sites: [site(1, OTHER_CITY)] }, rules: ["SITE_OUTSIDE_REGION"] },
];

test.each(cases)("registerIssue: $name → $rules", ({ command, context, rules }) => {
	expect(rulesOf(null, registration(command), context)).toEqual(rules);
});

test("[issues I2] what is on the ledger cannot be registered again", () => {
	expect(rulesOf(issueAfter({}), registration())).toEqual(["ALREADY_REGISTERED"]);
});

test("all that is wrong is said at once", () => {
	const command = registration({ statement: " ", sites: [site(1, OTHER_CITY)], parentId: issueId(9) });
	expect(rulesOf(null, command)).toEqual(["UNKNOWN_ISSUE", "TEXT_MISSING", "SITE_OUTSIDE_REGION"]);
});
