import { expect, test } from "vitest";
import { type DetailAction, type DetailState, emptyDetail, reduceDetail } from "./detail-state.ts";

type State = DetailState<string, string>;
const run = (state: State, ...actions: DetailAction<string, string>[]): State =>
	actions.reduce<State>(reduceDetail, state);
const opened = run(emptyDetail(), { type: "asked", id: "a" }, { type: "loaded", id: "a", detail: "A" });

test("a followed link remembers the way back, step by step", () => {
	const far = run(opened, { type: "followed", id: "b" }, { type: "followed", id: "c" });
	expect([far.id, far.trail, far.detail]).toEqual(["c", ["a", "b"], null]);
	const back = run(far, { type: "returned" });
	expect([back.id, back.trail]).toEqual(["b", ["a"]]);
	expect(run(back, { type: "returned" }, { type: "returned" }).id).toBe("a");
});

test("read anew it keeps its way back; another row begins a new one", () => {
	const far = run(opened, { type: "followed", id: "b" });
	expect(run(far, { type: "asked", id: "b" }).trail).toEqual(["a"]);
	expect(run(far, { type: "asked", id: "z" }).trail).toEqual([]);
});

test("answers for what is no longer open are dropped", () => {
	const far = run(opened, { type: "followed", id: "b" });
	expect(run(far, { type: "loaded", id: "a", detail: "A" })).toBe(far);
	expect(run(far, { type: "loaded", id: "b", detail: "B" }).detail).toBe("B");
});
