import { expect, test } from "vitest";
import { makeStore } from "./store.ts";

test("listeners hear once of all changes of a turn, and not of none", async () => {
	const store = makeStore((sum: number, add: number) => sum + add, 0);
	const heard: number[] = [];
	const stop = store.subscribe(() => heard.push(store.get()));
	store.dispatch(1);
	store.dispatch(2);
	expect(store.get()).toBe(3);
	expect(heard).toEqual([]);
	await Promise.resolve();
	expect(heard).toEqual([3]);
	store.dispatch(0);
	await Promise.resolve();
	expect(heard).toEqual([3]);
	stop();
	store.dispatch(1);
	await Promise.resolve();
	expect(heard).toEqual([3]);
});
