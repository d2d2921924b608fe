import { expect, test } from "vitest";
import { readDocument } from "../reading.ts";
import { Dice, LAYOUTS, preamble, specs } from "../testing/render.ts";
import { Score, scoreIssues } from "../testing/score.ts";

const MARKS: readonly { style: string; mark: (i: number) => string }[] = [
	{ style: "（一）", mark: (i) => `（${"一二三四五".charAt(i)}）` },
	{ style: "一、", mark: (i) => `${"一二三四五".charAt(i)}、` },
	{ style: "1.", mark: (i) => `${i + 1}.` },
	{ style: "1、", mark: (i) => `${i + 1}、` },
];
const tasksOf = (mark: (i: number) => string): string =>
	[0, 1, 2, 3, 4]
		.map(
			(i) =>
				`${mark(i)}持续抓好第${i + 1}方面重点任务。统筹推进各项工作，取得实效。\n牵头单位：市发改委\n责任单位：各县（市、区）党委、政府\n完成时限：2025年12月底前\n`,
		)
		.join("");
const cases = MARKS.flatMap(({ style, mark }) =>
	["A1", "A2", "A3", "A12", "A13"].map((layout) => ({ style, mark, layout })),
);

test.each(cases)(
	"tasks of the front chapters marked $style with units and deadlines are no issues of a $layout list",
	async ({ mark, layout }) => {
		const dice = new Dice(97);
		const { text, expected } = LAYOUTS[layout]?.render(specs(30, dice), dice) ?? { text: "", expected: [] };
		const front = `${preamble(dice, 2500)}\n四、主要任务\n${tasksOf(mark)}五、保障措施\n（一）加强组织领导。统一思想认识。\n附件：整改措施清单\n`;
		const score = new Score();
		scoreIssues(score, layout, expected, await readDocument({ pasted: front + text }));
		expect(expected).toHaveLength(30);
		expect(score.faults).toEqual([]);
	},
);

test("where no list follows, the tasks are the list", async () => {
	const { issues } = await readDocument({ pasted: `某市整改工作任务\n${tasksOf((i) => `${i + 1}.`)}` });
	expect(issues.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});
