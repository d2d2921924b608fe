import { describe, expect, test } from "vitest";
import { type CitySwept, LaneEnded } from "./lanes.ts";
import { Rota } from "./rota.ts";

const CITIES = [6801, 6802, 6803, 6804];
const done = (kind: CitySwept["kind"] = "swept"): CitySwept => ({
	...{ kind, days: kind === "swept" ? 1 : 0 },
	...{ evaluated: 10, changed: 1, failed: 0 },
});
const never = new AbortController().signal;

describe("the rota of the parts to sweep", () => {
	test("two lanes never take the same part, and what they did adds up", async () => {
		const rota = new Rota(CITIES);
		const taken: number[] = [];
		const lane = (pace: number) => async (city: number) => {
			taken.push(city);
			for (let turn = 0; turn < pace; turn++) await null;
			return done();
		};
		await Promise.all([rota.work(lane(1), never), rota.work(lane(7), never)]);
		expect(taken.toSorted()).toEqual(CITIES);
		expect(rota.summary).toEqual({ days: 4, evaluated: 40, changed: 4, failed: 0, complete: true });
	});

	test("a part whose lane ended is taken by another, which waits until it is free", async () => {
		const rota = new Rota([6801, 6802]);
		const dying = rota.work(async () => {
			throw new LaneEnded("gone");
		}, never);
		await expect(dying).rejects.toThrow("gone");
		expect(rota.left).toBe(2);
		const seen: number[] = [];
		await rota.work(async (city) => {
			seen.push(city);
			return done(city === 6801 && seen.filter((one) => one === 6801).length === 1 ? "busy" : "swept");
		}, never);
		expect(seen).toEqual([6802, 6801, 6801]);
		expect(rota.summary).toMatchObject({ days: 2, complete: true });
	});

	test("a part that ends every lane is given up, told, and keeps nobody from the others", async () => {
		const rota = new Rota([6801, 6802]);
		const fatal = async (city: number) => {
			if (city === 6801) throw new LaneEnded("out of memory");
			return done();
		};
		await expect(rota.work(fatal, never)).rejects.toThrow("out of memory");
		await expect(rota.work(fatal, never)).rejects.toThrow("out of memory");
		expect(rota.left).toBe(0);
		expect(() => rota.summary).toThrow("out of memory");
	});

	test("a part that cannot be swept is told after all others were", async () => {
		const rota = new Rota(CITIES);
		const swept: number[] = [];
		await rota.work(async (city) => {
			if (city === 6802) throw new Error("the disk is full");
			swept.push(city);
			return done();
		}, never);
		expect(swept).toEqual([6801, 6803, 6804]);
		expect(() => rota.summary).toThrow("the disk is full");
	});

	test("a part that somebody else is at, or that was stopped, leaves the day incomplete", async () => {
		const busy = new Rota([6801]);
		await busy.work(async () => done("busy"), never);
		expect(busy.summary.complete).toBe(false);
		const [stopped, signal] = [new Rota(CITIES), new AbortController()];
		await stopped.work(async () => {
			signal.abort();
			return done("stopped");
		}, signal.signal);
		expect(stopped.left).toBe(4);
		expect(stopped.summary.complete).toBe(false);
	});
});
