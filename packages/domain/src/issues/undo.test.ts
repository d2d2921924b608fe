import { expect, test } from "vitest";
import type { IssueCommand } from "./commands.ts";
import { describeEvent } from "./history.ts";
import {
	append,
	importId,
	LATER,
	NOTHING,
	undoContext,
	type Written,
	working,
	write,
} from "./testing/undo.ts";
import {
	actor,
	assignment,
	assignmentId,
	CITY,
	COUNTY,
	day,
	INSPECTION,
	issueId,
	LEAD,
	LEAD_CLERK,
	measure,
	measureId,
	OFFICE,
	OTHER_CITY,
	OWNERS,
	registration,
	SUPERVISOR,
	WORKER,
} from "./testing.ts";
import { numbersBack, planUndo, undoImport } from "./undo.ts";

const FIRST = importId(1);
const SECOND = importId(2);
const REGISTERED = write(NOTHING, [registration({ importId: FIRST, assignments: [...OWNERS] })], {
	importId: FIRST,
});
const BY_HAND = write(NOTHING, [
	registration({ assignments: [...OWNERS], measures: [measure(1, "封堵渗漏点")] }),
]);

const goal = (words: string, more: { importId?: typeof FIRST } = {}): IssueCommand => ({
	type: "amendIssue",
	changes: { goal: words },
	reason: "按文件更正",
	importId: more.importId ?? null,
});
const refusalsOf = (written: Written, id = FIRST, more = {}) => {
	const decision = undoImport(written.entries, id, undoContext(more));
	return decision.ok ? [] : decision.refusals;
};
const rulesOf = (...asked: Parameters<typeof refusalsOf>) => refusalsOf(...asked).map(({ rule }) => rule);

test("[issues I29] a registration that was acknowledged since is not voided: who did it and when is told", () => {
	const acknowledged = write(REGISTERED, [{ type: "acknowledgeAssignment", assignmentId: assignmentId(1) }], {
		by: LEAD_CLERK,
		at: LATER,
	});
	const { act, obstacles } = planUndo(acknowledged.entries, FIRST, undoContext());
	expect(act).toBe("void");
	expect(obstacles).toMatchObject([
		{ rule: "TOUCHED_SINCE", by: "leadUnit@990100", at: LATER, importId: null, who: [] },
	]);
	expect(obstacles[0]?.message.zh).toBe("2026年3月20日 09:00 leadUnit@990100“签收认领”");
	expect(obstacles[0]?.clears.zh).toContain("办理撤销");
	expect(rulesOf(acknowledged)).toEqual(["TOUCHED_SINCE"]);
});

test("[issues I29] a later import is undone first, whatever it did to a registration", () => {
	const twice = write(REGISTERED, [goal("甲", { importId: SECOND }), measureAdded(9)], { importId: SECOND });
	expect(refusalsOf(twice)).toMatchObject([
		{ rule: "LATER_IMPORT", clears: { zh: "先撤销导入“第2份”", en: "Undo the import “第2份” first" } },
	]);
	const decision = undoImport(twice.entries, SECOND, undoContext());
	expect(rulesOf(append(twice, decision.ok ? decision.events : [], SECOND))).toEqual([]);
});

const measureAdded = (n: number): IssueCommand => ({
	type: "addMeasure",
	measures: [measure(n, "开展排查")],
	importId: SECOND,
});

test("[issues I29] decomposing, ending and leaning on it keep a registration", () => {
	const decomposed = write(REGISTERED, [
		{ type: "decomposeIssue", children: [{ issueId: issueId(2), region: COUNTY }] },
	]);
	expect(refusalsOf(decomposed).map(({ message }) => message.zh.replace(/.*“/, "“"))).toEqual(["“分解”"]);
	const withdrawn = write(REGISTERED, [{ type: "withdrawIssue", document: "撤销函", reason: "列入有误" }]);
	expect(rulesOf(withdrawn)).toEqual(["TOUCHED_SINCE"]);
	const below = { id: issueId(5), number: "3", how: "below", importId: SECOND } as const;
	expect(refusalsOf(REGISTERED, FIRST, { dependents: [below] })).toMatchObject([
		{ rule: "DEPENDENT_ISSUE", message: { zh: "第3项挂在其下" }, clears: { zh: "先撤销导入“第2份”" } },
	]);
	const merged = { ...below, how: "merged", importId: null } as const;
	expect(refusalsOf(REGISTERED, FIRST, { dependents: [merged] })).toMatchObject([{ who: [] }]);
});

