import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSavedChoices } from "./saved-choices.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

type Sent = { readonly value: number; readonly answer: (text: string) => void; readonly fail: () => void };

/** Choices that are numbers, and the requests that went out with them. */
function setting() {
	const requests: Sent[] = [];
	const preview = (value: number) =>
		new Promise<string>((resolve, reject) => {
			requests.push({ value, answer: resolve, fail: () => reject(new Error("unreachable")) });
		});
	const { saved, dispose } = createRoot((end) => ({
		saved: createSavedChoices<number, string>(0, preview),
		dispose: end,
	}));
	const values = () => requests.map(({ value }) => value);
	return { saved, dispose, requests, values };
}

test("changes made together are sent once, a moment after the last", async () => {
	const { saved, values, requests, dispose } = setting();
	saved.change((old) => old + 1);
	saved.change((old) => old + 1);
	expect([saved.choices(), saved.saveState(), values()]).toEqual([2, "unsaved", []]);
	await vi.advanceTimersByTimeAsync(600);
	expect(values()).toEqual([2]);
	requests[0]?.answer("two");
	await vi.advanceTimersByTimeAsync(0);
	expect([saved.preview(), saved.saveState()]).toEqual(["two", "saved"]);
	dispose();
});

test("a change during a request waits for its answer, so that the newer one is kept last", async () => {
	const { saved, values, requests, dispose } = setting();
	saved.change(() => 1);
	await vi.advanceTimersByTimeAsync(600);
	saved.change(() => 2);
	await vi.advanceTimersByTimeAsync(600);
	expect(values()).toEqual([1]);
	requests[0]?.answer("one");
	await vi.advanceTimersByTimeAsync(0);
	expect([values(), saved.saveState()]).toEqual([[1, 2], "saving"]);
	requests[1]?.answer("two");
	await vi.advanceTimersByTimeAsync(0);
	expect([saved.preview(), saved.saveState()]).toEqual(["two", "saved"]);
	dispose();
});

test("a failure is shown, and trying again sends the same", async () => {
	const { saved, values, requests, dispose } = setting();
	saved.change(() => 1);
	await vi.advanceTimersByTimeAsync(600);
	requests[0]?.fail();
	await vi.advanceTimersByTimeAsync(0);
	expect([saved.saveState(), saved.failure() instanceof Error]).toEqual(["failed", true]);
	void saved.save();
	expect(values()).toEqual([1, 1]);
	requests[1]?.answer("one");
	await vi.advanceTimersByTimeAsync(0);
	expect([saved.saveState(), saved.failure()]).toEqual(["saved", null]);
	dispose();
});

test("leaving the page sends what is not sent yet", () => {
	const { saved, values, dispose } = setting();
	saved.change(() => 1);
	dispose();
	expect(values()).toEqual([1]);
});

/** Choices of one draft under the name that its page has over a reload. */
const draftOf = (preview: (value: { n: number }) => Promise<string>) =>
	createRoot((dispose) => ({
		saved: createSavedChoices<{ n: number }, string>({ n: 0 }, preview, "draft@1"),
		dispose,
	}));

const never = () => new Promise<string>(() => undefined);

test("a change just before a reload is there again and is sent again, whatever became of the last request", async () => {
	const first = draftOf(never);
	first.saved.change(() => ({ n: 7 }));
	window.dispatchEvent(new Event("pagehide"));
	first.dispose();
	const sent: number[] = [];
	const second = draftOf(async ({ n }) => {
		sent.push(n);
		return "kept";
	});
	expect(second.saved.choices()).toEqual({ n: 7 });
	await vi.advanceTimersByTimeAsync(600);
	expect([sent, second.saved.saveState()]).toEqual([[7], "saved"]);
	window.dispatchEvent(new Event("pagehide"));
	const third = draftOf(never);
	expect(third.saved.choices()).toEqual({ n: 0 });
	for (const { dispose } of [second, third]) dispose();
});

test("what another program left under the name is not taken", () => {
	for (const text of ["{", "null", '{"m":1}']) {
		sessionStorage.setItem("zhenggai.unsaved.draft@1", text);
		const { saved, dispose } = draftOf(never);
		expect(saved.choices()).toEqual({ n: 0 });
		dispose();
	}
});
