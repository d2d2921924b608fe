import { expect, test } from "vitest";
import { issueMoved, type LedgerState } from "../issues/shape.ts";
import type { FilterInput, IssueRow, SortKey } from "../issues/wire.ts";
import { page, row } from "../testing/fixtures.ts";
import { emptyList, type ListAction, reduceList, selectedRow, wantsMore } from "./list-state.ts";

const QUERY = { filter: {}, sort: "due", descending: false } as const;
const HEIGHT = 10;

type Action = ListAction<IssueRow, FilterInput, SortKey>;
const run = (state: LedgerState, ...actions: Action[]): LedgerState =>
	actions.reduce((held, action) => reduceList(held, action, issueMoved), state);
const asked = (anchor: "start" | "end" = "start") =>
	run(emptyList(QUERY), { type: "asked", query: QUERY, anchor });
const loaded = run(asked(), { type: "loaded", generation: 1, page: page(1, 30, "next") });
const change = (n: number, changes: Record<string, unknown>) => ({
	type: "changed" as const,
	change: {
		id: row(n).id,
		by: "周远",
		at: "2026-07-12T01:00:00.000Z",
		types: ["issueAmended"],
		row: row(n, changes),
	},
});

test("an answer to an earlier query is dropped", () => {
	const state = run(
		asked(),
		{ type: "asked", query: QUERY, anchor: "start" },
		{ type: "loaded", generation: 1, page: page(1, 5) },
	);
	expect(state.rows).toEqual([]);
	expect(state.loading).toBe("first");
});

test("pages follow each other, and a row that moved between them is there once", () => {
	const state = run(loaded, { type: "loaded", generation: 1, page: page(30, 5) });
	expect(state.rows.map((one) => one.number)).toEqual(
		Array.from({ length: 34 }, (_, index) => String(index + 1)),
	);
	expect(state.cursor).toBeNull();
});

test("the selection stays inside and in sight", () => {
	const down = run(loaded, { type: "moved", by: 25, height: HEIGHT });
	expect([down.selected, down.top]).toEqual([25, 16]);
	expect(run(down, { type: "moved", by: 100, height: HEIGHT }).selected).toBe(29);
	expect(run(down, { type: "moved", by: -100, height: HEIGHT })).toMatchObject({ selected: 0, top: 0 });
	expect(run(down, { type: "resized", height: 3 }).top).toBe(23);
});

test("more is wanted near the open side only, and not twice", () => {
	expect(wantsMore(loaded, HEIGHT)).toBe(false);
	const near = run(loaded, { type: "moved", by: 12, height: HEIGHT });
	expect(wantsMore(near, HEIGHT)).toBe(true);
	expect(wantsMore(run(near, { type: "loading", what: "more" }), HEIGHT)).toBe(false);
});

test("read from behind, the last row is selected and pages are put in front", () => {
	const end = run(asked("end"), { type: "loaded", generation: 1, page: page(1, 5, "next") });
	expect(end.rows.map((one) => one.number)).toEqual(["5", "4", "3", "2", "1"]);
	expect(selectedRow(end)?.number).toBe("1");
	const more = run(end, { type: "loaded", generation: 1, page: page(6, 5) });
	expect(more.rows[0]?.number).toBe("10");
	expect(selectedRow(more)?.number).toBe("1");
});

test("a change replaces its row and marks it until it is seen", () => {
	const state = run(loaded, change(3, { version: 4, remarks: "新" }));
	expect(state.rows[2]?.remarks).toBe("新");
	expect(state.changed[row(3).id]?.by).toBe("周远");
	expect(state.stale).toBe(false);
	expect(run(state, { type: "seen", id: row(3).id }).changed).toEqual({});
});

test("a change that came late changes nothing", () => {
	expect(run(loaded, change(3, { version: 2, remarks: "旧" })).rows[2]?.remarks).toBeNull();
});

test.each([
	{ name: "a new due date", by: change(3, { version: 4, due: "2026-09-30" }) },
	{ name: "an issue that is not in the rows", by: change(59, { version: 1 }) },
])("$name makes the order doubtful", ({ by }) => {
	expect(run(loaded, by).stale).toBe(true);
});

test("read anew, the selection stays on its issue, and on its place when that is gone", () => {
	const at = run(loaded, { type: "moved", by: 4, height: HEIGHT });
	const shifted = run(at, { type: "reloaded", generation: 1, pages: [page(3, 20)] });
	expect(selectedRow(shifted)?.number).toBe("5");
	const gone = run(at, { type: "reloaded", generation: 1, pages: [page(40, 20)] });
	expect(gone.selected).toBe(4);
});

test("n goes round the changed rows in both directions", () => {
	const state = run(loaded, change(3, { version: 4 }), change(8, { version: 4 }));
	const first = run(state, { type: "movedToChanged", forward: true, height: HEIGHT });
	expect(selectedRow(first)?.number).toBe("3");
	expect(selectedRow(run(first, { type: "movedToChanged", forward: true, height: HEIGHT }))?.number).toBe(
		"8",
	);
	expect(selectedRow(run(first, { type: "movedToChanged", forward: false, height: HEIGHT }))?.number).toBe(
		"8",
	);
	expect(run(loaded, { type: "movedToChanged", forward: true, height: HEIGHT })).toBe(loaded);
});
