import fc from "fast-check";
import type { Actor } from "../../kernel/index.ts";
import { AssignmentRole } from "../../responsibilities/index.ts";
import type { IssueCommand } from "../commands.ts";
import {
	actor,
	assignment,
	assignmentId,
	CITY,
	CLERK,
	CLOSED_DOWN,
	COUNTY,
	day,
	INSPECTION,
	issueId,
	LATER_ROUND,
	LEAD,
	LEAD_CLERK,
	LEADER,
	measure,
	measureId,
	newNotice,
	noticeId,
	OFFICE,
	OTHER_CITY,
	OTHER_COUNTY,
	PLANT,
	PROVINCE,
	registration,
	SELF_CHECK,
	STRANGER,
	SUPERVISOR,
	site,
	siteId,
	unitId,
	WORKER,
	WORKER_CLERK,
} from "../testing.ts";

// A small world, so that random commands meet each other: few ids, few units, few days.
/** One of these values. */
export const one = <T>(...values: T[]) => fc.constantFrom(...values);
/** A record with the prototype of every other object. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
	fc.record(model, { noNullPrototype: true });
const small = fc.integer({ min: 1, max: 5 });
const reason = fc.oneof(
	{ weight: 5, arbitrary: one("核对原文", "机构改革") },
	{ weight: 1, arbitrary: one("", " ", "甲") },
);
const date = one(day("2026-01-05"), day("2026-02-01"), day("2026-03-02"), day("2026-09-30"));
const region = one(CITY, COUNTY, OTHER_COUNTY, OTHER_CITY, PROVINCE);
const unit = one(LEAD, SUPERVISOR, WORKER, PLANT, STRANGER, CLOSED_DOWN, unitId(99));
const party = fc.oneof(unit, one(LEADER, CLERK));
const importId = fc.constant(null);

const newAssignment = fc
	.tuple(fc.integer({ min: 1, max: 12 }), one(...AssignmentRole.options), party, date)
	.map(([n, role, who, from]) => assignment(n, role, who, { from }));
/** A hand-over that has a good chance: the role fits the owners that every history starts with. */
const handOver = fc
	.tuple(one(1, 2), fc.integer({ min: 3, max: 40 }), one(STRANGER, PLANT, WORKER), date, reason)
	.map(([held, n, who, from, why]) => ({
		type: "handOverAssignment" as const,
		assignmentId: assignmentId(held),
		successor: assignment(n, held === 1 ? "lead" : "supervising", who, { from }),
		reason: why,
	}));
const text = one("封堵渗漏点", "建设收集池", "修复植被", "开展排查");
const newMeasure = fc
	.tuple(small, text, fc.array(unit, { maxLength: 2 }))
	.map(([n, words, responsibleUnitIds]) => measure(n, words, { responsibleUnitIds }));
const newSite = fc.tuple(small, region).map(([n, at]) => site(n, at));
const mandate = fc
	.tuple(one(INSPECTION, LATER_ROUND, SELF_CHECK), one("12", "3", "7"))
	.map(([inspectionId, number]) => ({ inspectionId, number, seq: null, deadline: null }));

const elements = fc.record(
	{
		goal: one("稳定达标", "消除隐患", null),
		remarks: one("甲", null),
		numberByTier: one("12", "13").map((city) => ({ central: null, province: "55", city, county: null })),
		constraints: one<string[]>([], ["不以调代改"]),
		generality: one("common" as const, "individual" as const, null),
		statement: one("改写原文", undefined, undefined, undefined),
	},
	{ requiredKeys: [], noNullPrototype: true },
);

