import { expect, test } from "vitest";
import { detail } from "../testing/fixtures.ts";
import { acknowledgeMode, actionMenu, outcomeMode, refusalMode, startPlanningMode } from "./act-modes.ts";
import { openAssignments, readAssignment, requestFor } from "./act-request.ts";
import { newId } from "./uuid.ts";

test("taking on needs Enter, starting to plan the number of the issue", () => {
	const issue = detail(7);
	const [first] = issue.assignments;
	if (first === undefined) throw new Error("an assignment");
	expect(acknowledgeMode(issue, first)).toMatchObject({ kind: "confirm", answer: null });
	expect(startPlanningMode(issue)).toMatchObject({ kind: "confirm", answer: "7" });
});

test("the menu has what is possible first, the rest with the reason", () => {
	const menu = actionMenu("1", detail(1).actions);
	if (menu.kind !== "menu") throw new Error("a menu");
	expect(menu.items.map((item) => [item.id, item.off?.zh ?? null])).toEqual([
		["acknowledgeAssignment", null],
		["startPlanning", "牵头单位尚未签收"],
	]);
});

test("a refusal carries its rule, what clears it and who can", () => {
	expect(refusalMode(detail(1).actions, "acknowledgeAssignment")).toBeNull();
	expect(refusalMode(detail(1).actions, "startPlanning")).toMatchObject({
		refusals: [{ rule: "PLAN-02", clears: { zh: "补齐责任领导" }, who: ["cityOffice"] }],
	});
});

test("an own unit takes on its own assignments, an office any", () => {
	const issue = detail(1);
	expect(openAssignments(issue, null)).toHaveLength(1);
	expect(openAssignments(issue, issue.assignments[0]?.unit?.id ?? "")).toHaveLength(1);
	const taken = { at: issue.row.updatedAt, by: "周远" };
	const done = { ...issue, assignments: issue.assignments.map((one) => ({ ...one, acknowledged: taken })) };
	expect(openAssignments(done, null)).toEqual([]);
});

test.each([
	{ text: "牵头 兰江市水务局", found: { role: "lead", unit: "兰江市水务局" } },
	{ text: "lead Water Bureau", found: { role: "lead", unit: "Water Bureau" } },
	{ text: "督导 省生态环境厅", found: { role: "supervising", unit: "省生态环境厅" } },
	{ text: "牵头", found: null },
	{ text: "总管 水务局", found: null },
	{ text: "", found: null },
])("“$text” is read as $found", ({ text, found }) => {
	expect(readAssignment(text)).toEqual(found);
});

test("a refusal may be tried again with a justification once, a conflict not", () => {
	const request = requestFor(detail(1), "startPlanning");
	const refused = { ok: false, refusals: [], conflict: null } as const;
	const conflict = {
		ok: false as const,
		refusals: [],
		conflict: { currentVersion: 4, changes: [{ version: 4, type: "issueAmended", by: "周远", at: "" }] },
	};
	expect(outcomeMode(request, { ...refused, refusals: [] })).toMatchObject({ retry: request });
	expect(outcomeMode({ ...request, justification: "急办" }, { ...refused, refusals: [] })).toMatchObject({
		retry: null,
	});
	expect(outcomeMode(request, conflict)).toMatchObject({
		retry: null,
		notes: [{ zh: "其间 周远：更正要素" }],
	});
});

test("new ids are UUIDv7 and sort by their moment", () => {
	const [early, late] = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
	expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(early < late).toBe(true);
});
