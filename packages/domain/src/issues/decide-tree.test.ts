import { expect, test } from "vitest";
import type { IssueCommand } from "./commands.ts";
import type { IssueFacts } from "./context.ts";
import { mandateFollowUps } from "./decide-ending.ts";
import { childRegistrations } from "./decide-tree.ts";
import {
	actor,
	CITY,
	COUNTY,
	contextOf,
	issueAfter,
	issueId,
	LATER_ROUND,
	LEAD_CLERK,
	OFFICE,
	OTHER_CITY,
	OTHER_COUNTY,
	PROVINCE,
	registration,
	rulesOf,
	run,
} from "./testing.ts";

const parent = issueAfter({});
const facts = (n: number, more: Partial<IssueFacts> = {}): IssueFacts => ({
	id: issueId(n),
	region: COUNTY,
	tier: "county",
	lifecycle: "registered",
	parentId: issueId(1),
	...more,
});
const decompose = (...children: [number, typeof COUNTY][]): IssueCommand => ({
	type: "decomposeIssue",
	children: children.map(([n, region]) => ({ issueId: issueId(n), region })),
});
const notOurs = (region: typeof COUNTY, consentDocument = "澄整改办函〔2026〕3号"): IssueCommand => ({
	type: "declareNotOurs",
	notOurs: { region, reason: "辖区内没有渣库", consentDocument, consentBy: "省整改办" },
});
const withChild = run(parent, decompose([2, COUNTY])).state;
const child = contextOf(OFFICE, { issues: [facts(2)] });
const declined = run(parent, notOurs(OTHER_COUNTY)).state;
const sibling = { region: CITY, tier: "city", parentId: null } as const;
const merge = (into = 3, intoTier: "city" | "county" = "city", reason = "同一渣库"): IssueCommand => ({
	type: "mergeIssue",
	into: issueId(into),
	intoTier,
	reason,
});
const carryOver = (to = 3): IssueCommand => ({
	type: "carryOverIssue",
	to: issueId(to),
	reason: "转入第三轮",
});
const withdraw = (document = "省整改办〔2026〕8号", reason = "列入有误"): IssueCommand => ({
	type: "withdrawIssue",
	document,
	reason,
});
const target = contextOf(OFFICE, { issues: [facts(3, sibling)] });

type Case = {
	name: string;
	command: IssueCommand;
	context?: ReturnType<typeof contextOf>;
	state?: typeof parent;
	rules: string[];
};

