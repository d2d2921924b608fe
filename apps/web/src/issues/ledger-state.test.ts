import type { IssueRow } from "@zhenggai/domain/issues";
import { describe, expect, test } from "vitest";
import { emptyList, type ListState, reduceList } from "../list/list-state.ts";
import { change, idOf, page, row } from "../testing/rows.ts";
import { compareRows, type LedgerOrder } from "./ledger-state.ts";

type LedgerState = ListState<IssueRow>;
const emptyLedger: LedgerState = emptyList();

const byDue: LedgerOrder = { sort: "due", descending: false };
const NOW = 1_000_000;

const due = (n: number, date: string | null, version = 1) => row(n, { due: date, version });

const load = (...pages: ReturnType<typeof page>[]): LedgerState =>
	pages.reduce((state, one) => reduceList(state, { type: "pageLoaded", page: one }), emptyLedger);

const changed = (
	state: LedgerState,
	event: ReturnType<typeof change>,
	order = byDue,
	now = NOW,
): LedgerState =>
	reduceList(state, {
		type: "changed",
		change: { id: event.issueId, version: event.version, row: event.row },
		compare: (a, b) => compareRows(a, b, order),
		now,
	});

const ids = (state: LedgerState): string[] => state.rows.map((one) => one.id);

const three = () => load(page([due(1, "2026-01-01"), due(2, "2026-02-01"), due(3, "2026-03-01")]));

describe("pages", () => {
	test("follow one another, and the last one says that there are no more", () => {
		const state = load(page([row(1)], "more", 2), page([row(2)], null, 2));
		expect(ids(state)).toEqual([idOf(1), idOf(2)]);
		expect(state.nextCursor).toBeNull();
		expect(state.total).toEqual({ count: 2, exact: true });
	});

	test("the stream begins where the first page was read", () => {
		const state = load(page([row(1)], "more"), { ...page([row(2)]), liveFrom: page([]).liveFrom });
		expect(state.liveFrom).toBe("1:1");
	});

	test("a row that moved behind the reader does not come twice", () => {
		const first = load(page([due(1, "2026-01-01"), due(2, "2026-02-01")], "more", 3));
		const moved = changed(first, change(1, 2, due(1, "2026-09-01", 2)));
		const all = reduceList(moved, {
			type: "pageLoaded",
			page: page([due(3, "2026-05-01"), due(1, "2026-09-01", 2)]),
		});
		expect(ids(all)).toEqual([idOf(1), idOf(2), idOf(3)]);
	});

	test("a reset forgets everything", () => {
		expect(reduceList(three(), { type: "reset" })).toEqual(emptyLedger);
	});
});

describe("a live change", () => {
	test("replaces the row where it stands, also when its order changes", () => {
		const state = changed(three(), change(1, 2, due(1, "2026-12-01", 2)));
		expect(ids(state)).toEqual([idOf(1), idOf(2), idOf(3)]);
		expect(state.rows[0]?.due).toBe("2026-12-01");
		expect([...state.moved]).toEqual([idOf(1)]);
		expect(state.touched.get(idOf(1))).toBe(NOW);
	});

	test("that leaves the order alone is no move", () => {
		const state = changed(three(), change(2, 2, row(2, { due: "2026-02-01", version: 2, goal: "新目标" })));
		expect(state.moved.size).toBe(0);
		expect(state.rows[1]?.goal).toBe("新目标");
	});

	test("of a version already shown changes nothing", () => {
		const state = three();
		expect(changed(state, change(2, 1, due(2, "2026-09-09", 1)))).toBe(state);
	});

	test("puts a new row at its place and counts it", () => {
		const state = changed(three(), change(9, 1, due(9, "2026-02-15")));
		expect(ids(state)).toEqual([idOf(1), idOf(2), idOf(9), idOf(3)]);
		expect(state.total.count).toBe(4);
	});

	test("of a row beyond the loaded pages is only counted", () => {
		const partly = load(page([due(1, "2026-01-01")], "more", 5));
		const state = changed(partly, change(9, 1, due(9, "2027-01-01")));
		expect(ids(state)).toEqual([idOf(1)]);
		expect(state.total.count).toBe(6);
	});

	test("without a row takes it off the list", () => {
		const state = changed(three(), change(2, 2, null));
		expect(ids(state)).toEqual([idOf(1), idOf(3)]);
		expect(state.total.count).toBe(2);
	});

	test("without a row about something unknown changes nothing", () => {
		const state = three();
		expect(changed(state, change(7, 1, null))).toBe(state);
	});

	test("before the first page is left to the page", () => {
		expect(changed(emptyLedger, change(1, 1, row(1)))).toBe(emptyLedger);
	});

	test("is forgotten after a minute", () => {
		const early = changed(three(), change(1, 2, due(1, "2026-01-01", 2)));
		const late = changed(early, change(2, 2, due(2, "2026-02-01", 2)), byDue, NOW + 61_000);
		expect([...late.touched.keys()]).toEqual([idOf(2)]);
	});
});

describe("the order", () => {
	test.each([
		["earlier before later", due(1, "2026-01-01"), due(2, "2026-02-01"), byDue, -1],
		[
			"later first when descending",
			due(1, "2026-01-01"),
			due(2, "2026-02-01"),
			{ sort: "due", descending: true } as const,
			1,
		],
		["no date comes last", due(1, null), due(2, "2026-02-01"), byDue, 1],
		[
			"no date comes last also when descending",
			due(1, null),
			due(2, "2026-02-01"),
			{ sort: "due", descending: true } as const,
			1,
		],
		["numbers count as numbers", row(9), row(10), { sort: "number", descending: false } as const, -1],
		["equal keys are equal", due(1, "2026-01-01"), due(2, "2026-01-01"), byDue, 0],
	])("%s", (_name, a, b, order, expected) => {
		expect(Math.sign(compareRows(a, b, order))).toBe(expected);
	});
});
