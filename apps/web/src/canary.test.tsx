import { createMemo, createRoot, createSignal } from "solid-js";
import { isServer } from "solid-js/web";
import { expect, test } from "vitest";

test("the tests run on Solid's browser build", () => {
	expect(isServer).toBe(false);
});

test("memos follow their signals, as the server build would not let them", () => {
	createRoot((dispose) => {
		const [count, setCount] = createSignal(1);
		const double = createMemo(() => count() * 2);
		setCount(4);
		expect(double()).toBe(8);
		dispose();
	});
});
