import fc from "fast-check";
import { expect, test } from "vitest";
import { drawSample, drawWith, type SampleAlgorithm, type SampleItem } from "./sample.ts";
import { rulesOfSet } from "./testing.ts";

const rules = rulesOfSet("base");
const kind = fc.constantFrom("key", "recurrent", "complaintRepeat");
const item: fc.Arbitrary<SampleItem> = fc.record({
	id: fc.uuid(),
	unit: fc.constantFrom("甲局", "乙局", "丙县"),
	type: fc.constantFrom("heavyMetal", "lake"),
	kinds: fc.oneof(
		{ weight: 5, arbitrary: fc.constant([]) },
		{ weight: 1, arbitrary: fc.array(kind, { maxLength: 2 }) },
	),
});
const frame = fc.uniqueArray(item, { maxLength: 300, selector: ({ id }) => id, size: "max" });
const seed = fc.string({ minLength: 1, maxLength: 20 });

test("[close-out I21] [LB-03] the same frame and seed give the same sample, in whatever order the frame comes", () => {
	fc.assert(
		fc.property(frame, seed, (of, by) => {
			const sample = drawSample(of, by, rules);
			expect(drawSample(of.toReversed(), by, rules)).toEqual(sample);
			expect(drawSample([...of, ...of], by, rules)).toEqual(sample);
		}),
	);
});

test("[close-out I21] [LB-02] everything of the kinds that always are is in it, and of the others the share with its floor", () => {
	fc.assert(
		fc.property(frame, seed, (of, by) => {
			const { picked, strata } = drawSample(of, by, rules);
			const ids = picked.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			const always = of.filter(({ kinds }) => kinds.length > 0);
			const rest = of.length - always.length;
			expect(
				picked
					.filter(({ why }) => why === "always")
					.map(({ id }) => id)
					.toSorted(),
			).toEqual(always.map(({ id }) => id).toSorted());
			const drawn = picked.filter(({ why }) => why === "drawn").length;
			expect(drawn).toBe(Math.min(rest, Math.max(5, Math.ceil(rest / 10))));
			expect(strata.reduce((sum, { size }) => sum + size, 0)).toBe(of.length);
			expect(strata.reduce((sum, stratum) => sum + stratum.drawn, 0)).toBe(picked.length);
		}),
	);
});

const plain = (count: number, unit: string): SampleItem[] =>
	Array.from({ length: count }, (_, n) => ({ id: `${unit}-${n}`, unit, type: "lake", kinds: [] }));

test("[close-out I21] each stratum has its share, give or take one", () => {
	const { strata } = drawSample(
		[...plain(200, "甲"), ...plain(100, "乙"), ...plain(50, "丙")],
		"2026-Q3",
		rules,
	);
	expect(
		strata.map(({ size, drawn }) => [size, drawn]).toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0)),
	).toEqual([
		[200, 20],
		[100, 10],
		[50, 5],
	]);
});

test("[close-out I21] over many seeds everybody is drawn about as often", () => {
	const frameOf = plain(50, "甲");
	const counts = new Map<string, number>();
	for (let n = 0; n < 2000; n++) {
		for (const { id } of drawSample(frameOf, `seed ${n}`, rules).picked)
			counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	// 2,000 draws of 5 out of 50: 200 each is expected, with a standard deviation of 13.4.
	for (const { id } of frameOf) expect(Math.abs((counts.get(id) ?? 0) - 200)).toBeLessThan(67);
});

test("[close-out I21] [LB-02] a share is counted exactly, and a draw of the first algorithm is repeated as it was drawn", () => {
	const drawn = (count: number, ratio: number, algorithm?: SampleAlgorithm): number =>
		drawWith(
			plain(count, "甲"),
			"2026-Q3",
			{ ratio, floor: 1, alwaysKinds: [], strata: [] },
			...(algorithm === undefined ? [] : [algorithm]),
		).picked.length;
	for (let count = 1; count <= 300; count++) {
		for (let percent = 1; percent <= 100; percent++) {
			if (Math.ceil(count * (percent / 100)) === Math.ceil((count * percent) / 100)) continue;
			expect(drawn(count, percent / 100)).toBe(Math.ceil((count * percent) / 100));
		}
	}
	expect(drawn(100, 0.07)).toBe(7);
	expect(drawn(100, 0.07, "zhenggai-sample/1")).toBe(8);
	expect(drawn(8, 0.125)).toBe(1);
	expect(drawn(9, 0.125)).toBe(2);
});