const work: fc.Arbitrary<IssueCommand> = fc.oneof(
	handOver,
	record({ type: fc.constant("amendIssue" as const), changes: elements, reason, importId }),
	record({
		type: fc.constant("recordSourceText" as const),
		sourceText: one("更正版一", "更正版二").map((words) => ({
			text: words,
			document: "方案",
			sha256: null,
			lines: null,
		})),
		importId,
	}),
	record({ type: fc.constant("addMandate" as const), mandate, importId }),
	record({
		type: fc.constant("assignIssue" as const),
		assignments: fc.array(newAssignment, { minLength: 1, maxLength: 3 }),
		importId,
	}),
	record({
		type: fc.constant("endAssignment" as const),
		assignmentId: small.map(assignmentId),
		until: date,
		reason,
	}),
	record({
		type: fc.constant("handOverAssignment" as const),
		assignmentId: small.map(assignmentId),
		successor: newAssignment,
		reason,
	}),
	record({
		type: fc.constant("acknowledgeAssignment" as const),
		assignmentId: small.map(assignmentId),
		reason,
	}),
	record({ type: fc.constant("startPlanning" as const) }),
	record({
		type: fc.constant("decomposeIssue" as const),
		children: fc.array(record({ issueId: small.map(issueId), region }), { minLength: 1, maxLength: 2 }),
	}),
	record({
		type: fc.constant("declareNotOurs" as const),
		notOurs: record({ region, reason, consentDocument: reason, consentBy: reason }),
	}),
	record({
		type: fc.constant("addMeasure" as const),
		measures: fc.array(newMeasure, { minLength: 1, maxLength: 2 }),
		importId,
	}),
	fc.record({
		type: fc.constant("amendMeasure" as const),
		measureId: small.map(measureId),
		changes: fc.record(
			{ text, responsibleUnitIds: fc.array(unit, { maxLength: 2 }) },
			{ requiredKeys: [], noNullPrototype: true },
		),
		reason,
		importId,
	}),
	record({
		type: fc.constant("cancelMeasure" as const),
		measureId: small.map(measureId),
		reason,
		importId,
	}),
	record({ type: fc.constant("addSite" as const), site: newSite }),
	fc.record({
		type: fc.constant("amendSite" as const),
		siteId: small.map(siteId),
		changes: fc.record({ region, address: one("沿江路", null) }, { requiredKeys: [], noNullPrototype: true }),
		reason,
	}),
	record({
		type: fc.constant("attachNotice" as const),
		notice: fc
			.tuple(small, one("已封堵。", "已复绿。"), fc.option(small.map(noticeId)))
			.map(([n, completion, replaces]) => newNotice(n, { completion, replaces })),
		importId,
	}),
	record({ type: fc.constant("detachNotice" as const), noticeId: small.map(noticeId), reason }),
	one(registration()),
);
const ending: fc.Arbitrary<IssueCommand> = fc.oneof(
	record({
		type: fc.constant("mergeIssue" as const),
		into: one(1, 2, 3, 3, 3, 4).map(issueId),
		intoTier: one("city" as const, "city" as const, "county" as const),
		reason,
	}),
	record({ type: fc.constant("carryOverIssue" as const), to: small.map(issueId), reason }),
	record({ type: fc.constant("withdrawIssue" as const), document: reason, reason }),
);
/** Any command, sound or not; endings are rare, so that histories grow. */
export const command = fc.oneof({ weight: 15, arbitrary: work }, { weight: 1, arbitrary: ending });

/** People who often may, people who seldom may, and others. */
export const anybody: fc.Arbitrary<Actor> = fc.oneof(
	{ weight: 6, arbitrary: one(OFFICE, LEAD_CLERK, WORKER_CLERK) },
	{
		weight: 2,
		arbitrary: one<Actor>(
			actor("provOffice", PROVINCE),
			actor("cityOffice", OTHER_CITY),
			actor("countyOffice", COUNTY),
			actor("supUnit", CITY, { unitId: SUPERVISOR }),
			actor("enterprise", COUNTY, { unitId: PLANT }),
			actor("auditor"),
			actor("public"),
			{ kind: "system", name: "jobs" },
			{ kind: "anonymous" },
			{
				kind: "program",
				keyId: "k",
				name: "报送程序",
				verbs: ["read"],
				role: "cityOffice",
				region: CITY,
				unitId: null,
			},
		),
	},
);
