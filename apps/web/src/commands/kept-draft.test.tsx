import { cleanup, renderHook } from "@solidjs/testing-library";
import { Me } from "@zhenggai/domain/access";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dropDrafts } from "../drafts.ts";
import { MeProvider } from "../shell/me.tsx";
import { idOf } from "../testing/rows.ts";
import { createKeptDraft, createTabDraft, type KeptDraft } from "./kept-draft.ts";

type Fields = { text: string; units: string[]; on: string | null };
const empty = (): Fields => ({ text: "", units: [], on: null });
const KEY = `amendIssue.${idOf(1)}.`;

const person = (name: string): Me =>
	Me.parse({
		kind: "person",
		role: "cityOffice",
		region: "680100",
		regionName: "示例市",
		unit: null,
		name,
		actions: [],
		today: "2026-11-22",
		serverVersion: "0.1.0",
		sample: false,
	});

/** The form is opened; `close` closes its dialog. */
function open<T extends object = Fields>(
	start: () => T,
	{ name = "李办事", create = createKeptDraft, key = KEY } = {},
): { draft: KeptDraft<T>; close: () => void } {
	const { result, cleanup: close } = renderHook(() => create(key, start), {
		wrapper: (props) => <MeProvider value={() => person(name)}>{props.children}</MeProvider>,
	});
	return { draft: result, close };
}

const stored = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith("zhenggai.draft."));

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => {
	cleanup();
	vi.restoreAllMocks();
	vi.useRealTimers();
	dropDrafts();
});

describe("a kept draft", () => {
	test("comes back whole with the moment of its writing, and begins afresh without one", () => {
		vi.setSystemTime(new Date("2026-11-20T01:02:03.000Z"));
		const first = open(empty);
		expect(first.draft.since()).toBeNull();
		first.draft.set({ text: "面积不减少", units: ["甲局"], on: "2026-12-01" });
		first.draft.justify("群众反映强烈");
		vi.advanceTimersByTime(1000);
		first.close();
		const again = open(empty).draft;
		expect(again.value).toEqual({ text: "面积不减少", units: ["甲局"], on: "2026-12-01" });
		expect(again.justification()).toBe("群众反映强烈");
		expect(again.since()).toMatch(/^2026-11-20T01:02:03/);
	});

	test("loses no key that was pressed just before the form or the page went away", () => {
		const first = open(empty);
		first.draft.set({ text: "一" });
		first.close();
		const second = open(empty);
		expect(second.draft.value.text).toBe("一");
		second.draft.set({ text: "一二" });
		window.dispatchEvent(new Event("pagehide"));
		expect(open(empty).draft.value.text).toBe("一二");
	});

	test("is not kept where nothing was written, nor once it was written back", () => {
		const { draft, close } = open(empty);
		draft.set({ text: "写" });
		vi.advanceTimersByTime(1000);
		expect(stored()).toHaveLength(1);
		draft.set({ text: "" });
		close();
		expect(stored()).toEqual([]);
	});

	test("is ignored where another version of the form wrote it", () => {
		const { draft, close } = open(empty);
		draft.set({ text: "旧版" });
		close();
		const more = open(() => ({ ...empty(), document: "" })).draft;
		expect(more.value).toEqual({ ...empty(), document: "" });
		expect(more.since()).toBeNull();
		const other = open(() => ({ text: "", units: "", on: null })).draft;
		expect(other.value.text).toBe("");
	});

	test("is not understood where it is no draft at all", () => {
		const { draft, close } = open(empty);
		draft.set({ text: "写" });
		close();
		const [key = ""] = stored();
		for (const spoilt of [`${new Date().toISOString()} {"dra`, `${new Date().toISOString()} []`, "?"]) {
			localStorage.setItem(key, spoilt);
			expect(open(empty).draft.value).toEqual(empty());
		}
	});

	test("is neither another person's nor another form's", () => {
		const { draft, close } = open(empty);
		draft.set({ text: "我写的" });
		close();
		expect(open(empty, { name: "王科员" }).draft.value.text).toBe("");
		expect(open(empty, { key: `amendIssue.${idOf(2)}.` }).draft.value.text).toBe("");
		expect(open(empty).draft.value.text).toBe("我写的");
	});

	test("is gone once it was sent, also what was typed last", () => {
		const { draft, close } = open(empty);
		draft.set({ text: "先" });
		vi.advanceTimersByTime(1000);
		draft.set({ text: "后" });
		draft.drop();
		draft.set({ text: "尾" });
		vi.advanceTimersByTime(1000);
		close();
		expect(stored()).toEqual([]);
	});

	test("begins anew when it is thrown away", () => {
		const first = open(empty);
		first.draft.set({ text: "旧", units: ["甲局"] });
		first.draft.justify("旧理由");
		first.close();
		const { draft, close } = open(empty);
		draft.restart();
		expect(draft.value).toEqual(empty());
		expect(draft.justification()).toBe("");
		expect(draft.since()).toBeNull();
		close();
		expect(stored()).toEqual([]);
	});

	test("is forgotten after thirty days", () => {
		vi.setSystemTime(new Date("2026-11-01T00:00:00.000Z"));
		const { draft, close } = open(empty);
		draft.set({ text: "久" });
		close();
		vi.setSystemTime(new Date("2026-11-30T23:00:00.000Z"));
		const kept = open(empty);
		expect(kept.draft.value.text).toBe("久");
		kept.close();
		vi.setSystemTime(new Date("2026-12-01T00:00:00.000Z"));
		expect(open(empty).draft.value.text).toBe("");
		expect(stored()).toEqual([]);
	});

	test("is a form as any other in a browser that refuses storage", () => {
		for (const method of ["getItem", "setItem", "removeItem"] as const) {
			vi.spyOn(Storage.prototype, method).mockImplementation(() => {
				throw new DOMException("refused", "SecurityError");
			});
		}
		const { draft, close } = open(empty);
		draft.set({ text: "照写" });
		vi.advanceTimersByTime(1000);
		expect(draft.value.text).toBe("照写");
		draft.restart();
		draft.drop();
		close();
	});
});

test("a draft of the tab is not on the device", () => {
	const { draft, close } = open(empty, { create: createTabDraft });
	draft.set({ text: "举报人所述" });
	close();
	expect(stored()).toEqual([]);
	expect(open(empty, { create: createTabDraft }).draft.value.text).toBe("举报人所述");
	sessionStorage.clear();
	expect(open(empty, { create: createTabDraft }).draft.value.text).toBe("");
});