const cases: Case[] = [
	{ name: "decomposeIssue to counties", command: decompose([2, COUNTY], [3, OTHER_COUNTY]), rules: [] },
	{
		name: "decomposeIssue by the lead: not allowed",
		command: decompose([2, COUNTY]),
		context: contextOf(LEAD_CLERK),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "[issues I13] decomposeIssue to the same list",
		command: decompose([2, CITY]),
		rules: ["NOT_BELOW"],
	},
	{
		name: "[issues I13] decomposeIssue to another city",
		command: decompose([2, OTHER_CITY]),
		rules: ["NOT_BELOW"],
	},
	{
		name: "[issues I13] decomposeIssue into itself",
		command: decompose([1, COUNTY]),
		rules: ["DUPLICATE_ID"],
	},
	{
		name: "[issues I13] decomposeIssue with one child twice",
		command: decompose([2, COUNTY], [2, OTHER_COUNTY]),
		rules: ["DUPLICATE_ID"],
	},
	{
		name: "decomposeIssue twice to a region",
		command: decompose([2, COUNTY], [3, COUNTY]),
		rules: ["REGION_TAKEN"],
	},
	{
		name: "decomposeIssue to a region that has taken it on",
		command: decompose([3, COUNTY]),
		state: withChild,
		context: child,
		rules: ["REGION_TAKEN"],
	},
	{
		name: "decomposeIssue again to a region whose child was withdrawn",
		command: decompose([3, COUNTY]),
		state: withChild,
		context: contextOf(OFFICE, { issues: [facts(2, { lifecycle: "withdrawn" })] }),
		rules: [],
	},
	{
		name: "[issues I14] decomposeIssue to a region that declined",
		command: decompose([2, OTHER_COUNTY]),
		state: declined,
		rules: ["DECLARED_NOT_OURS"],
	},
	{
		name: "decomposeIssue to a child that was registered on its own below this one",
		command: decompose([4, COUNTY]),
		context: contextOf(OFFICE, { issues: [facts(4)] }),
		rules: [],
	},
	{
		name: "decomposeIssue to somebody else's child",
		command: decompose([4, COUNTY]),
		context: contextOf(OFFICE, { issues: [facts(4, { parentId: issueId(9) })] }),
		rules: ["NOT_BELOW"],
	},
	{
		name: "decomposeIssue of a county's issue",
		command: decompose([2, COUNTY]),
		state: issueAfter({ region: COUNTY, tier: "county" }),
		rules: ["NOTHING_BELOW"],
	},
	{
		name: "decomposeIssue of a city list's item to its own county",
		command: decompose([2, COUNTY]),
		state: issueAfter({ region: COUNTY }),
		rules: [],
	},
	{ name: "declareNotOurs", command: notOurs(OTHER_COUNTY), rules: [] },
	{
		name: "declareNotOurs by the county itself: not allowed",
		command: notOurs(OTHER_COUNTY),
		context: contextOf(actor("countyOffice", OTHER_COUNTY)),
		rules: ["OUT_OF_REGION"],
	},
	{
		name: "[issues I14] declareNotOurs without consent",
		command: notOurs(OTHER_COUNTY, " "),
		rules: ["PLAN-05"],
	},
	{
		name: "declareNotOurs twice",
		command: notOurs(OTHER_COUNTY),
		state: declined,
		rules: ["DECLARED_NOT_OURS"],
	},
	{
		name: "[issues I14] declareNotOurs of a region that took it on",
		command: notOurs(COUNTY),
		state: withChild,
		context: child,
		rules: ["REGION_TAKEN"],
	},
	{
		name: "declareNotOurs of a region that is not below",
		command: notOurs(OTHER_CITY),
		rules: ["NOT_BELOW"],
	},
	{ name: "mergeIssue", command: merge(), context: target, rules: [] },
	{
		name: "mergeIssue by the lead: not allowed",
		command: merge(),
		context: contextOf(LEAD_CLERK, { issues: [facts(3, sibling)] }),
		rules: ["NOT_ALLOWED"],
	},
	{ name: "[issues I15] mergeIssue into itself", command: merge(1), context: target, rules: ["ITSELF"] },
	{
		name: "[issues I15] mergeIssue into nothing",
		command: merge(8),
		context: target,
		rules: ["UNKNOWN_ISSUE"],
	},
	{
		name: "[issues I15] mergeIssue into another tier",
		command: merge(2, "county"),
		context: child,
		rules: ["OTHER_TIER"],
	},
	{
		name: "[issues I15] mergeIssue under a tier that is not the target's",
		command: merge(2),
		context: child,
		rules: ["OTHER_TIER"],
	},
	{
		name: "[issues I15] mergeIssue into an issue that has ended",
		command: merge(),
		context: contextOf(OFFICE, { issues: [facts(3, { ...sibling, lifecycle: "withdrawn" })] }),
		rules: ["TARGET_ENDED"],
	},
	{
		name: "mergeIssue without a reason",
		command: merge(3, "city", ""),
		context: target,
		rules: ["REASON_MISSING"],
	},
	{
		name: "[issues I15] mergeIssue while a child is open",
		command: merge(),
		state: withChild,
		context: contextOf(OFFICE, { issues: [facts(2), facts(3, sibling)] }),
		rules: ["OPEN_CHILDREN"],
	},
	{ name: "carryOverIssue", command: carryOver(), context: target, rules: [] },
	{ name: "carryOverIssue to itself", command: carryOver(1), context: target, rules: ["ITSELF"] },
	{ name: "carryOverIssue to nothing", command: carryOver(), rules: ["UNKNOWN_ISSUE"] },
	{
		name: "carryOverIssue by an auditor: not allowed",
		command: carryOver(),
		context: contextOf(actor("auditor")),
		rules: ["NOT_ALLOWED"],
	},
	{ name: "withdrawIssue", command: withdraw(), rules: [] },
	{ name: "withdrawIssue without a document", command: withdraw(" "), rules: ["TEXT_MISSING"] },
	{
		name: "withdrawIssue without a reason",
		command: withdraw("省整改办〔2026〕8号", ""),
		rules: ["REASON_MISSING"],
	},
	{
		name: "withdrawIssue of the tier above: not allowed",
		command: withdraw(),
		state: run(
			null,
			registration({ tier: "province", region: CITY }),
			contextOf(actor("provOffice", PROVINCE)),
		).state,
		rules: ["NOT_YOUR_LIST"],
	},
];

test.each(cases)("$name → $rules", ({ command, context, state, rules }) => {
	expect(rulesOf(state ?? parent, command, context)).toEqual(rules);
});

test("[issues I13] children carry the finding, the first mandate and the deadline, and are the county's own", () => {
	const command = decompose([2, COUNTY], [3, OTHER_COUNTY]);
	if (command.type !== "decomposeIssue") throw new Error("not a decomposition");
	const registrations = childRegistrations(parent, command);
	const state = run(parent, command).state;
	const context = contextOf(OFFICE, { issues: [facts(1, sibling)] });
	const [first, second] = registrations.map((register) => run(null, register, context).state);
	expect(first).toMatchObject({
		region: COUNTY,
		tier: "county",
		parentId: parent.id,
		statement: parent.statement,
		mandates: parent.mandates,
		deadline: parent.deadline,
		measures: [],
		lifecycle: "registered",
	});
	expect(second?.region).toBe(OTHER_COUNTY);
	expect(state.childIds).toEqual([issueId(2), issueId(3)]);
	expect(childRegistrations(parent, command, new Set([issueId(2)]))).toHaveLength(1);
});

test("[issues I15] a merger hands over the mandates that the target does not have yet", () => {
	const source = issueAfter({ mandate: { inspectionId: LATER_ROUND, number: "4", seq: 4, deadline: null } });
	const into = issueAfter({ issueId: issueId(3) });
	const followUps = mandateFollowUps(source, into);
	expect(followUps.map(({ mandate }) => mandate.number)).toEqual(["4"]);
	const [followUp] = followUps;
	if (followUp === undefined) throw new Error("no follow-up");
	const merged = run(into, followUp).state;
	expect(merged.mandates).toHaveLength(2);
	expect(mandateFollowUps(source, merged)).toEqual([]);
});

test("[issues I7] after an ending every command is refused, with the reason", () => {
	const gone = run(parent, withdraw()).state;
	expect(gone).toMatchObject({ lifecycle: "withdrawn", ending: { kind: "withdrawn" } });
	for (const command of [withdraw(), merge(), decompose([2, COUNTY]), notOurs(COUNTY)]) {
		expect(rulesOf(gone, command, target)).toEqual(["ENDED"]);
	}
});

test("[issues I2] nothing can be asked of an issue that is not on the ledger", () => {
	expect(rulesOf(null, withdraw())).toEqual(["NOT_ON_LEDGER"]);
});
