import type { ListScope } from "@zhenggai/domain/access";
import type { Inspection, Issue, IssueFilter, IssueSort } from "@zhenggai/domain/issues";
import { ImportId, Instant, IsoDate, RegionCode, UnitId } from "@zhenggai/domain/kernel";
import { beforeAll, describe, expect, it, test } from "vitest";
import { savePeople, saveRegions, saveUnits } from "../responsibilities/index.ts";
import { testDatabase } from "../testing/index.ts";
import {
	asNew,
	DAY,
	testAssignment,
	testDeadline,
	testId,
	testInspection,
	testIssue,
	testUnit,
} from "../testing/issues.ts";
import { withTransaction } from "../tx/tx.ts";
import { listIssueRows, refreshDay, saveInspections, saveIssues } from "./index.ts";

const database = await testDatabase();
const central = testInspection("680000", { round: 2 });
const film = testInspection("680000", { kind: "provincialFilm", round: null, name: "警示片" });
const eco = testUnit("岚江省生态环境厅");
const water = testUnit("松泉县水务局", "680121");
const importId = ImportId.parse(testId());

const region = (code: string) => RegionCode.parse(code);
const parent = testIssue(central.id, {
	region: region("680000"),
	statement: "全省尾矿库渗漏。",
	number: "十七",
	seq: 17,
});

const issues: Readonly<Record<string, Issue>> = {
	parent,
	ended: testIssue(central.id, {
		lifecycle: "closed",
		deadline: testDeadline("2025-12-31"),
		number: "1",
		seq: 1,
	}),
	overdue: testIssue(central.id, {
		deadline: testDeadline("2026-03-01"),
		number: "2",
		seq: 2,
		field: "lake",
	}),
	today: testIssue(central.id, {
		deadline: testDeadline("2026-03-02"),
		number: "3",
		seq: 3,
		generality: "common",
	}),
	soon: testIssue(central.id, {
		deadline: testDeadline("2026-03-20"),
		number: "4",
		seq: 4,
		parentId: parent.id,
	}),
	later: testIssue(film.id, {
		deadline: testDeadline("2027-03-20"),
		number: "5",
		seq: 5,
		region: region("680200"),
		statement: "镇污水处理厂ＣＯＤ超标，PM2.5同时超标。",
	}),
	undated: testIssue(central.id, {
		number: "6",
		seq: 6,
		region: region("680100"),
		importIds: [importId],
		lifecycle: "inProgress",
		assignments: [testAssignment("lead", eco.id), testAssignment("supervising", water.id)],
	}),
	both: {
		...testIssue(central.id, { number: "7", seq: 7, region: region("680122") }),
		mandates: [
			{ inspectionId: central.id, number: "7", seq: 7, deadline: null },
			{ inspectionId: film.id, number: "1", seq: 1, deadline: null },
		],
	},
};
const nameOf = new Map(Object.entries(issues).map(([name, { id }]) => [id, name]));

beforeAll(async () => {
	await withTransaction(database, async (tx) => {
		await saveRegions(tx, [{ code: region("680121"), name: "松泉县" }]);
		await saveUnits(tx, [eco, water]);
		await savePeople(tx, []);
		await saveInspections(tx, [central, film] satisfies Inspection[]);
		await saveIssues(tx, Object.values(issues).map(asNew), DAY);
	});
});

const PROVINCE: ListScope = { regionPrefix: "68", unitId: null };

async function names(
	filter: IssueFilter,
	more: { scope?: ListScope; sort?: IssueSort; descending?: boolean } = {},
) {
	const page = await listIssueRows(database, {
		scope: more.scope ?? PROVINCE,
		filter,
		sort: more.sort ?? "number",
		descending: more.descending ?? false,
		limit: 50,
		after: null,
		asOf: DAY,
	});
	expect(page.total).toEqual({ count: page.rows.length, exact: true });
	return page.rows.map(({ id }) => nameOf.get(id));
}

const everything = ["ended", "overdue", "today", "soon", "later", "undated", "both", "parent"];

