import { DoubtId, GoalId, IsoDate } from "@zhenggai/domain/kernel";
import { expect, test } from "vitest";
import { contradictionsOf, placeText, sizeText } from "./contradictions.ts";
import { evidenceInDoubt, partsInDoubt } from "./doubts.ts";
import { figureChart, inTime, type Metric } from "./figures.ts";
import { stepState, stepsOf, timeLine } from "./milestones.ts";
import { entryBefore, reportDiff } from "./report-diff.ts";
import { evidenceOf, fileOf, idOf, pageOf, reportOf, trayOf } from "./testing.ts";
import { attachCommands, effectiveOnOf, isSorted, sameBytes } from "./tray.ts";

test("a photo's own date speaks against another day, and against an upload before it", () => {
	// Past midnight in Asia/Shanghai, still the day before in UTC.
	const takenAt = "2026-03-09T16:30:00.000Z";
	expect(contradictionsOf({ takenAt, effectiveOn: "2026-03-10", at: null })).toEqual([]);
	expect(contradictionsOf({ takenAt, effectiveOn: "2026-03-09", at: "2026-03-09T16:00:00.000Z" })).toEqual([
		{ kind: "otherDay", taken: "2026-03-10" },
		{ kind: "afterUpload", taken: "2026-03-10" },
	]);
	expect(contradictionsOf({ takenAt: null, effectiveOn: "2026-03-09", at: takenAt })).toEqual([]);
});

test("places and sizes are written for people", () => {
	expect(placeText([105.92, -33.4])).toBe("105.92000°E 33.40000°S");
	expect([812, 3_565_158, 2 ** 31].map(sizeText)).toEqual(["812 B", "3.4 MB", "2.0 GB"]);
});

test("a batch is asked once, and what a file says of itself fills the rest", () => {
	const page = pageOf();
	const shot = fileOf(1, { takenAt: "2026-03-09T02:00:00.000Z" });
	const tray = trayOf(shot, fileOf(2, { kind: "monitoring" }));
	const batch = {
		...tray.batch,
		laboratory: "省监测中心",
		meetsStandard: "yes" as const,
		target: `site:${idOf(9)}`,
	};
	const made = attachCommands({ ...tray, batch }, page).map(({ evidence }) => evidence);
	expect(made).toMatchObject([
		{ kind: "photoAfter", effectiveOn: "2026-03-09", laboratory: null, siteId: idOf(9), measureId: null },
		{ kind: "monitoring", effectiveOn: null, laboratory: "省监测中心", meetsStandard: true },
	]);
	expect(effectiveOnOf(shot, { ...batch, effectiveOn: "2026-03-01" })).toBe("2026-03-01");
	const unsorted = { ...tray, batch: { ...batch, kind: "" as const } };
	expect([isSorted(tray), isSorted(unsorted)]).toEqual([true, false]);
	expect(attachCommands(unsorted, page)).toHaveLength(1);
	const there = pageOf({ evidence: [evidenceOf(shot)] });
	expect(attachCommands(tray, there).map(({ evidence }) => evidence.id)).toEqual([fileOf(2).id]);
});

test("the same bytes are told by the name under which they are known", () => {
	const [one, again] = [fileOf(1), { ...fileOf(2), sha256: fileOf(1).sha256 }];
	expect(sameBytes(again, [one, again], pageOf())).toBe("照片1.jpg");
	expect(sameBytes(one, [one, again], pageOf())).toBeNull();
	expect(sameBytes(again, [again], pageOf({ evidence: [evidenceOf(one)] }))).toBe("照片1.jpg");
});

test("milestones lie in time with today among them", () => {
	const steps = stepsOf(pageOf());
	expect(steps.map(({ text, measureId }) => [text, measureId])).toEqual([
		["封堵完成", idOf(1)],
		["管网通水", idOf(1)],
	]);
	const line = timeLine(steps, "2026-04-25");
	expect(line?.places.map(({ at }) => at)).toEqual([0, 1]);
	expect(line?.today).toBeCloseTo(0.5, 1);
	expect(timeLine(steps, "2026-12-31")).toMatchObject({ from: "2026-03-10", to: "2026-12-31", today: 1 });
	expect(timeLine([], "2026-04-25")).toBeNull();
	expect(stepState({ reach: "open", late: true })).toBe("late");
	expect(stepState({ reach: "rejected", late: true })).toBe("rejected");
});

test("an entry is read by what it says otherwise than the one before that stands", () => {
	const first = reportOf(1, { publication: "未公开", policiesMade: "办法起草" });
	const second = reportOf(2, { publication: "已公开", policiesMade: "办法起草" });
	const { changed, same } = reportDiff(second.content, first.content);
	expect(changed).toEqual([{ part: "publication", now: "已公开", before: "未公开" }]);
	expect(same.map(({ part }) => part)).toEqual(["policiesMade", "nextSteps"]);
	expect(reportDiff(first.content, null).same).toEqual([]);
	const sent = { at: first.at, by: first.by, reason: "重报" };
	expect(entryBefore([{ ...first, returned: sent }, second], second)).toBeUndefined();
	expect(entryBefore([first, second], second)).toBe(first);
});

test("a doubt is read beside what it is about", () => {
	const [first, second] = [reportOf(1, {}), reportOf(2, {})];
	const page = pageOf({ reports: [first, second], evidence: [evidenceOf(fileOf(1))] });
	const doubt = {
		...{ id: DoubtId.parse(idOf(400)), rule: "PRG-03" as const, about: `PRG-03:${second.id}` },
		...{ evidenceId: null, message: { zh: "雷同", en: "alike" }, at: second.at, by: second.by },
		...{ against: [], resolved: null },
	};
	expect(partsInDoubt(doubt, page)).toEqual([first, second]);
	const held = page.progress.evidence[0];
	expect(evidenceInDoubt({ ...doubt, evidenceId: held?.id ?? null }, page)).toEqual([held]);
	expect(evidenceInDoubt(doubt, page)).toEqual([]);
});

const METRIC: Metric = {
	...{ kind: "metric", id: GoalId.parse(idOf(500)), indicator: "氨氮", unit: "mg/L", baseline: 3.2 },
	...{ target: 1.5, direction: "atMost", method: "逐月监测" },
};

test("figures are drawn between baseline and target, in the order of their days", () => {
	const reading = (on: string, value: number) => ({
		...{ goalId: METRIC.id, value, on: IsoDate.parse(on), evidenceIds: [], at: reportOf(1, {}).at },
		by: reportOf(1, {}).by,
	});
	const readings = inTime([reading("2026-03-01", 2), reading("2026-02-01", 3)], METRIC.id);
	expect(readings.map(({ value }) => value)).toEqual([3, 2]);
	const chart = figureChart(METRIC, readings);
	expect([chart.baseline, chart.target]).toEqual([4, 36]);
	const [early, late] = chart.points;
	expect((early?.x ?? 100) < (late?.x ?? 0) && (early?.y ?? 100) < (late?.y ?? 0)).toBe(true);
	expect(figureChart({ ...METRIC, baseline: null, target: 2 }, readings.slice(1))).toMatchObject({
		points: [{ x: 50, y: 20 }],
		target: 20,
	});
});
