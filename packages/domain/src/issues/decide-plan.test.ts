import { expect, test } from "vitest";
import type { IssueCommand } from "./commands.ts";
import {
	actor,
	assignment,
	CITY,
	contextOf,
	issueAfter,
	measure,
	measureId,
	OTHER_CITY,
	OWNERS,
	rulesOf,
	run,
	site,
	siteId,
	unitId,
	WORKER,
	WORKER_CLERK,
} from "./testing.ts";

const issue = issueAfter({
	assignments: [...OWNERS, assignment(3, "responsible", WORKER)],
	measures: [measure(1, "建设渗滤液收集池")],
	sites: [site(1)],
});
const cancelled = run(issue, {
	type: "cancelMeasure",
	measureId: measureId(1),
	reason: "重复录入",
	importId: null,
}).state;

const amendMeasure = (
	changes: Extract<IssueCommand, { type: "amendMeasure" }>["changes"],
	id = 1,
	reason = "细化",
): IssueCommand => ({ type: "amendMeasure", measureId: measureId(id), changes, reason, importId: null });
type Case = {
	name: string;
	command: IssueCommand;
	context?: ReturnType<typeof contextOf>;
	state?: typeof issue;
	rules: string[];
};
const stranger = contextOf(actor("leadUnit", CITY, { unitId: unitId(77) }));

const cases: Case[] = [
	{
		name: "addMeasure by the responsible unit",
		command: { type: "addMeasure", measures: [measure(2, "修复植被")], importId: null },
		context: contextOf(WORKER_CLERK),
		rules: [],
	},
	{
		name: "addMeasure by a unit without a part: not allowed",
		command: { type: "addMeasure", measures: [measure(2, "修复植被")], importId: null },
		context: stranger,
		rules: ["NOT_INVOLVED"],
	},
	{
		name: "addMeasure under an id in use",
		command: { type: "addMeasure", measures: [measure(1, "修复植被")], importId: null },
		rules: ["DUPLICATE_ID"],
	},
	{ name: "amendMeasure", command: amendMeasure({ text: "建设两座渗滤液收集池" }), rules: [] },
	{
		name: "amendMeasure by an auditor: not allowed",
		command: amendMeasure({ text: "甲" }),
		context: contextOf(actor("auditor")),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "amendMeasure that is not there",
		command: amendMeasure({ text: "甲" }, 5),
		rules: ["UNKNOWN_MEASURE"],
	},
	{
		name: "[issues I16] amendMeasure to the same",
		command: amendMeasure({ text: "建设渗滤液收集池" }),
		rules: ["NO_CHANGE"],
	},
	{
		name: "amendMeasure without a reason",
		command: amendMeasure({ text: "甲" }, 1, ""),
		rules: ["REASON_MISSING"],
	},
	{
		name: "amendMeasure to a unit that is not there",
		command: amendMeasure({ responsibleUnitIds: [unitId(88)] }),
		rules: ["UNKNOWN_UNIT"],
	},
	{
		name: "amendMeasure that is cancelled",
		command: amendMeasure({ text: "甲" }),
		state: cancelled,
		rules: ["MEASURE_CANCELLED"],
	},
	{
		name: "cancelMeasure that is cancelled",
		command: { type: "cancelMeasure", measureId: measureId(1), reason: "重复", importId: null },
		state: cancelled,
		rules: ["MEASURE_CANCELLED"],
	},
	{
		name: "cancelMeasure by a unit without a part: not allowed",
		command: { type: "cancelMeasure", measureId: measureId(1), reason: "重复", importId: null },
		context: stranger,
		rules: ["NOT_INVOLVED"],
	},
	{
		name: "cancelMeasure without a reason",
		command: { type: "cancelMeasure", measureId: measureId(1), reason: "", importId: null },
		rules: ["REASON_MISSING"],
	},
	{ name: "addSite", command: { type: "addSite", site: site(2) }, rules: [] },
	{
		name: "addSite under an id in use",
		command: { type: "addSite", site: site(1) },
		rules: ["DUPLICATE_ID"],
	},
	{
		name: "addSite elsewhere",
		command: { type: "addSite", site: site(2, OTHER_CITY) },
		rules: ["SITE_OUTSIDE_REGION"],
	},
	{
		name: "addSite by a supervising unit: not allowed",
		command: { type: "addSite", site: site(2) },
		context: contextOf(actor("supUnit")),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "amendSite",
		command: { type: "amendSite", siteId: siteId(1), changes: { address: "沿江路" }, reason: "补充" },
		rules: [],
	},
	{
		name: "amendSite by a supervising unit: not allowed",
		command: { type: "amendSite", siteId: siteId(1), changes: { address: "沿江路" }, reason: "补充" },
		context: contextOf(actor("supUnit")),
		rules: ["NOT_ALLOWED"],
	},
	{
		name: "amendSite out of the region",
		command: { type: "amendSite", siteId: siteId(1), changes: { region: OTHER_CITY }, reason: "补充" },
		rules: ["SITE_OUTSIDE_REGION"],
	},
	{
		name: "amendSite to the same",
		command: { type: "amendSite", siteId: siteId(1), changes: { address: null }, reason: "补充" },
		rules: ["NO_CHANGE"],
	},
	{
		name: "amendSite that is not there",
		command: { type: "amendSite", siteId: siteId(9), changes: { address: "沿江路" }, reason: "补充" },
		rules: ["UNKNOWN_SITE"],
	},
];

test.each(cases)("$name → $rules", ({ command, context, state, rules }) => {
	expect(rulesOf(state ?? issue, command, context)).toEqual(rules);
});

test("[issues I8] a cancelled measure stays on the ledger", () => {
	expect(cancelled.measures).toMatchObject([{ id: measureId(1), state: "cancelled" }]);
});