test("[issues I27] an element changed since is in the way until it is as the import left it, or as before", () => {
	const imported = write(BY_HAND, [goal("甲目标", { importId: FIRST })], { importId: FIRST });
	const touched = write(imported, [goal("乙目标")]);
	expect(refusalsOf(touched)).toMatchObject([
		{ rule: "TOUCHED_SINCE", field: "goal", by: "cityOffice@990100" },
	]);
	expect(refusalsOf(touched)[0]?.message.zh).toContain("“更正要素”（整改目标）");
	expect(rulesOf(write(touched, [goal("甲目标")]))).toEqual([]);
	const asBefore = write(touched, [goal("渣库渗漏得到控制，断面稳定达标。")]);
	expect(planUndo(asBefore.entries, FIRST, undoContext())).toMatchObject({ act: "nothing", events: [] });
	const other: IssueCommand = {
		type: "amendIssue",
		changes: { remarks: "已核" },
		reason: "补记",
		importId: null,
	};
	const undone = undoImport(write(imported, [other]).entries, FIRST, undoContext());
	expect(undone).toMatchObject({
		ok: true,
		events: [{ changes: { from: { goal: "甲目标" }, to: { goal: "渣库渗漏得到控制，断面稳定达标。" } } }],
	});
});

const REPLACED: readonly IssueCommand[] = [
	{ type: "assignIssue", assignments: [assignment(9, "lead", WORKER)], importId: FIRST },
	{ type: "endAssignment", assignmentId: assignmentId(1), until: day("2026-03-02"), reason: "按文件更正" },
];

test("[issues I27] a lead unit that an import replaced leads again, and the other stays on record", () => {
	const imported = write(BY_HAND, REPLACED, { importId: FIRST });
	const decision = undoImport(imported.entries, FIRST, undoContext());
	if (!decision.ok) throw new Error("nothing is in the way");
	const { state } = append(imported, decision.events, FIRST);
	expect(working(state)).toEqual(working(BY_HAND.state));
	expect(state?.takenBack?.[0]?.assignments.map(({ unitId }) => unitId)).toEqual([WORKER]);
	const [event] = decision.events;
	if (event === undefined || state === null) throw new Error("an event");
	const names = new Map<string, string>([
		[LEAD, "市生态环境局"],
		[WORKER, "青石县政府"],
	]);
	const said = describeEvent(event, {
		issue: state,
		unit: (id) => ({ name: names.get(id) ?? id, kind: "department" }),
		person: () => undefined,
		regionName: () => undefined,
		issueNumber: () => undefined,
		inspectionName: () => undefined,
	});
	expect(said).toEqual({
		summary: { zh: "撤销导入，恢复牵头单位", en: "Import undone, as before: lead unit" },
		changes: [
			{
				field: "lead",
				label: { zh: "牵头单位", en: "Lead unit" },
				from: "青石县政府",
				to: "市生态环境局",
			},
		],
		reason: "导错了文件",
		importId: FIRST,
	});
});

test("[issues I29] an acknowledged assignment of an import keeps it, until somebody ends the assignment", () => {
	const acknowledged = write(
		write(BY_HAND, REPLACED, { importId: FIRST }),
		[{ type: "acknowledgeAssignment", assignmentId: assignmentId(9) }],
		{ by: actor("leadUnit", CITY, { unitId: WORKER }) },
	);
	expect(refusalsOf(acknowledged)).toMatchObject([
		{ rule: "TOUCHED_SINCE", field: "assignments", clears: { zh: "先解除这项责任，再撤销导入" } },
	]);
	const ended = write(acknowledged, [
		{ type: "endAssignment", assignmentId: assignmentId(9), until: day("2026-03-21"), reason: "交办有误" },
	]);
	const decision = undoImport(ended.entries, FIRST, undoContext());
	const { state } = append(ended, decision.ok ? decision.events : [], FIRST);
	const held = state?.assignments.map(({ id, until, acknowledged: seen }) => [id, until, seen !== null]);
	expect(held).toContainEqual([assignmentId(1), null, false]);
	expect(held).toContainEqual([assignmentId(9), "2026-03-21", true]);
});

