import fc from "fast-check";
import { expect, test } from "vitest";
import { lastDayOf } from "./issues/deadline.ts";
import { readDocument } from "./reading.ts";
import { lostLines, violations } from "./testing/invariants.ts";
import { mutated } from "./testing/mutate.ts";
import { Dice, LAYOUTS, preamble, specs } from "./testing/render.ts";
import { Score, scoreIssues } from "./testing/score.ts";
import { fixtureFiles, seedFiles } from "./testing/seeds.ts";

const halfWidth = (text: string): string =>
	text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

const FIELDS = [
	["责任单位", "清河县委、县政府"],
	["督导单位", "市水务局"],
	["整改时限", "2021年12月底前"],
	["整改目标", "完成治理"],
	["整改措施", "（一）截污。（二）清淤。"],
] as const;

test("the order of labels, the colon and the width of characters do not change the reading", async () => {
	const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
	const colon = fc.constantFrom("：", ":", "∶", " ：", "： ");
	const mark = fc.constantFrom(
		(n: number) => `${"一二三"[n]}、`,
		(n: number) => `${n + 1}、`,
		(n: number) => `${n + 1}．`,
	);
	await fc.assert(
		fc.asyncProperty(
			order,
			colon,
			mark,
			fc.boolean(),
			fc.constantFrom("\n", "\n\n", "\r\n"),
			async (labels, sign, number, narrow, newline) => {
				const block = (n: number) => [
					`${number(n)}第${"甲乙丙"[n]}条河水质长期超标，没有得到治理。`,
					...labels.map((i) => `${FIELDS[i]?.[0]}${sign}${FIELDS[i]?.[1]}`),
				];
				const text = [0, 1, 2].flatMap(block).join(newline);
				const { issues } = await readDocument({ pasted: narrow ? halfWidth(text) : text });
				expect(issues.map((issue) => issue.seq)).toEqual([1, 2, 3]);
				for (const issue of issues) {
					expect(issue.responsibleUnits?.value).toEqual(["清河县委、县政府"]);
					expect(issue.supervisingUnits?.value).toEqual(["市水务局"]);
					expect(issue.deadline && lastDayOf(issue.deadline.value)).toBe("2021-12-31");
					expect(issue.goal?.value).toBe("完成治理");
					expect(issue.measures?.value).toHaveLength(2);
				}
			},
		),
		{ numRuns: 60 },
	);
});

test("any separator between units gives the same units", async () => {
	const separator = fc.constantFrom("、", "，", ",", "；", ";", " ", "　");
	await fc.assert(
		fc.asyncProperty(
			fc.shuffledSubarray(["市水务局", "市财政局", "石桥区委、区政府", "清水湖管委会"], { minLength: 1 }),
			separator,
			async (units, sign) => {
				const { issues } = await readDocument({
					pasted: `一、某河水质长期超标。\n责任单位：${units.join(sign)}\n整改目标：达标`,
				});
				expect(issues[0]?.responsibleUnits?.value).toEqual(units);
			},
		),
		{ numRuns: 60 },
	);
});

test("full-length plans behind a long preamble read with F1 of at least 0.97", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom("A1", "A2", "A3", "A5", "A6", "A11", "A12", "A13"),
			fc.integer({ min: 1, max: 1_000_000 }),
			fc.integer({ min: 100, max: 130 }),
			async (layout, seed, count) => {
				const dice = new Dice(seed);
				const rendered = LAYOUTS[layout]?.render(specs(count, dice), dice);
				const score = new Score();
				scoreIssues(
					score,
					layout,
					rendered?.expected ?? [],
					await readDocument({ pasted: preamble(dice, 5000) + (rendered?.text ?? "") }),
				);
				expect(score.f1(), score.faults.slice(0, 5).join("\n")).toBeGreaterThanOrEqual(0.97);
				expect(score.fields.get("deadlineDate")?.extra ?? 0).toBe(0);
			},
		),
		{ numRuns: 24 },
	);
}, 60_000);

test("nothing of a fixture is lost: fields and unassigned text cover every line", async () => {
	for (const { name, bytes } of fixtureFiles()) {
		const proposal = await readDocument({ name, bytes });
		expect(lostLines(proposal), name).toEqual([]);
	}
});

test("damaged documents of every format never crash, hang or break an invariant", async () => {
	const seeds = await seedFiles();
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 0x7fffffff }), fc.nat(seeds.length - 1), async (seed, at) => {
			const base = seeds[at];
			if (!base) return;
			const proposal = await readDocument({ name: base.name, bytes: mutated(base.bytes, seed) });
			expect(violations(proposal)).toEqual([]);
		}),
		{ numRuns: 400 },
	);
}, 60_000);

test("a deadline that lost a 年, 月 or 日 never yields a date", async () => {
	const whole = fc.record({
		year: fc.integer({ min: 2015, max: 2030 }),
		month: fc.integer({ min: 1, max: 12 }),
		day: fc.integer({ min: 10, max: 28 }),
	});
	await fc.assert(
		fc.asyncProperty(whole, fc.constantFrom("年", "月"), fc.boolean(), async (date, lost, beside) => {
			const { year, month, day } = date;
			const damaged = `${year}年${month}月${day}日前`.replace(lost, "");
			// A whole date beside a damaged one says nothing about which of them is the last.
			const text = beside ? `2016年6月30日前完成方案，${damaged}` : damaged;
			const { issues } = await readDocument({
				pasted: `一、某河水质长期超标。\n责任单位：市水务局\n整改时限：${text}\n整改目标：达标`,
			});
			expect(issues[0]?.deadline?.value.point ?? null).toBeNull();
		}),
		{ numRuns: 100 },
	);
});
