import { createZhenggaiClient } from "@zhenggai/client";
import { type Instance, render } from "ink";
import { afterEach, expect, test } from "vitest";
import { makeDirectory } from "../issues/directory.ts";
import type { FilterInput, HistoryEntry, IssueDetail, IssueRow, SortKey } from "../issues/wire.ts";
import { KEYMAP } from "../keymap.ts";
import type { DetailAction } from "../panes/detail-state.ts";
import type { ListAction } from "../panes/list-state.ts";
import { makeLook } from "../terminal/look.ts";
import { detail, me, page, row } from "../testing/fixtures.ts";
import { TestKeyboard, TestTerminal, until } from "../testing/terminal.ts";
import { App } from "./App.tsx";
import { makeController } from "./controller.ts";
import type { Services } from "./services.ts";
import { initialState, reduceApp } from "./state.ts";
import { makeStore } from "./store.ts";

const opened: Instance[] = [];
afterEach(() => {
	for (const instance of opened.splice(0)) instance.unmount();
});

/** The dashboard on a real terminal buffer. Its server does not exist: what it shows was put into its state. */
function open(columns: number, rows: number, spoken = false) {
	const terminal = new TestTerminal(columns, rows);
	const keyboard = new TestKeyboard();
	const client = createZhenggaiClient({ url: "http://127.0.0.1:1" });
	const environment = {
		language: "zh-CN",
		colour: true,
		ascii: false,
		ambiguousWide: false,
		fullScreen: true,
		screenReader: spoken,
		columns,
	} as const;
	const looks = { "zh-CN": makeLook(environment), en: makeLook({ ...environment, language: "en" }) };
	const store = makeStore(
		reduceApp,
		initialState({
			size: { columns, rows },
			language: "zh-CN",
			preview: false,
			split: 50,
			now: Date.parse("2026-07-12T04:00:00.000Z"),
			issues: { sort: "due", descending: false, columns: null },
			complaints: { sort: "batch", descending: false, columns: null },
		}),
	);
	const copied: string[] = [];
	const services: Services = {
		store,
		client,
		directory: makeDirectory(client),
		keymap: KEYMAP,
		url: "http://127.0.0.1:1",
		lookFor: (language) => looks[language],
		remember: () => {},
		copy: (text) => copied.push(text),
		browse: () => false,
		quit: () => instance.unmount(),
		drafts: { get: () => null, put: () => {}, drop: () => {} },
		edit: async () => null,
		suspend: () => {},
		redraw: () => {},
	};
	const controller = makeController(services);
	const instance = render(
		<App services={services} controller={controller} bridge={{ suspend: () => {} }} />,
		{
			stdout: terminal,
			stdin: keyboard,
			alternateScreen: !spoken,
			incrementalRendering: true,
			interactive: true,
			isScreenReaderEnabled: spoken,
			exitOnCtrlC: false,
			patchConsole: false,
			maxFps: 1000,
		},
	);
	opened.push(instance);
	store.dispatch({ type: "signedIn", me: me() });
	const list = (action: ListAction<IssueRow, FilterInput, SortKey>) =>
		store.dispatch({ type: "issues", action: { type: "list", action } });
	list({ type: "asked", query: { filter: {}, sort: "due", descending: false }, anchor: "start" });
	list({ type: "loaded", generation: 1, page: page(1, 40) });
	const shows = (text: string) => until(terminal, () => terminal.lines().join("\n").includes(text), text);
	const gone = (text: string) =>
		until(terminal, () => !terminal.lines().join("\n").includes(text), `no ${text}`);
	return { terminal, keyboard, store, copied, instance, list, shows, gone };
}

test("stands on the alternate screen and leaves the first one as it was", async () => {
	const { terminal, keyboard, shows } = open(100, 24);
	terminal.xterm.write("");
	await shows("整改台账");
	expect(terminal.alternate).toBe(true);
	expect(keyboard.raw).toBe(true);
	keyboard.write("q");
	await until(terminal, () => !terminal.alternate, "the first screen");
	expect(keyboard.raw).toBe(false);
	expect(terminal.written.lastIndexOf("\u001b[?25h")).toBeGreaterThan(
		terminal.written.lastIndexOf("\u001b[?25l"),
	);
	expect(terminal.written).toContain("\u001b[?1049l");
});

