import { expect, test } from "vitest";
import { Deadline } from "../kernel/index.ts";
import { InstrumentKind } from "../supervision/index.ts";
import { instrumentText } from "./index.ts";

const deadline = Deadline.parse({
	text: "2026年6月30日前",
	category: "fixed",
	point: { precision: "day", date: "2026-06-30" },
});
const issue = {
	number: "12",
	inspectionName: "第三轮督察",
	statement: "老城区雨污\n未分流。",
	goal: "完成管网改造。",
	deadline,
};
const reasons = [{ rule: "WRN-03", message: { zh: "整改时限已逾期3天", en: "3 days past the deadline" } }];

test("a letter says the facts, the rule, the requirement and how long the reply takes", () => {
	const reply = { days: 10, working: true };
	const { title, body, cause } = instrumentText({ kind: "supervisionLetter", issue, reasons, reply });
	expect(title).toBe("关于限期推进第12项问题整改的督办函");
	expect(body).toContain("第三轮督察第12项问题：“老城区雨污未分流。”整改目标：完成管网改造；整改时限：");
	expect(body).toContain("经调度，整改时限已逾期3天（规则WRN-03）。");
	expect(body.split("\n").at(-1)).toBe(
		"　　三、自本函发出之日起10个工作日内书面回复落实情况，并附佐证材料。",
	);
	expect(cause).toBe("整改时限已逾期3天");
});

test.each(InstrumentKind.options)("%s is written also where nobody proposed it", (kind) => {
	const { title, body, cause } = instrumentText({
		kind,
		issue: { ...issue, goal: null },
		reasons: [],
		reply: null,
	});
	expect(title.length).toBeLessThan(300);
	expect(body).not.toMatch(/经调度|回复落实|undefined|null/);
	expect(cause).toBe("");
});
