import { NewMeasure } from "@zhenggai/domain/issues";
import { expect, test } from "vitest";
import { idOf } from "../../testing/rows.ts";
import { changesOf, draftFor, measureOf } from "./measure-draft.ts";

const typed = { ...draftFor(undefined), text: "建设污水管网", dated: false };

test("a measure that was typed is one that the domain accepts", () => {
	const draft = {
		...typed,
		milestones: [
			{ text: "开工", due: "2026-03-01", weight: "2" },
			{ text: "", due: "2026-05-01", weight: "1" },
		],
	};
	const measure = NewMeasure.safeParse({ id: idOf(1), ...measureOf(draft) });
	expect(measure.success).toBe(true);
	expect(measure.data?.milestones).toHaveLength(1);
});

test("an amendment holds only what differs", () => {
	expect(changesOf({ ...typed, text: "建设污水管网30公里", type: "works" }, typed)).toEqual({
		text: "建设污水管网30公里",
		type: "works",
	});
	expect(changesOf(typed, typed)).toEqual({});
});

test("a weight that is no weight counts as one", () => {
	const milestones = [{ text: "开工", due: "2026-03-01", weight: "much" }];
	expect(measureOf({ ...typed, milestones }).milestones[0]?.weight).toBe(1);
});

test("a step that is moved to another day stays the same step", () => {
	const milestones = [{ id: idOf(2), text: "开工", due: "2026-03-01", weight: "1" }];
	const start = { ...typed, milestones };
	const moved = { ...typed, milestones: milestones.map((step) => ({ ...step, due: "2026-04-01" })) };
	expect(changesOf(moved, start).milestones).toEqual([
		{ id: idOf(2), text: "开工", due: "2026-04-01", weight: 1 },
	]);
});
