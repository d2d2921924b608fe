import { expect, test } from "vitest";
import type { ComplaintShape } from "../complaints/shape.ts";
import { bindingsOn, KEYMAP } from "../keymap.ts";
import type { ScreenAction } from "../panes/screen-state.ts";
import { makeLook } from "../terminal/look.ts";
import {
	complaint,
	complaintDetail,
	complaintPageOf,
	complaintTotals,
	INSPECTION,
} from "../testing/complaint-fixtures.ts";
import { me } from "../testing/fixtures.ts";
import { offReason } from "./availability.ts";
import { current } from "./current.ts";
import { helpMode } from "./mode.ts";
import { frameOf } from "./screen.ts";
import { spokenLines } from "./spoken.ts";
import { type AppAction, type AppState, initialState, reduceApp } from "./state.ts";

const NOON = Date.parse("2026-07-12T04:00:00.000Z");
const environment = {
	language: "zh-CN",
	colour: false,
	ascii: false,
	ambiguousWide: false,
	fullScreen: true,
	screenReader: false,
	columns: 80,
} as const;
const look = makeLook(environment);
const english = makeLook({ ...environment, language: "en" });
const reader = { ...me(), actions: ["viewIssue", "viewComplaint"] };

const start = (columns: number, rows: number): AppState =>
	initialState({
		size: { columns, rows },
		language: "zh-CN",
		preview: true,
		split: 50,
		now: NOON,
		issues: { sort: "due", descending: false, columns: null },
		complaints: { sort: "batch", descending: false, columns: null },
	});

const on = (action: ScreenAction<ComplaintShape>): AppAction => ({ type: "complaints", action });
const scope = { inspectionId: INSPECTION, batch: null, region: null };
const { id } = complaint(1);

const DATA: readonly AppAction[] = [
	{ type: "signedIn", me: reader },
	{ type: "screen", screen: "complaints" },
	on({ type: "counted", counts: { 1: { count: 30, exact: true }, 2: { count: 15, exact: true } } }),
	on({
		type: "list",
		action: { type: "asked", query: { filter: {}, sort: "batch", descending: false }, anchor: "start" },
	}),
	on({ type: "list", action: { type: "loaded", generation: 1, page: complaintPageOf(1, 30) } }),
	on({ type: "link", link: { state: "live" } }),
	on({ type: "detail", action: { type: "asked", id } }),
	on({ type: "detail", action: { type: "loaded", id, detail: complaintDetail(1) } }),
	{ type: "totals", action: { type: "asked", scope, name: "第三轮省级督察" } },
	{ type: "totals", action: { type: "loaded", scope, totals: complaintTotals() } },
];

const withData = (columns: number, rows: number, ...more: AppAction[]) =>
	[...DATA, ...more].reduce(reduceApp, start(columns, rows));

