/** What the rules of this room say nothing about, and what they find. */
import type { Issue } from "../../issues/index.ts";
import { type RuleCase, report } from "../../issues/testing/rule-case.ts";
import { around, contextOn, held, openEnded, until } from "../../issues/testing/rules.ts";
import { day, unitId } from "../../issues/testing.ts";
import { NO_PLAN } from "../../plans/index.ts";
import { extensionId } from "../../plans/testing.ts";
import { NO_PROGRESS } from "../../progress/index.ts";
import { extension, workOn } from "../testing.ts";

const wrn01: RuleCase[] = [
	{ name: "the deadline is far away", finds: null },
	{ name: "91 days before", context: contextOn("2026-10-01"), finds: null },
	{ name: "90 days before", context: contextOn("2026-10-02"), finds: report("deadline", "前90天", "inform") },
	{ name: "a week before", context: contextOn("2026-12-24"), finds: report("deadline", "还有7天", "inform") },
	{
		name: "on the last day",
		context: contextOn("2026-12-31"),
		finds: report("deadline", "还有0天", "inform"),
	},
	{ name: "once it has passed another rule speaks", context: contextOn("2027-01-01"), finds: null },
	{
		name: "accepted already",
		issue: { lifecycle: "publicNotice" },
		context: contextOn("2026-12-24"),
		finds: null,
	},
	{
		name: "no date",
		issue: { deadline: openEnded("longTerm") },
		context: contextOn("2026-12-24"),
		finds: null,
	},
	{
		name: "other days in the rule set",
		issue: { deadline: until("2026-03-12") },
		context: contextOn("2026-03-02", "base", { leadDays: { v: [5], src: "D" } }),
		finds: null,
	},
];

/** So many lead units that held it until a day. */
const formerly = (count: number): Pick<Issue, "assignments"> => ({
	assignments: [
		held(1, "lead"),
		held(2, "supervising"),
		held(3, "responsibleLeader"),
		held(4, "responsiblePerson"),
		held(5, "contact"),
		...Array.from({ length: count }, (_, at) =>
			held(20 + at, "lead", { unitId: unitId(20 + at), until: day("2026-01-15") }),
		),
	],
});

const anti08: RuleCase[] = [
	{ name: "the unit that was named first", finds: null },
	{ name: "two changes of the lead", issue: formerly(2), finds: null },
	{ name: "three changes", issue: formerly(3), finds: report("assignments", "变更3次") },
	{
		name: "a person's handover is no change of the unit",
		issue: {
			assignments: [
				...formerly(2).assignments,
				held(40, "contact", { until: day("2026-01-15") }),
				held(41, "responsiblePerson", { until: day("2026-01-15") }),
			],
		},
		finds: null,
	},
	{
		name: "an extension before any work",
		issue: { plan: { ...NO_PLAN, extensions: [extension(extensionId(1))] } },
		finds: report("plan.extensions", "疑似上推"),
	},
	{
		name: "an extension after work",
		issue: {
			plan: { ...NO_PLAN, extensions: [extension(extensionId(1))] },
			progress: { ...NO_PROGRESS, work: [workOn(1, "2026-02-01")] },
		},
		finds: null,
	},
];

const updates = (...days: readonly string[]): Partial<Issue> => ({
	progress: { ...NO_PROGRESS, work: days.map((date, at) => workOn(at + 1, date)) },
});
const reminded = (...days: readonly string[]) => around({ remindedOn: days.map(day) });

const anti09: RuleCase[] = [
	{ name: "no letters", issue: updates("2026-02-01", "2026-02-08", "2026-02-15"), finds: null },
	{
		name: "three of three after a letter",
		issue: updates("2026-02-01", "2026-02-09", "2026-02-17"),
		around: reminded("2026-02-01", "2026-02-08", "2026-02-15"),
		finds: report("progress", "3次更新中100%", "inform"),
	},
	{
		name: "most came by themselves",
		issue: updates("2026-02-01", "2026-02-05", "2026-02-12", "2026-02-20"),
		around: reminded("2026-02-12"),
		finds: null,
	},
	{
		name: "too few updates to judge",
		issue: updates("2026-02-01", "2026-02-09"),
		around: reminded("2026-02-01", "2026-02-08"),
		finds: null,
	},
	{
		name: "the third day after is not after it any more",
		issue: updates("2026-02-04", "2026-02-11", "2026-02-18"),
		around: reminded("2026-02-01", "2026-02-08", "2026-02-15"),
		finds: null,
	},
];

export const supervisionCases = { "WRN-01": wrn01, "ANTI-08": anti08, "ANTI-09": anti09 };