describe("scope", () => {
	test.each([
		{ scope: "68", found: everything },
		{ scope: "", found: everything },
		{ scope: "6801", found: ["ended", "overdue", "today", "soon", "undated", "both"] },
		{ scope: "680121", found: ["ended", "overdue", "today", "soon"] },
		{ scope: "62", found: [] },
	])("codes that start with “$scope”", async ({ scope, found }) => {
		expect(await names({}, { scope: { regionPrefix: scope, unitId: null } })).toEqual(found);
	});

	it("is narrowed by the filter's region, never widened", async () => {
		expect(await names({ region: region("680200") })).toEqual(["later"]);
		const county = { regionPrefix: "680121", unitId: null };
		expect(await names({ region: region("680000") }, { scope: county })).toEqual([
			"ended",
			"overdue",
			"today",
			"soon",
		]);
		expect(await names({ region: region("680122") }, { scope: county })).toEqual([]);
	});

	it("of a unit holds only its own issues", async () => {
		expect(await names({}, { scope: { regionPrefix: "68", unitId: eco.id } })).toEqual(["undated"]);
		expect(await names({}, { scope: { regionPrefix: "6802", unitId: eco.id } })).toEqual([]);
	});
});

const filters: readonly { name: string; filter: IssueFilter; found: string[] }[] = [
	{ name: "states", filter: { states: ["inProgress", "closed"] }, found: ["ended", "undated"] },
	{ name: "unit in any role", filter: { unitId: water.id }, found: ["undated"] },
	{ name: "unit in a role", filter: { unitId: water.id, unitRole: "lead" }, found: [] },
	{ name: "unit in its role", filter: { unitId: eco.id, unitRole: "lead" }, found: ["undated"] },
	{ name: "no such unit", filter: { unitId: UnitId.parse(testId()) }, found: [] },
	{ name: "kind of any mandate", filter: { sourceKinds: ["provincialFilm"] }, found: ["later", "both"] },
	{ name: "inspection of any mandate", filter: { inspectionId: film.id }, found: ["later", "both"] },
	{
		name: "round of any mandate",
		filter: { round: 2 },
		found: everything.filter((name) => name !== "later"),
	},
	{ name: "tier", filter: { tier: "city" }, found: ["later", "undated"] },
	{ name: "field", filter: { field: "lake" }, found: ["overdue"] },
	{ name: "generality", filter: { generality: "common" }, found: ["today"] },
	{ name: "due from", filter: { dueFrom: DAY }, found: ["today", "soon", "later"] },
	{ name: "due to", filter: { dueTo: DAY }, found: ["ended", "overdue", "today"] },
	{ name: "overdue", filter: { standing: "overdue" }, found: ["overdue"] },
	{ name: "due in 7 days, today with them", filter: { standing: "due7" }, found: ["today"] },
	{ name: "due in 30 days", filter: { standing: "due30" }, found: ["soon"] },
	{ name: "later", filter: { standing: "later" }, found: ["later"] },
	{ name: "no date", filter: { standing: "none" }, found: ["undated", "both", "parent"] },
	{ name: "ended", filter: { standing: "over" }, found: ["ended"] },
	{
		name: "standing and states against each other",
		filter: { standing: "over", states: ["inProgress"] },
		found: [],
	},
	{ name: "parent", filter: { parentId: parent.id }, found: ["soon"] },
	{ name: "import", filter: { importId }, found: ["undated"] },
	{ name: "complete", filter: { incomplete: false }, found: [] },
	{ name: "incomplete", filter: { incomplete: true }, found: everything },
	{
		name: "all together",
		filter: { standing: "none", unitId: eco.id, states: ["inProgress"], text: "污水" },
		found: ["undated"],
	},
];

test.each(filters)("filter: $name", async ({ filter, found }) => {
	expect(await names(filter)).toEqual(found);
});