// biome-ignore lint/suspicious/noControlCharactersInRegex: styles are taken off to compare words.
const bare = (text: string) => text.replace(/\u001b\[[\d;]*m/g, "");
const screen = (state: AppState, withLook = look) => frameOf(state, KEYMAP, withLook).rows.map(bare);

test("every row of every frame is exactly as wide as the window", () => {
	for (const ambiguousWide of [false, true]) {
		const drawn = makeLook({ ...environment, ambiguousWide });
		for (let columns = 20; columns <= 210; columns += 7) {
			for (const mode of [null, helpMode(), { kind: "totals", top: 0 } as const]) {
				const extra: AppAction[] = mode === null ? [] : [{ type: "mode", action: { type: "opened", mode } }];
				const rows = screen(withData(columns, 24, ...extra), drawn);
				expect(rows).toHaveLength(24);
				for (const text of rows)
					expect([columns, text, drawn.cells.width(text)]).toEqual([columns, text, columns]);
			}
		}
	}
});

test.each([160, 81, 60])("the screen at %i columns", (columns) => {
	expect(
		screen(withData(columns, 24))
			.map((text) => text.trimEnd())
			.join("\n"),
	).toMatchSnapshot();
});

test("in English nothing of the program's own is Chinese", () => {
	const rows = screen(withData(120, 30, { type: "language", language: "en" }), english);
	const own = [rows[1], rows[2], rows[3], ...rows.slice(-2)].join("").replaceAll("第三轮省级督察", "");
	expect(own).toContain("Closure rate (closed only) 60.0%");
	expect(own).not.toMatch(/\p{Script=Han}/u);
});

test("the page has every field, both directions of relations, and says what is not stated", () => {
	const text = current(withData(160, 24))
		.page(90, look)
		.lines.map((line) => line.segments.map((part) => part.text).join(""))
		.join("\n");
	for (const words of ["受理编号", "包案领导", "沈远山", "重复件", "X3LJ202605010070", "D3LJ202604300009"])
		expect(text).toContain(words);
	expect(text).toMatch(/被提及于\s+X3LJ202605010071\s+外市\s+不在您的辖区内/);
	expect(text).toContain("台账中没有这件");
});

test("its links open what may be opened and say why the rest may not", () => {
	expect(current(withData(120, 24)).links.map(({ off }) => off?.zh ?? null)).toEqual([
		null,
		"台账中没有这件",
		"不在您的辖区内",
	]);
});

test("keys are about what is open in the detail, also after a link was followed", () => {
	const followed = withData(
		160,
		24,
		{ type: "focused", pane: "detail" },
		on({ type: "detail", action: { type: "followed", id: complaint(5).id } }),
		on({ type: "detail", action: { type: "loaded", id: complaint(5).id, detail: complaintDetail(5) } }),
	);
	expect(current(followed).subject?.code).toBe("D3LJ202605010005");
	expect(current({ ...followed, focus: "list" }).subject?.code).toBe("D3LJ202605010001");
});

test("somebody who may not see complaints does not get the screen", () => {
	const keys = (sees: boolean) => bindingsOn(KEYMAP, "issues", sees).map(({ command }) => command);
	expect(keys(true)).toContain("screen.complaints");
	expect(keys(false)).not.toContain("screen.complaints");
	const blind = [{ type: "signedIn", me: me() } as const].reduce(reduceApp, start(120, 24));
	expect(offReason(blind, "screen.complaints")?.zh).toContain("不能查看信访件");
	expect(screen(blind).join("")).not.toContain("举报");
	expect(offReason(withData(120, 24), "screen.complaints")).toBeNull();
});

test("a key of one screen does nothing on the other", () => {
	const on = (name: "issues" | "complaints") => bindingsOn(KEYMAP, name, true).map(({ command }) => command);
	expect(on("complaints")).not.toContain("issues.startPlanning");
	expect(on("issues")).not.toContain("complaints.totals");
});

test("a screen reader hears where it is, both rates, and every field", () => {
	const text = spokenLines(withData(100, 30), KEYMAP, look).join("\n");
	expect(text).toContain("信访件  全部  1 / 30");
	expect(text).toContain("办结率（含阶段性办结） 80.0%");
	expect(text).toContain("受理编号: D3LJ202605010001");
	expect(text).toContain("重点关注: 重点");
	expect(text).not.toContain("│");
});

test("moving the selection costs no more than a frame of the ledger may: 16 ms, by the faster half", () => {
	const states = Array.from({ length: 60 }, (_, by) =>
		withData(160, 48, on({ type: "list", action: { type: "moved", by: by % 30, height: 40 } })),
	);
	const times = states.map((state) => {
		const began = performance.now();
		frameOf(state, KEYMAP, look);
		return performance.now() - began;
	});
	// Other work on the machine slows some of them, not all.
	const faster = times.toSorted((a, b) => a - b)[times.length / 4] ?? 0;
	expect(faster).toBeLessThan(16);
});
