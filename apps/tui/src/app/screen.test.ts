import { describe, expect, test } from "vitest";
import type { IssueShape } from "../issues/shape.ts";
import { KEYMAP } from "../keymap.ts";
import type { ScreenAction } from "../panes/screen-state.ts";
import { makeCells } from "../terminal/cells.ts";
import { makeLook } from "../terminal/look.ts";
import { detail, me, page } from "../testing/fixtures.ts";
import { filterMode, helpMode } from "./mode.ts";
import { frameOf } from "./screen.ts";
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

const onLedger = (action: ScreenAction<IssueShape>): AppAction => ({ type: "issues", action });

const DATA: readonly AppAction[] = [
	{ type: "signedIn", me: me() },
	onLedger({ type: "counted", counts: { 1: { count: 60, exact: true }, 2: { count: 7, exact: true } } }),
	onLedger({
		type: "list",
		action: { type: "asked", query: { filter: {}, sort: "due", descending: false }, anchor: "start" },
	}),
	onLedger({ type: "list", action: { type: "loaded", generation: 1, page: page(1, 40) } }),
	onLedger({ type: "link", link: { state: "live" } }),
	onLedger({ type: "detail", action: { type: "asked", id: detail(1).row.id } }),
	onLedger({ type: "detail", action: { type: "loaded", id: detail(1).row.id, detail: detail(1) } }),
];

const withData = (columns: number, rows: number, ...more: AppAction[]) =>
	[...DATA, ...more].reduce(reduceApp, start(columns, rows));

// biome-ignore lint/suspicious/noControlCharactersInRegex: styles are taken off to compare words.
const bare = (text: string) => text.replace(/\u001b\[[\d;]*m/g, "");
const screen = (state: AppState, withLook = look) => frameOf(state, KEYMAP, withLook).rows.map(bare);

describe.each([
	{ name: "narrow", ambiguousWide: false },
	{ name: "two cells", ambiguousWide: true },
])("with ambiguous characters in $name", ({ ambiguousWide }) => {
	const cells = makeCells({ ambiguousWide, ascii: ambiguousWide });
	const drawn = makeLook({ ...environment, ambiguousWide });
	test("every row of every frame is exactly as wide as the window", () => {
		for (let columns = 20; columns <= 210; columns += 7) {
			for (const extra of [[], [{ type: "mode", action: { type: "opened", mode: helpMode() } }] as const]) {
				const rows = screen(withData(columns, 24, ...extra), drawn);
				expect(rows).toHaveLength(24);
				for (const text of rows) expect([columns, text, cells.width(text)]).toEqual([columns, text, columns]);
			}
		}
	});
});

test.each([140, 81, 80, 40])("the screen at %i columns", (columns) => {
	expect(
		screen(withData(columns, 24))
			.map((text) => text.trimEnd())
			.join("\n"),
	).toMatchSnapshot();
});

test("the screen in English", () => {
	const english = makeLook({ ...environment, language: "en" });
	const rows = screen(withData(120, 30, { type: "language", language: "en" }), english);
	expect(rows.map((text) => text.trimEnd()).join("\n")).toMatchSnapshot();
	const own =
		rows.slice(-2).join("") +
		rows
			.slice(0, 3)
			.join("")
			.replaceAll(/兰江市\S*|周远/g, "");
	expect(own).not.toMatch(/\p{Script=Han}/u);
});

test("help lists what works here, and why the rest does not", () => {
	const state = withData(100, 60, { type: "mode", action: { type: "opened", mode: helpMode() } });
	const text = screen(state).join("\n");
	expect(text).toContain("8                  本单位  (当前账号不属于任何单位)");
	expect(text).toContain("编制措施  (牵头单位尚未签收)");
	expect(text.replace(/\s+\n/g, "\n")).toMatchSnapshot();
});

test("help is narrowed down by what is typed", () => {
	const typed = withData(
		100,
		40,
		{ type: "mode", action: { type: "opened", mode: { ...helpMode(), typing: true } } },
		{ type: "mode", action: { type: "typed", input: { type: "insert", text: "签收" } } },
	);
	const text = screen(typed).join("\n");
	expect(text).toContain("签收认领");
	expect(text).not.toContain("下翻半屏");
});

test("the real cursor stands behind what was typed, counted in cells", () => {
	const typing = withData(80, 24, { type: "mode", action: { type: "opened", mode: filterMode("污水 ab") } });
	expect(frameOf(typing, KEYMAP, look).cursor).toEqual({ x: 2 + 7, y: 22 });
	expect(frameOf(withData(80, 24), KEYMAP, look).cursor).toBeNull();
});

test("a typed line longer than the window shows its end", () => {
	const typing = withData(30, 24, {
		type: "mode",
		action: { type: "opened", mode: filterMode("污".repeat(40)) },
	});
	const frame = frameOf(typing, KEYMAP, look);
	expect(frame.cursor?.x).toBeLessThan(30);
	expect(frame.cursor?.x).toBeGreaterThan(24);
});

test("a lost line says since when, and of when the data is", () => {
	const lost = withData(
		120,
		24,
		onLedger({ type: "fresh", at: NOON }),
		onLedger({ type: "link", link: { state: "lost", since: NOON } }),
		{ type: "ticked", now: NOON + 90_000 },
	);
	const text = screen(lost).join("\n");
	expect(text).toContain("断开已 1分");
	expect(text).toContain("12:00:00 的数据");
	expect(text).toContain("12:01:30");
});

test("urgency and state are words, not only colours", () => {
	const [line = ""] = screen(withData(140, 24)).filter((text) => text.includes("逾期12天"));
	expect(line).toContain("! 逾期12天");
	expect(line).toContain("I 整改");
});

test("without colour no colour code is written", () => {
	const all = frameOf(withData(120, 24), KEYMAP, look).rows.join("");
	// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is looked for.
	expect(all).not.toMatch(/\u001b\[(?:\d;)*3[0-7]m/);
	const coloured = frameOf(withData(120, 24), KEYMAP, makeLook({ ...environment, colour: true })).rows.join(
		"",
	);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is looked for.
	expect(coloured).toMatch(/\u001b\[(?:\d;)*31m/);
});