const searches: readonly { text: string; found: string[] }[] = [
	{ text: "尾矿", found: ["parent"] },
	{ text: "渗漏尾矿", found: [] },
	{ text: "渗漏 尾矿", found: ["parent"] },
	{ text: "污水处理厂", found: ["later"] },
	{ text: "cod", found: ["later"] },
	{ text: "ＣＯ", found: ["later"] },
	{ text: "od", found: [] },
	{ text: "pm2.5", found: ["later"] },
	{ text: "厂", found: ["later"] },
	{ text: "。", found: [] },
	{ text: "十七", found: ["parent"] },
	{ text: "生态环境厅", found: ["undated"] },
	{ text: "水污", found: [] },
];

test.each(searches)("search: “$text”", async ({ text, found }) => {
	expect(await names({ text })).toEqual(found);
});

describe("order", () => {
	const order = (sort: IssueSort, descending = false) => names({}, { sort, descending });

	it("puts issues without a date last, whichever way", async () => {
		const undated = ["undated", "both", "parent"];
		const dated = ["ended", "overdue", "today", "soon", "later"];
		expect((await order("due")).slice(0, 5)).toEqual(dated);
		expect((await order("due")).slice(5).toSorted()).toEqual(undated.toSorted());
		expect((await order("due", true)).slice(0, 5)).toEqual(dated.toReversed());
		expect((await order("due", true)).slice(5).toSorted()).toEqual(undated.toSorted());
	});

	it("sorts by region, then number", async () => {
		const byRegion = ["parent", "undated", "ended", "overdue", "today", "soon", "both", "later"];
		expect(await order("region")).toEqual(byRegion);
		expect(await order("region", true)).toEqual(byRegion.toReversed());
	});
});

it("shows an assignment until the day it ends, and lists it no longer from then on", async () => {
	const end = IsoDate.parse("2026-03-05");
	const leaving = testIssue(central.id, {
		region: region("690000"),
		assignments: [testAssignment("lead", eco.id, { until: end })],
	});
	await withTransaction(database, (tx) => saveIssues(tx, [asNew(leaving)], DAY));
	const listed = async () => {
		const scope = { regionPrefix: "69", unitId: null };
		const request = { sort: "due", descending: false, limit: 5, after: null, asOf: end } as const;
		const all = await listIssueRows(database, { ...request, scope, filter: {} });
		const ofUnit = await listIssueRows(database, { ...request, scope, filter: { unitId: eco.id } });
		return { units: all.rows[0]?.leadUnits, ofUnit: ofUnit.rows.length };
	};
	expect(await listed()).toEqual({ units: ["岚江省生态环境厅"], ofUnit: 1 });
	expect(await refreshDay(database, DAY)).toBe(0);
	expect(await refreshDay(database, end)).toBe(1);
	expect(await listed()).toEqual({ units: [], ofUnit: 0 });
	expect(await refreshDay(database, end)).toBe(0);
});

it("lists an ended assignment no longer, also where the issue itself is the first that is written on that day", async () => {
	const end = IsoDate.parse("2026-03-05");
	const [byItself, byPeople] = ["690100", "690200"].map((code) =>
		testIssue(central.id, {
			region: region(code),
			assignments: [testAssignment("lead", water.id, { until: end })],
		}),
	);
	if (byItself === undefined || byPeople === undefined) throw new Error("two issues");
	await withTransaction(database, (tx) => saveIssues(tx, [asNew(byItself), asNew(byPeople)], DAY));
	const later = [
		{ before: byItself, issue: { ...byItself, version: 2 }, missing: [] },
		{
			before: byPeople,
			issue: { ...byPeople, version: 2, updatedAt: Instant.parse("2026-03-05T01:00:00.000Z") },
			missing: [],
		},
	];
	await withTransaction(database, (tx) => saveIssues(tx, later, end));
	await refreshDay(database, end);
	const ofUnit = await listIssueRows(database, {
		...{ sort: "due", descending: false, limit: 5, after: null, asOf: end },
		scope: { regionPrefix: "69", unitId: water.id },
		filter: {},
	});
	expect(ofUnit.rows).toEqual([]);
	expect(await refreshDay(database, end)).toBe(0);
});
