import { NewMeasure } from "@zhenggai/domain/plans";
import { describe, expect, test } from "vitest";
import { emptyDeadline } from "../../issues/index.ts";
import { emptyGoal } from "./goal-draft.ts";
import {
	duplicateOf,
	emptyMeasure,
	inPlanOrder,
	measureChanges,
	measureOf,
	type PlanMeasure,
	stepSum,
	unfinished,
} from "./measure-draft.ts";
import { afterStep, type PlanDraft, type PlanText, stepsOf } from "./plan-draft.ts";

const day = (date: string) => ({
	...emptyDeadline,
	precision: "day" as const,
	category: "fixed" as const,
	date,
});
const measure = (text: string, more: Partial<PlanMeasure> = {}): PlanMeasure =>
	emptyMeasure({ text, deadline: day("2026-09-30"), ...more });
const plan = (more: Partial<PlanText> = {}): PlanText => ({
	...{ goal: "达标", goals: [], noDeadline: false, deadline: day("2026-12-31"), constraints: "" },
	...{ measures: [], waivers: { immediateFix: "", longTermMechanism: "", similarScreening: "" } },
	...more,
});
const draft = (base: PlanText, mine: PlanText): PlanDraft => ({ version: 4, base, mine, reason: " 修改 " });
const parts = (one: PlanDraft) => stepsOf(one).map(({ part }) => part);

describe("a measure", () => {
	const whole = measure("关停一家", {
		type: "closure",
		steps: [
			{ id: "019b0000-0000-7000-8000-000000000001", text: "停产", due: "2026-05-01", weight: "2" },
			{ id: null, text: "", due: "", weight: "1" },
		],
		provisional: { on: true, determinationOn: "2026-04-01", exitCondition: "验收合格" },
		entity: {
			on: true,
			name: "某厂",
			unitId: null,
			category: "legalNonCompliant",
			legalBasis: "某法第六十条",
		},
		options: { on: true, alternatives: "搬迁\n\n就地治理 ", reason: "成本" },
	});

	test("is what a command takes, with its steps' ids and without its empty lines", () => {
		const sent = NewMeasure.parse(measureOf(whole));
		expect(sent.milestones).toEqual([
			{ id: "019b0000-0000-7000-8000-000000000001", text: "停产", due: "2026-05-01", weight: 2 },
		]);
		expect(sent.options?.alternatives).toEqual(["搬迁", "就地治理"]);
		expect(sent.entity?.category).toBe("legalNonCompliant");
		expect(unfinished(whole)).toEqual([]);
	});

	test("says what of it is begun and not finished", () => {
		const open = measure("", {
			deadline: { ...emptyDeadline, precision: "month", category: "fixed", year: "2026" },
			steps: [{ id: null, text: "设计", due: "", weight: "1" }],
			provisional: { on: true, determinationOn: "", exitCondition: "" },
			entity: { on: true, name: "", unitId: null, category: "", legalBasis: "" },
			options: { on: true, alternatives: "", reason: "" },
		});
		expect(unfinished(open)).toEqual(["text", "deadline", "steps", "provisional", "entity", "options"]);
		// No date at all is a gap that the rules point out, not something half typed.
		expect(unfinished(measure("甲", { deadline: emptyDeadline }))).toEqual([]);
	});

	test("amends only what differs; a duplicate shares neither its id nor its steps' ids", () => {
		expect(measureChanges({ ...whole, text: "关停两家" }, whole)).toEqual({ text: "关停两家" });
		const twin = duplicateOf(whole);
		expect(twin.id).not.toBe(whole.id);
		expect(measureOf(twin).milestones[0]).not.toHaveProperty("id");
	});

	test("weights count for finished steps only, and bad ones as one", () => {
		const step = (weight: string) => ({ id: null, text: "甲", due: "2026-01-01", weight });
		expect(stepSum([{ steps: [step("3"), step("x"), { ...step("5"), due: "" }] }])).toEqual({
			count: 2,
			weight: 4,
		});
	});
});

test.each([
	[
		["2", "1"],
		["1", "2"],
	],
	[
		["2", "1", null],
		["2", "1", null],
	],
	[
		["1", "1"],
		["1", "1"],
	],
	[
		["10", "9"],
		["9", "10"],
	],
])("measures numbered %j are read in the order %j", (numbers, order) => {
	expect(inPlanOrder(numbers.map((number) => ({ number }))).map(({ number }) => number)).toEqual(order);
});

describe("what has to be sent", () => {
	const [kept, gone] = [measure("保留"), measure("删去")];
	const base = plan({ measures: [kept, gone] });
	const mine = plan({
		goal: "全面达标",
		constraints: "面积不减少\n",
		goals: [{ ...emptyGoal("deliverable"), name: "管网" }],
		measures: [measure("新增"), { ...kept, term: "immediateFix" }],
		waivers: { immediateFix: "", longTermMechanism: "一次性问题", similarScreening: " " },
	});

	test("is only what differs, in the order in which the ledger can take it", () => {
		const steps = stepsOf(draft(base, mine));
		expect(steps.map(({ part }) => part)).toEqual([
			...["elements", "goals", "cancel", "measure", "measures", "waiver"],
		]);
		expect(steps[0]?.command).toEqual({
			...{ type: "amendIssue", reason: "修改", importId: null },
			changes: { goal: "全面达标", constraints: ["面积不减少"] },
		});
		expect(steps[3]?.command).toMatchObject({ measureId: kept.id, changes: { term: "immediateFix" } });
		expect(stepsOf(draft(base, base))).toEqual([]);
	});

	test("is nothing twice: each step taken leaves only those after it", () => {
		let left = draft(base, mine);
		for (let steps = stepsOf(left); steps.length > 0; steps = stepsOf(left)) {
			const [first, ...rest] = steps.map(({ part }) => part);
			const [step] = steps;
			if (step === undefined) throw new Error(`no step ${first}`);
			left = { ...left, base: afterStep(left.base, left.mine, step) };
			expect(parts(left)).toEqual(rest);
		}
	});

	test("takes no deadline along that is half typed in another way than before", () => {
		const later = plan({ noDeadline: true });
		expect(stepsOf(draft(plan(), later))[0]?.command).toMatchObject({ changes: { deadline: null } });
		expect(parts(draft(plan(), plan({ deadline: { ...day("2026-12-31"), text: "" } })))).toEqual([]);
	});

	test("does not take a reason back that the ledger has", () => {
		const held = plan({ waivers: { immediateFix: "已说明", longTermMechanism: "", similarScreening: "" } });
		expect(parts(draft(held, plan()))).toEqual([]);
	});
});