test("[issues I29] what was handed over is in the way, and a party that was named again does not come back twice", () => {
	const imported = write(BY_HAND, REPLACED, { importId: FIRST });
	const handed = write(imported, [
		{
			type: "handOverAssignment",
			assignmentId: assignmentId(9),
			successor: assignment(10, "lead", SUPERVISOR, { from: day("2026-03-10") }),
			reason: "机构改革",
		},
	]);
	expect(rulesOf(handed)).toEqual(["TOUCHED_SINCE"]);
	const again = write(imported, [
		{ type: "assignIssue", assignments: [assignment(11, "lead", LEAD)], importId: null },
	]);
	expect(refusalsOf(again)).toMatchObject([{ rule: "TOUCHED_SINCE", field: "assignments" }]);
});

test("[issues I27] an issue that the import assigned is registered again, and not while it is being planned", () => {
	const bare = write(NOTHING, [registration({ assignments: [assignment(1, "lead", LEAD)] })]);
	const assigned = write(
		bare,
		[{ type: "assignIssue", assignments: [assignment(2, "supervising", SUPERVISOR)], importId: FIRST }],
		{ importId: FIRST },
	);
	expect(assigned.state?.lifecycle).toBe("assigned");
	const decision = undoImport(assigned.entries, FIRST, undoContext());
	expect(append(assigned, decision.ok ? decision.events : [], FIRST).state?.lifecycle).toBe("registered");
	const planning = write(
		assigned,
		[{ type: "acknowledgeAssignment", assignmentId: assignmentId(1) }, { type: "startPlanning" }],
		{ by: LEAD_CLERK },
	);
	const obstacles = planUndo(planning.entries, FIRST, undoContext()).obstacles;
	expect(obstacles).toMatchObject([{ field: "lifecycle", by: "leadUnit@990100", who: [] }]);
});

test("[issues I27] a measure that the import cancelled is live again; one that was cancelled by hand stays so", () => {
	const cancelled = write(
		BY_HAND,
		[{ type: "cancelMeasure", measureId: measureId(1), reason: "文件未列", importId: FIRST }, brought(7)],
		{ importId: FIRST },
	);
	const byHand = write(cancelled, [
		{ type: "cancelMeasure", measureId: measureId(7), reason: "不再需要", importId: null },
	]);
	const decision = undoImport(byHand.entries, FIRST, undoContext());
	const { state } = append(byHand, decision.ok ? decision.events : [], FIRST);
	expect(state?.measures.map(({ id, state: now }) => [id, now])).toEqual([
		[measureId(1), "notStarted"],
		[measureId(7), "cancelled"],
	]);
});

const brought = (n: number): IssueCommand => ({
	type: "addMeasure",
	measures: [measure(n, "修复植被")],
	importId: FIRST,
});

test("[issues I30] a number that comes back is looked for, and one that is taken by now is in the way (DATA-01)", () => {
	const renumbered = write(
		BY_HAND,
		[
			{
				type: "amendIssue",
				changes: { numberByTier: { central: null, province: "55", city: "13", county: null } },
				reason: "按文件更正",
				importId: FIRST,
			},
		],
		{ importId: FIRST },
	);
	const plan = planUndo(renumbered.entries, FIRST, undoContext());
	expect(numbersBack(plan)).toEqual([{ inspectionId: INSPECTION, number: "12" }]);
	const taken = {
		issueId: issueId(7),
		lifecycle: "registered",
		inspectionId: INSPECTION,
		tier: "city",
		listRegion: CITY,
		number: "12",
	} as const;
	expect(rulesOf(renumbered, FIRST, { takenNumbers: [taken] })).toEqual(["DATA-01"]);
});

test("[issues I31] only an office of that list undoes an import, and not without a reason", () => {
	for (const [who, rule] of [
		[LEAD_CLERK, "NOT_ALLOWED"],
		[actor("cityOffice", OTHER_CITY), "OUT_OF_REGION"],
		[actor("countyOffice", CITY), "NOT_YOUR_LIST"],
	] as const) {
		expect(rulesOf(REGISTERED, FIRST, { actor: who })).toEqual([rule]);
	}
	expect(rulesOf(REGISTERED, FIRST, { reason: " 错 " })).toEqual(["REASON_MISSING"]);
	expect(rulesOf(REGISTERED, FIRST, { actor: OFFICE })).toEqual([]);
});

test("an import that did nothing to the issue leaves it alone", () => {
	expect(undoImport(BY_HAND.entries, FIRST, undoContext())).toEqual({ ok: true, events: [] });
});