test("moves, also when several keys come at once", async () => {
	const { keyboard, store, shows } = open(100, 24);
	await shows("1 / 60");
	keyboard.write("jjj");
	await shows("4 / 60");
	keyboard.write("gg");
	await shows("1 / 60");
	keyboard.write("\u0004");
	await until(new TestTerminal(1, 1), () => store.get().issues.list.selected > 5, "half a page down");
});

test("takes Chinese from an input method, and puts the cursor behind it", async () => {
	const { terminal, keyboard, shows } = open(100, 24);
	await shows("1 / 60");
	keyboard.write("/");
	await shows(" /");
	keyboard.write("污水处理厂");
	await shows("/污水处理厂");
	await until(
		terminal,
		() => terminal.xterm.buffer.active.cursorX === 12,
		"the cursor behind five wide characters",
	);
	expect(terminal.xterm.buffer.active.cursorY).toBe(22);
});

test("follows the window: stacked below 100 columns, one pane below 60, and nothing is left over", async () => {
	const { terminal, keyboard, store, shows, gone } = open(140, 30);
	await shows("1 / 60");
	const { id } = row(1);
	const read = (action: DetailAction<IssueDetail, HistoryEntry>) =>
		store.dispatch({ type: "issues", action: { type: "detail", action } });
	read({ type: "asked", id });
	read({ type: "loaded", id, detail: detail(1) });
	store.dispatch({ type: "previewed", on: true });
	await shows("│");
	await shows("七要素");
	terminal.resize(90, 30);
	await gone("│");
	await shows("七要素");
	terminal.resize(50, 30);
	await gone("七要素");
	await shows("1 / 60");
	for (const line of terminal.lines()) expect(line).not.toMatch(/七要素|│/);
	keyboard.write("j");
	await shows("2 / 60");
	terminal.resize(140, 30);
	await shows("│");
	await shows("2 / 60");
});

test("draws only what changed: moving never clears the screen", async () => {
	const { terminal, keyboard, shows } = open(120, 30);
	await shows("1 / 60");
	const before = terminal.clears;
	const writtenBefore = terminal.written.length;
	for (let step = 2; step <= 12; step += 1) {
		keyboard.write("j");
		await shows(`${step} / 60`);
	}
	expect(terminal.clears - before).toBe(0);
	// A whole frame is more than ten thousand bytes; eleven moves cost less than two of them.
	expect(terminal.written.length - writtenBefore).toBeLessThan(20_000);
});

test("copies the number, and says why something cannot be done", async () => {
	const { keyboard, copied, shows } = open(120, 30);
	await shows("1 / 60");
	keyboard.write("y");
	await shows("已复制编号 1");
	expect(copied).toEqual(["1"]);
	keyboard.write("8");
	await shows("当前账号不属于任何单位");
});

test("keeps escape sequences of the ledger's texts away from the terminal", async () => {
	const { terminal, list, shows } = open(120, 30);
	await shows("1 / 60");
	const evil = page(1, 1);
	const [first] = evil.items;
	if (first === undefined) throw new Error("a row");
	const rows = [{ ...first, version: 9, statement: "甲\u001b]52;c;cm0=\u0007\u001b[2J乙" }];
	list({ type: "reloaded", generation: 1, pages: [{ ...evil, items: rows }] });
	await shows("甲乙");
	expect(terminal.written).not.toContain("\u001b]52");
});

test("speaks in sentences for a screen reader", async () => {
	const { terminal, shows } = open(100, 30, true);
	await shows("反馈问题:");
	const text = terminal.lines().join("\n");
	expect(terminal.alternate).toBe(false);
	expect(text).toContain("牵头单位: 兰江市水务局");
	expect(text).not.toContain("│");
});
